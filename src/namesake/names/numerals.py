"""Numbers in names of organisations, vessels and the like: in words, as ordinals, as Roman numerals.

A number is hard evidence (Victory 3 is not Victory 5), so all ways to write one become the same token:
"Brigade Forty Four", "44th Brigade", "Brigade No. 44", "Brigade XLIV" up to XXXIX.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from namesake.data import rows
from namesake.text.romanise import romanise
from namesake.text.scripts import script_of
from namesake.text.unicode import plain

_ORDINAL = re.compile(r"([0-9]{1,6})(?:st|nd|rd|th|er|ere|eme|ro|ra|do|da|to|ta|vo|va|mo|ma|no|na|ya|oy|aya|yy|iy)")
_NUMBERED = re.compile(r"(?:no|nr)([0-9]{1,6})")
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_HAN = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_HAN_ORDINAL = re.compile("第([0-9]{1,4}|[〇零一二三四五六七八九十百两]{1,6})")
NUMBER_SIGNS = frozenset({"no", "nr", "num", "number", "numero", "nomer", "nomor", "numara", "raqm", "shomare"})
"""Words that announce a number and are none themselves."""

ENDINGS = frozenset({"y", "ya", "e", "go", "oy", "yy", "iy", "aya", "oe", "ogo", "a"})
"""Endings of ordinals that stand apart from their digits: "5-я"."""

AMBIGUOUS_ROMAN = frozenset({"i", "v", "x", "vi", "xi"})
"""Roman numerals that are letters or syllables as well; they count only at the end of a name."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number word: `kind` says what it may stand beside, "ten" before "unit" (forty four)."""

    value: int
    kind: str
    languages: frozenset[str]


@cache
def numerals() -> Mapping[tuple[str, str], Numeral]:
    """Number words by script and romanised spelling; a word of several languages keeps them all."""
    found: dict[tuple[str, str], Numeral] = {}
    for value, word, kind, language in rows("numbers.csv"):
        key = (script_of(word), "".join(romanise(plain(word))))
        known = found.get(key)
        languages = frozenset({language}) | (known.languages if known else frozenset())
        found[key] = Numeral(int(value), known.kind if known else kind, languages)
    return found


@cache
def roman() -> Mapping[str, str]:
    """Roman numerals from 1 to 39 in lower case, to their digits."""
    return {
        "x" * tens + _ROMAN_ONES[ones]: str(10 * tens + ones) for tens in range(4) for ones in range(10)[not tens :]
    }


def numeral(script: str, letters: str) -> Numeral | None:
    """The number that a word is, or None."""
    return numerals().get((script, letters))


def takes_part(script: str, letters: str) -> bool:
    """Whether a word is, announces or ends a number, or is a Roman numeral."""
    return (
        (script, letters) in numerals()
        or letters in NUMBER_SIGNS
        or (script == "Latn" and letters in roman())
        or (script == "Cyrl" and letters in ENDINGS)
    )


def digits(text: str) -> str:
    """The number that a word with digits is ("44th", "No5", "007"), without leading zeros; '' for other words."""
    if text.isdigit():
        return text.lstrip("0") or "0"
    found = _ORDINAL.fullmatch(text) or _NUMBERED.fullmatch(text)
    return (found[1].lstrip("0") or "0") if found else ""


def together(first: Numeral, second: Numeral) -> int | None:
    """The value of two number words that make one ("forty four", "soixante douze", "one hundred"), else None."""
    if not first.languages & second.languages:
        return None
    if first.kind == "ten" and second.kind in ("unit", "after") and second.value:
        return first.value + second.value
    if first.value in (60, 80) and "fr" in first.languages and 10 <= second.value <= 16:
        return first.value + second.value
    if first.value == 4 and second.value == 20 and "fr" in first.languages:
        return 80
    return 100 if first.value == 1 and second.value == 100 else None


def han_ordinal(word: str) -> tuple[int, str]:
    """How many characters at the start of a word are a Chinese ordinal ("第三"), and its digits; (0, '') if none."""
    found = _HAN_ORDINAL.match(word)
    if not found:
        return 0, ""
    return found.end(), found[1].lstrip("0") or "0" if found[1].isdigit() else str(_han_value(found[1]))


def _han_value(text: str) -> int:
    total = digit = 0
    for c in text:
        if c in _HAN:
            digit = _HAN[c]
        else:
            total, digit = total + (digit or 1) * (10 if c == "十" else 100), 0
    return total + digit
