"""What changed between two versions, on invented entries."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from namesake.lists.delta import Delta, Edition, EntryRef, FieldChange, delta
from namesake.lists.delta_rows import PartDelta
from namesake.values.entities import ListEntry
from namesake.values.names import Name
from namesake.values.versions import ListVersion, PartRef

Originals = Mapping[str, Mapping[str, object]]

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def edition(entries: Originals, *, form: str = "tiny", kinds: tuple[str, ...] = ("main",)) -> Edition:
    parts = tuple(PartRef(kind, f"{kind}.csv", kind, 1) for kind in kinds)
    day = date(2024, 6, 1)
    version = ListVersion("tiny", "", "x", "h", form, day, "given", NOW, parts, len(entries), "in-force")
    found = [
        ListEntry("tiny", key, f"tiny:{key}", "Person", (Name(f"N{key}"),), json.dumps(original))
        for key, original in entries.items()
    ]
    return Edition(version, found)


def compact(found: Delta) -> tuple[list[str], list[str], dict[str, list[tuple[str, ...]]]]:
    return (
        [ref.id for ref in found.added],
        [ref.id for ref in found.removed],
        {
            change.entry.id: [(field.field, *field.removed, ">", *field.added) for field in change.fields]
            for change in found.changed
        },
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param({}, {}, ([], [], {}), id="nothing"),
        pytest.param({"1": {"a": "x"}}, {"2": {"a": "x"}}, (["2"], ["1"], {}), id="another id"),
        pytest.param({"1": {"a": ["x", "y"], "b": [""]}}, {"1": {"a": [" y ", "x"]}}, ([], [], {}), id="re-ordered"),
        pytest.param(
            {"1": {"a": ["x", "y"]}, "2": {}},
            {"1": {"a": ["x", "z"], "b": ["new"]}, "2": {}},
            ([], [], {"1": [("a", "y", ">", "z"), ("b", ">", "new")]}),
            id="values replaced and added",
        ),
        pytest.param(
            {"1": {"akaList": [{"aka": [{"uid": "1"}]}]}},
            {"1": {"akaList": [{"aka": [{"uid": "2"}, {"uid": "1"}]}]}},
            ([], [], {"1": [("akaList", ">", "uid: 2")]}),
            id="one more under a wrapper",
        ),
        pytest.param(
            {"1": {"a": "x", "seen": {"last": "1"}}},
            {"1": {"a": "x", "seen": {"last": "2"}}},
            ([], [], {}),
            id="seen again",
        ),
    ],
)
def test_elements(before: Originals, after: Originals, expected: object) -> None:
    found = delta(edition(before), edition(after))
    assert compact(found) == expected
    assert found.empty is (expected == ([], [], {}))
    assert found.by_part == ()


def row(remarks: str) -> dict[str, object]:
    return {"ent_num": "1", "Remarks": remarks}


def alt(number: str, name: str) -> dict[str, object]:
    return {"ent_num": "1", "alt_num": number, "alt_name": name}


def test_columns_and_rows_of_parts() -> None:
    kinds = ("main", "alt")
    before: Originals = {
        "1": {"main": row("x"), "alt": [alt("7", "A"), alt("8", "B")]},
        "2": {"main": row("y"), "alt": []},
    }
    after = {
        "1": {"main": row("z"), "alt": [alt("8", "B!"), alt("9", "C")]},
        "2": {"main": row("y"), "alt": [alt("10", "D")]},
        "3": {"main": row("w"), "alt": [alt("11", "E")]},
    }
    found = delta(edition(before, kinds=kinds), edition(after, kinds=kinds))
    assert found.added == (EntryRef("3", "N3"),)
    assert [change.entry.id for change in found.changed] == ["1", "2"]
    assert found.changed[0].fields[1] == FieldChange("main.Remarks", ("x",), ("z",))
    assert found.by_part == (PartDelta("main", 1, 1, 0, 1), PartDelta("alt", 2, 3, 1, 1))


def test_a_part_that_was_not_supplied_is_not_removed() -> None:
    before = {"1": {"main": row("x"), "alt": [alt("7", "A")]}}
    after = {"1": {"main": row("x")}}
    found = delta(edition(before, kinds=("main", "alt")), edition(after))
    assert found.empty
    assert found.not_compared == ("alt",)
    assert found.by_part == (PartDelta("main", 0, 0, 0, 0),)


def test_other_forms_differ_in_who_is_listed_only() -> None:
    found = delta(edition({"1": {"a": "x"}, "2": {}}), edition({"1": {"b": "y"}, "3": {}}, form="other"))
    assert compact(found) == (["3"], ["2"], {})
    assert found.membership_only


def test_an_entry_without_a_name_is_known_by_its_id() -> None:
    nameless = ListEntry("tiny", "1", "tiny:1", "Person", (), "{}")
    new = edition({})
    found = delta(new, Edition(new.version, [nameless]))
    assert found.added == (EntryRef("1", ""),)
