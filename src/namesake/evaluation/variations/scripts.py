"""A person's Latin name in another script, by simple tables of our own: the way back is for the engine to find."""

import re
from collections.abc import Sequence

from namesake.evaluation.draw import Draw
from namesake.evaluation.original import Original
from namesake.evaluation.variations.signs import without_accents

_Table = Sequence[tuple[str, str]]

_CYRILLIC: _Table = (
    ("shch", "щ"), ("kh", "х"), ("zh", "ж"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ya", "я"),
    ("yo", "ё"), ("ye", "е"), ("iy", "ий"), ("ph", "ф"), ("th", "т"), ("ck", "к"), ("a", "а"), ("b", "б"), ("c", "к"),
    ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"), ("j", "дж"), ("k", "к"), ("l", "л"),
    ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"),
    ("v", "в"), ("w", "в"), ("x", "кс"), ("y", "й"), ("z", "з"),
)  # fmt: skip
_ARABIC: _Table = (
    ("kh", "خ"), ("sh", "ش"), ("th", "ث"), ("dh", "ذ"), ("gh", "غ"), ("ch", "تش"), ("zh", "ج"), ("ph", "ف"),
    ("aa", "ا"), ("ee", "ي"), ("oo", "و"), ("ou", "و"), ("ai", "ي"), ("ay", "ي"), ("ei", "ي"), ("au", "و"),
    ("aw", "و"), ("b", "ب"), ("c", "ك"), ("d", "د"), ("f", "ف"), ("g", "ج"), ("h", "ه"), ("i", "ي"), ("j", "ج"),
    ("k", "ك"), ("l", "ل"), ("m", "م"), ("n", "ن"), ("o", "و"), ("p", "ب"), ("q", "ق"), ("r", "ر"), ("s", "س"),
    ("t", "ت"), ("u", "و"), ("v", "ف"), ("w", "و"), ("x", "كس"), ("y", "ي"), ("z", "ز"),
)  # fmt: skip
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
_ARTICLE = re.compile(r"\b(?:al|el)[- ]")


def cyrillic(name: Original, _draw: Draw) -> str | None:
    """A person's name in Russian letters."""
    return _carried(name, _CYRILLIC).title() if _carriable(name) else None


def arabic(name: Original, _draw: Draw) -> str | None:
    """A person's name in Arabic letters: short vowels within a word are not written."""
    if not _carriable(name):
        return None
    text = _ARTICLE.sub("ال", _DOUBLED.sub(r"\1", without_accents(name.line).casefold()))
    return " ".join(map(_arabic_word, re.sub(r"[-'’]", "", text).split()))


def _carriable(name: Original) -> bool:
    letters = without_accents(name.line).replace(" ", "").translate(str.maketrans("", "", "-'’."))
    return name.person and len(name.words) > 1 and letters.isascii() and letters.isalpha()


def _arabic_word(word: str) -> str:
    first = "ا" if word[0] in "aeiou" else ""
    last = "ا" if len(word) > 2 and word[-1] in "ae" else ""
    inner = word[1:] if word[0] in "ae" else word
    return first + _by(_ARABIC, inner[:-1] if last else inner, skip="ae.") + last


def _carried(name: Original, table: _Table) -> str:
    return _by(table, re.sub(r"['’.]", "", without_accents(name.line).casefold()))


def _by(table: _Table, text: str, skip: str = "") -> str:
    """A text by a table, the longest piece first; `skip` is not written, and what is not in the table stays."""
    written, at = "", 0
    while at < len(text):
        piece, other = next(((p, o) for p, o in table if text.startswith(p, at)), (text[at], text[at]))
        written += "" if piece in skip else other
        at += len(piece)
    return written
