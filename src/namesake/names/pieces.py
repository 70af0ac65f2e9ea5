"""One word of an organisation's name: its tokens, without regard to its neighbours."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from namesake.names import lexicon, numerals, ordinary, places
from namesake.text.romanise import romanise, syllabic, syllables
from namesake.text.scripts import script_of, unmask
from namesake.values.made import Made
from namesake.values.tokens import Token

_ARABIC_PREFIXES = ("وال", "بال", "ال", "لل")
_SHORTEST_ARABIC = 3
_SHORTEST_KANA = 3
_ALPHABETS = frozenset({"Latn", "Cyrl", "Grek"})
_DIGIT_WITHIN = re.compile(r"(?<=[a-z])[034578](?=[a-z])")
_AS_LETTERS = dict(zip("034578", "oeastb", strict=True))
_SHORTEST_LETTERED = 4


class Piece(Made, frozen=True):
    """A token with its word in a-z, by which legal forms and numbers are looked up.

    `numeric` says that the word is, announces or ends a number, if its neighbours are so.
    """

    token: Token
    letters: str
    numeric: bool = False


@lru_cache(maxsize=1 << 16)
def pieces_of(word: str) -> tuple[Piece, ...]:
    """The pieces of a word: one, or several of a word in Han or Hangul; () where it holds no letter or digit."""
    plain_word = unmask(word)
    if syllabic(plain_word):
        return tuple(_syllabic(plain_word))
    script = script_of(plain_word)
    if script == "Kana":
        return tuple(_kana(plain_word))
    letters = "".join(romanise(plain_word))
    if not letters:
        return ()
    letters = _lettered(letters) if script in _ALPHABETS else letters
    return (_arabic(plain_word, letters) if script == "Arab" else _piece(letters, word, script),)


def _piece(letters: str, word: str, script: str) -> Piece:
    numeric = numerals.takes_part(script, letters)
    if symbol := lexicon.generic(script, letters):
        return Piece(Token(symbol, "generic", word, script), letters)
    if number := numerals.digits(letters):
        return Piece(Token(number, "number", word, script), letters, numeric=True)
    if letters in lexicon.JOINING:
        return Piece(Token(letters, "particle", word, script), letters, numeric)
    classes = places.alike(script, letters) or ordinary.alike(script, letters)
    return Piece(Token(letters, "name", word, script, alike=classes), letters, numeric)


def _lettered(letters: str) -> str:
    """A word with single digits between its letters read as the letters that they look like: B4NK. At its end a digit
    is a number (Veltani2), 1 may be one of two letters, and shorter words are codes: there what it costs decides."""
    if letters.isalpha() or len(letters) < _SHORTEST_LETTERED:
        return letters
    return _DIGIT_WITHIN.sub(lambda found: _AS_LETTERS[found[0]], letters)


def _arabic(word: str, letters: str) -> Piece:
    """A word in Arabic script, with its article as a mark; "للتجارة" is "for trade"."""
    whole = _piece(letters, word, "Arab")
    if whole.token.role != "name" or whole.token.alike or whole.numeric:
        return whole
    for prefix in _ARABIC_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_ARABIC:
            inner = _piece("".join(romanise(word[len(prefix) :])), word, "Arab")
            named = inner.token.role == "name"
            if prefix in ("ال", "لل") or not named or inner.token.alike:
                return replace(inner, token=replace(inner.token, article=named))
    return whole


def _kana(word: str) -> Iterator[Piece]:
    """A word in kana, which is written without blanks: general words and countries at its end stand alone."""
    cut = next((at for at in range(len(word) - _SHORTEST_KANA + 1) if _general(word[at:])), 0)
    if cut:
        yield from _kana(word[:cut])
    if letters := "".join(romanise(word[cut:])):
        yield _piece(letters, word[cut:], "Kana")


def _general(word: str) -> bool:
    letters = "".join(romanise(word))
    return bool(letters) and bool(lexicon.generic("Kana", letters) or places.alike("Kana", letters))


def _syllabic(word: str) -> Iterator[Piece]:
    """Han and Hangul: known words wherever they stand, Chinese ordinals, and every other syllable alone."""
    pairs = syllables(word)
    runs = [characters for characters, _ in pairs]
    at = 0
    while at < len(pairs):
        size, token = _known(runs, at)
        letters = "".join(piece for _, piece in pairs[at : at + size])
        if token:
            yield Piece(token, letters)
        elif (script := script_of(runs[at])) == "Kana":
            yield from _kana(runs[at])
        else:
            yield _piece(letters, runs[at], script)
        at += size


def _known(runs: list[str], at: int) -> tuple[int, Token | None]:
    """The longest known word that begins at a syllable, and how many syllables it has; (1, None) if none does."""
    if runs[at] == "第" and (found := _ordinal(runs[at : at + lexicon.LONGEST_SYLLABIC])):
        return found
    for size in range(min(lexicon.LONGEST_SYLLABIC, len(runs) - at), 0, -1):
        word = "".join(runs[at : at + size])
        if (token := lexicon.syllabic_words().get(word)) and (size > 1 or len(runs) == 1):
            return size, token
    return 1, None


def _ordinal(runs: list[str]) -> tuple[int, Token] | None:
    length, digits = numerals.han_ordinal("".join(runs))
    size = next((i for i in range(len(runs) + 1) if len("".join(runs[:i])) == length), 0)
    return (size, Token(digits, "number", "".join(runs[:size]), "Hani")) if digits and size else None
