"""What a policy says of decisions: read strictly, written back, and no part of the hash."""

import pytest

from namesake.errors import PolicyError
from namesake.screening.policy import digest, read, write
from namesake.values.cases import DecisionRules

WHOLE = """
[decisions]
second = ["true_match", "false_match"]
sample = 0.25
open_days = 5

[decisions.may]
true_match = ["Ana María", "ben"]

[decisions.days]
false_match = 365
inconclusive = 14

[decisions.owners]
information_requested = "front desk"
"""


def test_the_whole_section() -> None:
    assert read(WHOLE).decisions == DecisionRules(
        may=(("true_match", ("Ana María", "ben")),),
        second=("false_match", "true_match"),
        days=(("false_match", 365), ("inconclusive", 14), ("information_requested", 30)),
        owners=(("information_requested", "front desk"),),
        sample=0.25,
        open_days=5,
    )


@pytest.mark.parametrize("text", ["", WHOLE, "[decisions]\n", "[decisions]\nsample = 1\n"])
def test_what_is_written_is_read_again(text: str) -> None:
    assert read(write(read(text))) == read(text)


def test_it_changes_no_result() -> None:
    assert digest(read(WHOLE)) == digest(read(""))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("decisions = 1", "must be a table"),
        ("[decisions]\nfour_eyes = true", "unknown setting decisions.four_eyes"),
        ('[decisions]\nsecond = "true_match"', "must be a list"),
        ('[decisions]\nsecond = ["guilty"]', "'guilty'"),
        ("[decisions]\nsample = 1.1", "a share"),
        ("[decisions]\nsample = true", "a share"),
        ("[decisions]\nopen_days = 0", "whole number of days"),
        ("[decisions]\ndays = 3", "a line for each kind"),
        ("[decisions.days]\ninconclusive = 0", "decisions.days.inconclusive"),
        ("[decisions.days]\nopen = 3", "'open'"),
        ("[decisions.may]\ntrue_match = []", "one at least"),
        ('[decisions.may]\ntrue_match = "ana"', "a list of names"),
        ('[decisions.may]\ntrue_match = [" "]', "must name somebody"),
        ("[decisions.owners]\ninconclusive = 3", "must name somebody"),
        ("[decisions]\nnationality_second = true", "never risk"),
    ],
)
def test_refused(text: str, said: str) -> None:
    with pytest.raises(PolicyError, match=said):
        read(text)
