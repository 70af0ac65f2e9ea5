"""Entities become the arrays of an index."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.drafting import Draft
from namesake.candidates.joining import joins_of
from namesake.candidates.partition import Partition
from namesake.candidates.runs import Runs, runs_of
from namesake.candidates.words import Words, arrays_of, some, words_of
from namesake.kernels.drafting import ENDS, DraftNames
from namesake.kernels.indexing import SPREAD
from namesake.kernels.known import PRIME, SEED, key_of
from namesake.kernels.rarity import Rarities
from namesake.kernels.vocabulary import starts_of
from namesake.kernels.wholes import SHORTEST_CUT
from namesake.values.tokens import NameParts, Prepared

JOIN_SIZES = (1, 2, 3)
_HALF = 32

Keys = NDArray[np.uint64]


def build(entities: Iterable[tuple[int, Prepared]], rarities: Rarities, *, slips: bool) -> Partition:
    """The partition of one class of names. `entities` are numbered; with `slips`, names are found but for one slip."""
    draft = Draft(rarities)
    for number, entity in entities:
        draft.add(number, entity)
    return partition_of(draft, slips=slips)


def whole_key(parts: NameParts) -> int:
    """A hash of 32 bits of a whole normalised name, legal forms aside, wherever it begins: of each word with the
    next, and of the last one with the first."""
    keys = [key_of(token.text) for token in parts.compared if token.role != "legal"]
    pairs = zip(keys, keys[1:] + keys[:1], strict=True)
    total = sum(one ^ (other >> _HALF | (other << _HALF)) for one, other in pairs)
    return (total * SPREAD & (1 << 64) - 1) >> _HALF


def beginning_key(codes: bytes) -> int:
    """A hash of 64 bits of the first letters of a name that has enough of them to be known again when it is cut off."""
    return key_of(codes[:SHORTEST_CUT].decode("latin-1"))


def partition_of(draft: Draft, *, slips: bool) -> Partition:
    """The arrays of what was taken down, to which nothing is added any more; with `slips`, names are found but for one
    slip."""
    names = draft.names
    names.words.forget()
    words = words_of(names.words)
    arrays = arrays_of(words)
    runs = runs_of(names, words, arrays)
    return Partition(
        **joins_of(runs, max(JOIN_SIZES)),  # first, when there is the most room for them
        **arrays,
        **_names(names, runs),
        **_entities(draft),
        **_word_keys(words),
        **_name_keys(names, runs, slips=slips),
    )


def _names(draft: DraftNames, runs: Runs) -> dict[str, np.ndarray]:
    return {
        "marks": np.array(draft.marks, np.uint8),
        "runs": runs.items,
        "starts": runs.starts,
        **runs.held(),
        "beside_starts": starts_of(np.array(draft.beside_counts, np.uint8))[: None if draft.besides else 0],
        "besides": some(np.array(draft.besides, np.uint64)),
        "name_letter_starts": starts_of(np.array(draft.letter_counts, np.uint8)),
        "name_letters": some(np.array(draft.letters, np.uint8)),
    }


def _entities(draft: Draft) -> dict[str, np.ndarray]:
    """Whose each name is, the how-manieth, and when that entity may be born."""
    numbers, counts = np.array(draft.numbers, np.int32), np.array(draft.counts, np.int32)
    starts = starts_of(counts)
    positions = np.arange(starts[-1], dtype=np.int32) - np.repeat(starts[:-1], counts)
    born = np.zeros((3, len(numbers) if draft.births else 0), np.int32)
    places, *known = np.array(draft.births, np.int32).reshape(-1, 4).T
    born[:, places] = known
    first, last, day = (np.repeat(item, counts) if item.any() else item[:0] for item in born)
    return {
        "entity": np.repeat(numbers, counts),
        "position": positions.astype(np.min_scalar_type(max(counts, default=0))),
        "born_from": first.astype(np.int16),
        "born_to": last.astype(np.int16),
        "born_on": day,
    }


def _word_keys(words: Words) -> dict[str, np.ndarray]:
    """By hash: naming words, their consonants, and the classes of names that they are in."""
    numbers = np.arange(words.naming, dtype=np.int32)
    skeletons = words.skeletons[: words.naming]
    counts = np.diff(words.alike_starts[: words.naming + 1])
    return {
        **_by_key("word_keys", "word_key_words", words.keys[: words.naming], numbers),
        **_by_key("skeleton_keys", "skeleton_words", skeletons[skeletons > 0] | np.uint64(1), numbers[skeletons > 0]),
        **_by_key("alike_keys", "alike_words", words.alike[: counts.sum()], np.repeat(numbers, counts)),
    }


def _name_keys(draft: DraftNames, runs: Runs, *, slips: bool) -> dict[str, np.ndarray]:
    """By hash: acronyms or titles, whole names, their letters as one, and what they begin and end with."""
    numbers = np.arange(len(draft.sizes), dtype=np.int32)
    counts = np.array(draft.letter_counts, np.uint8)
    written = numbers[counts > 0]
    ended = written if slips else written[:0]
    starts, letters = starts_of(counts), np.array(draft.letters, np.uint8)
    heads = _four(letters, starts[ended], counts[ended])
    tails = _four(letters, starts[ended + 1] - np.minimum(counts[ended], ENDS), counts[ended])
    long = numbers[counts >= SHORTEST_CUT]
    besides = np.repeat(numbers, np.array(draft.beside_counts, np.uint8))
    return {
        **_by_key("beside_keys", "beside_names", np.array(draft.besides, np.uint64), besides),
        **_by_key("whole_keys", "whole_names", runs.whole_keys(), numbers),
        **_by_key("letter_keys", "letter_names", np.array(draft.letter_keys, np.uint64)[written], written),
        **_by_key("beginning_keys", "beginning_names", _beginnings(letters, starts[long]), long),
        **_by_key("head_keys", "head_names", heads, ended),
        **_by_key("tail_keys", "tail_names", tails, ended),
    }


def _four(letters: NDArray[np.uint8], starts: NDArray[np.int32], counts: NDArray[np.uint8]) -> Keys:
    """`letters_key` of the four letters, or of fewer where there are no more, from each start."""
    found = np.zeros(len(starts), np.uint64)
    for place in range(ENDS):
        there = counts > place
        found[there] |= letters[starts[there] + place].astype(np.uint64) << np.uint64(8 * place)
    return found


def _beginnings(letters: NDArray[np.uint8], starts: NDArray[np.int32]) -> Keys:
    """`beginning_key` from each start."""
    found = np.full(len(starts), SEED, np.uint64)
    for place in range(SHORTEST_CUT):
        found = (found ^ letters[starts + place]) * np.uint64(PRIME)
    return found


def _by_key(name: str, beside: str, keys: Keys, values: NDArray[np.int32]) -> dict[str, np.ndarray]:
    """The lower halves of keys in order, with the values beside them, which rise."""
    found = keys << np.uint64(_HALF) | values.astype(np.uint64)
    found.sort()
    return {name: (found >> np.uint64(_HALF)).astype(np.uint32), beside: found.astype(np.uint32).view(np.int32)}
