"""What else is said of the lists that a run used, and of its verification."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from namesake.revetting.ledger import not_consulted, overdue, too_old
from namesake.revetting.verification import verified
from namesake.values.revets import EntryRef, Found
from namesake.values.runs import Consulted
from namesake.values.versions import ListVersion, VersionState

DAY = date(2026, 5, 1)
NOW = datetime(2026, 5, 20, 8, 30, tzinfo=UTC)


def version(version_id: str, state: VersionState = "in-force", source: str = "un") -> ListVersion:
    dated = date.fromisoformat(version_id[:10])
    return ListVersion(source, "", version_id, version_id, "tiny", dated, "publication", NOW, (), 2, state)


USED = Consulted("un", "", "2026-05-01", "2026-05-01", DAY, 2, 19)
KEPT = [version("2026-04-01", "superseded"), version("2026-05-01")]
HELD = version("2026-05-01.held-back", "held-back")
REFUSED = version("2026-05-09.refused", "refused")


@pytest.mark.parametrize(
    ("used", "kept", "unreachable", "said"),
    [
        pytest.param(USED, KEPT, {}, [], id="as-it-should-be"),
        pytest.param(
            USED, [*KEPT, HELD], {}, ["its version of 2026-05-01 was held back; the version of 2026-05-01 was used"],
            id="held-back",
        ),
        pytest.param(
            USED, [*KEPT, HELD, REFUSED], {},
            ["its version of 2026-05-09 was refused; the version of 2026-05-01 was used"], id="the-last-turned-away",
        ),
        pytest.param(USED, [REFUSED, *KEPT], {}, [], id="turned-away-before"),
        pytest.param(USED, [*KEPT, version("2026-05-09.refused", "refused", "eu")], {}, [], id="another-list"),
        pytest.param(
            USED, KEPT, {"un": NOW},
            ["its publisher could not be reached since 2026-05-20 08:30 UTC; the version of 2026-05-01 was used"],
            id="out-of-reach",
        ),
        pytest.param(USED, KEPT, {"eu": NOW}, [], id="another-out-of-reach"),
    ],
)  # fmt: skip
def test_not_consulted(
    used: Consulted, kept: list[ListVersion], unreachable: dict[str, datetime], said: list[str]
) -> None:
    found = not_consulted([used], kept, unreachable)
    assert [(item.reference, item.reason) for item in found] == [("un", reason) for reason in said]


def test_overdue() -> None:
    late = replace(USED, overdue=True, allowed_days=0, age_days=1)
    assert [(item.reference, item.reason) for item in too_old([USED, late])] == [
        ("un", "older than its limit: 1 day, and the policy allows 0; the version of 2026-05-01 was used")
    ]
    assert overdue([USED, late]) == ("un is older than its limit: 1 day, and the policy allows 0",)


def test_verification_names_every_difference() -> None:
    one, two, three = (Found(number, EntryRef("un", "", "1"), "un:1", 9, 0.9, "review", "{}") for number in (1, 2, 3))
    check = verified([one, two], [replace(two, match="{ }"), three])
    assert (check.same, check.matches) == (False, 2)
    assert [[found.number for found in part] for part in (check.missing, check.surplus, check.different)] == [
        [3], [1], [2],
    ]  # fmt: skip
    assert verified([two, one], [one, two]).same
