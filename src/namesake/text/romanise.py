"""Any script to a-z and 0-9. The romaniser is `anyascii`, pinned, because spelling costs rest on its output."""

import re
from functools import lru_cache

from anyascii import anyascii

from namesake.text.scripts import script_of

# Arabic letters that writers exchange freely; vowel marks and the tatweel carry nothing. Alef and ayn are
# written as the vowel that they carry in most names: the romaniser would drop them.
_ARABIC_FOLD = str.maketrans(
    {
        "ا": "a", "ع": "a", "أ": "a", "إ": "a", "آ": "a", "ٱ": "a", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ے": "ي",
        "ک": "ك", "ڪ": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ؤ": "و", "ـ": None, "ء": None,
        **{chr(mark): None for mark in range(0x064B, 0x0660)},
        "ٰ": None,
    }
)  # fmt: skip
_SYLLABIC = {"Hani", "Hang"}
_SYLLABLE = re.compile("[A-Z][a-z]*|[a-z]+|[0-9]+")
_NOT_LETTER = re.compile("[^a-z0-9]+")


@lru_cache(maxsize=1 << 17)
def romanise(word: str) -> tuple[str, ...]:
    """A word in a-z and 0-9: one piece, or one a syllable for Han and Hangul; () where nothing remains."""
    if word.isascii():
        return (word.lower(),) if word.isalnum() else _clean(word)
    script = script_of(word)
    if script in _SYLLABIC:
        pieces = _SYLLABLE.findall(anyascii(word))
        return tuple(piece.lower() for piece in pieces)
    return _clean(anyascii(word.translate(_ARABIC_FOLD) if script == "Arab" else word))


def _clean(text: str) -> tuple[str, ...]:
    piece = _NOT_LETTER.sub("", text.lower())
    return (piece,) if piece else ()
