"""Figures: rates with intervals, fairness, minimums, thresholds, comparing."""

from dataclasses import replace

import pytest

from namesake.evaluation import narrate
from namesake.evaluation.cases import Case, Severity
from namesake.evaluation.comparing import compare
from namesake.evaluation.fairness import fairness
from namesake.evaluation.figures import figures, list_of, merged
from namesake.evaluation.minimums import shortfalls
from namesake.evaluation.rates import Rate
from namesake.evaluation.seen import Hit, Seen
from namesake.evaluation.thresholds import curve, near_the_line


def listed(number: int, score: float | None, kind: str = "comma", severity: Severity = "minor") -> Seen:
    """A case that expects an entry which scored so much."""
    case = Case(f"{kind}-{number}", kind, severity, "Talvek", script="Latn", expect=(f"table@watch:{number}",))
    return Seen(case, () if score is None else (Hit(case.expect[0], "Talvek", score),))


def innocent(number: int, score: float | None, culture: str = "velt", dated: bool = False) -> Seen:
    """Somebody who is on no list, and what was matched all the same."""
    kind = "innocent-dated" if dated else "innocent"
    case = Case(
        f"{kind}-{number}", kind, "innocent", "Orrin", culture=culture, birth_date="1980-01-01" if dated else ""
    )
    return Seen(case, () if score is None else (Hit("table@watch:9", "Orrin", score),))


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        pytest.param(0, 10, 0.0, 0.277533, id="none-of-ten"),
        pytest.param(10, 10, 0.722467, 1.0, id="all-of-ten"),
        pytest.param(5, 10, 0.236593, 0.763407, id="half-of-ten"),
        pytest.param(81, 263, 0.255269, 0.366195, id="newcombe-1998"),
        pytest.param(0, 0, 0.0, 1.0, id="nothing"),
    ],
)
def test_wilson(count: int, total: int, low: float, high: float) -> None:
    rate = Rate(count, total)
    assert (rate.low, rate.high) == pytest.approx((low, high), abs=2e-4)
    assert rate.low <= rate.value <= rate.high


def test_detection_is_counted_by_everything() -> None:
    seen = [listed(1, 0.9), listed(2, 0.4), listed(3, None), listed(4, 1.0, "exact", "exact")]
    found = figures(seen, 0.5, ["table", "table@watch"])
    assert found.by_class == {"comma": Rate(1, 3), "exact": Rate(1, 1)}
    assert found.by_severity == {"minor": Rate(1, 3), "exact": Rate(1, 1)}
    assert found.by_list == {"table@watch": {"minor": Rate(1, 3), "exact": Rate(1, 1)}}
    assert found.by_script == {"Latn": {"minor": Rate(1, 3), "exact": Rate(1, 1)}}
    assert [item.case.id for item in found.misses] == ["comma-2", "comma-3"]


def test_another_entry_is_no_detection() -> None:
    case = Case("a", "exact", "exact", "Talvek", expect=("table@watch:1",))
    found = figures([Seen(case, (Hit("table@watch:2", "Talvik", 0.99),))], 0.5, ["table@watch"])
    assert found.by_severity == {"exact": Rate(0, 1)}


def test_what_could_not_be_screened_is_a_miss() -> None:
    case = Case("a", "exact", "exact", "", expect=("table@watch:1",))
    found = figures([Seen(case, skipped="the row names nobody")], 0.5, ["table@watch"])
    assert (found.by_severity, found.skipped, len(found.misses)) == ({"exact": Rate(0, 1)}, 1, 1)


def test_alerts_are_counted_by_culture_and_by_birth_date() -> None:
    seen = [
        innocent(1, 0.9),
        innocent(2, None),
        innocent(3, 0.4),
        innocent(4, 0.7, "other"),
        innocent(5, None, dated=True),
    ]
    found = figures(seen, 0.5, [])
    assert found.names_only == {"velt": Rate(1, 3), "other": Rate(1, 1)}
    assert found.dated == {"velt": Rate(0, 1)}
    assert found.script_names_only == {"not stated": Rate(2, 4)}
    assert found.script_dated == {"not stated": Rate(0, 1)}
    assert found.alerts(dated=False) == Rate(2, 4)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [("table@a:b:1", "table@a"), ("table:1", "table"), ("table@a b:1", "table@a b"), ("gone@x:1", "gone@x")],
)
def test_the_list_of_an_entry(entry: str, expected: str) -> None:
    assert list_of(entry, ["table", "table@a", "table@a b"]) == expected


@pytest.mark.parametrize(
    ("rates", "limit", "above"),
    [
        pytest.param({"a": 0, "b": 9}, 0.010 + 0.0035, (), id="small-rates-are-allowed"),
        pytest.param({"a": 0, "b": 0, "c": 11}, 0.010, ("c",), id="above-ten"),
        pytest.param({"a": 10, "b": 10, "c": 30}, 0.030, (), id="just-three-times"),
        pytest.param({"a": 10, "b": 10, "c": 31, "d": 40}, 0.0615, (), id="median-of-four"),
        pytest.param({"a": 10, "b": 10, "c": 31, "d": 40, "e": 5}, 0.030, ("d", "c"), id="worst-first"),
    ],
)
def test_fairness(rates: dict[str, int], limit: float, above: tuple[str, ...]) -> None:
    found = fairness({}, {name: Rate(count, 1000) for name, count in rates.items()})
    assert found.limit == pytest.approx(limit)
    assert (found.above, found.kept) == (above, not above)


def test_fairness_that_was_not_measured_is_not_kept() -> None:
    assert fairness({"a": Rate(1, 10)}, {}).kept is False


@pytest.mark.parametrize(
    ("minimums", "short"),
    [
        pytest.param({"exact": 1.0}, [], id="reached"),
        pytest.param({"minor": 0.5}, [], id="just-reached"),
        pytest.param({"minor": 0.51, "exact": 1.0}, ["minor"], id="not-reached"),
        pytest.param({"major": 0.0}, ["major"], id="nothing-measured"),
    ],
)
def test_minimums(minimums: dict[str, float], short: list[str]) -> None:
    rates = {"exact": Rate(2, 2), "minor": Rate(1, 2)}
    found = shortfalls(rates, minimums)
    assert [item.name for item in found] == short
    assert all(narrate.shortfall(item).startswith(item.name) for item in found)


def test_the_curve_falls_with_the_threshold() -> None:
    seen = [listed(1, 0.9), listed(2, 0.3), innocent(1, 0.6), innocent(2, 0.2), innocent(3, 0.6, dated=True)]
    found = curve(seen, (0.1, 0.5, 0.95))
    assert [point.detection for point in found] == [Rate(2, 2), Rate(1, 2), Rate(0, 2)]
    assert [point.names_only for point in found] == [Rate(2, 2), Rate(1, 2), Rate(0, 2)]
    assert [point.dated for point in found] == [Rate(1, 1), Rate(1, 1), Rate(0, 1)]


def test_pairs_near_the_line_are_a_fair_sample_of_both_sides() -> None:
    seen = [listed(number, 0.31 + number * 0.01) for number in range(38)] + [listed(99, 0.05), listed(98, 0.99)]
    found = near_the_line(seen, 0.5, 5, 1)
    assert [near.side for near in found] == ["above"] * 5 + ["below"] * 5
    assert all((near.hit.score >= 0.5) is (near.side == "above") for near in found)
    assert not {"comma-99", "comma-98"} & {near.case.id for near in found}
    assert found == near_the_line(list(reversed(seen)), 0.5, 5, 1)
    assert {near.case.id for near in found} != {near.case.id for near in near_the_line(seen, 0.5, 5, 2)}


def test_who_would_newly_match_and_who_no_longer() -> None:
    old = [listed(1, 0.9), listed(2, None), innocent(1, 0.6), innocent(2, None)]
    new = [listed(1, None), listed(2, 0.7), innocent(1, 0.8), innocent(2, 0.5)]
    found = compare(old, new)
    assert [(item.case.id, item.expected) for item in found.of("new")] == [("comma-2", True), ("innocent-2", False)]
    assert [item.case.id for item in found.of("gone")] == ["comma-1"]
    assert (found.same, found.cases) == (1, 4)
    assert found.by_class()["comma"]["new"].pairs == 1
    assert "2 pairs would newly match (1 of them expected), 1 pair no longer (1 expected)" in narrate.comparison(found)


def test_only_runs_of_one_deck_are_compared() -> None:
    with pytest.raises(ValueError, match="same deck"):
        compare([listed(1, 0.9)], [listed(2, 0.9)])


@pytest.mark.parametrize(
    ("share", "shown"), [(1.0, "100.0%"), (0.99999, "99.9%"), (0.995, "99.5%"), (0.0, "0.0%"), (0.6666, "66.6%")]
)
def test_a_share_never_looks_like_more(share: float, shown: str) -> None:
    assert narrate.percent(share) == shown


def test_sentences_say_what_was_not_measured() -> None:
    nothing = figures([], 0.5, [])
    assert narrate.summary(nothing) == "No listed name was tried."
    assert "not measured" in narrate.fairness(nothing)
    assert narrate.gap(nothing) == ""


def test_sentences_name_the_cultures_above_the_limit() -> None:
    seen = [innocent(n, 0.9 if n < 5 else None, "west_african", dated=True) for n in range(100)]
    seen += [innocent(n, None, culture, dated=True) for culture in ("a", "b") for n in range(100, 200)]
    said = narrate.fairness(figures(seen, 0.5, []))
    assert "West African (50.0) has more false alerts than 10.0 per 1,000" in said


def spelt(item: Seen, culture: str) -> Seen:
    """The same, with a culture of spelling."""
    return replace(item, case=replace(item.case, culture=culture))


def test_misses_are_counted_by_culture_of_spelling() -> None:
    seen = [spelt(listed(n, 0.9 if n < 9 else None), "iberian") for n in range(10)] + [listed(10, 0.9)]
    found = figures(seen, 0.5, ["table@watch"])
    assert found.by_culture["iberian"]["minor"].missed == Rate(1, 10)
    assert found.by_culture["not stated"]["minor"].missed == Rate(0, 1)
    assert narrate.by_misses(found.by_culture) == ["iberian", "not stated"]


@pytest.mark.parametrize(
    ("missed", "said"),
    [
        pytest.param(0, "0.0 of 1,000 minor variations are missed; no group", id="none"),
        pytest.param(40, "33.3 of 1,000 minor variations are missed; clearly", id="clearly more"),
    ],
)
def test_a_group_that_is_missed_more_often_is_named(missed: int, said: str) -> None:
    seen = [spelt(listed(n, None if n < missed else 0.9), "iberian") for n in range(200)]
    seen += [spelt(listed(n, 0.9), "african") for n in range(200, 1200)]
    told = narrate.misses(figures(seen, 0.5, ["table@watch"]))
    assert said in told
    assert ("clearly more often (95%): Iberian (200)" in told) is bool(missed)


def test_misses_without_a_culture_were_not_measured() -> None:
    assert "not measured" in narrate.misses(figures([listed(1, 0.9)], 0.5, ["table@watch"]))


def test_fairness_is_told_for_every_list() -> None:
    lists = ["table@watch", "other"]
    seen = [innocent(n, 0.9 if n < 5 else None, dated=True) for n in range(100)]
    seen += [innocent(n, None, culture, dated=True) for culture in ("a", "b") for n in range(100, 200)]
    found = figures(seen, 0.5, lists)
    assert {name: fair.kept for name, fair in found.fairness_by_list.items()} == {"table@watch": False, "other": True}
    assert found.list_dated["table@watch"]["velt"] == Rate(5, 100)
    assert narrate.fairness_of_list(found, "table@watch") == "not kept: Velt (50.0)"
    assert narrate.fairness_of_list(found, "other") == "kept"


def test_a_match_below_the_threshold_is_no_alert_of_a_list() -> None:
    found = figures([innocent(1, 0.4)], 0.5, ["table@watch"])
    assert found.list_names_only["table@watch"] == {"velt": Rate(0, 1)}
    assert narrate.fairness_of_list(found, "table@watch") == "not measured"


def test_parts_of_a_deck_merge_into_the_whole() -> None:
    seen = [
        listed(1, 0.9), spelt(listed(2, None), "iberian"), listed(3, 0.9, "exact", "exact"), innocent(1, 0.6),
        innocent(2, None, "other", dated=True),
        Seen(Case("x", "comma", "minor", "", expect=("table@watch:7",)), (), "no"),
    ]  # fmt: skip
    whole = figures(seen, 0.5, ["table@watch"], not_listed=3)
    parts = [
        figures(seen[:2], 0.5, ["table@watch"], not_listed=1),
        figures(seen[2:], 0.5, ["table@watch"], not_listed=2),
    ]
    assert merged(parts) == whole
