"""In how many subjects' names each word occurs. Only names are looked at."""

from collections import Counter
from collections.abc import Iterator

from namesake.kernels.scripts import LATIN, script_class
from namesake.names.prepare import name_class, prepare
from namesake.values.entities import Entity
from namesake.values.tokens import NameClass, Token

LONGEST = 16
"""Letters of the longest word that counts, as in the reference population."""

MOST = 1 << 21
"""Distinct words that are counted of each kind; a file with more of them holds no names."""


class Counting:
    """Counts the words of one kind of subjects."""

    def __init__(self) -> None:
        self.subjects = 0
        self.others = 0
        self.held = Counter[str]()

    def add(self, words: frozenset[str]) -> None:
        """Count one subject by the distinct words of all its names; it counts once, however many names it has."""
        if not words:
            self.others += 1
            return
        self.subjects += 1
        self.held.update(words if len(self.held) < MOST else words & self.held.keys())


def words_of(entity: Entity) -> tuple[NameClass, frozenset[str]]:
    """How an entity's names are read, and their distinct words in Latin letters.

    Words of other scripts have no frequencies of their own: how rare they are follows from the Latin ones.
    """
    return name_class(entity), frozenset(_counting(token for parts in prepare(entity).names for token in parts.tokens))


def _counting(tokens: Iterator[Token]) -> Iterator[str]:
    for token in tokens:
        text = token.text
        if token.role == "name" and script_class(token.script) == LATIN and _plain(text):
            yield text


def _plain(text: str) -> bool:
    return 0 < len(text) <= LONGEST and text.isascii() and text.isalnum()
