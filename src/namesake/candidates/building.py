"""Entities become the arrays of an index."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from namesake.candidates.births import Born, born_of
from namesake.candidates.partition import Partition
from namesake.kernels.bank import TokenKey, Word, joined_codes, key_of, mark_of, token_key, word_of
from namesake.kernels.names import INITIAL, MOST_LETTERS, MOST_TOKENS, NAME
from namesake.kernels.rarity import Rarities
from namesake.kernels.scripts import CLASSES as SCRIPTS
from namesake.kernels.spelling import codes_of
from namesake.kernels.vocabulary import groups_of, offsets_of, shared_of
from namesake.values.tokens import NameParts, Prepared, Token

Keys = NDArray[np.uint64]
Ints = NDArray[np.int32]
JoinKey = tuple[int, bytes]
JOIN_SIZES = (2, 3)
ENDS = 4
"""Letters at the beginning or the end of a name that one slip leaves as they are."""


@dataclass
class _Join:
    rarity: int = 0
    parts: int = 0
    names: list[int] = field(default_factory=list)


@dataclass
class _Draft:
    slips: bool
    known: dict[TokenKey, Word] = field(default_factory=dict)
    numbers: dict[Word, int] = field(default_factory=dict)
    runs: list[list[int]] = field(default_factory=list)
    joins: dict[JoinKey, _Join] = field(default_factory=dict)
    rows: list[tuple[int, ...]] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    acronyms: list[list[int]] = field(default_factory=list)
    letters: list[bytes] = field(default_factory=list)


def build(entities: Iterable[tuple[int, Prepared]], rarities: Rarities, *, slips: bool) -> Partition:
    """The partition of one class of names. `entities` are numbered; with `slips`, names are found but for one slip."""
    draft = _Draft(slips)
    for number, entity in entities:
        born = born_of(entity.entity)
        for position, parts in enumerate(entity.names):
            _add(draft, (number, position), parts, born, rarities)
    return _partition(draft)


def whole_key(parts: NameParts) -> int:
    """A hash of a whole normalised name, legal forms aside, wherever it begins."""
    texts = [token.text for token in parts.compared if token.role != "legal"]
    turned = min((texts[i:] + texts[:i] for i in range(len(texts))), default=[])
    return int.from_bytes(blake2b(" ".join(turned).encode(), digest_size=8).digest(), "little")


def letters_key(codes: bytes) -> int:
    """A hash of letters written as one."""
    return int.from_bytes(blake2b(codes, digest_size=8).digest(), "little")


def _add(draft: _Draft, whose: tuple[int, int], parts: NameParts, born: Born, rarities: Rarities) -> None:
    name = len(draft.rows)
    tokens = parts.compared
    words = [_word(draft, token, rarities) for token in tokens]
    roles = [word.role for word in words[:MOST_TOKENS]]
    draft.runs.append(
        [
            2 * draft.numbers.setdefault(word, len(draft.numbers)) + token.article
            for word, token in zip(words, tokens, strict=True)
        ]
    )
    draft.rows.append((*whose, mark_of(parts), roles.count(NAME), roles.count(INITIAL), *born))
    draft.whole.append(whole_key(parts))
    draft.acronyms.append([key_of(text) for text in parts.acronyms])
    draft.letters.append(codes_of(parts.letters, MOST_LETTERS))
    _add_joins(draft, name, words[:MOST_TOKENS], [token.article for token in tokens])


def _word(draft: _Draft, token: Token, rarities: Rarities) -> Word:
    key = token_key(token)
    found = draft.known.get(key)
    if found is None:
        found = draft.known[key] = word_of(token, rarities)
    return found


def _add_joins(draft: _Draft, name: int, words: Sequence[Word], articles: Sequence[bool]) -> None:
    for size in JOIN_SIZES:
        for i in range(len(words) - size + 1):
            run = words[i : i + size]
            if codes := joined_codes(run, articles[i : i + size]):
                join = draft.joins.setdefault((run[0].script, codes), _Join())
                join.rarity = max(join.rarity, sum(word.rarity for word in run))
                join.parts = max(join.parts, size)
                if not join.names or join.names[-1] != name:
                    join.names.append(name)


def _partition(draft: _Draft) -> Partition:
    words = sorted(draft.numbers, key=lambda word: (word.role != NAME, word.script, word.codes, word))
    table = np.array(draft.rows, np.int64).reshape(-1, 8)
    return Partition(
        **_words(words),
        **_names(draft, words),
        **_joins(draft),
        **_lookups(draft, words),
        entity=table[:, 0].astype(np.int32),
        position=table[:, 1].astype(np.int32),
        marks=table[:, 2].astype(np.uint8),
        words=table[:, 3].astype(np.uint8),
        initials=table[:, 4].astype(np.uint8),
        born_from=table[:, 5].astype(np.int16),
        born_to=table[:, 6].astype(np.int16),
        born_on=table[:, 7].astype(np.int32),
    )


def _words(words: Sequence[Word]) -> dict[str, np.ndarray]:
    codes = [word.codes for word in words]
    naming = [word.script for word in words if word.role == NAME]
    ends = np.searchsorted(naming, range(len(SCRIPTS)), "right").astype(np.int32)
    shared = shared_of(codes, [0, *ends.tolist()])
    return {
        "letters": np.frombuffer(b"".join(codes) or b"\0", np.uint8),
        "offsets": offsets_of(codes),
        "rarity": np.fromiter((word.rarity for word in words), np.int32, len(words)),
        "roles": np.fromiter((word.role for word in words), np.uint8, len(words)),
        "scripts": np.fromiter((word.script for word in words), np.uint8, len(words)),
        "keys": np.fromiter((word.key for word in words), np.uint64, len(words)),
        "glyphs": np.fromiter((word.glyph for word in words), np.uint64, len(words)),
        "skeletons": np.fromiter((word.skeleton for word in words), np.uint64, len(words)),
        "alike_starts": _starts([len(word.alike) for word in words]),
        "alike": _keys(key for word in words for key in word.alike),
        "shared": _some(shared),
        "groups": groups_of(shared),
        "ends": ends,
        **_backward("back", codes, ends),
    }


def _backward(name: str, codes: Sequence[bytes], ends: Ints) -> dict[str, np.ndarray]:
    """The words from their last letter to their first, in that order within each class of scripts."""
    order = [
        word
        for start, stop in pairwise([0, *ends.tolist()])
        for word in sorted(range(start, stop), key=lambda word: codes[word][::-1])
    ]
    turned = [codes[word][::-1] for word in order]
    shared = shared_of(turned, [0, *ends.tolist()])
    return {
        f"{name}_letters": np.frombuffer(b"".join(turned) or b"\0", np.uint8),
        f"{name}_offsets": offsets_of(turned),
        f"{name}_shared": _some(shared),
        f"{name}_groups": groups_of(shared),
        f"{name}_words": _some(np.array(order, np.int32)),
    }


def _names(draft: _Draft, words: Sequence[Word]) -> dict[str, np.ndarray]:
    place = np.zeros(len(words) + 1, np.int32)
    place[[draft.numbers[word] for word in words]] = np.arange(len(words))
    runs = np.array([item for run in draft.runs for item in run], np.int32)
    runs = place[runs >> 1] * 2 + (runs & 1)
    starts = _starts([len(run) for run in draft.runs])
    naming = sum(word.role == NAME for word in words)
    within = np.arange(len(runs)) - np.repeat(starts[:-1], np.diff(starts))
    owner = np.repeat(np.arange(len(draft.runs)), np.diff(starts))
    held = np.stack([runs >> 1, owner])[:, (runs >> 1 < naming) & (within < MOST_TOKENS)]
    held = np.unique(held, axis=1) if held.size else held
    return {
        "starts": starts,
        "runs": _some(runs.astype(np.int32)),
        "held_starts": np.searchsorted(held[0], np.arange(len(words) + 1)).astype(np.int32),
        "held_names": _some(held[1].astype(np.int32)),
        "acronym_starts": _starts([len(keys) for keys in draft.acronyms]),
        "acronyms": _keys(key for keys in draft.acronyms for key in keys),
        "name_letter_starts": _starts([len(codes) for codes in draft.letters]),
        "name_letters": np.frombuffer(b"".join(draft.letters) or b"\0", np.uint8),
    }


def _joins(draft: _Draft) -> dict[str, np.ndarray]:
    keys = sorted(draft.joins)
    joins = [draft.joins[key] for key in keys]
    codes = [codes for _, codes in keys]
    ends = np.searchsorted([script for script, _ in keys], range(len(SCRIPTS)), "right").astype(np.int32)
    shared = shared_of(codes, [0, *ends.tolist()])
    return {
        "join_letters": np.frombuffer(b"".join(codes) or b"\0", np.uint8),
        "join_offsets": offsets_of(codes),
        "join_shared": _some(shared),
        "join_groups": groups_of(shared),
        "join_ends": ends,
        **_backward("join_back", codes, ends),
        "join_rarity": np.fromiter((join.rarity for join in joins), np.int32, len(joins)),
        "join_scripts": np.fromiter((script for script, _ in keys), np.uint8, len(joins)),
        "join_parts": np.fromiter((join.parts for join in joins), np.uint8, len(joins)),
        "join_starts": _starts([len(join.names) for join in joins]),
        "join_names": _some(np.array([name for join in joins for name in join.names], np.int32)),
    }


def _lookups(draft: _Draft, words: Sequence[Word]) -> dict[str, np.ndarray]:
    naming = [(place, word) for place, word in enumerate(words) if word.role == NAME]
    ends = [(name, codes) for name, codes in enumerate(draft.letters) if codes and draft.slips]
    tables: dict[str, Iterator[tuple[int, int]]] = {
        "word_keys word_key_words": ((word.key, place) for place, word in naming),
        "skeleton_keys skeleton_words": ((word.skeleton | 1, place) for place, word in naming if word.skeleton),
        "alike_keys alike_words": ((key, place) for place, word in naming for key in word.alike),
        "acronym_keys acronym_names": ((key, name) for name, keys in enumerate(draft.acronyms) for key in keys),
        "whole_keys whole_names": ((key, name) for name, key in enumerate(draft.whole)),
        "letter_keys letter_names": ((letters_key(codes), name) for name, codes in enumerate(draft.letters) if codes),
        "head_keys head_names": ((letters_key(codes[:ENDS]), name) for name, codes in ends),
        "tail_keys tail_names": ((letters_key(codes[-ENDS:]), name) for name, codes in ends),
    }
    found: dict[str, np.ndarray] = {}
    for names, items in tables.items():
        keys, places = names.split()
        ordered = sorted(set(items))
        found[keys] = np.array([key for key, _ in ordered], np.uint64)
        found[places] = np.array([place for _, place in ordered], np.int32)
    return found


def _starts(lengths: Sequence[int]) -> Ints:
    return np.concatenate([[0], np.cumsum(np.array(lengths, np.int64))]).astype(np.int32)


def _keys(keys: Iterable[int]) -> Keys:
    return _some(np.fromiter(keys, np.uint64))


def _some(values: np.ndarray) -> np.ndarray:
    """The values, or a single zero: an empty buffer has no address."""
    return values if len(values) else np.zeros(1, values.dtype)
