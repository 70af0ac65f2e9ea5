"""What forms and systems do to letters: case, accents, punctuation, fixed fields, digits and look-alikes."""

import re
import unicodedata
from collections.abc import Callable

from namesake.evaluation.draw import Draw
from namesake.evaluation.original import Original

_ACCENTED = {"a": "á", "e": "é", "i": "í", "o": "ö", "u": "ü", "A": "Á", "E": "É", "I": "Í", "O": "Ö", "U": "Ü"}
_DIGITS = {"o": "0", "i": "1", "l": "1", "e": "3", "s": "5", "b": "8"}
_LOOKALIKES = dict(zip("aeocpxyisABEKMHOPCTXIS", "аеосрхуіѕАВЕКМНОРСТХІЅ", strict=True))
_JOINING = re.compile(r"(?<=\w)[-‐‑](?=\w)")
_MARKS = re.compile(r"[.,;:!?'’‘ʼ`´\"“”()/&+]")
_STROKES = str.maketrans("łŁđĐøØıħĦ", "lLdDoOihH")


def other_case(name: Original, _draw: Draw) -> str | None:
    """All in capitals; a name that is so already, with small letters."""
    capitals = name.text.upper()
    return name.text.title() if capitals == name.text else capitals


def accents(name: Original, draw: Draw) -> str | None:
    """Accents left out; where there are none, one vowel with an accent."""
    if not name.latin:
        return None
    plain = without_accents(name.text)
    if plain != name.text:
        return plain
    vowels = [at for at, letter in enumerate(plain) if letter in _ACCENTED]
    if not vowels:
        return None
    at = draw.of(vowels)
    return plain[:at] + _ACCENTED[plain[at]] + plain[at + 1 :]


def punctuation(name: Original, draw: Draw) -> str | None:
    """Hyphens become a blank or nothing, apostrophes, points, commas and brackets vanish."""
    hyphen = draw.of((" ", ""))
    kept = _MARKS.sub(lambda found: "" if found[0] in "'’‘ʼ`´." else " ", _JOINING.sub(hyphen, name.text))
    kept = " ".join(kept.split())
    return kept if kept != name.text and any(map(str.isalnum, kept)) else None


def cut_at(length: int) -> Callable[[Original, Draw], str | None]:
    """The first characters only, as a field of that length holds them."""

    def cut(name: Original, _draw: Draw) -> str | None:
        return name.text[:length].rstrip() if len(name.text) > length else None

    return cut


def digits(name: Original, draw: Draw) -> str | None:
    """One or two letters as the digits that look like them, within words of letters."""
    places = [at for at, letter in enumerate(name.text) if at and name.text[at - 1].isalpha() and _digit(letter)]
    return _replaced(name.text, places, draw, _digit) if name.latin and places else None


def lookalikes(name: Original, draw: Draw) -> str | None:
    """One or two Latin letters as the Cyrillic ones that look the same."""
    text = name.text
    places = [at for at, letter in enumerate(text) if letter in _LOOKALIKES and _inside(text, at)]
    return _replaced(text, places, draw, lambda letter: _LOOKALIKES[letter]) if name.latin and places else None


def _inside(text: str, at: int) -> bool:
    """Whether a letter has another beside it: a word of one letter would be all Cyrillic."""
    return text[at - 1 : at].isalpha() or text[at + 1 : at + 2].isalpha()


def _digit(letter: str) -> str:
    return _DIGITS.get(letter.casefold(), "")


def _replaced(text: str, places: list[int], draw: Draw, other: Callable[[str], str]) -> str:
    for _ in range(1 + draw.below(2)):
        at = draw.of(places)
        text = text[:at] + (other(text[at]) if text[at].isascii() and text[at].isalpha() else text[at]) + text[at + 1 :]
    return text


def without_accents(text: str) -> str:
    """A text without accents and strokes."""
    apart = unicodedata.normalize("NFD", text.translate(_STROKES))
    return unicodedata.normalize("NFC", "".join(char for char in apart if not unicodedata.combining(char)))
