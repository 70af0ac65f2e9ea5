"""Classes of names that may stand for one another whatever their spelling: `Token.alike` of a person's name.

"nick:elizabeth" is one full name with its short forms, "nick:john-forms" one name in several languages;
"stem:rahmon" a surname with and without the ending that governments of Central Asia and the Caucasus put on
it and took off again (Rahmonov, Rahmonzoda, Rahmon); "form:james" of a word of another script an attested Latin
spelling. Classes are not transitive: a word is in several.
"""

import re
from functools import cache
from operator import itemgetter

from namesake.data import rows
from namesake.kernels.folding import one_spelling
from namesake.names.attested import spellings
from namesake.names.lexicon import servant

SHORTEST_STEM = 5
_SCRIPTS = ("Latn", "Cyrl")
# The longest is taken off: "ovich" before "ov". "oglu" only where it stands alone (Turkish surnames keep it).
_ENDINGS = frozenset({
    "yevich", "yevna", "ovich", "evich", "ovna", "evna", "iyevich", "yeva", "zoda", "zada", "zade", "oglu",
    "iyon", "ova", "eva", "yev", "ov", "ev", "iy",
})  # fmt: skip
_ANY_ENDING = tuple(_ENDINGS)
_LENGTHS = tuple(sorted({len(ending) for ending in _ENDINGS}, reverse=True))
# Letters that romanisations of one alphabet differ in; the stem is only ever compared with other stems.
_FOLDS = (("kh", "h"), ("x", "h"), ("q", "k"), ("gh", "g"), ("dzh", "j"), ("ou", "u"), ("w", "v"))
_DOUBLED = re.compile(r"(.)\1+")
_FIRST = itemgetter(1)
# Given names from which Slavic surnames are made: there Stepan Romanov and Roman Stepanov are two people.
_SLAVIC = frozenset({
    "anton", "artem", "bogdan", "boris", "demyan", "denis", "filip", "filipp", "fedor", "gerasim", "ignat", "ilya",
    "kiril", "kirill", "kondrat", "konstantin", "leonid", "makar", "maksim", "maxim", "mark", "martin", "martyn",
    "mihail", "mikhail", "nazar", "nikita", "nikola", "pavel", "petr", "platon", "prohor", "rodion", "roman",
    "samson", "semen", "semyon", "simon", "stanislav", "stefan", "stepan", "stoyan", "tihon", "timofey", "trofim",
    "vadim", "valentin", "vladimir", "yakov", "zahar", "ivan", "agafon", "aleksandr", "alexandr",
    "dimitr", "dmitr", "georgi", "grigor", "anatol", "vasil", "danil", "gavril", "todor", "hristo", "kalin",
})  # fmt: skip


@cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for group, name in rows("nicknames.csv"):
        found.setdefault(name, []).append("nick:" + group)
    return {name: tuple(groups) for name, groups in found.items()}


def alike(text: str, script: str, word: str = "") -> tuple[str, ...]:
    """The classes of a word of a person's name and its romanised form, in a fixed order; () for most short words."""
    nicks = _nicknames().get(text, ())
    if script != "Latn":
        nicks += tuple(dict.fromkeys(["form:" + servant(spelling) for spelling in spellings(script, word, text)]))
    stem = _stem(servant(text)) if script in _SCRIPTS else ""
    return nicks + ("stem:" + stem,) if stem else nicks  # noqa: RUF005 - the quicker of the two


def _stem(text: str) -> str:
    """The word without one ending where enough of it is left, else the word itself; '' for a short word."""
    if len(text) < SHORTEST_STEM or not text.isalpha():
        return ""
    if not text.endswith(_ANY_ENDING):
        return _folded(text)
    bare = text[: -next(length for length in _LENGTHS if text[-length:] in _ENDINGS)]
    stem = _folded(bare)
    return stem if len(bare) >= SHORTEST_STEM and stem not in _SLAVIC else _folded(text)


def _folded(text: str) -> str:
    """One spelling for the letters that romanisations differ in; doubled letters once."""
    if one_spelling(text):
        return text
    for spelling, letter in _FOLDS:
        text = text.replace(spelling, letter)
    return _DOUBLED.sub(_FIRST, text)
