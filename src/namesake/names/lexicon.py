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

DESCENT_SUFFIXES = frozenset({"ogli", "ugli", "oglu", "ogly", "oghli", "ughli", "uly", "qizi", "kizi", "kyzy",
                              "qyzy", "gizi", "zoda", "zada"})  # fmt: skip
DESCENT = DESCENT_SUFFIXES | {"bin", "ibn", "ben", "bint", "binti", "ould", "wuld"}
"""Particles that say whose child somebody is: the order of the names around them carries meaning."""

SURNAME_TITLES = frozenset({"baron", "bishop", "count", "dean", "don", "dona", "emir", "eng", "fr", "gen", "hakim",
                            "imam", "ing", "judge", "justice", "king", "lord", "major", "marshal", "pan", "pani",
                            "pastor", "prince", "private", "queen", "sardar"})  # fmt: skip
"""Titles that are as common as names: Hakim, Pan, Don, King."""

GIVEN_TITLES = frozenset({"cheikh", "hadji", "hafiz", "haji", "hajj", "hajji", "qari", "sayed", "sayid", "sayyed",
                          "sayyid", "seyed", "shaikh", "shaykh", "sheik", "sheikh", "syed", "akhund"})  # fmt: skip
"""Titles that stand before or within names, and at the end of one are a name: Omar Sheikh."""

_DESCENT_ARABIC = {"بن": "bin", "ابن": "bin", "بنت": "bint"}
# Written joined to the father's name; Turkish -oglu is not here: joined, it makes a surname of its own.
_JOINED = ("ogli", "ugli", "ogly", "qizi", "kizi", "kyzy", "qyzy", "gizi", "uly",
           "оғли", "ўғли", "угли", "оглы", "қизи", "кизи", "кызы", "қызы", "гызы", "ұлы", "улы")  # fmt: skip
_SLAVE_OF = "gkqгкқ"  # -guly, -kuly: a Turkmen ending of given names, not "son of"
_SHORTEST_FATHER = 4


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


def joined_descent(word: str) -> int:
    """Where a particle of descent begins that is written joined to the father's name; 0 if none is."""
    lower = word.lower()
    ending = next((ending for ending in _JOINED if lower.endswith(ending)), "")
    cut = len(lower) - len(ending)
    if not ending or cut < _SHORTEST_FATHER or len(lower) != len(word):
        return 0
    return 0 if ending in ("uly", "улы", "ұлы") and lower[cut - 1] in _SLAVE_OF else cut


def _phrase(text: str) -> str:
    return " ".join(piece for word in words(plain(text)) for piece in romanise(word))
