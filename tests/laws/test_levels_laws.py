"""Raising the level of one evidence item never lowers a score; what is unknown is neutral."""

from itertools import pairwise

import pytest

from namesake.scoring.model import shipped
from namesake.screener import compare

Party = dict[str, str]
BIRTHS = (
    "birth_date.exact", "birth_date.month", "birth_date.year", "birth_date.within range",
    "birth_date.within a wide range", "birth_date.neighbouring year", "birth_date.differs",
)  # fmt: skip
"""From the strongest to the weakest of what a birth date can be, as it is known less and less well."""


def bits(subject: str, entry: str, subject_facts: Party | None = None, entry_facts: Party | None = None) -> int:
    left = {"name": subject, "schema": "Person", **(subject_facts or {})}
    found = compare(left, {"name": entry, "schema": "Person", **(entry_facts or {})})
    assert found is not None
    return found.bits


@pytest.mark.parametrize(
    ("entry", "rising"),
    [
        pytest.param("Borogov Talvek Quoren", ("Gimble", "Borogav", "Borogov"), id="rare-word-by-spelling"),
        pytest.param("Maria Talvek Quoren", ("Gimble", "Mariya", "Maria"), id="common-word-by-spelling"),
        pytest.param("Borogov Talvek Quoren", ("G.", "", "B.", "Borogov"), id="rare-word-by-initial"),
        pytest.param("Maria Talvek Quoren", ("G.", "", "M.", "Maria"), id="common-word-by-initial"),
        pytest.param("Robert Talvek Quoren", ("Gimble", "Bob", "Robert"), id="nickname"),
        pytest.param("Rahmonov Talvek Quoren", ("Gimble", "Rahmonzoda", "Rahmonov"), id="stem"),
        pytest.param("Bandersnatch Talvek Quoren", ("Gimble", "Bander", "Bandersnatch"), id="cut-off"),
        pytest.param("Muhammad Talvek Quoren", ("Gimble", "Muhammad"), id="commonest-word-or-none"),
        pytest.param("Yusuf Talvek Quoren", ("كريم", "يوسف", "Yusuf"), id="across-scripts"),
    ],
)
def test_the_more_one_word_agrees_the_more_the_names_score(entry: str, rising: tuple[str, ...]) -> None:
    rest = entry.partition(" ")[2]
    scores = [bits(f"{word} {rest}".strip(), entry) for word in rising]
    assert scores == sorted(scores)


@pytest.mark.parametrize(
    ("entry", "rising"),
    [
        pytest.param("Veltani 3", ("Veltani 5", "Veltani", "Veltani 3"), id="number"),
        pytest.param("Veltani Trading", ("Veltani Bank", "Veltani", "Veltani Trading"), id="generic"),
        pytest.param("Veltani LLC", ("Veltani JSC", "Veltani", "Veltani LLC"), id="legal-form"),
        pytest.param("Veltani Chile", ("Veltani Peru", "Veltani", "Veltani Chile"), id="place"),
    ],
)
def test_the_more_what_stands_beside_agrees_the_more_organisations_score(entry: str, rising: tuple[str, ...]) -> None:
    found = [compare({"name": name, "schema": "Company"}, {"name": entry, "schema": "Company"}) for name in rising]
    scores = [match.bits for match in found if match]
    assert len(scores) == len(rising)
    assert scores == sorted(scores)


def test_birth_dates_that_fit_less_well_are_worth_less() -> None:
    facts = shipped().facts
    assert all(facts[better] > facts[worse] for better, worse in pairwise(BIRTHS))
    assert facts["birth_date.within a wide range"] >= 0 > facts["birth_date.neighbouring year"]


@pytest.mark.parametrize(
    ("conflict", "agreement", "entry"),
    [
        pytest.param({"gender": "female"}, {"gender": "male"}, {"gender": "male"}, id="gender"),
        pytest.param({"nationality": "fr"}, {"nationality": "md"}, {"nationality": "md"}, id="country"),
        pytest.param({"birthDate": "1950"}, {"birthDate": "1985"}, {"birthDate": "1985-12-15"}, id="birth-date"),
    ],
)
def test_what_is_unknown_lies_between_conflict_and_agreement_and_is_neutral(
    conflict: Party, agreement: Party, entry: Party
) -> None:
    unknown = bits("Talvek Quoren", "Talvek Quoren", {}, entry)
    assert unknown == bits("Talvek Quoren", "Talvek Quoren")
    worse = bits("Talvek Quoren", "Talvek Quoren", conflict, entry)
    assert worse < unknown <= bits("Talvek Quoren", "Talvek Quoren", agreement, entry)
