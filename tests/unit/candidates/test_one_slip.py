"""Organisations' names but for one slip are looked up by their first and last four letters, whatever else they hold."""

import pytest

from namesake.candidates.building import build
from namesake.candidates.probe import Probe
from namesake.names.prepare import prepare
from namesake.scoring.model import shipped
from namesake.screening.weights import measures
from namesake.values.entities import Entity
from namesake.values.names import Name
from namesake.values.tokens import NameClass


def same_letters(listed: str, subject: str, kind: NameClass = "other", *, slips: bool = True) -> bool:
    """Whether a listed name is possible for a subject's by its letters alone."""
    schema = "Person" if kind == "person" else "Company"
    entry, given = (prepare(Entity(key, schema, (Name(name),))) for key, name in (("e", listed), ("s", subject)))
    probe = Probe(build([(0, entry)], shipped().rarities[kind], slips=slips), kind, measures(shipped()))
    parts = given.names[0]
    return set(probe._same_letters(probe._query(given), 0, parts)) == {0}


@pytest.mark.parametrize(
    ("listed", "subject", "found"),
    [
        pytest.param("Veltani Quoren", "Veltani Quoren", True, id="same"),
        pytest.param("Veltani Quoren", "Vel Tani Quo Ren", True, id="written-apart"),
        pytest.param("Veltani Quoren", "Vemtani Quoren", True, id="another-letter-in-the-head"),
        pytest.param("Veltani Quoren", "Veltani Quorem", True, id="another-letter-in-the-tail"),
        pytest.param("Veltani Quoren", "Velttani Quoren", True, id="one-more"),
        pytest.param("Veltani Quoren", "Veltni Quoren", True, id="one-less"),
        pytest.param("Veltani Quoren", "Veltnai Quoren", True, id="two-exchanged"),
        pytest.param("Veltani Quoren", "eltani Quoren", True, id="first-letter-missing"),
        pytest.param("Veltani Quoren", "Veltani Quore", True, id="last-letter-missing"),
        pytest.param("Veltani Quoren", "Veltam Quoren", False, id="two-slips-in-the-middle"),
        pytest.param("Veltani Quoren", "Vemtani Quorem", False, id="a-slip-at-both-ends"),
        pytest.param("Veltani 3 Quoren", "Veltani 5 Quoren", False, id="another-digit"),
        pytest.param("Quoren", "Quorem", False, id="too-short"),
    ],
)
def test_letters_but_for_one_slip(listed: str, subject: str, found: bool) -> None:
    assert same_letters(listed, subject) is found
    assert same_letters(subject, listed) is found


def test_a_slip_in_a_persons_name_is_a_matter_of_its_words() -> None:
    assert same_letters("Veltani Quoren", "Vel Tani Quoren", "person")
    assert not same_letters("Veltani Quoren", "Veltnai Quoren", "person")


@pytest.mark.parametrize(
    ("listed", "subject", "kind", "found"),
    [
        pytest.param("Veltani Quoren Mimsy Shipping", "Veltani Quoren Mim", "other", True, id="cut-off"),
        pytest.param("Veltani Quoren Shipping", "Veltani Quoren S", "other", False, id="too-short"),
        pytest.param("Veltani Quoren Mimsy", "Veltani Quorem Mim", "other", False, id="another-letter-early"),
        pytest.param("Imran Talvek Quoren Bessling", "Imran Talvek Quoren Bes", "person", True, id="a-person"),
        pytest.param(
            "مؤسسة فلتاني كورين للتجارة والصناعة", "مؤسسة فلتاني كورين للتجارة والصن", "other", True, id="arabic"
        ),
    ],
)
def test_a_name_that_is_cut_off_is_found_by_what_it_begins_with(
    listed: str, subject: str, kind: NameClass, found: bool
) -> None:
    assert same_letters(listed, subject, kind) is found
    assert same_letters(subject, listed, kind) is found


def test_a_list_built_without_slips_holds_the_same_letters_only() -> None:
    assert same_letters("Veltani Quoren", "Vel Tani Quoren", slips=False)
    assert not same_letters("Veltani Quoren", "Veltnai Quoren", slips=False)


@pytest.mark.parametrize("slips", [True, False])
def test_a_name_of_which_no_word_agrees_is_found_by_its_letters_alone(slips: bool) -> None:
    entry, subject = (
        prepare(Entity(key, "Company", (Name(name),)))
        for key, name in (("e", "Ab Cd Ef Gh Ij Kl"), ("s", "Abcdefghijkm"))
    )
    probe = Probe(build([(0, entry)], shipped().rarities["other"], slips=slips), "other", measures(shipped()))
    found = [name for _, scores in probe.pairs(subject, 0) for name, _ in scores]
    assert found == ([0] if slips else [])
