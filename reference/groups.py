"""Builds `person_groups.npy` and `person_lifts.npy`: which words are met together in names of persons.

    pip download --no-deps name2nat==0.5.1                        # Apache-2.0
    python -m reference.groups name2nat-0.5.1-py3-none-any.whl

From names of people of Wikipedia (no nationality takes part but in capping how many of each are read, so that no
large one decides alone): each name is drawn from one of COUNT groups, and each group has its own shares of words, which
expectation and maximisation find, starting from clusters of the words by what they stand beside. A word belongs to the
group that it is met in most, unless that is less than SURE of the time. The lift of two groups is how much likelier a
word of one is in a name that has a word of the other, in bits.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.vq import kmeans2
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import svds

from namesake.kernels.groups import GROUP
from namesake.kernels.known import key_of
from reference.frequencies import DATA, people, tokens

CAP = 20_000
"""People of each nationality at most."""

COUNT = 64
LEAST = 2
"""How often a word is met to be counted."""

TURNS = 25
SURE = 0.3
SEED = 1
BIT = 1024
Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]


def counted(names: Sequence[Sequence[str]]) -> tuple[list[str], csr_matrix]:
    """The words, and which of them each name of several has (names by words)."""
    count = Counter(word for name in names for word in name)
    words = [word for word, times in count.items() if times >= LEAST and len(word) > 1]
    number = {word: place for place, word in enumerate(words)}
    found = [[number[word] for word in name if word in number] for name in names]
    several = [name for name in found if len(name) > 1]
    ends = np.cumsum([0, *map(len, several)])
    flat = np.concatenate([np.array(name) for name in several])
    return words, csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(several), len(words)))


def beginning(names: csr_matrix, count: int) -> Numbers:
    """A cluster for every word, by the words that it stands beside."""
    even = names @ diags(1 / np.sqrt(np.asarray(names.sum(0)).ravel() + 1))
    start = np.random.default_rng(SEED).normal(size=names.shape[1])
    vectors, values, _ = svds((even.T @ even).tocsr(), k=count + 1, v0=start)
    places = vectors * np.sqrt(values)
    places /= np.linalg.norm(places, axis=1, keepdims=True) + 1e-9
    _, labels = kmeans2(places, count, minit="++", seed=SEED, iter=20)
    return np.asarray(labels, np.int64)


def memberships(names: csr_matrix, count: int = COUNT) -> Floats:
    """How much of its time a word spends in each group (words by groups), drawn towards what all words do."""
    totals = np.asarray(names.sum(0)).ravel()
    shares = np.full((names.shape[1], count), 0.02 / count)
    shares[np.arange(names.shape[1]), beginning(names, count)] += 1
    shares *= totals[:, None] + 0.1
    prior = shares.sum(0) / shares.sum()
    for _ in range(TURNS):
        likely = names @ np.log(shares / shares.sum(0) + 1e-9) + np.log(prior + 1e-9)
        drawn = np.exp(likely - likely.max(1, keepdims=True))
        drawn /= drawn.sum(1, keepdims=True)
        times, prior = names.T @ drawn, drawn.mean(0)
        shares = times + 0.05 * times.sum(1, keepdims=True) / count + 1e-3
    found: Floats = (times + 0.3 * prior) / (times.sum(1, keepdims=True) + 0.3)
    return found


def lifts(names: csr_matrix, groups: Numbers, count: int = COUNT) -> Floats:
    """By how many bits a word of one group is likelier beside a word of another (groups by groups), never below 0."""
    chosen = csr_matrix((np.ones(len(groups)), (np.arange(len(groups)), groups)), shape=(len(groups), count))
    beside = (names @ chosen).toarray()
    together = beside.T @ beside - np.diag(beside.sum(0))
    each = together.sum(1)
    bits: Floats = np.log2((together + 2) * together.sum() / np.outer(each, each).clip(1))
    return bits.clip(0)


def main(wheel: Path) -> None:
    """Write both files."""
    words, names = counted([sorted(tokens(text, "person")) for text, _ in people(wheel, CAP)])
    spent = memberships(names)
    groups = spent.argmax(1)
    sure = spent.max(1) >= SURE
    numbers = {key_of(word) & ~GROUP: int(group) + 1 for word, group in zip(words, groups, strict=True)}
    for word, kept in zip(words, sure, strict=True):
        if not kept:
            numbers.pop(key_of(word) & ~GROUP, None)
    keys = sorted(key | number for key, number in numbers.items())
    np.save(DATA / "person_groups.npy", np.array(keys, np.uint64))
    np.save(DATA / "person_lifts.npy", np.round(lifts(names, groups) * BIT).astype(np.int16))
    print(f"{names.shape[0]:,} names, {len(keys):,} words in {COUNT} groups")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
