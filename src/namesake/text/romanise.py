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
_REPEATED = "々"  # the Japanese sign for the character before it
_REPEATED_AFTER = re.compile(f"(.){_REPEATED}")
_NOT_LETTER = re.compile("[^a-z0-9]+")


def romanise(word: str) -> tuple[str, ...]:
    """A word in a-z and 0-9: one piece, or one a syllable for Han and Hangul; () where nothing remains."""
    if word.isascii():
        return (word.lower(),) if word.isalnum() else _clean(word)
    return _romanised(word)


@lru_cache(maxsize=1 << 16)
def _romanised(word: str) -> tuple[str, ...]:
    if syllabic(word):
        return tuple(piece for _, piece in syllables(word))
    return _clean(anyascii(word.translate(_ARABIC_FOLD) if script_of(word) == "Arab" else word))


def syllabic(word: str) -> bool:
    """Whether a word holds a Han or Hangul character, each of which is a syllable of its own."""
    return not word.isascii() and any(script_of(c) in _SYLLABIC for c in word)


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> tuple[tuple[str, str], ...]:
    """(characters, a-z) of a word with Han or Hangul: each of those alone, what stands between them in one."""
    runs: list[str] = []
    joining = False
    for c in _REPEATED_AFTER.sub(r"\1\1", word):
        alone = script_of(c) in _SYLLABIC
        if joining and not alone:
            runs[-1] += c
        else:
            runs.append(c)
        joining = not alone
    return tuple((run, piece) for run in runs for piece in _clean(anyascii(run)))


def _clean(text: str) -> tuple[str, ...]:
    piece = _NOT_LETTER.sub("", text.lower())
    return (piece,) if piece else ()
