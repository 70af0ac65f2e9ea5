"""Words for countries and their people in names that are not persons': `Token.alike` "place:ir" of Iran, Iranian.

They tell a firm from its sister abroad, and they are the same in a noun and an adjective of any language.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from namesake.data import rows
from namesake.fields import countries
from namesake.text.romanise import romanise
from namesake.text.scripts import script_of
from namesake.text.unicode import plain
from namesake.text.words import words
from namesake.values.tokens import Token

_SYLLABIC = ("Hani", "Hang")
_ALPHABETS = ("Latn", "Cyrl", "Grek")
_SHORTEST = 4
# Korea and Congo alone are two countries each.
_SHARED = {
    ("kp", "kr"): ("korea", "korean", "corea", "coreano", "coreana", "coree", "coreen", "kore"),
    ("cd", "cg"): ("congo", "congolese", "congolais"),
}


@cache
def places() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """From the romanised words of a country's name to its classes; Han and Hangul as they are written."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for code, name in _named():
        if key := _key(name):
            found[key].add("place:" + code)
    for codes, shared in _SHARED.items():
        for word in shared:
            found[(word,)] |= {"place:" + code for code in codes}
    return {key: tuple(sorted(classes)) for key, classes in found.items()}


@cache
def longest() -> Mapping[str, int]:
    """The number of words of the longest country name that begins with a word; only those of several words."""
    found: dict[str, int] = {}
    for key in places():
        if len(key) > 1:
            found[key[0]] = max(found.get(key[0], 0), len(key))
    return found


def alike(script: str, letters: str) -> tuple[str, ...]:
    """The classes of one word."""
    return places().get((_tagged(script, letters),), ())


def marked(tokens: list[Token], letters: list[str]) -> list[Token]:
    """Tokens with the classes of country names of several words ("Saudi Arabia"); `letters` are their words in a-z."""
    known = longest()
    if not any(word in known or f"Arab:{word}" in known for word in letters):
        return tokens
    found = list(tokens)
    tagged = [_tagged(token.script, word) for token, word in zip(tokens, letters, strict=True)]
    for start, word in enumerate(tagged):
        for length in range(known.get(word, 0), 1, -1):
            if classes := places().get(tuple(tagged[start : start + length])):
                found[start : start + length] = [_with(token, classes) for token in found[start : start + length]]
                break
    return found


def _with(token: Token, classes: tuple[str, ...]) -> Token:
    return replace(token, alike=classes) if token.role == "name" else token


def _named() -> list[tuple[str, str]]:
    own = [(row["code"], form) for row in countries.forms() for form in row["forms"].split("|")]
    return [(code, name) for code, name in rows("place_words.csv")] + own


def _key(name: str) -> tuple[str, ...]:
    found = words(plain(name))
    if len(found) == 1 and script_of(found[0]) in _SYLLABIC:
        return (found[0],)
    key = tuple("".join(romanise(word)) for word in found)
    if not all(key) or (len(key) == 1 and len(key[0]) < _SHORTEST):
        return ()
    return tuple(_tagged(script_of(word), letters) for word, letters in zip(found, key, strict=True))


def _tagged(script: str, letters: str) -> str:
    """Words of scripts that leave vowels out are apart: "aman" in Arabic script is Oman, in a-z it is not."""
    return letters if script in _ALPHABETS else f"{script}:{letters}"
