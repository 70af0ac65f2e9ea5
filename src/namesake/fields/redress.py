"""References of redress: short codes that people carry, write down and read out, with a check digit.

Nine random characters of Crockford's base 32 (digits and capitals without I, L, O and U, which are read as 1, 1, 0 and
not at all; https://www.crockford.com/base32.html) and a check character by the Luhn algorithm modulo 32, which finds
every single mistyped character and all but few exchanged neighbours. Written in two groups of five: "7K3M9-QXC2T".
"""

import unicodedata

from stdnum import luhn

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The characters of a reference."""

RANDOM = 9
"""Characters that are drawn: one in 35 thousand billion is guessed by chance."""

_READ = str.maketrans("ILO", "110")
_BETWEEN = str.maketrans("", "", " -\u2010\u2011\u2012\u2013\u2014\u2212.\t")


def written(drawn: str) -> str:
    """The reference of nine drawn characters, with its check character. Raises `ValueError` for any others."""
    if len(drawn) != RANDOM or not set(drawn) <= set(ALPHABET):
        raise ValueError(f"{RANDOM} characters of {ALPHABET} make a reference")
    return _grouped(drawn + luhn.calc_check_digit(drawn, ALPHABET))


def read(text: str) -> str:
    """The reference that a text is, whatever its case and its dashes; '' where it is none or is mistyped."""
    plain = unicodedata.normalize("NFKC", text[:100]).translate(_BETWEEN).upper().translate(_READ)
    if len(plain) != RANDOM + 1 or not set(plain) <= set(ALPHABET) or not luhn.is_valid(plain, ALPHABET):
        return ""
    return _grouped(plain)


def _grouped(plain: str) -> str:
    return f"{plain[:5]}-{plain[5:]}"
