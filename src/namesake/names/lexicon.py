"""Words that play a part other than naming: titles, particles, legal forms, generic company words."""

import re
from collections.abc import Mapping
from functools import cache

from namesake.data import rows
from namesake.names.word_keys import keys
from namesake.text.romanise import romanise
from namesake.text.unicode import plain
from namesake.text.words import words
from namesake.values.tokens import Role, Token

ARTICLES = frozenset({"al", "el", "ul"})
ARTICLES_BETWEEN = frozenset({"ud", "ur", "us", "ush", "uz"})
"""The article as Urdu speaks it between two names: Talvek ur Quoren, Talvek ud Din."""

SERVANT = frozenset({"abd", "abdu", "abdul", "abdel", "abdal", "abdol", "abdoul", "abdil"})
"""Spellings of Arabic `abd (al)`, "servant of", the first half of a compound given name."""

_SERVANT_JOINED = re.compile(r"abd(?:ou|oe|[aeiou])(?:l(?=..)|([tdrzsn])(?=\1.)|sh(?=sh.))")

DESCENT_SUFFIXES = frozenset({"ogli", "ugli", "oglu", "ogly", "oghli", "ughli", "uly", "qizi", "kizi", "kyzy",
                              "qyzy", "gizi", "zoda", "zada"})  # fmt: skip
NEVER_NAMES = frozenset({"bin", "ibn", "bint", "binti", "ould", "wuld"})
"""Particles of descent that are no name at either end of one: Bin Talvek Mimsy. Ben is."""

DESCENT = DESCENT_SUFFIXES | NEVER_NAMES | {"ben"}
"""Particles that say whose child somebody is: the order of the names around them carries meaning."""

SURNAME_TITLES = frozenset({"baron", "bishop", "count", "dean", "don", "dona", "emir", "eng", "fr", "gen", "hakim",
                            "imam", "ing", "judge", "justice", "king", "lord", "major", "marshal", "pan", "pani",
                            "pastor", "prince", "private", "queen", "sardar"})  # fmt: skip
"""Titles that are as common as names: Hakim, Pan, Don, King."""

GIVEN_TITLES = frozenset({"cheikh", "hadji", "hafiz", "haji", "hajj", "hajji", "qari", "sayed", "sayid", "sayyed",
                          "sayyid", "seyed", "shaikh", "shaykh", "sheik", "sheikh", "syed", "akhund", "syd", "shykh",
                          "haj", "hajy", "mla", "alhaj", "alhaji", "allama", "hadj", "maulvi", "molla", "mollah",
                          "moulvi", "mufti", "saiyed", "saiyid", "seyd", "seyid", "seyyed", "mfty"})  # fmt: skip
"""Titles that stand before or within names, and at the end of one are a name: Omar Sheikh."""

JOINING = frozenset({"and", "of", "the", "for", "de", "la", "le", "les", "des", "du", "del", "el", "al", "und",
                     "der", "die", "das", "et", "i", "y", "e", "da", "do", "di", "in", "va", "ve", "wa", "fi", "lil",
                     "w", "byn", "after"})  # fmt: skip
"""Words that join the words of an organisation's name."""

SHIP = frozenset({"mv", "mt"})
"""What stands before the name of a motor vessel or tanker."""

LONGEST_SYLLABIC = 8
"""Characters of the longest word that is looked for within one in Han or Hangul."""

_LIKE_LATIN = frozenset({"Cyrl", "Grek", "Geor", "Armn"})
_DOTTED = re.compile(r"(?<!\w)[^\W\d_](?:\. ?[^\W\d_](?!\w))+\.?")
_BETWEEN = re.compile(r"[. ]")
_DESCENT_ARABIC = {"بن": "bin", "ابن": "bin", "بنت": "bint"}
# Written joined to the father's name; Turkish -oglu is not here: joined, it makes a surname of its own.
_JOINED = ("ogli", "ugli", "ogly", "qizi", "kizi", "kyzy", "qyzy", "gizi", "uly",
           "оғли", "ўғли", "угли", "оглы", "қизи", "кизи", "кызы", "қызы", "гызы", "ұлы", "улы")  # fmt: skip
_JOINED_LAST = frozenset(ending[-1] for ending in _JOINED)
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
def of_persons() -> Mapping[str, tuple[str, Role]]:
    """The words that play a part of their own in names of persons, to what they are compared as, and that part."""
    found: dict[str, tuple[str, Role]] = {word: (word, "particle") for word in particles()}
    found |= {word: (word, "honorific") for word in honorifics()}
    return found | dict.fromkeys(SERVANT, ("abdul", "name"))


@cache
def with_parts() -> frozenset[str]:
    """The words of persons' names in Latin letters that are more than a name, articles included."""
    return frozenset(of_persons()) | ARTICLES | ARTICLES_BETWEEN


def generic(script: str, letters: str) -> str:
    """The canonical symbol of a general company word in a-z of some script, or ''."""
    known = keys("generic")
    return known.get((script, letters)) or (known.get(("Latn", letters), "") if script in _LIKE_LATIN else "")


def legal_form(script: str, letters: tuple[str, ...]) -> str:
    """The canonical form of words in a-z that are a legal form, or ''. The script is that of the first."""
    known, text = keys("legal"), letters[0] if len(letters) == 1 else " ".join(letters)
    return known.get((script, text)) or known.get(("Latn", text), "")


@cache
def legal_starts() -> Mapping[str, int]:
    """The words that a legal form begins with, to the number of words of the longest that does."""
    found: dict[str, int] = {}
    for _, text in keys("legal"):
        first, *more = text.split()
        found[first] = max(found.get(first, 0), 1 + len(more))
    return found


@cache
def syllabic_words() -> Mapping[str, Token]:
    """General words, legal forms and countries in Han and Hangul as written: they stand within longer words."""
    found = {
        word: Token("".join(romanise(word)), "name", word, script, alike=tuple(codes.split("|")))
        for (script, word), codes in keys("place-syllabic").items()
    }
    roles: tuple[Role, ...] = ("generic", "legal")
    for role in roles:
        for (script, word), text in keys(f"{role}-syllabic").items():
            found[word] = Token(text, role, word, script)
    return found


def servant(text: str) -> str:
    """A word in a-z with `abd` and the article at its beginning spelt in one way, also where the article is heard as
    the letter after it: "abdelkarim" is "abdulkarim", "abderrahman" "abdulrahman", as two words of a name would be."""
    found = _SERVANT_JOINED.match(text) if text.startswith("abd") else None
    return "abdul" + text[found.end() :] if found else text


def joined_letters(text: str) -> str:
    """A text in which single letters with dots between them are one word: "S.A. de C.V.", "L. L. C.", "ش.م.م"."""
    return _DOTTED.sub(lambda found: _BETWEEN.sub("", found[0]) + " ", text) if "." in text else text


def descent(word: str) -> str:
    """The romanised particle of descent that a word in Arabic script is, or ''."""
    return _DESCENT_ARABIC.get(word, "")


def joined_descent(word: str) -> int:
    """Where a particle of descent begins that is written joined to the father's name; 0 if none is."""
    lower = word.lower()
    if lower[-1:] not in _JOINED_LAST or not lower.endswith(_JOINED):
        return 0
    ending = next(ending for ending in _JOINED if lower.endswith(ending))
    cut = len(lower) - len(ending)
    if cut < _SHORTEST_FATHER or len(lower) != len(word):
        return 0
    return 0 if ending in ("uly", "улы", "ұлы") and lower[cut - 1] in _SLAVE_OF else cut


def _phrase(text: str) -> str:
    return " ".join(piece for word in words(plain(text)) for piece in romanise(word))
