"""When data may be destroyed, and when they are due."""

from datetime import UTC, date, datetime

import pytest

from namesake.errors import SubjectHeldError, SubjectRetainedError, SubjectScreenedError
from namesake.record.retention import due, objection, years_after
from namesake.values.events import SubjectRef
from namesake.values.retention import Hold, Retention, Standing

SHE = SubjectRef("visas", 7)
T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
HOLD = Hold(SHE, "a", T0, "jo", "a court asks")
TODAY = date(2030, 1, 1)


def standing(
    *, withdrawn: datetime | None = T0, matches: int = 0, hold: Hold | None = None, decided: datetime | None = None
) -> Standing:
    return Standing(SHE, "a", withdrawn, matches, hold, decided)


@pytest.mark.parametrize(
    ("stands", "early", "expected"),
    [
        pytest.param(standing(), False, None, id="withdrawn, never decided on"),
        pytest.param(standing(hold=HOLD), False, SubjectHeldError, id="held"),
        pytest.param(standing(hold=HOLD), True, SubjectHeldError, id="held, and asked for early"),
        pytest.param(standing(hold=HOLD, withdrawn=None), True, SubjectHeldError, id="held and screened"),
        pytest.param(standing(withdrawn=None), True, SubjectScreenedError, id="screened"),
        pytest.param(standing(matches=1), True, SubjectScreenedError, id="a match stands"),
        pytest.param(standing(decided=T0), False, SubjectRetainedError, id="decided on less than ten years ago"),
        pytest.param(standing(decided=T0), True, None, id="decided on, but early"),
        pytest.param(standing(decided=T0.replace(2019, 12, 31)), False, None, id="decided on ten years ago"),
        pytest.param(standing(decided=T0.replace(2020, 1, 2)), False, SubjectRetainedError, id="a day too early"),
        pytest.param(standing(decided=T0.replace(2020, 1, 1)), False, None, id="to the day"),
    ],
)
def test_what_forbids_it(stands: Standing, early: bool, expected: type[Exception] | None) -> None:
    found = objection(stands, Retention(), TODAY, early=early)
    assert (type(found) if found else None) is expected


@pytest.mark.parametrize(
    ("stands", "rules", "expected"),
    [
        pytest.param(standing(), Retention(), None, id="no period"),
        pytest.param(standing(withdrawn=None), Retention(10, 0), None, id="screened"),
        pytest.param(standing(), Retention(10, 2), date(2028, 4, 15), id="two years after"),
        pytest.param(standing(decided=T0.replace(month=5)), Retention(10, 2), date(2036, 5, 15), id="decided on"),
        pytest.param(standing(decided=T0), Retention(1, 2), date(2028, 4, 15), id="the later of both"),
    ],
)
def test_when_it_is_due(stands: Standing, rules: Retention, expected: date | None) -> None:
    assert due(stands, rules) == expected


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2024, 2, 29), 1, date(2025, 3, 1)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 2, 29), 0, date(2024, 2, 29)),
        (date(9990, 5, 1), 200, date(9999, 5, 1)),
    ],
)
def test_years_later(day: date, years: int, expected: date) -> None:
    assert years_after(day, years) == expected
