"""Words that play a part other than naming: titles, particles, legal forms, generic company words."""

from collections.abc import Mapping
from functools import cache

from namesake.data import rows
from namesake.text.romanise import romanise
from namesake.text.unicode import plain
from namesake.text.words import words

ARTICLES = frozenset({"al", "el", "ul"})
SERVANT = frozenset({"abd", "abdu", "abdul", "abdel", "abdal", "abdol", "abdoul", "abdil"})
"""Spellings of Arabic `abd (al)`, "servant of", the first half of a compound given name."""

DESCENT = frozenset({"bin", "ibn", "ben", "bint", "binti", "ould", "wuld", "ogli", "ugli", "oglu", "ogly", "uly",
                     "qizi", "kizi", "kyzy", "gizi", "zoda", "zada"})  # fmt: skip
"""Particles that say whose child somebody is: the order of the names around them carries meaning."""

_DESCENT_ARABIC = {"بن": "bin", "ابن": "bin", "بنت": "bint"}


@cache
def honorifics() -> frozenset[str]:
    """Titles and forms of address, romanised."""
    return frozenset(_phrase(word) for (word,) in rows("honorifics.csv"))


@cache
def particles() -> frozenset[str]:
    """Words that join the parts of a person's name and name nobody."""
    return frozenset(_phrase(word) for (word,) in rows("particles.csv")) | DESCENT


@cache
def generic_words() -> Mapping[str, str]:
    """Generic company words of many languages, romanised, to their canonical symbol."""
    return {_phrase(word): symbol for symbol, word in rows("generic_words.csv")}


@cache
def legal_forms() -> Mapping[tuple[str, ...], str]:
    """Legal forms as word sequences, romanised, to their canonical form."""
    return {tuple(_phrase(form).split()): canonical for canonical, form in rows("legal_forms.csv")}


@cache
def longest_legal_form() -> int:
    """The number of words of the longest legal form."""
    return max(map(len, legal_forms()))


def descent(word: str) -> str:
    """The romanised particle of descent that a word in Arabic script is, or ''."""
    return _DESCENT_ARABIC.get(word, "")


def _phrase(text: str) -> str:
    return " ".join(piece for word in words(plain(text)) for piece in romanise(word))
