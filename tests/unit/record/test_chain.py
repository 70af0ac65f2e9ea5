"""The hash of an event is what another language would make of it."""

import hashlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.record.chain import canonical, digest_of, linked, seal_of, when
from namesake.record.erasures import destroyed_by, ranges
from namesake.values.events import Detail, Event, EventDraft, SubjectRef

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)


def test_an_event_by_hand() -> None:
    event = Event(7, T0, "run", "jo", ("run 1", 'é"\\'), '{"a":1}', "ab", "cd", "")
    written = (
        '["namesake.record/1",7,"2026-04-15T12:00:00.000000+00:00","run","jo",["run 1","é\\"\\\\"],'
        '"{\\"a\\":1}","ab","cd"]'
    )
    assert digest_of(event) == hashlib.sha256(written.encode()).hexdigest()


def test_a_seal_by_hand() -> None:
    detail = Detail(7, "00ff", "who\n", SubjectRef("visas", 3))
    written = '["namesake.record/1","00ff","who\\n","visas",3]'
    assert seal_of(detail) == hashlib.sha256(written.encode()).hexdigest()
    assert seal_of(Detail(7, "00ff", "who\n")) != seal_of(detail)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"b": [], "a": "\x7f\u2028ü"}, '{"a":"\x7f\u2028ü","b":[]}'),
        (["\b\t\n\f\r\x00\x1f"], '["\\b\\t\\n\\f\\r\\u0000\\u001f"]'),
        (["/", '"', "\\"], '["/","\\"","\\\\"]'),
        ({"b": "half \ud800", "a": 1}, '{"a":1,"b":"half \ufffd"}'),
        ([0, -1, 2**53], "[0,-1,9007199254740992]"),
    ],
)
def test_the_canonical_form(value: object, expected: str) -> None:
    assert canonical(value) == expected


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])) | st.integers(-(2**63), 2**63 - 1)))
def test_the_canonical_form_is_that_of_the_standard_library(value: list[object]) -> None:
    assert canonical(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_times_are_in_utc_to_the_microsecond() -> None:
    assert when(T0) == "2026-04-15T12:00:00.000000+00:00"
    assert when(datetime(2026, 4, 15, 14, 0, 0, 5, timezone(timedelta(hours=2)))) == "2026-04-15T12:00:00.000005+00:00"


def test_a_draft_without_a_detail_has_no_seal() -> None:
    event, detail = linked(EventDraft("run"), T0, (0, ""), "")
    assert (event.number, event.sealed, event.before, detail) == (1, "", "", None)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([], []), ([3], [(3, 3)]), ([5, 3, 4, 4], [(3, 5)]), ([1, 3, 4, 9], [(1, 1), (3, 4), (9, 9)])],
)
def test_numbers_as_ranges(numbers: list[int], expected: list[tuple[int, int]]) -> None:
    assert ranges(numbers) == expected


def test_an_erasure_reaches_no_later_event() -> None:
    event, _ = linked(EventDraft("erasure", facts='{"events":[[-5,2],[4,999]]}'), T0, (5, ""), "")
    assert list(destroyed_by(event)) == [1, 2, 4, 5, 6]
    other, _ = linked(EventDraft("comment", facts='{"events":[[1,2]]}'), T0, (5, ""), "")
    assert list(destroyed_by(other)) == []
