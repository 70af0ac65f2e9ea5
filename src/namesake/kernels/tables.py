"""The cost tables, from `data/spelling_costs.npy` (see `reference/spelling.py`) and `data/spelling.toml`."""

import tomllib
from array import array
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from namesake.kernels.bench import Rules
from namesake.kernels.groups import Groups
from namesake.kernels.scripts import CLASSES, HANGUL, LATIN
from namesake.kernels.spelling import FAR, LETTERS, LONGEST, NO_SPLITS, Costs, encode

JOIN_LENGTHS = 3
JOIN_LENGTHS_SYLLABIC = 8
"""Letters by which a joined word and the one it is compared with may differ in length; a sound of Hangul, Han or kana
is one letter and may be several in Latin ones."""

_UNIT = 1024
_LEARNT = 27
"""Letters of the learnt tables: none and a-z."""

Ints = NDArray[np.int32]


@cache
def costs_between(left: int, right: int, joined: bool = False, backward: bool = False) -> Costs:
    """The table for words of two classes of scripts, the left one's first; `joined` words must lie closer. `backward`
    is for words that are written from their last letter to their first.

    Every class has a table against Latin letters. Two classes that are not Latin meet in their romanisations.
    """
    other = max(left, right) if LATIN in (left, right) else LATIN
    limits = _spec()["latin" if other == LATIN else "other"]
    reach, loose = _limits(limits["reach"]), _limits(limits["loose"])
    if joined:
        reach = loose = (reach[0], reach[1], min(reach[2], round(limits["joined"] * _UNIT)))
    steps = _steps(other, other != LATIN and left == other, backward)
    splits = _splits(backward, reach[2]) if other == LATIN else NO_SPLITS
    beside = _beside(other, other != LATIN and left == other)
    lengths = LONGEST if not joined else JOIN_LENGTHS if max(left, right) < HANGUL else JOIN_LENGTHS_SYLLABIC
    return Costs(steps, round(_spec()["exchange"] * _UNIT), reach, loose, splits, beside, lengths)


@cache
def _steps(other: int, on_the_left: bool, backward: bool) -> "tuple[array[int], array[int], array[int]]":
    """What the steps cost between Latin letters and those of another class; shared by all tables of such words."""
    one, two_left, two_right = _learnt(other)
    if other == LATIN:
        one = _disguised(one)
        two_left = two_right = _misread(two_left)
    if on_the_left:
        one, two_left, two_right = one.T, two_right, two_left
    if backward:
        two_left, two_right = _turned(two_left), _turned(two_right)
    return _buffer(one), _buffer(two_left), _buffer(two_right)


@cache
def _beside(other: int, on_the_left: bool) -> "array[int]":
    """What a letter on the right costs at least by a step with one on the left: see `Costs`."""
    one, _, two_right = (np.frombuffer(table, np.int32) for table in _steps(other, on_the_left, False))
    pairs = two_right.reshape(LETTERS, LETTERS, LETTERS)
    least = np.minimum(one.reshape(LETTERS, LETTERS), np.minimum(pairs.min(axis=0), pairs.min(axis=1)).T // 2)
    exchanged = np.minimum(np.diagonal(least), round(_spec()["exchange"] * _UNIT) // 2)
    np.fill_diagonal(least, exchanged)
    return _buffer(least)


@cache
def _splits(backward: bool, most: int) -> "tuple[array[int], array[int], array[int]]":
    """The steps of one Latin letter for two, up to a cost: for each letter by rising cost."""
    table = np.frombuffer(_steps(LATIN, False, backward)[2], np.int32).reshape(LETTERS**2, LETTERS)
    pairs, letters = np.nonzero(table <= most)
    costs = table[pairs, letters]
    order = np.lexsort((pairs, costs, letters))
    starts = np.searchsorted(letters[order], np.arange(LETTERS + 1))
    both = (pairs // LETTERS << 6 | pairs % LETTERS)[order]
    return _buffer(starts.astype(np.int32)), _buffer(both.astype(np.int32)), _buffer(costs[order])


@cache
def contexts_of(script: int) -> memoryview:
    """What Latin letters cost between others (see `in_context`) for a class of scripts that is not Latin."""
    with as_file(files("namesake.data").joinpath("spelling_contexts.npy")) as path:
        tables = np.load(path, mmap_mode="r")
    return memoryview(tables[script - 1].ravel())


@cache
def rules(anchor: int) -> Rules:
    """All tables, and how much must tie two names closely for anything else to count, in 1/1024 bit."""
    classes = range(len(CLASSES))
    costs = [costs_between(left, right, joined) for left in classes for right in classes for joined in (False, True)]
    contexts = [contexts_of(max(script, 1)) for script in classes]
    return Rules(costs, contexts, round(_spec()["homophone"] * _UNIT), anchor, _groups())


@cache
def _groups() -> Groups:
    """Which words are met together in names of persons."""
    data = files("namesake.data")
    with as_file(data.joinpath("person_groups.npy")) as keys, as_file(data.joinpath("person_lifts.npy")) as lifts:
        table = np.load(lifts)
        return Groups(memoryview(np.load(keys, mmap_mode="r")), _buffer(table.ravel()), len(table))


def _turned(pairs: Ints) -> Ints:
    """Two letters for one, with the two the other way round."""
    return np.ascontiguousarray(pairs.reshape(LETTERS, LETTERS, LETTERS).transpose(1, 0, 2)).reshape(-1, LETTERS)


def _limits(bits: list[float]) -> tuple[int, int, int]:
    base, per_letter, most = (round(item * _UNIT) for item in bits)
    return base, per_letter, most


def _buffer(table: Ints) -> "array[int]":
    return array("i", np.ascontiguousarray(table, np.int32).tobytes())


@cache
def _spec() -> dict[str, Any]:
    return tomllib.loads(files("namesake.data").joinpath("spelling.toml").read_text("utf-8"))


@cache
def _learnt(other: int) -> tuple[Ints, Ints, Ints]:
    """The steps between Latin letters (left) and those of another class, with digits added: one for one, two on
    the left (pairs first), two on the right (pairs first)."""
    table = _tables()[other].astype(np.int32) * (_UNIT // 16)
    squares, cubes = _LEARNT**2, _LEARNT**3
    one = _with_digits(table[:squares].reshape(_LEARNT, _LEARNT))
    two_left = _spread(table[squares : squares + cubes])
    two_right = _spread(table[squares + cubes :])
    return one, two_left, two_right


def _disguised(one: Ints) -> Ints:
    """Digits for the letters that they look like, either way."""
    found = one.copy()
    for digit, letters in _spec()["digits"].items():
        for letter in encode(letters):
            where = encode(digit)[0], letter
            found[where] = found[where[::-1]] = round(_spec()["looks_like"] * _UNIT)
    return found


def _misread(pairs: Ints) -> Ints:
    """Two letters for one, no dearer than what machines misread."""
    found = pairs.copy()
    for pair, singles in _spec()["misread"].items():
        first, second = encode(pair)
        for single, bits in singles.items():
            where = first * LETTERS + second, encode(single)[0]
            found[where] = min(int(found[where]), round(bits * _UNIT))
    return found


@cache
def _tables() -> NDArray[np.uint8]:
    with files("namesake.data").joinpath("spelling_costs.npy").open("rb") as stream:
        tables: NDArray[np.uint8] = np.load(stream)
    assert len(tables) == len(CLASSES)
    return tables


def _with_digits(learnt: Ints) -> Ints:
    """A digit stands for itself alone; for any letter, or none, it is dear."""
    one = np.full((LETTERS, LETTERS), round(_spec()["digit"] * _UNIT), np.int32)
    one[:_LEARNT, :_LEARNT] = learnt
    digits = np.arange(_LEARNT, LETTERS)
    one[digits, digits] = 0
    return one


def _spread(learnt: Ints) -> Ints:
    """Pairs of letters for one, with room for digits, which never stand in such a step. 255/16 bits is never."""
    found = np.full((LETTERS, LETTERS, LETTERS), FAR, np.int32)
    cube = learnt.reshape(_LEARNT, _LEARNT, _LEARNT)
    found[:_LEARNT, :_LEARNT, :_LEARNT] = np.where(cube == 255 * (_UNIT // 16), FAR, cube)
    return found.reshape(LETTERS * LETTERS, LETTERS)
