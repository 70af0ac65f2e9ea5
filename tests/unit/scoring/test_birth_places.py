"""Birth places are said and never weighed."""

from dataclasses import replace

import pytest

from namesake.scoring.comparisons import birth_places
from namesake.values.entities import Entity
from namesake.values.facts import CountryFact, Place
from namesake.values.names import Name

NOBODY = Entity("e", "Person", (Name("Talvek Quoren"),))


def born_in(*places: Place, country: str = "") -> Entity:
    facts = (CountryFact("birth", country), CountryFact("nationality", "jp")) if country else ()
    return replace(NOBODY, birth_places=places, countries=facts)


ROWS = [
    pytest.param(
        born_in(Place("Lyon", "fr")),
        born_in(Place("Paris, France", "fr")),
        "agrees",
        "Lyon",
        "Paris, France",
        id="same",
    ),
    pytest.param(born_in(country="fr"), born_in(Place("Lyon", "fr")), "agrees", "fr", "Lyon", id="country-alone"),
    pytest.param(born_in(Place("Osh", "kg")), born_in(Place("", "su")), "agrees", "Osh", "su", id="former-state"),
    pytest.param(born_in(Place("Lyon", "fr")), born_in(Place("Osh", "kg")), "differs", "Lyon", "Osh", id="other"),
    pytest.param(
        born_in(Place("Lyon", "fr")),
        born_in(Place("Osh", "kg"), Place("Paris", "fr")),
        "agrees",
        "Lyon",
        "Osh; Paris",
        id="one-of-two",
    ),
    pytest.param(born_in(Place("Lyon")), born_in(Place("Osh", "kg")), "unknown", "Lyon", "Osh", id="no-country"),
    pytest.param(born_in(Place("Lyon")), born_in(Place("Lyon")), "unknown", "Lyon", "Lyon", id="the-same-words"),
    pytest.param(NOBODY, born_in(Place("Osh", "kg")), "unknown", "", "Osh", id="none"),
]


@pytest.mark.parametrize(("left", "right", "level", "subject_value", "entry_value"), ROWS)
def test_birth_places(left: Entity, right: Entity, level: str, subject_value: str, entry_value: str) -> None:
    (found,) = birth_places.compare(left, right)
    (turned,) = birth_places.compare(right, left)
    assert (found.level, found.subject_value, found.entry_value) == (level, subject_value, entry_value)
    assert (turned.level, found.amounts, found.per_million) == (level, (), None)
