"""Which names could reach a threshold: an upper bound of the score of every pair of names, all at once."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.births import Born, birth_bound
from namesake.candidates.building import whole_key
from namesake.candidates.partition import Partition
from namesake.candidates.reach import Reached, Weights
from namesake.kernels.links import JOIN_SIZES, MOST_TOKENS, join, joinable
from namesake.kernels.rarity import rarity
from namesake.kernels.speller import writes_vowels
from namesake.values.tokens import NameClass, NameParts, Token

Ints = NDArray[np.int32]
Reach = Callable[[Token, int, bool], Reached]


@dataclass(frozen=True, slots=True)
class _Query:
    """What is known of the subject's name before any list is looked at."""

    words: tuple[tuple[int, Token, int], ...]
    joins: tuple[tuple[tuple[int, ...], Token, int], ...]
    initials: int
    aside: int


@dataclass(frozen=True, slots=True)
class Subject:
    """What the bound needs of a subject: one of its names, its birth, and the bits that are needed."""

    parts: NameParts
    born: Born
    threshold: int


def possible_names(partition: Partition, subject: Subject, kind: NameClass, using: tuple[Reach, Weights]) -> Ints:
    """The names (positions in the partition) whose pair with this one may reach the threshold, in 1/1024 bit."""
    reach, weights = using
    query = _query(subject.parts, kind)
    equal = _equal(partition, subject.parts)
    every = _without_words(partition, query, weights, subject.threshold)
    counted = _count(partition, query, reach, every=every)
    most = _bound(partition, query, counted, weights)
    weak = partition.weak[counted.names] | subject.parts.name.weak
    most = np.where(weak, np.minimum(most + weights.weak, -weights.weak_below), most)
    most += birth_bound(partition, counted.names, subject.born, kind, weights)
    return np.union1d(counted.names[most >= subject.threshold].astype(np.int32), equal)


def _query(parts: NameParts, kind: NameClass) -> _Query:
    tokens = parts.compared[:MOST_TOKENS]
    words = tuple((i, token, rarity(token, kind)) for i, token in enumerate(tokens) if token.role == "name")
    joins = tuple(_joins(tokens, kind))
    aside = sum(token.role in ("number", "generic", "legal") for token in parts.compared)
    return _Query(words, joins, sum(token.role == "initial" for token in tokens), aside)


def _joins(tokens: Sequence[Token], kind: NameClass) -> Iterator[tuple[tuple[int, ...], Token, int]]:
    for size in JOIN_SIZES:
        for i in range(len(tokens) - size + 1):
            run = tuple(tokens[i : i + size])
            if joinable(run):
                yield tuple(range(i, i + size)), join(run), sum(rarity(token, kind) for token in run)


def _equal(partition: Partition, parts: NameParts) -> Ints:
    key = np.uint64(whole_key(parts))
    first, last = np.searchsorted(partition.keys, key, "left"), np.searchsorted(partition.keys, key, "right")
    return partition.key_names[first:last]


@dataclass(frozen=True, slots=True)
class _Counted:
    """Of every name that any word reached: the bits that the words can give at most, how many of the subject's
    words found one, how many of the name's own words they can account for, and whether joined words are in it."""

    names: NDArray[np.intp]
    bits: Ints
    matched: Ints
    accounted: Ints
    joined: NDArray[np.bool_]


def _without_words(partition: Partition, query: _Query, weights: Weights, threshold: int) -> bool:
    """Whether the threshold is so low that names without any word in common may reach it."""
    initials = query.initials + int(partition.initials.max(initial=0))
    most = weights.prior + weights.no_word + max(0, weights.birth_agrees)
    return most + initials * weights.initial + query.aside * weights.aside >= threshold


def _count(partition: Partition, query: _Query, reach: Reach, *, every: bool) -> _Counted:
    size = len(partition.entity)
    bits, matched, accounted = (np.zeros(size, np.int32) for _ in range(3))
    joined = np.zeros(size, bool)
    before = Counter[tuple[str, bool]]()
    for _, token, worth in query.words:
        found = reach(token, worth, False)
        # A word that the subject's name has twice finds a second partner only where there are two.
        same = (token.text, writes_vowels(token.script))
        free = (found.choices > before[same]) | partition.repeated[found.names]
        names = found.names[free]
        before[same] += 1
        bits[names] += np.maximum(found.bits[free], 0)
        matched[names] += 1
        accounted[names] += found.spans[free]
    for span, token, worth in query.joins:
        found = reach(token, worth, True)
        bits[found.names] += np.maximum(found.bits, 0)
        matched[found.names] += len(span)
        accounted[found.names] += 1
        joined[found.names] = True
    touched = np.arange(size) if every else np.flatnonzero(matched)
    return _Counted(touched, bits[touched], matched[touched], accounted[touched], joined[touched])


def _bound(partition: Partition, query: _Query, counted: _Counted, weights: Weights) -> Ints:
    """The most that every name can score on names: what agrees, less what is certain to be lost."""
    initials = partition.initials[counted.names].astype(np.int32)
    words = partition.words[counted.names].astype(np.int32)
    left = np.maximum(len(query.words) - counted.matched - initials, 0)
    right = np.maximum(words - counted.accounted - query.initials, 0)
    gained = counted.bits + (query.initials + initials) * weights.initial + query.aside * weights.aside
    alone = (counted.matched == 1) & (counted.accounted == 1) & ~counted.joined & (initials + query.initials == 0)
    several = (len(query.words) > 1) | (words > 1)
    single = np.where(alone & several, weights.single, 0)
    return np.asarray(weights.prior + gained + _lost(left, right, weights) + single, np.int32)


def _lost(left: Ints, right: Ints, weights: Weights) -> Ints:
    """The charge for words that nothing on the other side can stand for: on both sides they contradict."""
    least = np.minimum(left, right)
    contradiction = weights.contradiction + weights.contradictions * np.maximum(least, 1)
    extra = np.maximum(weights.extra_words * np.maximum(left, right), weights.contradiction + weights.contradictions)
    return np.where(least > 0, contradiction, np.where((left > 0) | (right > 0), extra, 0)).astype(np.int32)
