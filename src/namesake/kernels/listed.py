"""The names of a list as the loops that look names up see them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from namesake.kernels.births import Births
from namesake.kernels.names import Names

SIZES = 31
INITIALS, TOKENS, SCRIPTS = 5, 10, 15
"""Where the numbers stand in what is known of a name: see `Listed`."""


class Postings:
    """For each word (or words written as one) the names that hold it, from `starts`."""

    def __init__(self, starts: Sequence[int], names: Sequence[int]) -> None:
        self.starts = starts
        self.names = names


class Joins:
    """Neighbouring words of listed names, as one: where their letters begin, the rarity of the parts together, how many
    parts they have, and the name that holds each. Where `names` is below zero there are more: `~names` is the place
    in `more` of how many, which they follow."""

    def __init__(
        self,
        offsets: Sequence[int],
        rarity: Sequence[int],
        parts: Sequence[int],
        names: Sequence[int],
        more: Sequence[int],
    ) -> None:
        self.offsets = offsets
        self.rarity = rarity
        self.parts = parts
        self.names = names
        self.more = more


class Listed:
    """The names of a list, what is known of each, where the naming words of
    each class of scripts end, who holds which word, and when their entities were born.

    `facts` are two numbers a name, side by side because they are asked for together and memory is slow: where its words
    start, and how many of them name, how many initials it has (INITIALS), how many words are aligned (TOKENS), each up
    to SIZES, and a bit for every class of scripts that it has words of (SCRIPTS). A bit of `plain` says that a name has
    words in Latin letters only, and no initials: so few bytes are soon had."""

    def __init__(
        self, names: Names, facts: Sequence[int], plain: Sequence[int], ends: Sequence[int],
        postings: Postings, joins: Joins, births: Births,
    ) -> None:  # fmt: skip
        self.names = names
        self.births = births
        self.facts = facts
        self.plain = plain
        self.ends = ends
        self.postings = postings
        self.joins = joins


class Reached:
    """What a word, or neighbours as one, of a subject's name finds in a list: words, with the bits and the gain of a
    link to each, and joined words with theirs; `most_gain` of all."""

    def __init__(self, words: Sequence[int], joins: Sequence[int]) -> None:
        self.words = words
        self.joins = joins
        self.bits = array("i", [0]) * max(len(words), 1)
        self.gains = array("i", [0]) * max(len(words), 1)
        self.join_bits = array("i", [0]) * max(len(joins), 1)
        self.join_gains = array("i", [0]) * max(len(joins), 1)
        self.most_gain = 0
