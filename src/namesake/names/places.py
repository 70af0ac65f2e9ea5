"""Words for countries and their people in names that are not persons': `Token.alike` "place:ir" of Iran, Iranian.

They tell a firm from its sister abroad, and they are the same in a noun and an adjective of any language.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from namesake.names.word_keys import keys
from namesake.values.tokens import Token

_ALPHABETS = frozenset({"Latn", "Cyrl", "Grek", "Geor", "Armn"})


def alike(script: str, letters: str) -> tuple[str, ...]:
    """The classes of one word, or of several with blanks between them."""
    codes = keys("place").get(("Latn" if script in _ALPHABETS else script, letters))
    return tuple(codes.split("|")) if codes else ()


def marked(tokens: list[Token], letters: list[str]) -> list[Token]:
    """Tokens with the classes of country names of several words ("Saudi Arabia"); `letters` are their words in a-z."""
    known = _longest()
    if known.keys().isdisjoint(letters):
        return tokens
    found = list(tokens)
    for start, word in enumerate(letters):
        for length in range(known.get(word, 0), 1, -1):
            if classes := alike(tokens[start].script, " ".join(letters[start : start + length])):
                found[start : start + length] = [_with(token, classes) for token in found[start : start + length]]
                break
    return found


@cache
def _longest() -> Mapping[str, int]:
    """The number of words of the longest country name that begins with a word; only those of several words."""
    found: dict[str, int] = {}
    for _, text in keys("place"):
        first, *more = text.split()
        if more:
            found[first] = max(found.get(first, 0), 1 + len(more))
    return found


def _with(token: Token, classes: tuple[str, ...]) -> Token:
    return replace(token, alike=classes) if token.role == "name" else token
