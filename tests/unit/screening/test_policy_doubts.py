"""Settings that are understood and name what is not there."""

import pytest

from namesake.screening.policy import read
from namesake.screening.policy_doubts import Known, doubts

KNOWN = Known(
    sources=frozenset({"un_sc_sanctions", "us_ofac_sdn", "table"}),
    in_force=frozenset({"us_ofac_sdn", "table@own", "table@other"}),
    populations=frozenset({"visas"}),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing-named"),
        pytest.param('lists = ["us_ofac_sdn", "table@own"]', [], id="lists-in-force"),
        pytest.param('lists = ["table"]', [], id="every-scope-of-a-source"),
        pytest.param('[max_age_days]\n"*" = 3\n"table@own" = 1', [], id="limits-in-force"),
        pytest.param("[populations.visas]\nevery_days = 3", [], id="population"),
        pytest.param('lists = ["us_ofac_snd"]', ["“lists” names us_ofac_snd, which is no source"], id="misspelt"),
        pytest.param('lists = ["un_sc_sanctions"]', ["“lists” names un_sc_sanctions, which has no version"], id="none"),
        pytest.param('lists = ["table@gone"]', ["“lists” names table@gone, which has no version"], id="scope"),
        pytest.param("[max_age_days]\nus_ofac_snd = 3", ["“max_age_days” names us_ofac_snd"], id="misspelt-limit"),
        pytest.param("[max_age_days]\nun_sc_sanctions = 3", ["the limit holds for nothing yet"], id="limit-of-none"),
        pytest.param("[populations.crews]", ["There is no population “crews” yet"], id="no-population"),
        pytest.param("[populations.'The Crews']", ["No population can be called “The Crews”"], id="no-name"),
        pytest.param(
            "[populations.visas]\nlists = ['x']\nmax_age_days = {y = 1}",
            ["“lists” names x", "“max_age_days” names y"],
            id="of-a-population",
        ),
        pytest.param(
            "lists = ['x']\n[max_age_days]\nx = 1\n[populations.visas]\nlists = ['x']",
            ["“lists” names x", "“max_age_days” names x"],
            id="each-is-said-once",
        ),
    ],
)
def test_what_is_in_doubt(text: str, expected: list[str]) -> None:
    found = doubts(read(text), KNOWN)
    assert len(found) == len(expected)
    assert all(said in sentence for said, sentence in zip(expected, found, strict=True))
