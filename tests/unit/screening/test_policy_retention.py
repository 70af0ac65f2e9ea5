"""The section `[retention]` of a policy."""

import pytest

from namesake.errors import PolicyError
from namesake.screening.policy import digest, of_population, read, write
from namesake.values.policies import Policy
from namesake.values.retention import Retention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", Retention(10, None), id="ten years for decisions by default"),
        pytest.param("[retention]", Retention(10, None), id="empty"),
        pytest.param("[retention]\nwithdrawn_years = 2", Retention(10, 2), id="withdrawn"),
        pytest.param("[retention]\ndecisions_years = 0\nwithdrawn_years = 0", Retention(0, 0), id="at once"),
    ],
)
def test_periods_are_read_and_come_back(text: str, expected: Retention) -> None:
    policy = read(text)
    assert policy.retention == expected
    assert read(write(policy)) == policy
    assert of_population(policy, "visas").retention == expected


@pytest.mark.parametrize(
    "text",
    [
        "retention = 7",
        "[retention]\nyears = 3",
        "[retention]\ndecisions_years = -1",
        "[retention]\ndecisions_years = 1.5",
        "[retention]\ndecisions_years = true",
        '[retention]\nwithdrawn_years = "10"',
        "[retention]\nwithdrawn_years = 201",
    ],
)
def test_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(PolicyError, match="retention"):
        read(text)


def test_periods_change_no_result() -> None:
    assert digest(read("[retention]\nwithdrawn_years = 2")) == digest(Policy())
