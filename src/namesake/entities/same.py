"""Whether two names in the columns of one row are those of one party."""

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from namesake.entities.kinds import looks_like_organisation
from namesake.fields.folding import fold
from namesake.text.romanise import romanise
from namesake.text.scripts import script_of
from namesake.text.words import words

Relation = Literal["same", "open", "other"]

_ALIKE = 0.7  # of two words: spellings and romanisations of one name reach it ("Pyotr", "Petr")
_VOWELS, _DOUBLED = re.compile("[aeiouyw]"), re.compile(r"(.)\1+")
_EXCHANGED = str.maketrans("qcvpjz", "kkfbgs")
_MOST = 12  # words of a name that are looked at


def relation(left: str, right: str) -> Relation:
    """Whether two names are spellings of one ("same"), of different parties ("other"), or nobody can say.

    They are spellings of one when every word of the shorter, or its initial, stands in the longer and both or neither
    are plainly an organisation. Across alphabets a word is recognised by its sound; within one it is not, since wife
    and husband may be Maria and Mario. Alphabets that write no vowels, and signs, are read too roughly to tell that two
    names are different.
    """
    if _letters(left) == _letters(right):
        return "same"
    if _is_organisation(left) != _is_organisation(right):
        return "other"
    across = _scripts(left) != _scripts(right)
    shorter, longer = sorted((_forms(left), _forms(right)), key=len)
    if shorter and _all_found(shorter, longer, across):
        return "same"
    return "open" if across and (_is_rough(left) or _is_rough(right)) else "other"


def _letters(text: str) -> tuple[str, ...]:
    return tuple(sorted(word for piece in text.replace(",", " ").split() if (word := fold(piece))))


def _is_organisation(text: str) -> bool:
    return looks_like_organisation(text) == "certain"


@lru_cache(maxsize=1 << 12)
def _forms(text: str) -> tuple[str, ...]:
    """The words of a name in Latin letters."""
    return tuple(piece for word in words(text)[:_MOST] for piece in romanise(word))


def _scripts(text: str) -> set[str]:
    return {script_of(word) for word in words(text)}


def _all_found(shorter: tuple[str, ...], longer: tuple[str, ...], by_sound: bool) -> bool:
    """Whether every word has its like among the others, none of which serves twice."""
    rest = list(longer)
    for word in shorter:
        mate = next((other for other in rest if _alike(word, other, by_sound)), None)
        if mate is None:
            return False
        rest.remove(mate)
    return True


def _alike(one: str, other: str, by_sound: bool) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    if one == other or _plain(one) == _plain(other):
        return True
    if not by_sound:
        return False
    return _sound(one) == _sound(other) or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _plain(word: str) -> str:
    """ "Mueller" is how "Müller" is written without dots."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _sound(word: str) -> str:
    """The consonants, those that romanisations exchange being one; a word of vowels sounds as it is written."""
    found = _VOWELS.sub("", word.translate(_EXCHANGED))
    return _DOUBLED.sub(r"\1", found) or word


def _is_rough(text: str) -> bool:
    """Whether it is written in Hebrew or Arabic letters, or anything further east than Georgian."""
    return any(
        c.isalpha() and c >= "\u0590" and not "\u10a0" <= c <= "\u10ff" and not "\u1e00" <= c <= "\u1fff" for c in text
    )
