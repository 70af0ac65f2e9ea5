"""A listed name as the variations see it."""

import re
from dataclasses import dataclass
from functools import cached_property

from namesake.text.scripts import script_of
from namesake.values.names import Name
from namesake.values.schemas import kind_of

_LETTER_BY_LETTER = frozenset({"Latn", "Cyrl", "Grek"})
_WORD = re.compile(r"[^\W\d_]+")
_QUOTES = str.maketrans(dict.fromkeys('"“”„«»', " "))
BEFORE_FAMILY = frozenset(
    ("al", "el", "ul", "as", "at", "ad", "ar", "bin", "ben", "ibn", "bint", "ould", "abu", "van", "von", "de", "del",
     "der", "den", "da", "di", "dos", "du", "la", "le")
)  # fmt: skip
"""Small words that belong to the name after them."""


@dataclass(frozen=True)
class Original:
    """A listed name, as published but for its blanks. `given` and `family` are its words in reading order where it is
    a person's, quotation marks left out; else all words are in `given`."""

    text: str
    person: bool
    given: tuple[str, ...]
    family: tuple[str, ...] = ()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words: given names first."""
        return self.given + self.family

    @cached_property
    def line(self) -> str:
        """The words in one line."""
        return " ".join(self.words)

    @cached_property
    def script(self) -> str:
        """The ISO 15924 code of the script that most of its letters are written in."""
        return script_of("".join(self.words))

    @property
    def latin(self) -> bool:
        """Whether it is written in Latin letters, accents included."""
        return self.script == "Latn" and bool(_WORD.search(self.line))

    @property
    def letter_by_letter(self) -> bool:
        """Whether it is typed letter by letter, capitals and small letters apart: Latin, Cyrillic, Greek."""
        return self.script in _LETTER_BY_LETTER and bool(_WORD.search(self.line))


def original(name: Name, schema: str) -> Original:
    """A published name taken apart: by a comma, else by its typed parts, else the last word is the family name, with
    the small words before it ("el", "van")."""
    text = " ".join(name.text.split())
    if kind_of(schema) != "person":
        return Original(text, False, tuple(text.split()))
    before, comma, after = text.translate(_QUOTES).partition(",")
    if comma and after.strip() and "," not in after:
        return Original(text, True, tuple(after.split()), tuple(before.split()))
    words = text.translate(_QUOTES).split()
    at = _family_from(words, name)
    return Original(text, True, tuple(words[:at]), tuple(words[at:]))


def _family_from(words: list[str], name: Name) -> int:
    """Where the family name begins, if it stands at the end."""
    typed = " ".join(part.text for part in name.parts if part.kind == "family").casefold().split()
    if typed and [word.casefold() for word in words[-len(typed) :]] == typed and len(typed) < len(words):
        return len(words) - len(typed)
    at = max(len(words) - 1, 1)
    while at > 1 and words[at - 1].casefold() in BEFORE_FAMILY:
        at -= 1
    return at
