"""What loops work with that compare names: rules, and room for the links between two of them."""

from __future__ import annotations

from array import array

from namesake.kernels.groups import Groups
from namesake.kernels.spelling import Costs, Rows

EXACT, SPELT, ACROSS, JOINED, ALIKE, LETTER, ACRONYM, SKELETON, CUT, SYLLABIC, STEM = range(11)
"""Ties: the same word; two spellings; two scripts; written as one; one class of names; an initial; an acronym;
the same consonants; one is the beginning of the other."""

ATTESTED = 11
"""Of a word that is looked up: a known spelling in another script. As a link it is ACROSS or SYLLABIC, with an excess
of -1."""

TIE, LEFT, LEFT_WORDS, RIGHT, RIGHT_WORDS, AGREED, COST, GAIN, MARK, FIELDS = range(10)
"""The fields of a link: the first word and how many on both sides; rarity agreed, cost and gain in 1/1024 bit; and
what tells two joins of the same gain apart."""

MOST = 16
"""Words of a name that are aligned."""

MOST_LINKS = 2048
"""More than 16 words a side, with two and three neighbours joined, can make."""

_LONGEST = 32


class Rules:
    """The cost tables by classes of scripts (`costs[(left * 7 + right) * 2 + joined]`), those of Latin letters between
    others for each class that is not Latin, what it costs that two syllables of Han or Hangul sound alike, and which
    words are met together."""

    def __init__(
        self, costs: list[Costs], contexts: list[memoryview], homophone: int, anchor: int, groups: Groups
    ) -> None:
        self.costs = costs
        self.contexts = contexts
        self.anchor = anchor
        self.groups = groups
        self.homophone = homophone


class Bench:
    """Room to work in: the links found between two names, and those chosen."""

    def __init__(self) -> None:
        self.rows = Rows()
        self.links = array("i", [0]) * (MOST_LINKS * FIELDS)
        self.chosen = array("i", [0]) * MOST
        self.left_used = array("i", [0]) * MOST
        self.right_used = array("i", [0]) * MOST
        self.places = array("i", [0]) * MOST
        self.ranks = array("i", [0]) * MOST
        self.groups = array("i", [0]) * MOST
        self.joined = array("B", [0]) * (_LONGEST + 1)
        self.found = 0
        self.count = 0
        self.tie = 0
        self.agreed = 0
        self.gain = 0
        self.excess = 0
