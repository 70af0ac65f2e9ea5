"""The pages of an evaluation: complete, self-contained, and safe whatever decks and lists hold."""

import re
from datetime import UTC, date, datetime

import pytest

from namesake.evaluation.cases import Case
from namesake.evaluation.figures import figures
from namesake.evaluation.rates import Rate
from namesake.evaluation.seen import Hit, Seen
from namesake.evaluation.thresholds import curve
from namesake.reports import plots
from namesake.reports.evaluation_page import evaluation_page, threshold_page
from namesake.values.runs import Consulted, RunContext

HOSTILE = "<script>alert(1)</script>\"'&{{ 7 * 7 }}\u202e=cmd"
CONTEXT = RunContext(
    datetime(2026, 4, 15, 12, 0, tzinfo=UTC), "namesake 1", "model", "ab" * 32, HOSTILE, "cd" * 32, "people", 0.5, 0.95,
    (Consulted("table", "watch", "2026-04-15", "ef" * 32, date(2026, 4, 15), 4, 0),),
)  # fmt: skip


def seen(count: int = 60) -> list[Seen]:
    """Misses of a hostile name, and innocents of a hostile culture."""
    cases = [
        Case(f"{HOSTILE}-{n}", HOSTILE, "major", HOSTILE, script=HOSTILE, expect=("table@watch:1",), original=HOSTILE)
        for n in range(count)
    ]
    found = [Seen(case, (Hit("table@watch:2", HOSTILE, 0.7),)) for case in cases]
    people = [
        Case(f"i-{n}", kind, "innocent", "Orrin", culture=HOSTILE)
        for n, kind in enumerate(("innocent", "innocent-dated"))
    ]
    return [*found, *(Seen(case, (Hit("table@watch:2", HOSTILE, 0.7),)) for case in people)]


def pages() -> list[str]:
    runs = seen()
    return [
        "".join(evaluation_page(figures(runs, 0.5, ["table@watch"], 3), CONTEXT, "12" * 32)),
        "".join(threshold_page(curve(runs), curve(runs, (0.5,))[0], CONTEXT, "12" * 32)),
    ]


@pytest.mark.parametrize("page", pages(), ids=["evaluation", "threshold"])
def test_hostile_text_is_only_text(page: str) -> None:
    assert "<script" not in page
    assert "{{ 7 * 7 }}" in page  # as it is, not evaluated
    assert "\u202e" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("page", pages(), ids=["evaluation", "threshold"])
def test_a_page_needs_nothing_from_outside(page: str) -> None:
    assert not re.search(r"""(?:src|href)\s*=|@import|url\(|https?://""", page)
    assert "default-src 'none'" in page
    assert "ab" * 32 in page
    assert "12" * 32 in page


def test_the_page_shows_the_first_misses_and_says_how_many_there_are() -> None:
    page = pages()[0]
    assert page.count("&lt;/script&gt;") >= 50
    assert "60 listed names not found; the first 50 are shown here" in page
    assert "3 cases left out" in page


def test_the_page_tells_misses_by_culture_and_fairness_by_list() -> None:
    lists = ["table@watch", "other"]
    cases = [
        Case(f"m-{n}", "comma", "minor", "Talvek", script="Hani", culture="east_asian", expect=("other:1",))
        for n in range(2)
    ]
    people = [Case(f"i-{n}", "innocent-dated", "innocent", "Orrin", culture=f"velt_{n}") for n in range(3)]
    hits = (Hit("table@watch:2", "Talvik", 0.9),)
    runs = [Seen(cases[0], (Hit("other:1", "Talvik", 0.9),)), Seen(cases[1])]
    runs += [Seen(person, hits if n == 0 else ()) for n, person in enumerate(people)]
    page = "".join(evaluation_page(figures(runs, 0.5, lists), CONTEXT, "12" * 32))
    for said in (
        "East Asian", "Han</bdi>", "1 of 2", "500", "Not reached on other (50.0% of minor variations)",
        "Fairness is not kept", "not kept: Velt 0 (1000)", "<td>kept</td>",
    ):  # fmt: skip
        assert said in page, said


@pytest.mark.parametrize("cases", [pytest.param([], id="nothing"), pytest.param(seen()[-2:], id="only-innocents")])
def test_a_deck_that_lacks_something_has_a_page_all_the_same(cases: list[Seen]) -> None:
    page = "".join(evaluation_page(figures(cases, 0.5, []), CONTEXT, ""))
    assert "Every listed name was found" in page
    assert "Detection by class" not in page
    assert "</html>" in "".join(threshold_page(curve(cases), None, CONTEXT, ""))


@pytest.mark.parametrize(
    ("rates", "low", "ticks"),
    [
        pytest.param([Rate(999, 1000)], 0.9, 6, id="nearly-all"),
        pytest.param([Rate(1000, 1000), Rate(620, 1000)], 0.5, 6, id="from-half"),
        pytest.param([Rate(0, 10)], 0.0, 5, id="from-none"),
        pytest.param([], 0.0, 5, id="nothing"),
    ],
)
def test_the_scale_of_detection_holds_every_interval(rates: list[Rate], low: float, ticks: int) -> None:
    scale = plots.detection_scale(rates)
    assert (scale.low, scale.high, len(scale.ticks)) == (low, 1.0, ticks)
    assert all(0 <= scale.at(rate.low) <= scale.at(rate.high) <= 100 for rate in rates)
    assert scale.at(1.0) == 100


@pytest.mark.parametrize("rate", [Rate(0, 1000), Rate(7, 1000), Rate(400, 1000), Rate(3, 3)])
def test_the_scale_of_alerts_holds_every_interval(rate: Rate) -> None:
    scale = plots.alert_scale([rate])
    assert 2 <= len(scale.ticks) <= 6
    assert scale.low == 0
    assert scale.high >= rate.high


def test_the_curve_stays_inside_its_axes() -> None:
    drawn = plots.curve(curve(seen()))
    assert [line.kind for line in drawn.lines] == ["names", "dated"]
    for line in drawn.lines:
        for mark in line.marks:
            assert plots.LEFT <= mark.left <= mark.x <= mark.right <= plots.WIDTH - plots.RIGHT
            assert plots.TOP <= mark.top <= mark.y <= mark.bottom <= plots.HEIGHT - plots.BOTTOM
