"""What is found on two names, and what each finding is worth, in bits."""

from __future__ import annotations

from array import array

from namesake.kernels.names import Names

FEATURES = (
    "prior", "word", "rarity", "frequent", "spelt", "cost", "cost_per_letter", "far", "least_alike", "across",
    "across_rarity", "across_frequent", "across_far", "least_alike_across", "excess", "syllabic", "syllabic_rarity",
    "syllabic_excess", "least_alike_syllabic", "attested", "unattested", "joined", "alike", "stem", "skeleton", "cut",
    "cut_across", "acronym", "acronym_frequent", "initial", "initial_differs", "initials_differ", "no_word", "scant",
    "together", "single", "single_initial", "lone", "lone_frequent", "ordinary", "borrowed", "contradiction",
    "contradiction_across", "contradictions", "contradicted", "first", "last", "extra", "extra_words", "extra_first",
    "extra_last", "known_apart", "turned", "mixed", "reversed", "number", "number_differs", "number_missing",
    "generic", "generic_differs", "generic_missing", "legal", "legal_differs", "legal_missing", "place_differs",
    "place_missing", "titled", "whole", "weak",
)  # fmt: skip
"""What names are weighed by."""

(LINK, NO_WORD, CONTRADICTION, EXTRA, INITIAL_DIFFERS, SINGLE, WORST, TURNED, MIXED, REVERSED, NUMBER, GENERIC, LEGAL,
 PLACE, WHOLE, TURNED_WHOLE, WEAK_ALIAS, SCRIPT, SAME_LETTERS, SLIP, SCANT, CUT_NAME,
 TOGETHER, TITLE, ORDINARY) = range(25)  # fmt: skip
"""Kinds of items."""

EQUAL, DIFFERS, MISSING = 0, 1, 2
"""Levels of numbers, general words, legal forms and places."""

MOST_ITEMS = 64

_MOST = 16
_MOST_ITEMS = MOST_ITEMS
_UNIT = 1024
_MOST_WORD = 16 * 1024
_MOST_JOIN = 26 * 1024
_FREQUENT = 11 * 1024
_FAR_OFF = 1024
_EXCESS_SYLLABIC = 8 * 1024
_FREQUENT_ACROSS = 8 * 1024
_LEAST_ACROSS = -5 * 1024


class Weights:
    """What each feature is worth, in 1/1024 bit: per occurrence, or per bit of what is measured in bits."""

    prior: int
    word: int
    rarity: int
    frequent: int
    spelt: int
    cost: int
    cost_per_letter: int
    far: int
    least_alike: int
    across: int
    across_rarity: int
    across_frequent: int
    across_far: int
    least_alike_across: int
    excess: int
    syllabic: int
    syllabic_rarity: int
    syllabic_excess: int
    least_alike_syllabic: int
    attested: int
    unattested: int
    joined: int
    alike: int
    stem: int
    skeleton: int
    cut: int
    cut_across: int
    acronym: int
    acronym_frequent: int
    initial: int
    initial_differs: int
    initials_differ: int
    no_word: int
    scant: int
    together: int
    single: int
    single_initial: int
    lone: int
    lone_frequent: int
    ordinary: int
    borrowed: int
    contradiction: int
    contradiction_across: int
    contradictions: int
    contradicted: int
    first: int
    last: int
    extra: int
    extra_words: int
    extra_first: int
    extra_last: int
    known_apart: int
    turned: int
    mixed: int
    reversed: int
    number: int
    number_differs: int
    number_missing: int
    generic: int
    generic_differs: int
    generic_missing: int
    legal: int
    legal_differs: int
    legal_missing: int
    place_differs: int
    place_missing: int
    titled: int
    whole: int
    weak: int

    def __init__(self, weights: dict[str, int], *, person: bool) -> None:
        self.person = person
        for feature in FEATURES:
            setattr(self, feature, weights.get(feature, 0))


class Items:
    """The findings on two names: kind, level (or where the link stands), bits."""

    def __init__(self) -> None:
        self.kinds = array("i", [0]) * MOST_ITEMS
        self.levels = array("i", [0]) * MOST_ITEMS
        self.bits = array("i", [0]) * MOST_ITEMS
        self.count = 0
        self.total = 0


def item(items: Items, kind: int, level: int, bits: int) -> None:
    """One finding more."""
    if items.count < _MOST_ITEMS:
        items.kinds[items.count] = kind
        items.levels[items.count] = level
        items.bits[items.count] = bits
        items.count += 1
    items.total += bits


def times(weight: int, amount: int) -> int:
    """A weight per bit times bits in 1/1024, rounded."""
    return (weight * amount + _UNIT // 2) // _UNIT


def agreement(weights: Weights, tie: int, agreed: int, cost: int, letters: int, excess: int) -> int:
    """What a link is worth: the rarer the word the more, the further apart the spellings the less. Between two scripts
    an attested spelling, which has an excess below zero, counts like the same word."""
    if tie == 5:  # what is common in full is no rarer by its first letter
        return weights.initial + (times(weights.frequent, above(_FREQUENT, agreed)) if agreed else 0)
    per_letter = cost // letters
    attested = tie in (2, 9)
    if attested and excess >= 0:
        return _across(weights, tie, max(agreed - cost, _LEAST_ACROSS), per_letter, excess)
    bits = weights.word + times(weights.rarity, min(agreed, _MOST_JOIN if tie == 3 else _MOST_WORD))
    bits += times(weights.frequent, above(_FREQUENT, agreed))
    if attested:
        return bits + weights.attested
    if tie == 4:
        return bits + weights.alike
    if tie == 10:
        return bits + weights.stem
    if tie == 6:
        return bits + weights.acronym + times(weights.acronym_frequent, above(_FREQUENT, agreed))
    if tie == 7:
        return bits + weights.skeleton
    if tie == 8:
        return bits + weights.cut + (weights.cut_across if excess else 0)
    if cost > 0:
        bits += weights.spelt + times(weights.cost, cost) + times(weights.cost_per_letter, per_letter)
        bits += times(weights.far, above(per_letter, _FAR_OFF))
    return bits + weights.joined if tie == 3 else bits


def _across(weights: Weights, tie: int, rare: int, per_letter: int, excess: int) -> int:
    """What a link between two scripts is worth, where `rare` is the word's rarity less its cost of spelling."""
    common = times(weights.across_frequent, above(_FREQUENT_ACROSS, rare))
    if tie == 2:
        return (
            weights.across + times(weights.across_rarity, rare) + common
            + times(weights.across_far, above(per_letter, _FAR_OFF))
        )  # fmt: skip
    return (
        weights.syllabic + times(weights.syllabic_rarity, rare) + common
        + times(weights.syllabic_excess, above(excess, _EXCESS_SYLLABIC))
    )  # fmt: skip


def above(amount: int, limit: int) -> int:
    """What is above a limit."""
    return amount - limit if amount > limit else 0


def size_of(names: Names, i: int) -> int:
    """How many words of a name may be aligned."""
    return min(names.starts[i + 1] - names.starts[i], _MOST)
