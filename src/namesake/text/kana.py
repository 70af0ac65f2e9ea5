"""Kana written by its sounds, a letter each: "x" is sh, "c" ch and "q" ts. Small letters change the one before them;
the marks of long vowels and of doubled consonants are left out, as other scripts seldom write either."""

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "z": "ザ ズゼゾ", "s": "サ スセソ", "t": "タ  テト",
    "d": "ダ  デド", "n": "ナニヌネノ", "h": "ハヒ ヘホ", "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ",
    "y": "ヤ ユ ヨ", "r": "ラリルレロ", "w": "ワヰ ヱヲ", "v": "ヷヸヴヹヺ",
}  # fmt: skip
_SOUNDS = {
    **{kana: row + vowel for row, five in _ROWS.items() for kana, vowel in zip(five, "aiueo", strict=True)},
    "シ": "xi", "チ": "ci", "ツ": "qu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu", "ン": "n", "ヵ": "ka",
    "ヶ": "ke",
}  # fmt: skip
_SMALL = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "ya", "ュ": "yu", "ョ": "yo", "ヮ": "wa"}
_SOFT = "xcj"
_HIRAGANA, _KATAKANA, _SIZE = 0x3041, 0x30A1, 0x56


def sounds(word: str) -> str:
    """The sounds of a word in kana in a-z; other characters are left out."""
    found = ""
    for c in word:
        c = chr(ord(c) - _HIRAGANA + _KATAKANA) if _HIRAGANA <= ord(c) < _HIRAGANA + _SIZE else c
        small = _SMALL.get(c)
        if small is None:
            found += _SOUNDS.get(c, "")
        elif found:
            found = _changed(found, small)
    return found


def _changed(found: str, small: str) -> str:
    """A small vowel takes the place of the vowel before it, "ya" as well after a consonant."""
    soft = found[-2:-1] in _SOFT
    if small[0] == "y" and found[-1] in "iue":
        return found[:-1] + (small[1:] if soft else small)
    if small[0] == "w":
        return found[:-1] + small
    if found == "u" or found[-2:] in ("au", "iu", "uu", "eu", "ou"):
        return found[:-1] + "w" + small
    return found[:-1] + small[-1]
