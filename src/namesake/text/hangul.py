"""Hangul written by its sounds, a letter each: the usual romanisations need two letters for some vowels and write a
consonant at the end of a syllable as at its beginning, so that neither can be compared letter by letter."""

_FIRST, _LAST = 0xAC00, 0xD7A3
_VOWELS, _ENDS = 21, 28
_INITIAL = ("g", "g", "n", "d", "d", "r", "m", "b", "b", "s", "s", "", "j", "j", "c", "k", "t", "p", "h")
_VOWEL = (
    "a", "e", "ya", "ye", "v", "e", "yv", "ye", "o", "wa", "we", "we", "yo", "u", "wv", "we", "wi", "yu", "x", "xi",
    "i",
)  # fmt: skip
_FINAL = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "z", "t",
    "t", "k", "t", "p", "",
)  # fmt: skip
"""Consonants as they sound at the end of a syllable; "z" is ng."""


def sounds(word: str) -> str:
    """The sounds of a Hangul word in a-z, "v" and "x" being the vowels that romanisations write "eo" and "eu"; other
    characters are left out."""
    return "".join(_syllable(ord(c) - _FIRST) for c in word if _FIRST <= ord(c) <= _LAST)


def _syllable(number: int) -> str:
    initial, rest = divmod(number, _VOWELS * _ENDS)
    vowel, final = divmod(rest, _ENDS)
    return _INITIAL[initial] + _VOWEL[vowel] + _FINAL[final]
