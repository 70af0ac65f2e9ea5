"""What is stored of a subject, and the hash that says whether its content changed."""

from dataclasses import replace
from datetime import date

import pytest

from namesake.stores.database.contents import digest, subject_of, written
from namesake.values.entities import Entity, Note, Subject
from namesake.values.facts import Address, CountryFact, Identifier, PartialDate, Place
from namesake.values.names import Name, NamePart
from namesake.values.populations import Offered

DAY = date(1971, 6, 5)
ENTITY = Entity(
    "V-1",
    "Person",
    (Name("Talvek Quoren", parts=(NamePart("given", "Talvek"),)), Name("Квор", "alias", weak=True, script="Cyrl")),
    birth_dates=(PartialDate(DAY, DAY, text="5.6.71"),),
    birth_places=(Place("Osh", "kg"),),
    genders=("female",),
    countries=(CountryFact("nationality", "kg", "Kyrgyz"),),
    identifiers=(Identifier("passport", "AB1", "kg", valid=False, label="Pass"),),
    addresses=(Address("1 Main St, Osh", city="Osh"),),
)


def test_the_hash_stays_what_it_is() -> None:
    """Were it to change, the next enrolment would find everybody changed: only a migration may do that."""
    assert digest(ENTITY) == "533b6137aad1d4026b70fe5228aac22a85000aaf98b39e4385385ce9407dde1e"


CHANGES = [
    pytest.param(replace(ENTITY, id="V-2"), id="the key"),
    pytest.param(replace(ENTITY, schema="LegalEntity"), id="the schema"),
    pytest.param(replace(ENTITY, names=ENTITY.names[::-1]), id="the order of names"),
    pytest.param(replace(ENTITY, names=(ENTITY.names[0], replace(ENTITY.names[1], weak=False))), id="a weak name"),
    pytest.param(replace(ENTITY, birth_dates=()), id="a date less"),
    pytest.param(replace(ENTITY, birth_dates=(PartialDate(DAY, DAY, circa=True, text="5.6.71"),)), id="about"),
    pytest.param(replace(ENTITY, genders=("male",)), id="the gender"),
    pytest.param(replace(ENTITY, identifiers=(replace(ENTITY.identifiers[0], valid=None),)), id="a check that went"),
    pytest.param(replace(ENTITY, addresses=(Address("1 Main St, Osh"),)), id="a city less"),
]


@pytest.mark.parametrize("changed", CHANGES)
def test_every_fact_is_a_part_of_the_hash(changed: Entity) -> None:
    assert digest(changed) != digest(ENTITY)


def test_what_is_stored_comes_back() -> None:
    subject = Subject("V-1", ENTITY, 0, (("Name", "Talvek"), ("Name", "twice")), (Note("n", "text"),))
    line = written(Offered("V-1", subject))
    assert subject_of(line.content, line.carried) == subject
    assert line.hash == digest(ENTITY)
    assert "\x00" not in written(Offered("V-1", replace(subject, columns=(("Name", "a\x00b"),)))).carried
