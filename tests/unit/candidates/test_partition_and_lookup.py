"""Names as arrays, and what a word of a subject finds in them."""

import pytest

from namesake.candidates.building import build, whole_key
from namesake.candidates.partition import Partition
from namesake.candidates.probe import Probe
from namesake.kernels.names import MOST_TOKENS
from namesake.names.prepare import prepare
from namesake.names.tokens import parse
from namesake.scoring.model import shipped
from namesake.screening.weights import measures
from namesake.values.entities import Entity
from namesake.values.names import Name

LISTED = (
    "Talvek Quoren", "Talvik Mimsy", "Robert Quoren", "Rahmonzoda Talvek", "Mrtn Gimble", "Bandersnatch Gimble",
    "Abdul Karimvel", "كريم قورن", "T. Borogove", "Quoren Talvek",
)  # fmt: skip


def entity(number: int, *names: str, schema: str = "Person") -> Entity:
    return Entity(str(number), schema, tuple(Name(name) for name in names))


def partition(*names: str) -> Partition:
    entries = [(number, prepare(entity(number, name))) for number, name in enumerate(names)]
    return build(entries, shipped().rarities["person"], slips=False)


def spelt(part: Partition, word: int) -> str:
    codes = part.letters[part.offsets[word] : part.offsets[word + 1]]
    return "".join(chr(96 + code) for code in codes)


def test_words_are_sorted_by_script_and_letters_and_name_who_holds_them() -> None:
    part = partition(*LISTED)
    for start, stop in zip([0, *part.ends.tolist()], part.ends.tolist(), strict=False):
        words = [spelt(part, word) for word in range(start, stop)]
        assert words == sorted(words)
    words = [spelt(part, word) for word in range(len(part.offsets) - 1)]
    talvek = words.index("talvek")
    held = part.held_names[part.held_starts[talvek] : part.held_starts[talvek + 1]]
    assert held.tolist() == [0, 3, 9]


def test_names_count_their_words_and_initials() -> None:
    part = partition(*LISTED)
    assert part.words.tolist() == [2, 2, 2, 2, 2, 2, 2, 2, 1, 2]
    assert part.initials.tolist() == [0, 0, 0, 0, 0, 0, 0, 0, 1, 0]
    assert part.entity.tolist() == list(range(len(LISTED)))
    assert len(part.starts) == len(LISTED) + 1


def test_several_names_of_one_entity_keep_their_positions() -> None:
    part = build([(7, prepare(entity(7, "Talvek Quoren", "Mimsy Quoren")))], shipped().rarities["person"], slips=False)
    assert part.entity.tolist() == [7, 7]
    assert part.position.tolist() == [0, 1]


def test_only_the_first_words_of_a_sentence_are_held() -> None:
    part = partition(" ".join(f"word{chr(97 + number)}" for number in range(MOST_TOKENS + 4)))
    assert part.words.tolist() == [MOST_TOKENS]
    assert len(part.runs) == MOST_TOKENS + 4, "whole names are compared to their end"


@pytest.mark.parametrize(
    ("listed", "subject", "found"),
    [
        pytest.param("Talvik", "Talvek", True, id="spelling"),
        pytest.param("Robert", "Bob", True, id="class-of-names"),
        pytest.param("Rahmonzoda", "Rahmonov", True, id="stem"),
        pytest.param("Mrtn", "Martin", True, id="consonants"),
        pytest.param("كريم", "Karim", True, id="other-script"),
        pytest.param("Slithy", "Talvek", False, id="nothing"),
    ],
)
def test_what_a_word_finds(listed: str, subject: str, found: bool) -> None:
    assert reached(f"{listed} Borogove", f"{subject} Borogove") == ({0} if found else set())


@pytest.mark.parametrize("joined", [True, False], ids=["by-a-joined-word", "by-its-parts"])
def test_words_written_as_one_are_found_from_either_side(joined: bool) -> None:
    listed, subject = ("Abdul Karimvel", "Abdulkarimvel") if joined else ("Abdulkarimvel", "Abdul Karimvel")
    assert reached(listed, subject) == {0}


@pytest.mark.parametrize(
    ("listed", "subject", "names"),
    [
        pytest.param("Talvek Quoren", "Talvik Quoren", {0}, id="spelling"),
        pytest.param("Talvek Quoren", "Quoren Talvek", {0}, id="order"),
        pytest.param("J", "J", {0}, id="whole-name-of-an-initial"),
        pytest.param("Li", "Li", {0}, id="short-whole-name"),
        pytest.param("Talvek Quoren", "Gyre Gimble", set(), id="nobody"),
    ],
)
def test_what_a_probe_finds(listed: str, subject: str, names: set[int]) -> None:
    assert reached(listed, subject) == names


def reached(listed: str, subject: str) -> set[int]:
    probe = Probe(partition(listed, "Slithy Tove"), "person", measures(shipped()))
    return {name for _, found in probe.pairs(prepare(entity(0, subject)), 0) for name, _ in found}


def test_a_probe_says_what_each_pair_scores() -> None:
    probe = Probe(partition("Talvek Quoren", "Talvik Quoren"), "person", measures(shipped()))
    ((own, found),) = probe.pairs(prepare(entity(0, "Talvek Quoren")), 0)
    assert own == 0
    scores = dict(found)
    assert scores[0] > scores[1] > 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Talvek Quoren", "Quoren Talvek", True, id="begun-elsewhere"),
        pytest.param("Talvek Imran Quoren", "Imran Talvek Quoren", False, id="mixed"),
        pytest.param("Talvek Quoren", "Talvek Quorin", False, id="other"),
    ],
)
def test_whole_names_have_a_key(one: str, other: str, same: bool) -> None:
    assert (whole_key(parse(Name(one), "person")) == whole_key(parse(Name(other), "person"))) is same


def test_a_partition_of_nothing_finds_nothing() -> None:
    empty = build([], shipped().rarities["person"], slips=False)
    assert list(Probe(empty, "person", measures(shipped())).pairs(prepare(entity(0, "Talvek Quoren")), 0)) == []
