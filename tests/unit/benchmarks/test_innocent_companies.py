"""False alerts on companies: who is left out, and what is counted."""

from benchmarks.quality.innocent_companies import known, rows, screened, screening

from namesake.screening.screening import reference
from namesake.values.entities import Entity
from namesake.values.names import Name

NAMES = ("Quoren Borogove Shipping LLC", "Quoren Borogove Trading", "Mimsy Gimble AG", "Quoren Borogoves Shipping")


def test_the_very_name_of_an_entry_is_left_out_and_others_are_counted() -> None:
    entry = Entity(id="e", schema="Company", names=(Name("Quoren Borogove Shipping LLC"),))
    found = list(screened(NAMES, screening([reference(entry, "own")])))
    assert [result.subject.entity.names[0].text for result in found] == list(NAMES[1:])
    alerted = sum(bool(result.matches) for result in found)
    assert alerted >= 1
    (_, own, strong), (_, any_list, _) = rows(found)
    assert own == any_list
    assert own.startswith(f"{1000 * alerted / 3:.1f} (")
    assert strong.endswith(")")


def test_companies_are_known_by_name() -> None:
    assert len(known()) == 2000
