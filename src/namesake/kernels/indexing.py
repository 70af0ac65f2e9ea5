"""The loops of building an index: who holds which word, and neighbouring words of names written as one."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from namesake.kernels.bank import SHORTEST_JOIN
from namesake.kernels.names import INITIAL, LEGAL, MOST_TOKENS, NAME
from namesake.kernels.spelling import LETTERS, LONGEST, encode

PARTS = 3
"""Numbers of 64 bits that letters of a join are packed into, to be sorted by."""

SPREAD = 0x9E3779B97F4A7C15
"""An odd number that spreads sums over all bits (2^64 over the golden ratio)."""

_LEGAL = LEGAL
_NAME = NAME
_INITIAL = INITIAL
_MOST = MOST_TOKENS
_LONGEST = LONGEST
_SHORTEST = SHORTEST_JOIN
_DIGITS = LETTERS + 1
_HALF = 32
_ALL = (1 << 64) - 1
_SPREAD = SPREAD
_SECOND, _THIRD = 11, 23
"""Where the second and the third of these numbers begin: 11 letters after a class of script, and 12, are below 2^64."""

_ARTICLE = encode("al")


class Texts:
    """Names as runs of words: letters, where each word begins, roles, classes of scripts, rarity and keys of the words,
    whether an article is `heard` after each, and `runs` and `starts` as in `kernels.names.Names`. `room` is for the
    letters of neighbours, `other` for those of the ones before."""

    def __init__(
        self,
        letters: Sequence[int],
        offsets: Sequence[int],
        roles: Sequence[int],
        scripts: Sequence[int],
        rarity: Sequence[int],
        keys: Sequence[int],
        heard: Sequence[int],
        runs: Sequence[int],
        starts: Sequence[int],
    ) -> None:
        self.letters = letters
        self.offsets = offsets
        self.roles = roles
        self.scripts = scripts
        self.rarity = rarity
        self.keys = keys
        self.heard = heard
        self.runs = runs
        self.starts = starts
        self.room = array("B", [0]) * (2 * LONGEST)
        self.other = array("B", [0]) * (2 * LONGEST)


class Joins:
    """Neighbours written as one: the place of the first one among all `runs`, how many, how many letters those have,
    and whose name it is."""

    def __init__(self, places: memoryview, sizes: memoryview, lengths: memoryview, owners: memoryview) -> None:
        self.places = places
        self.sizes = sizes
        self.lengths = lengths
        self.owners = owners


class Merged:
    """Joins that are the same, as one: the greatest rarity of the parts together, the most parts, where the first of
    them begins, and who holds it, as in `kernels.listed.Joins`."""

    def __init__(
        self, rarity: memoryview, parts: memoryview, firsts: memoryview, names: memoryview, more: memoryview
    ) -> None:
        self.rarity = rarity
        self.parts = parts
        self.firsts = firsts
        self.names = names
        self.more = more


class Spelt:
    """Words end to end: their letters, where each begins, and how many each shares with the one before."""

    def __init__(self, letters: memoryview, offsets: memoryview, shared: memoryview) -> None:
        self.letters = letters
        self.offsets = offsets
        self.shared = shared


def put_article(letters: array[int], length: int) -> int:
    """Write the article after so many letters; how many there are then."""
    for k in range(len(_ARTICLE)):
        letters[length + k] = _ARTICLE[k]
    return length + len(_ARTICLE)


def put_joined(texts: Texts, place: int, size: int) -> int:
    """Write the letters of neighbours as one, as `kernels.bank.joined_codes` has them; how many there are, 0 where they
    may not be."""
    runs = texts.runs
    offsets = texts.offsets
    letters = texts.letters
    room = texts.room
    word = runs[place] >> 1
    heard = texts.heard[word]
    length = 0
    if size == 1:
        if not runs[place] & 1 or not heard or texts.roles[word] != _NAME:
            return 0
        length = put_article(room, 0)
    for k in range(place, place + size):
        word = runs[k] >> 1
        if texts.roles[word] != _NAME and texts.roles[word] != _INITIAL:
            return 0
        if k > place and runs[k] & 1 and heard and length < _LONGEST:
            length = put_article(room, length)
        at = offsets[word]
        for i in range(min(offsets[word + 1] - at, _LONGEST - length)):
            room[length + i] = letters[at + i]
        length = min(length + offsets[word + 1] - at, _LONGEST)
    return length if length >= _SHORTEST else 0


def packed(texts: Texts, length: int, part: int, value: int) -> int:
    """Some of so many letters as a number that has their order, after a value: the first ones, those that follow, or
    the last ones."""
    room = texts.room
    first = 0 if part == 0 else _SECOND if part == 1 else _THIRD
    last = _SECOND if part == 0 else _THIRD if part == 1 else _LONGEST
    for at in range(first, last):
        value *= _DIGITS
        if at < length:
            value += room[at] + 1
    return value


def find_joins(texts: Texts, most: int, into: Joins, keys: memoryview) -> int:
    """All runs of up to so many words that may be written as one, by names, with `keys` for their classes of scripts
    and first letters; how many. No word counts beyond those that are aligned."""
    count = 0
    for name in range(len(texts.starts) - 1):
        start = texts.starts[name]
        stop = min(texts.starts[name + 1], start + _MOST)
        for size in range(1, most + 1):
            for place in range(start, stop - size + 1):
                length = put_joined(texts, place, size)
                if length:
                    into.places[count] = place
                    into.sizes[count] = size
                    into.lengths[count] = length
                    into.owners[count] = name
                    keys[count] = packed(texts, length, 0, texts.scripts[texts.runs[place] >> 1])
                    count += 1
    return count


def pack(texts: Texts, places: Sequence[int], sizes: Sequence[int], part: int, into: memoryview) -> None:
    """Further letters of some joins as numbers."""
    for k in range(len(places)):
        into[k] = packed(texts, put_joined(texts, places[k], sizes[k]), part, 0)


def pack_turned(
    texts: Texts, words: Spelt, which: Sequence[int], scripts: Sequence[int], part: int, into: memoryview
) -> None:
    """The same of words from the last letter to the first, after their classes of scripts."""
    room = texts.room
    for k in range(len(which)):
        stop = words.offsets[which[k] + 1]
        length = stop - words.offsets[which[k]]
        for i in range(length):
            room[i] = words.letters[stop - 1 - i]
        into[k] = packed(texts, length, part, scripts[which[k]] if part == 0 else 0)


def put_spelt(texts: Texts, length: int, number: int, before: int, into: Spelt) -> None:
    """Write so many letters down as one more word, after one that has so many letters."""
    room = texts.room
    other = texts.other
    letters = into.letters
    at = into.offsets[number]
    common = 0
    while common < length and common < before and room[common] == other[common]:
        common += 1
    for i in range(length):
        other[i] = room[i]
        letters[at + i] = room[i]
    into.shared[number] = common
    into.offsets[number + 1] = at + length


def merge(texts: Texts, joins: Joins, same: Sequence[int], into: Merged, spelt: Spelt) -> int:
    """Make one of those that are the `same` as the one before them, and write them down. How long `more` is then."""
    count = -1
    last = -1
    at = 0
    before = 0
    for k in range(len(same)):
        first = joins.places[k]
        rarity = 0
        for place in range(first, first + joins.sizes[k]):
            rarity += texts.rarity[texts.runs[place] >> 1]
        if not same[k]:
            count += 1
            into.firsts[count] = first
            into.rarity[count] = rarity
            into.parts[count] = joins.sizes[k]
            into.names[count] = last = joins.owners[k]
            length = put_joined(texts, first, joins.sizes[k])
            put_spelt(texts, length, count, before, spelt)
            before = length
            continue
        into.rarity[count] = max(into.rarity[count], rarity)
        into.parts[count] = max(into.parts[count], joins.sizes[k])
        if joins.owners[k] != last:
            last = joins.owners[k]
            at = put_name(into, count, last, at)
    return at


def put_name(into: Merged, join: int, name: int, at: int) -> int:
    """One more name that holds a join, at a place of `more`, where those of the last join are; the place after it."""
    first = into.names[join]
    if first >= 0:
        into.names[join] = ~at
        into.more[at] = 1
        into.more[at + 1] = first
        at += 2
    into.more[~into.names[join]] += 1
    into.more[at] = name
    return at + 1


def turn(texts: Texts, words: Spelt, which: Sequence[int], into: Spelt) -> None:
    """Write words down from the last letter to the first."""
    room = texts.room
    before = 0
    for k in range(len(which)):
        stop = words.offsets[which[k] + 1]
        length = stop - words.offsets[which[k]]
        for i in range(length):
            room[i] = words.letters[stop - 1 - i]
        put_spelt(texts, length, k, before, into)
        before = length


def count_held(texts: Texts, named: memoryview, initials: memoryview, counts: memoryview) -> None:
    """How many names and initials the names have among the words that are aligned, and how many hold each word."""
    for name in range(len(texts.starts) - 1):
        start = texts.starts[name]
        for place in range(start, min(texts.starts[name + 1], start + _MOST)):
            word = texts.runs[place] >> 1
            if texts.roles[word] == _INITIAL:
                initials[name] += 1
            elif texts.roles[word] == _NAME:
                named[name] += 1
                if is_first(texts, start, place):
                    counts[word] += 1


def note_held(texts: Texts, ends: memoryview, names: memoryview) -> None:
    """Who holds each word. `ends` is where each begins, and is moved to where it ends."""
    for name in range(len(texts.starts) - 1):
        start = texts.starts[name]
        for place in range(start, min(texts.starts[name + 1], start + _MOST)):
            word = texts.runs[place] >> 1
            if texts.roles[word] == _NAME and is_first(texts, start, place):
                names[ends[word]] = name
                ends[word] += 1


def is_first(texts: Texts, start: int, place: int) -> bool:
    """Whether a word of a name is not there before, with an article or without."""
    for other in range(start, place):
        if texts.runs[other] >> 1 == texts.runs[place] >> 1:
            return False
    return True


def note_wholes(texts: Texts, into: memoryview) -> None:
    """`candidates.building.whole_key` of every name."""
    for name in range(len(texts.starts) - 1):
        total = 0
        first = 0
        before = 0
        count = 0
        for place in range(texts.starts[name], texts.starts[name + 1]):
            word = texts.runs[place] >> 1
            if texts.roles[word] == _LEGAL:
                continue
            key = texts.keys[word]
            if count:
                total = (total + (before ^ turned(key))) & _ALL
            else:
                first = key
            before = key
            count += 1
        if count:
            total = (total + (before ^ turned(first))) & _ALL
        into[name] = ((total * _SPREAD) & _ALL) >> _HALF


def turned(key: int) -> int:
    """A key with its halves exchanged."""
    return (key >> _HALF | key << _HALF) & _ALL
