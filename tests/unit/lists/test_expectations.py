"""What a version must show before it comes into force."""

from dataclasses import replace

import pytest

from namesake.lists.expectations import Previous, examine
from namesake.lists.source import Expectations
from namesake.values.entities import ListEntry
from namesake.values.names import Name
from namesake.values.versions import Publication


def entry(key: str, identity: str = "", *, named: bool = True, schema: str = "Person") -> ListEntry:
    names = (Name("Nemo Example"),) if named else ()
    return ListEntry("tiny", key, f"tiny:{identity or key}", schema, names, "{}")


def publication(count: int = 10) -> Publication:
    entries = tuple(entry(str(n)) for n in range(count))
    return Publication("tiny", "tiny", entries, kinds=(("list.csv", "main"),))


TEN = publication()
EXPECTED = Expectations(min_entries=5, max_removed_share=0.2, fill={"Person.names": 0.9})


def previous(*keys: object) -> Previous:
    return Previous("2024-01-01", {f"tiny:{key}" for key in keys})


@pytest.mark.parametrize(
    ("offered", "before", "failed"),
    [
        pytest.param(TEN, None, set(), id="as expected"),
        pytest.param(publication(5), None, set(), id="just enough"),
        pytest.param(publication(4), None, {"min-entries"}, id="too few"),
        pytest.param(publication(0), None, {"min-entries"}, id="none"),
        pytest.param(replace(TEN, kinds=(("alt.csv", "alt"),)), None, {"main-part"}, id="no main part"),
        pytest.param(replace(TEN, declared_count=10), None, set(), id="as many as declared"),
        pytest.param(replace(TEN, declared_count=11), None, {"declared-count"}, id="fewer than declared"),
        pytest.param(replace(TEN, declared_count=0), None, {"declared-count"}, id="more than declared"),
        pytest.param(
            replace(TEN, entries=(*TEN.entries, entry("3"))), None, {"unique-ids"}, id="an id that occurs twice"
        ),
        pytest.param(TEN, previous(0, 1, 2, 3, "x"), set(), id="a fifth removed"),
        pytest.param(TEN, previous(0, 1, 2, "x"), {"removed-share"}, id="a quarter removed"),
        pytest.param(TEN, previous(), set(), id="nobody before"),
        pytest.param(
            replace(TEN, entries=(*(entry(f"{n}-b", str(n)) for n in range(10)),)),
            previous(*range(10)),
            set(),
            id="the same people under other ids",
        ),
        pytest.param(
            replace(TEN, entries=(*TEN.entries[:9], entry("9", named=False))), None, set(), id="filled enough"
        ),
        pytest.param(
            replace(TEN, entries=(*TEN.entries[:8], entry("8", named=False), entry("9", named=False))),
            None,
            {"fill Person.names"},
            id="not filled",
        ),
        pytest.param(
            replace(TEN, entries=tuple(entry(str(n), named=False, schema="Vessel") for n in range(10))),
            None,
            set(),
            id="not filled where it does not matter",
        ),
        pytest.param(replace(publication(2), filtered=True, scope="x"), None, set(), id="a short filtered one"),
        pytest.param(
            replace(publication(0), filtered=True, scope="x"), None, {"min-entries"}, id="an empty filtered one"
        ),
        pytest.param(
            replace(publication(1), filtered=True), previous(0, 1), {"removed-share"}, id="a filtered one cut off"
        ),
    ],
)
def test_expectations(offered: Publication, before: Previous | None, failed: set[str]) -> None:
    checks = examine(offered, EXPECTED, before)
    assert {check.expectation for check in checks if not check.passed} == failed
    assert all(check.detail for check in checks)


def test_a_refusal_says_exactly_what_failed() -> None:
    checks = examine(publication(4), EXPECTED, previous(0, 1, 2, "x"))
    details = {check.expectation: check.detail for check in checks if not check.passed}
    assert details == {
        "min-entries": "4 entries; at least 5 are expected",
        "removed-share": "1 of 4 listed in version 2024-01-01 are gone (25.0%); "
        "at most 20.0% are expected to go in one step",
    }


def test_a_field_that_nobody_has_is_not_filled() -> None:
    checks = examine(TEN, Expectations(fill={"Person.misspelt": 0.5}), None)
    assert [check.expectation for check in checks if not check.passed] == ["fill Person.misspelt"]
