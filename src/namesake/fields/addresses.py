"""Postal addresses: the words and numbers by which two are compared."""

import re
from functools import lru_cache
from itertools import pairwise

from namesake.fields import countries
from namesake.fields.folding import ascii_digits, fold

_WORDS = re.compile(r"[^\W_]+")

_WORDS_OF_MOST = (
    "address apartment apt area avenue ave av block blk blvd boulevard box building bldg bureau cad caddesi calle "
    "care city close co corner court crescent dist district dom door drive dr east entrance estate flat fl floor "
    "gasse gate ground home house highway hwy industrial kat kv kvartira lane level mah mahallesi main mezz near "
    "next no north northern number of office off opp opposite park pereulok piso place plaza plot po pob pobox "
    "postal postfach prospekt province quarter rd region road room rm rue shop sok sokak south southern sq square "
    "st state str strasse street ste suite tower town ul ulica ulitsa unit via village west wing zip zone г д дом "
    "кв квартира корп корпус область обл оф офис пер переулок пл проспект пр просп район стр строение ул улица "
    "شارع"
)
_GENERAL = frozenset(map(fold, _WORDS_OF_MOST.split()))
"""Words that stand in most addresses and say nothing about which one it is, in the commoner languages."""


@lru_cache(maxsize=1 << 14)
def parts(text: str) -> tuple[str, ...]:
    """The numbers and the words that name something, in their order; countries, general words and single letters are
    left out. What is written without spaces, as Chinese is, is one word."""
    found = (fold(word) for word in _WORDS.findall(ascii_digits(text)))
    return tuple(word.lstrip("0") or "0" if word.isdecimal() else word for word in found if _says(word))


def _says(word: str) -> bool:
    if _has_number(word):
        return True
    return len(word) > 1 and word not in _GENERAL and not countries.code(word)


def _has_number(word: str) -> bool:
    """Whether there is a digit in a word."""
    return any(character.isdecimal() for character in word)


def keys(text: str) -> frozenset[tuple[str, str]]:
    """Every number of an address with the word or number beside it, either way round: without one of these in common
    two addresses are not alike."""
    beside = ((min(pair), max(pair)) for pair in pairwise(parts(text)))
    return frozenset(pair for pair in beside if any(map(_has_number, pair)))
