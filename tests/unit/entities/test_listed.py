from datetime import date

import pytest

from namesake.entities.given import entity_from
from namesake.entities.listed import distinct_names, entity_of
from namesake.values.entities import ListEntry
from namesake.values.facts import CountryFact, Identifier, PartialDate
from namesake.values.names import Name, NamePart

PART = (NamePart("given", "Adam"), NamePart("family", "Example"))


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        pytest.param([Name("Adam Example"), Name("ADAM  EXAMPLE", "alias")], [Name("Adam Example")], id="first kept"),
        pytest.param(
            [Name("A. Ex", "alias", weak=True), Name("a. ex", "alias")], [Name("a. ex", "alias")], id="strong"
        ),
        pytest.param([Name("Ex", "former"), Name("Ex", "alias")], [Name("Ex", "alias")], id="alias before former"),
        pytest.param([Name("Ex", weak=True), Name("Ex", "former")], [Name("Ex", "former")], id="strong before primary"),
        pytest.param([Name("Ex"), Name("Ex", parts=PART)], [Name("Ex", parts=PART)], id="with parts"),
        pytest.param([Name("B"), Name("A"), Name(" ")], [Name("B"), Name("A")], id="order, blank"),
    ],
)
def test_distinct_names(names: list[Name], kept: list[Name]) -> None:
    assert list(distinct_names(names)) == kept


def test_an_entry_becomes_an_entity() -> None:
    born = (PartialDate(date(1985, 1, 1), date(1985, 12, 31), text="1985"),)
    entry = ListEntry(
        "table", "e-1", "table:e-1", "Person", (Name("Adam Example"), Name("adam example", "alias")), "{}",
        birth_dates=born, identifiers=(Identifier("passport", "A 123"),), remarks=("a remark",),
    )  # fmt: skip
    entity = entity_of(entry)
    assert (entity.id, entity.schema, entity.caption) == ("e-1", "Person", "Adam Example")
    assert (entity.names, entity.birth_dates) == ((Name("Adam Example"),), born)
    assert entity.identifiers == entry.identifiers


def test_an_entity_from_properties() -> None:
    entity = entity_from(
        {"name": "Adam\u200b Example", "alias": ["A. Ex"], "birthDate": "1985", "nationality": ["ru", "??"]},
        "Person",
        "x",
    )
    assert (entity.id, entity.schema) == ("x", "Person")
    assert entity.names == (Name("Adam Example"), Name("A. Ex", "alias"))
    assert entity.birth_dates[0].first == date(1985, 1, 1)
    assert entity.countries == (CountryFact("nationality", "ru", "ru"),)


@pytest.mark.parametrize("properties", [{}, {"name": ""}, {"name": "123"}, {"name": "A" * 1001}])
def test_properties_that_name_nobody(properties: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="name"):
        entity_from(properties)
