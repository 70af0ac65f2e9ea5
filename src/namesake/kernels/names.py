"""Names as the loops see them: runs of words of a vocabulary, all in flat arrays."""

from __future__ import annotations

from collections.abc import Sequence

NAME, INITIAL, NUMBER, GENERIC, LEGAL = 1, 2, 3, 4, 5
"""Roles of words; particles and honorifics are left out."""

DESCENT, WEAK, AS_PERSON = 1, 2, 4
"""Marks of names: whether one says whose child somebody is, whether the publisher calls it weak, and whether it was
read as a person's."""

MOST_TOKENS = 16
"""Only the first words of a name are aligned; longer ones are sentences. Whole names are compared by `whole`."""


MOST_LETTERS = 200
"""Letters of a name that is compared as one word."""


class Words:
    """A vocabulary. For each word its letter codes, rarity in 1/1024 bit, role, class of script, a hash of what
    is compared (`keys`), of the character that a syllable of Han or Hangul is written with, else 0 (`glyphs`),
    and hashes of the classes of names that it belongs to (`alike`, from `alike_starts`)."""

    def __init__(
        self,
        letters: Sequence[int],
        offsets: Sequence[int],
        rarity: Sequence[int],
        roles: Sequence[int],
        scripts: Sequence[int],
        keys: Sequence[int],
        glyphs: Sequence[int],
        skeletons: Sequence[int],
        alike: tuple[Sequence[int], Sequence[int]],
    ) -> None:
        self.letters = letters
        self.offsets = offsets
        self.rarity = rarity
        self.roles = roles
        self.scripts = scripts
        self.keys = keys
        self.glyphs = glyphs
        self.skeletons = skeletons
        self.alike_starts, self.alike = alike


class Names:
    """Names over a vocabulary: from `starts` runs of `runs`, which are numbers of words times two, plus one where
    an article stands before the word; `marks`; hashes of what each name may be known
    by `besides` its words, acronyms or titles; and the codes of all its letters
    written as one (none for more than MOST_LETTERS)."""

    def __init__(
        self,
        words: Words,
        starts: Sequence[int],
        runs: Sequence[int],
        marks: Sequence[int],
        besides: tuple[Sequence[int], Sequence[int]],
        letters: tuple[Sequence[int], Sequence[int]],
    ) -> None:
        self.words = words
        self.starts = starts
        self.runs = runs
        self.marks = marks
        self.beside_starts, self.besides = besides
        self.letter_starts, self.letters = letters
