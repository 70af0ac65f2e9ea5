"""What is built for many names at once is what each name, word and run of words is by itself."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.candidates.building import JOIN_SIZES, build, whole_key
from namesake.candidates.index import build_index, index_of
from namesake.candidates.partition import ARRAYS, CLASSES, Partition
from namesake.candidates.probe import Probe
from namesake.kernels.bank import joined_codes, mark_of, word_of
from namesake.kernels.drafting import ENDS, letters_key
from namesake.kernels.names import INITIAL, LEGAL, MOST_LETTERS, MOST_TOKENS, NAME
from namesake.kernels.scripts import HAN, HANGUL
from namesake.kernels.spelling import codes_of
from namesake.names.prepare import READING, prepare
from namesake.scoring.model import shipped
from namesake.screening.weights import measures
from namesake.values.entities import Entity
from namesake.values.facts import PartialDate
from namesake.values.names import Name
from namesake.values.tokens import NameClass, NameParts, Prepared

WORDS = (
    "Talvek", "Quoren", "al-Quoren", "Abdul", "J", "bin", "Dr", "Li", "Na", "Тальвек", "كريم", "Bank", "Ltd", "3",
    "Borogoveborogoveborogoveborogove", "Quorenova", "Robert", "김", "민준", "",
)  # fmt: skip
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=MOST_TOKENS + 3).map(" ".join)
ENTITIES = st.lists(st.lists(NAMES, max_size=3), max_size=6)
KINDS = ("Person", "Company")


def prepared(names: list[list[str]], schema: str) -> list[Prepared]:
    entities = (Entity(str(n), schema, tuple(map(Name, own))) for n, own in enumerate(names))
    return [prepare(entity) for entity in entities]


def built(entities: list[Prepared], schema: str) -> Partition:
    kind: NameClass = "person" if schema == "Person" else "other"
    return build(enumerate(entities), shipped().rarities[kind], slips=kind != "person")


def words_at(letters: bytes, offsets: list[int]) -> list[bytes]:
    return [letters[start:stop] for start, stop in pairwise(offsets)]


def joins(entities: list[Prepared], schema: str) -> Iterator[tuple[int, bytes, int, int, int]]:
    """Class of script, letters, rarity, parts and name of each run of words that may be written as one."""
    rarities = shipped().rarities["person" if schema == "Person" else "other"]
    for number, parts in enumerate(name for entity in entities for name in entity.names):
        tokens = parts.compared[:MOST_TOKENS]
        words = [word_of(token, rarities) for token in tokens]
        for size in JOIN_SIZES:
            for i in range(len(words) - size + 1):
                run = words[i : i + size]
                if codes := joined_codes(run, [token.article for token in tokens[i : i + size]]):
                    yield run[0].script, codes, sum(word.rarity for word in run), size, number


def holders(part: Partition, join: int) -> list[int]:
    """Who holds a joined word."""
    name = int(part.join_names[join])
    return [name] if name >= 0 else part.join_more[~name + 1 : ~name + 1 + part.join_more[~name]].tolist()


@settings(max_examples=60, deadline=None)
@given(ENTITIES, st.sampled_from(KINDS))
def test_joined_words_are_those_of_each_run(names: list[list[str]], schema: str) -> None:
    entities = prepared(names, schema)
    part = built(entities, schema)
    expected: dict[tuple[int, bytes], list[tuple[int, int, int]]] = {}
    for script, joined, *rest in joins(entities, schema):
        expected.setdefault((script, joined), []).append((rest[0], rest[1], rest[2]))
    held = [holders(part, place) for place in range(len(expected))]
    codes = words_at(part.join_letters.tobytes(), part.join_offsets.tolist())
    turned = words_at(part.join_back_letters.tobytes(), part.join_back_offsets.tolist())
    scripts = [script for script, count in enumerate(np.diff(part.join_ends, prepend=0)) for _ in range(count)]
    assert list(zip(scripts, codes, strict=True)) == sorted(expected)
    for place, runs in enumerate(expected[key] for key in sorted(expected)):
        assert part.join_rarity[place] == max(rarity for rarity, _, _ in runs)
        assert part.join_parts[place] == max(parts for _, parts, _ in runs)
        assert held[place] == sorted({name for _, _, name in runs})
    assert [codes[word][::-1] for word in part.join_back_words[: len(turned)]] == turned


@settings(max_examples=60, deadline=None)
@given(ENTITIES, st.sampled_from(KINDS))
def test_each_name_is_taken_down(names: list[list[str]], schema: str) -> None:
    entities = prepared(names, schema)
    part = built(entities, schema)
    parts = [name for entity in entities for name in entity.names]
    assert part.entity.tolist() == [n for n, entity in enumerate(entities) for _ in entity.names]
    assert part.position.tolist() == [n for entity in entities for n in range(len(entity.names))]
    assert part.marks.tolist() == [mark_of(name) for name in parts]
    for number, name in enumerate(parts):
        _same_words(part, number, name, schema)
        assert number in _beside(part.whole_keys.tolist(), part.whole_names.tolist(), whole_key(name))
        codes = codes_of(name.letters, MOST_LETTERS)
        own = part.name_letters[part.name_letter_starts[number] : part.name_letter_starts[number + 1]]
        assert own.tobytes() == codes
        for keys, beside, some in (
            ("letter", "letter", codes),
            ("head", "head", codes[:ENDS]),
            ("tail", "tail", codes[-ENDS:]),
        ):
            found = _beside(
                getattr(part, f"{keys}_keys").tolist(), getattr(part, f"{beside}_names").tolist(), letters_key(some)
            )
            assert (number in found) is (bool(codes) and (keys == "letter" or schema == "Company"))


def _same_words(part: Partition, number: int, name: NameParts, schema: str) -> None:
    rarities = shipped().rarities["person" if schema == "Person" else "other"]
    run = part.runs[part.starts[number] : part.starts[number + 1]].tolist()
    words = [word_of(token, rarities) for token in name.compared]
    codes = words_at(part.letters.tobytes(), part.offsets.tolist())
    assert [item & 1 for item in run] == [token.article for token in name.compared]
    for item, word in zip(run, words, strict=True):
        place = item >> 1
        assert (codes[place], part.roles[place], part.scripts[place], part.keys[place], glyph(part, place)) == (
            word.codes, word.role, word.script, word.key, word.glyph,
        )  # fmt: skip
        assert (part.skeletons[place], part.rarity[place]) == (word.skeleton, word.rarity)
        assert part.alike[part.alike_starts[place] : part.alike_starts[place + 1]].tolist() == list(word.alike)
    counted = [word.role for word in words[:MOST_TOKENS]]
    assert (part.words[number], part.initials[number]) == (counted.count(NAME), counted.count(INITIAL))
    for word in {item >> 1 for item in run[:MOST_TOKENS]}:
        holders = part.held_names[part.held_starts[word] : part.held_starts[word + 1]].tolist()
        assert holders.count(number) == (part.roles[word] == NAME)


def glyph(part: Partition, word: int) -> int:
    """The hash of what a word is written with; only those of Hangul and Han are there."""
    start, stop = int(part.ends[HANGUL - 1]), int(part.ends[HAN])
    return int(part.glyphs[word - start]) if start <= word < stop else 0


def _beside(keys: list[int], values: list[int], key: int) -> list[int]:
    return [value for own, value in zip(keys, values, strict=False) if own == key]


@settings(max_examples=60, deadline=None)
@given(ENTITIES, st.sampled_from(KINDS))
def test_each_word_stands_once(names: list[list[str]], schema: str) -> None:
    part = built(prepared(names, schema), schema)
    alike = [tuple(part.alike[a:b].tolist()) for a, b in pairwise(part.alike_starts.tolist())]
    words = list(
        zip(part.roles, part.scripts, part.keys, map(partial(glyph, part), range(len(part.keys))), alike, strict=True)
    )
    assert len(set(words)) == len(words)
    naming = int((part.roles == NAME).sum())
    assert part.roles[:naming].tolist() == [NAME] * naming
    codes = words_at(part.letters.tobytes(), part.offsets.tolist())[:naming]
    assert list(zip(part.scripts[:naming].tolist(), codes, strict=True)) == sorted(
        zip(part.scripts[:naming].tolist(), codes, strict=True)
    )
    turned = words_at(part.back_letters.tobytes(), part.back_offsets.tolist())
    assert [codes[word][::-1] for word in part.back_words[: len(turned)]] == turned


def test_entities_are_gone_through_once() -> None:
    once = iter(prepared([["Talvek Quoren"], ["Borogove"]], "Person"))
    assert build_index(once, shipped().rarities).partitions["person"].entity.tolist() == [0, 1]


WRITTEN = ("Talvek", "QUOREN", "talvek", "Dr.", "Jean-Luc", "O'Mimsy", "Quoren,", "bin", "el", "J", "3", "B4nk", "Ünal",
           "Kuznetsovoglu", "Quorenova", "Robert", "Тальвек", "김민준", "", "\u00a0")  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(st.lists(st.sampled_from(WRITTEN), max_size=5).map(" ".join), max_size=3), max_size=6),
    st.sampled_from(["Person", "Company", "LegalEntity"]),
    st.booleans(),
)
def test_names_that_are_not_taken_apart_are_indexed_as_those_that_are(
    names: list[list[str]], schema: str, weak: bool
) -> None:
    born = (PartialDate(date(1970, 2, 3), date(1970, 2, 3)),)
    entities = [
        Entity(str(n), schema, tuple(Name(text, weak=weak) for text in own), born if schema == "Person" else ())
        for n, own in enumerate(names)
    ]
    apart = build_index(map(prepare, entities), shipped().rarities)
    read = index_of(entities, READING, shipped().rarities)
    for kind in CLASSES:
        for name in ARRAYS:
            one, other = getattr(apart.partitions[kind], name), getattr(read.partitions[kind], name)
            assert (one.dtype, one.tolist()) == (other.dtype, other.tolist()), name


@pytest.mark.parametrize(
    ("word", "one"),
    [
        pytest.param("Talvek", True, id="a-name"),
        pytest.param("QUOREN", True, id="in-capitals"),
        pytest.param("J", False, id="an-initial"),
        pytest.param("bin", False, id="a-particle"),
        pytest.param("Dr", False, id="a-title"),
        pytest.param("el", False, id="an-article"),
        pytest.param("O'Mimsy", False, id="with-a-sign"),
        pytest.param("Quoren,", False, id="a-comma-turns-a-name"),
        pytest.param("Ünal", False, id="with-an-accent"),
        pytest.param("Тальвек", False, id="another-script"),
        pytest.param("Talvek\u200b", False, id="something-invisible"),
        pytest.param("1977", False, id="a-number"),
        pytest.param("Ta1vek", True, id="a-digit-for-a-letter"),
    ],
)
def test_which_words_are_one_name_whatever_stands_beside_them(word: str, one: bool) -> None:
    token = READING.alone(word)
    assert (token is not None) is one
    if token:
        assert [token] * 3 == list(prepare(Entity("", "Person", (Name(f"{word} {word} {word}"),))).names[0].tokens)


def test_legal_forms_do_not_count_in_whole_names() -> None:
    part = built(prepared([["Borogove Ltd"], ["Borogove"], ["Borogoves"]], "Company"), "Company")
    assert LEGAL in part.roles
    first, second, other = (_beside(part.whole_names.tolist(), part.whole_keys.tolist(), n)[0] for n in range(3))
    assert first == second != other


@pytest.mark.parametrize(
    ("schema", "names", "there"),
    [
        pytest.param("Person", ["Talvek Quoren"], set(), id="nothing"),
        pytest.param("Company", ["Quoren Mimsy Borogove"], {"beside_starts"}, id="acronyms"),
        pytest.param("Person", ["김민준"], {"glyphs"}, id="characters"),
    ],
)
def test_what_would_be_zeros_alone_is_left_out(schema: str, names: list[str], there: set[str]) -> None:
    (entity,) = prepared([names], schema)
    part = built([entity], schema)
    left_out = ("beside_starts", "glyphs", "born_from", "born_to", "born_on")
    assert {name for name in left_out if len(getattr(part, name))} == there
    probe = Probe(part, "person" if schema == "Person" else "other", measures(shipped()))
    assert [name for _, found in probe.pairs(entity, 0) for name, _ in found] == [0]


@pytest.mark.parametrize(
    ("count", "kind"), [pytest.param(1, np.uint8, id="few"), pytest.param(300, np.uint16, id="many")]
)
def test_positions_take_as_much_room_as_they_need(count: int, kind: type[np.unsignedinteger]) -> None:
    part = built(prepared([["Talvek"] * count], "Person"), "Person")
    assert part.position.dtype == kind
    assert part.position.tolist() == list(range(count))
