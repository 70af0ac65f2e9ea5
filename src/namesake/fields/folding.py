"""The folding under which field words (countries, months, genders, labels) are looked up."""

import unicodedata

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ʼ": None, "’": None})


def fold(text: str) -> str:
    """Letters and digits only: case, accents, punctuation, spaces and invisible characters are dropped."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return "".join(c for c in plain if not unicodedata.combining(c) and (c.isalnum() or _is_mark(c)))


def ascii_digits(text: str) -> str:
    """Decimal digits of every script (Arabic-Indic, Persian, full-width, ...) as 0 to 9."""
    if text.isascii():
        return text
    return "".join(c if c.isascii() else str(unicodedata.decimal(c, c)) for c in text)


def _is_mark(character: str) -> bool:
    """Vowel signs of Indic and South-East Asian scripts: they are marks, yet part of the spelling."""
    return unicodedata.category(character) in ("Mc", "Mn")
