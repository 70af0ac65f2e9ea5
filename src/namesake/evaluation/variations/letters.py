"""Slips at the keyboard: letters touched by mistake, doubled, or left out."""

import re
from collections.abc import Callable, Sequence

from namesake.evaluation.draw import Draw
from namesake.evaluation.original import Original

LONG = 5
"""Letters from which on a word is long: one slip leaves most of it."""

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = {
    letter: "".join(
        other
        for step in (-1, 0, 1)
        if 0 <= line + step < len(_KEYS)
        for other in _KEYS[line + step][max(0, at - 1) : at + 2]
        if other != letter
    )
    for line, row in enumerate(_KEYS)
    for at, letter in enumerate(row)
}
_LETTERS = re.compile(r"[^\W\d_]+")
_DOUBLED = re.compile(r"([^\W\d_])\1", re.IGNORECASE)
_VOWELS = re.compile(r"(?<=[^\W\d_])[aeiou](?=[^\W\d_])", re.IGNORECASE)

Span = tuple[int, int]


def slip(name: Original, draw: Draw) -> str | None:
    """One slip in a long word of a name of several words."""
    spans = _spans(name.text, LONG, 99)
    if not name.letter_by_letter or len(name.words) < 2 or not spans:
        return None
    return _slipped(name.text, draw.of(spans), draw)


def slip_in_short(name: Original, draw: Draw) -> str | None:
    """One slip in a short word, or in a name of one word."""
    spans = _spans(name.text, 3, LONG - 1) if len(name.words) > 1 else _spans(name.text, LONG - 1, 99)
    return _slipped(name.text, draw.of(spans), draw) if name.letter_by_letter and spans else None


def two_slips(name: Original, draw: Draw) -> str | None:
    """Two slips in different words, or in one of at least eight letters."""
    spans = _spans(name.text, LONG, 99)
    if not name.letter_by_letter or not spans or (len(spans) < 2 and spans[0][1] - spans[0][0] < 8):
        return None
    text, (start, end) = name.text, draw.of(spans)
    once = _slipped(text, (start, end), draw)
    others = [span for span in spans if span != (start, end)]
    if not others:
        return _slipped(once, (start, end - 1), draw)
    start_2, end_2 = draw.of(others)
    moved = len(once) - len(text) if start_2 > start else 0
    return _slipped(once, (start_2 + moved, end_2 + moved), draw)


def doubled(name: Original, draw: Draw) -> str | None:
    """A letter written twice, or a double letter once, in a long word of a name of several words."""
    spans = _spans(name.text, LONG, 99)
    if not name.letter_by_letter or len(name.words) < 2 or not spans:
        return None
    start, end = draw.of(spans)
    if pairs := [found.start() for found in _DOUBLED.finditer(name.text, start, end)]:
        return _without(name.text, draw.of(pairs))
    at = start + draw.below(end - start)
    return name.text[: at + 1] + name.text[at:]


def without_vowels(name: Original, _draw: Draw) -> str | None:
    """No vowel between two consonants, as in short notes and unvocalised scripts."""
    return _VOWELS.sub("", name.text) if name.latin and name.person else None


def _spans(text: str, least: int, most: int) -> Sequence[Span]:
    found = [match.span() for match in _LETTERS.finditer(text)]
    return [(start, end) for start, end in found if least <= end - start <= most]


def _slipped(text: str, span: Span, draw: Draw) -> str:
    """One slip within a span: another key, a key too many, a letter left out, or two exchanged."""
    slips: list[Callable[[str, Span, Draw], str]] = [_another, _too_many, _left_out, _exchanged]
    return draw.of(slips)(text, span, draw)


def _another(text: str, span: Span, draw: Draw) -> str:
    at = span[0] + draw.below(span[1] - span[0])
    return text[:at] + _key(text, span, at, draw) + text[at + 1 :]


def _too_many(text: str, span: Span, draw: Draw) -> str:
    at = span[0] + draw.below(span[1] - span[0])
    key, after = _key(text, span, at, draw), text[at + 1 : span[1]]
    return text[: at + 1] + (key if after.isupper() else key.lower()) + text[at + 1 :]


def _left_out(text: str, span: Span, draw: Draw) -> str:
    return _without(text, span[0] + draw.below(span[1] - span[0]))


def _exchanged(text: str, span: Span, draw: Draw) -> str:
    places = [at for at in range(span[0], span[1] - 1) if text[at].casefold() != text[at + 1].casefold()]
    if not places:
        return _left_out(text, span, draw)
    at = draw.of(places)
    left, right = text[at], text[at + 1]
    swapped = (right.upper() + left.lower()) if left.isupper() and right.islower() else right + left
    return text[:at] + swapped + text[at + 2 :]


def _key(text: str, span: Span, at: int, draw: Draw) -> str:
    """The key beside that of a letter; where there is no such keyboard, another letter of the word."""
    letter = text[at].casefold()
    others = _NEAR.get(letter) or "".join(sorted(set(text[span[0] : span[1]].casefold()) - {letter})) or letter
    key = draw.of(others)
    return key.upper() if text[at].isupper() else key


def _without(text: str, at: int) -> str:
    kept = text[:at] + text[at + 1 :]
    starts = at == 0 or not text[at - 1].isalpha()
    return kept[:at] + kept[at : at + 1].upper() + kept[at + 1 :] if starts and text[at].isupper() else kept
