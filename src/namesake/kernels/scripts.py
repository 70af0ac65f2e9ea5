"""Classes of scripts: which table of spelling costs two words are compared with."""

from namesake.text import hangul, kana, pinyin
from namesake.values.tokens import Token

CLASSES = ("Latn", "Cyrl", "Arab", "Hebr", "Hang", "Hani", "Kana")
LATIN = 0
HANGUL = 4
HAN = 5
KANA = 6
_NUMBERS = {script: number for number, script in enumerate(CLASSES)}


def spelt(token: Token) -> str:
    """The letters that a token is compared by."""
    if token.script == "Latn" or token.role != "name":
        return token.text
    return sounds(token.script, token.word, token.text)


def sounds(script: str, word: str, romanised: str) -> str:
    """A word of a script by its sounds, a letter each, where its romanisation spells them with several."""
    if script == "Hang":
        return hangul.sounds(word) or romanised
    if script == "Kana":
        return kana.sounds(word) or romanised
    return pinyin.sounds(romanised) if script == "Hani" else romanised


def script_class(script: str) -> int:
    """The number of a script's class; scripts without a table of their own are read as their Latin letters."""
    return _NUMBERS.get(script, LATIN)
