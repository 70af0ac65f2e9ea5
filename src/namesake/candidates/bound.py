"""Which names could reach a threshold: an upper bound of the score of every pair of names, all at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.births import birth_bound
from namesake.candidates.building import whole_key
from namesake.candidates.partition import Partition
from namesake.candidates.reach import Reached, Weights
from namesake.kernels.links import JOIN_SIZES, MOST_TOKENS, join, joinable
from namesake.kernels.rarity import rarity
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
    """What the bound needs of a subject: one of its names, its years of birth, and the bits that are needed."""

    parts: NameParts
    years: tuple[int, int]
    threshold: int


def possible_names(partition: Partition, subject: Subject, kind: NameClass, using: tuple[Reach, Weights]) -> Ints:
    """The names (positions in the partition) whose pair with this one may reach the threshold, in 1/1024 bit."""
    reach, weights = using
    query = _query(subject.parts, kind)
    equal = _equal(partition, subject.parts)
    if not query.words:
        return equal
    bound, seen = _bound(partition, query, reach, weights)
    reached = np.flatnonzero(seen)
    most = bound[reached] + birth_bound(partition, reached, subject.years, kind, weights)
    return np.union1d(reached[most >= subject.threshold].astype(np.int32), equal)


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


def _bound(partition: Partition, query: _Query, reach: Reach, weights: Weights) -> tuple[Ints, NDArray[np.bool_]]:
    """For every name the most it can score on names, and whether any word of it was reached at all."""
    size = len(partition.entity)
    bits = np.zeros(size, np.int32)
    matched = np.zeros(size, np.int32)  # of the subject's words
    accounted = np.zeros(size, np.int32)  # of the list's words
    for _, token, worth in query.words:
        found = reach(token, worth, False)
        bits[found.names] += np.maximum(found.bits, 0)
        matched[found.names] += 1
        accounted[found.names] += found.spans
    joined = np.zeros(size, bool)
    for span, token, worth in query.joins:
        found = reach(token, worth, True)
        bits[found.names] += np.maximum(found.bits, 0)
        matched[found.names] += len(span)
        accounted[found.names] += 1
        joined[found.names] = True
    initials = query.initials + partition.initials.astype(np.int32)
    bound = weights.prior + bits + initials * weights.initial + query.aside * weights.aside
    return bound + _charges(partition, query, weights, (matched, accounted, joined)), matched > 0


def _charges(
    partition: Partition, query: _Query, weights: Weights, counted: tuple[Ints, Ints, NDArray[np.bool_]]
) -> Ints:
    """What is certain to be lost: words on both sides that nothing on the other can stand for, and so on."""
    matched, accounted, joined = counted
    left = np.maximum(len(query.words) - matched - partition.initials, 0)
    right = np.maximum(partition.words.astype(np.int32) - accounted - query.initials, 0)
    least = np.minimum(left, right)
    contradiction = weights.contradiction + weights.contradictions * np.maximum(least, 1)
    extra = np.maximum(weights.extra_words * np.maximum(left, right), weights.contradiction + weights.contradictions)
    charges = np.where(least > 0, contradiction, np.where((left > 0) | (right > 0), extra, 0))
    alone = (matched == 1) & ~joined & (partition.initials == 0) & (query.initials == 0)
    several = (len(query.words) > 1) | (partition.words > 1)
    return charges + np.where(alone & several & (accounted == 1), weights.single, 0)
