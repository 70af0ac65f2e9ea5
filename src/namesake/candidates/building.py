"""Entities become the arrays of an index."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import product

import numpy as np

from namesake.candidates.births import Born, born_of
from namesake.candidates.partition import Partition
from namesake.kernels.links import JOIN_SIZES, MOST_TOKENS, join, joinable
from namesake.kernels.rarity import rarity
from namesake.kernels.speller import writes_vowels
from namesake.kernels.spelling import encode
from namesake.values.tokens import NameClass, NameParts, Prepared, Token

Word = tuple[bool, bool, bytes]
"""Without vowels, several written as one, and the letter codes: the order of the vocabulary."""


@dataclass
class _Draft:
    postings: dict[Word, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    rarity: dict[Word, int] = field(default_factory=dict)
    names: list[tuple[int, ...]] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)


def build(entities: Iterable[tuple[int, Prepared]], kind: NameClass) -> Partition:
    """The partition of one class of names. `entities` are numbered."""
    draft = _Draft()
    for number, entity in entities:
        born = born_of(entity.entity)
        for position, parts in enumerate(entity.names):
            _add(draft, (number, position), parts, born, kind)
    return _arrays(draft)


def whole_key(parts: NameParts) -> int:
    """A hash of a whole normalised name, legal forms aside, wherever it begins."""
    texts = [token.text for token in parts.compared if token.role != "legal"]
    turned = min((texts[i:] + texts[:i] for i in range(len(texts))), default=[])
    return int.from_bytes(blake2b(" ".join(turned).encode(), digest_size=8).digest(), "little")


def _add(draft: _Draft, whose: tuple[int, int], parts: NameParts, born: Born, kind: NameClass) -> None:
    name = len(draft.names)
    tokens = parts.compared[:MOST_TOKENS]
    roles = [token.role for token in tokens]
    texts = [token.text for token in tokens if token.role == "name"]
    repeated = len(set(map(encode, texts))) < len(texts)
    draft.names.append((*whose, len(texts), roles.count("initial"), parts.name.weak, repeated, *born))
    draft.keys.append(whole_key(parts))
    for token, span, worth in _indexed(tokens, kind):
        word = (not writes_vowels(token.script), span > 1, encode(token.text))
        held = draft.postings[word]
        held[name] = max(span, held.get(name, 0))
        draft.rarity[word] = max(worth, draft.rarity.get(word, 0))


def _indexed(tokens: Sequence[Token], kind: NameClass) -> Iterator[tuple[Token, int, int]]:
    """The words of a name and its neighbouring words as one: the word, how many it stands for, its rarity."""
    for token in tokens:
        if token.role == "name":
            yield token, 1, rarity(token, kind)
    for size in JOIN_SIZES:
        for i in range(len(tokens) - size + 1):
            parts = tuple(tokens[i : i + size])
            if joinable(parts):
                yield join(parts), size, sum(rarity(part, kind) for part in parts)


def _arrays(draft: _Draft) -> Partition:
    words = sorted(draft.postings)
    letters = b"".join(codes for _, _, codes in words)
    lengths = np.fromiter((len(codes) for _, _, codes in words), np.int32, len(words))
    counts = np.fromiter((len(draft.postings[word]) for word in words), np.int32, len(words))
    held = [item for word in words for item in draft.postings[word].items()]
    table = np.array(draft.names, np.int32).reshape(-1, 9)
    keys = np.array(draft.keys, np.uint64)
    sections = Counter((abjad, joined) for abjad, joined, _ in words)
    order = np.argsort(keys, kind="stable").astype(np.int32)
    return Partition(
        letters=np.frombuffer(letters or b"\0", np.uint8),
        offsets=_cumulated(lengths),
        shared=np.fromiter(_shared(words), np.uint8, len(words)),
        rarity=np.fromiter((draft.rarity[word] for word in words), np.int32, len(words)),
        ends=np.cumsum([sections[a, b] for a, b in product((False, True), repeat=2)]).astype(np.int32),
        starts=_cumulated(counts),
        names=np.fromiter((name for name, _ in held), np.int32, len(held)),
        spans=np.fromiter((span for _, span in held), np.uint8, len(held)),
        entity=np.ascontiguousarray(table[:, 0]),
        position=np.ascontiguousarray(table[:, 1]),
        words=table[:, 2].astype(np.uint8),
        initials=table[:, 3].astype(np.uint8),
        weak=table[:, 4].astype(bool),
        repeated=table[:, 5].astype(bool),
        born_from=table[:, 6].astype(np.int16),
        born_to=table[:, 7].astype(np.int16),
        born_on=np.ascontiguousarray(table[:, 8]),
        keys=keys[order],
        key_names=order,
    )


def _cumulated(lengths: np.typing.NDArray[np.int32]) -> np.typing.NDArray[np.int32]:
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)


def _shared(words: Sequence[Word]) -> Iterator[int]:
    """How many letters each word shares with the one before it."""
    before = b""
    for _, _, codes in words:
        length = min(len(before), len(codes))
        yield next((i for i in range(length) if before[i] != codes[i]), length)
        before = codes
