"""Classes of scripts: which table of spelling costs two words are compared with."""

CLASSES = ("Latn", "Cyrl", "Arab", "Hebr", "Hang", "Hani", "Kana")
LATIN = 0
HANGUL = 4
HAN = 5
_NUMBERS = {script: number for number, script in enumerate(CLASSES)}


def script_class(script: str) -> int:
    """The number of a script's class; scripts without a table of their own are read as their Latin letters."""
    return _NUMBERS.get(script, LATIN)
