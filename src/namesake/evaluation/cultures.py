"""Which group of name cultures a listed name is spelt like: coarse, by its spelling alone, no fact about anybody.

Lists state no name culture, and none is to be guessed of a person. To see whether an engine misses the names of some
cultures more than those of others, a group is told from spelling: by a script that only one group writes, else by words
that are common in the invented innocents' cultures of one group only. Nobody is screened, ordered or judged by it.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from namesake.evaluation.innocents import NamePool
from namesake.evaluation.original import BEFORE_FAMILY
from namesake.text.scripts import script_of

GROUPS: Mapping[str, tuple[str, ...]] = {
    "west_and_south_asian": ("arabic", "persian", "turkic", "caucasus", "israeli", "south_asian"),
    "east_asian": ("chinese", "japanese", "korean", "vietnamese"),
    "slavic_and_balkan": ("russian", "ukrainian", "polish", "balkan"),
    "iberian": ("hispanic", "portuguese", "filipino"),
    "other_european": ("anglo", "dutch", "german_french", "nordic", "italian", "hungarian", "albanian"),
    "african": ("west_african", "east_african"),
}
"""Groups of the innocents' cultures that share so many words in Latin letters that a word tells no more."""

_SCRIPTS = {
    "Arab": "west_and_south_asian", "Hebr": "west_and_south_asian", "Armn": "west_and_south_asian",
    "Geor": "west_and_south_asian", "Deva": "west_and_south_asian", "Beng": "west_and_south_asian",
    "Guru": "west_and_south_asian", "Gujr": "west_and_south_asian", "Taml": "west_and_south_asian",
    "Telu": "west_and_south_asian", "Knda": "west_and_south_asian", "Mlym": "west_and_south_asian",
    "Sinh": "west_and_south_asian", "Hani": "east_asian", "Hang": "east_asian", "Kana": "east_asian",
    "Grek": "other_european", "Ethi": "african",
}  # fmt: skip
"""Scripts that names of one group only are written in. Latin and Cyrillic are shared, others have no innocents."""

_SHORTEST = 3
"""Letters of the shortest word that tells anything."""

_WORD = re.compile(r"[^\W\d_]+")


class Telling:
    """Words that tell a group, from the innocents' pools."""

    def __init__(self, pools: Iterable[NamePool]) -> None:
        groups: dict[str, set[str]] = {}
        for pool in pools:
            for word in _words(" ".join((*pool.men, *pool.women, *pool.families))):
                groups.setdefault(word, set()).add(_group(pool.culture))
        self._one = {word: group for word, found in groups.items() if len(found) == 1 for group in found if group}

    def group(self, name: str) -> str:
        """The group that a person's name is spelt like; empty where its words tell none, or several."""
        if by_script := _SCRIPTS.get(script_of(name)):
            return by_script
        found = {self._one[word] for word in _words(name) if word in self._one}
        return found.pop() if len(found) == 1 else ""


def _words(text: str) -> Iterable[str]:
    return (word for word in _WORD.findall(text.casefold()) if len(word) >= _SHORTEST and word not in BEFORE_FAMILY)


@cache
def _group(culture: str) -> str:
    return next((group for group, cultures in GROUPS.items() if culture in cultures), "")
