"""Words that play a part other than naming: titles, particles, legal forms, generic company words."""

import re
from collections.abc import Mapping
from functools import cache

from namesake.data import rows
from namesake.names import places
from namesake.text.romanise import romanise, syllabic
from namesake.text.scripts import script_of
from namesake.text.unicode import plain
from namesake.text.words import words
from namesake.values.tokens import Role, Token

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
                          "sayyid", "seyed", "shaikh", "shaykh", "sheik", "sheikh", "syed", "akhund", "syd", "shykh",
                          "haj", "hajy", "mla"})  # fmt: skip
"""Titles that stand before or within names, and at the end of one are a name: Omar Sheikh."""

JOINING = frozenset({"and", "of", "the", "for", "de", "la", "le", "les", "des", "du", "del", "el", "al", "und",
                     "der", "die", "das", "et", "i", "y", "e", "da", "do", "di", "in", "va", "ve", "wa", "fi", "lil",
                     "w", "byn", "after"})  # fmt: skip
"""Words that join the words of an organisation's name."""

SHIP = frozenset({"mv", "mt"})
"""What stands before the name of a motor vessel or tanker."""

LONGEST_SYLLABIC = 8
_LIKE_LATIN = frozenset({"Cyrl", "Grek", "Geor", "Armn"})
_SAFE_IN_LATIN = 5  # a shorter word of another script may be another word in a-z
_DOTTED = re.compile(r"(?<!\w)[^\W\d_](?:\. ?[^\W\d_](?!\w))+\.?")
_BETWEEN = re.compile(r"[. ]")
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


def generic(script: str, letters: str) -> str:
    """The canonical symbol of a general company word in a-z of some script, or ''."""
    return _generic().get((script, letters)) or (_generic().get(("Latn", letters), "") if script in _LIKE_LATIN else "")


def legal_form(script: str, letters: tuple[str, ...]) -> str:
    """The canonical form of words in a-z that are a legal form, or ''. The script is that of the first."""
    return _forms().get((script, letters)) or _forms().get(("Latn", letters), "")


@cache
def legal_starts() -> Mapping[str, int]:
    """The words that a legal form begins with, to the number of words of the longest that does."""
    found: dict[str, int] = {}
    for _, letters in _forms():
        found[letters[0]] = max(found.get(letters[0], 0), len(letters))
    return found


@cache
def syllabic_words() -> Mapping[str, Token]:
    """General words, legal forms and countries in Han and Hangul as written: they stand within longer words."""
    countries = [(word, classes) for (word, *more), classes in places.places().items() if not more]
    found = {word: _syllabic(word, "".join(romanise(word)), "name", classes) for word, classes in countries}
    found |= {plain(word): _syllabic(plain(word), symbol, "generic") for symbol, word in rows("generic_words.csv")}
    found |= {plain(form): _syllabic(plain(form), canonical, "legal") for canonical, form in rows("legal_forms.csv")}
    return {word: token for word, token in found.items() if syllabic(word) and len(word) <= LONGEST_SYLLABIC}


def _syllabic(word: str, text: str, role: Role, alike: tuple[str, ...] = ()) -> Token:
    return Token(text, role, word, script_of(word), alike=alike)


@cache
def _generic() -> Mapping[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for symbol, word in rows("generic_words.csv"):
        script = script_of(word)
        letters = _phrase(word)
        if script in _LIKE_LATIN and len(letters) >= _SAFE_IN_LATIN:
            found.setdefault(("Latn", letters), symbol)
        found[(script, letters)] = symbol
    return found


@cache
def _forms() -> Mapping[tuple[str, tuple[str, ...]], str]:
    """Every form with the letters of its abbreviations apart, and joined."""
    found: dict[tuple[str, tuple[str, ...]], str] = {}
    for canonical, form in rows("legal_forms.csv"):
        for variant in (form, joined_letters(form), _as_one(form)):
            letters = tuple(_phrase(variant).split())
            script = script_of(form)
            if letters and script != "Latn" and len("".join(letters)) >= _SAFE_IN_LATIN:
                found.setdefault(("Latn", letters), canonical)
            if letters:
                found[(script, letters)] = canonical
    return found


def _as_one(form: str) -> str:
    """ "ش م م" as one word; other forms as they are."""
    found = form.split()
    return "".join(found) if all(len(word) == 1 for word in found) else form


def joined_letters(text: str) -> str:
    """A text in which single letters with dots between them are one word: "S.A. de C.V.", "L. L. C.", "ش.م.م"."""
    return _DOTTED.sub(lambda found: _BETWEEN.sub("", found[0]) + " ", text) if "." in text else text


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
