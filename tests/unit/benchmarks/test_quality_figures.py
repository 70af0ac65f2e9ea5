"""The figures of the quality benchmark, on a small invented folder."""

import json
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from benchmarks.processes import BenchmarkFailedError
from benchmarks.quality import culture_figures, explained, namesakes, plot, quick, reliability, slices, small
from benchmarks.quality.adapter import Engine

Json = dict[str, Any]
SAME = [
    ("Zebulon Quartermaine", "Quartermaine, Zebulon"),
    ("Ottoline Fairweather-Bligh", "Otoline Fairweather Bligh"),
    ("Барнабас Куотермейн", "Barnabas Kuotermeyn"),
]
OTHER = [("Zebulon Quartermaine", "Marguerite Ashdown"), ("Ottoline Fairweather-Bligh", "Kenneth Oakes")]


def _case(left: str, right: str, *, label: bool, category: str = "invented") -> Json:
    return {
        "id": f"{left}|{right}", "group": left, "schema": "Person", "left": {"name": [left]},
        "right": {"name": [right]}, "label": label, "category": category,
    }  # fmt: skip


def _cases(*, honest: bool = True) -> list[Json]:
    return [_case(*pair, label=honest) for pair in SAME] + [_case(*pair, label=not honest) for pair in OTHER]


def _folder(root: Path, cases: Sequence[Json]) -> Path:
    (root / "cases").mkdir()
    text = "".join(json.dumps(case) + "\n" for case in cases)
    (root / "cases/invented.dev.jsonl").write_text(text, "utf-8")
    return root


def test_the_quick_form_passes_what_is_good_and_fails_what_is_not(tmp_path: Path) -> None:
    for name in ("good", "bad"):
        (tmp_path / name).mkdir()
    assert quick.figures({"invented.dev": _cases()})["mean AP"] == 1.0
    quick_form = import_module("benchmarks.quality.__main__").main
    assert quick_form(["--quick", "--bench", str(_folder(tmp_path / "good", _cases()))]) == 0
    assert quick_form(["--quick", "--bench", str(_folder(tmp_path / "bad", _cases(honest=False)))]) == 1
    assert quick_form(["--quick", "--bench", str(tmp_path)]) == 2


def test_the_quick_form_leaves_out_the_set_of_nicknames_and_takes_whole_entities(tmp_path: Path) -> None:
    folder = _folder(tmp_path, _cases())
    (folder / "cases/nicknames_en.dev.jsonl").write_text(json.dumps(_cases()[0]) + "\n", "utf-8")
    assert list(quick.sampled(folder)) == ["invented.dev"]
    assert len(quick.sampled(folder)["invented.dev"]) == len(_cases())


@pytest.mark.parametrize(
    ("left", "right", "label", "reachable"),
    [
        pytest.param("Zebulon Quartermaine", "Zebulon Quartermayne", True, True, id="true and spelt otherwise"),
        pytest.param("Zebulon Quartermaine", "Abu Silverfalcon", True, False, id="true and without a common word"),
        pytest.param("Zebulon Quartermaine", "Marguerite Ashdown", False, True, id="false pairs are all within reach"),
    ],
)
def test_within_reach_is_all_but_true_pairs_in_which_no_word_agrees(
    left: str, right: str, label: bool, reachable: bool
) -> None:
    (found,) = explained.with_explanations({"s": [_case(left, right, label=label)]})["s"]
    assert found["reachable"] is reachable


def test_another_score_than_the_harness_saw_ends_the_measurement() -> None:
    with pytest.raises(BenchmarkFailedError, match="in the harness"):
        explained.with_explanations({"s": [{**_case(*SAME[0], label=True), "score": 0.123}]})


def test_scripts_are_those_of_the_first_names() -> None:
    assert explained.script_pair({"name": ["Барнабас"]}, {"name": ["Barnabas", "بارنابا"]}) == "Cyrl-Latn"


def test_slices_of_few_pairs_are_left_out_and_others_have_their_rates() -> None:
    scored = [
        {"label": True, "score": score, "group": f"g{n}", "category": "often", "scripts": "Latn-Latn"}
        for n, score in enumerate([0.9] * 15 + [0.1] * 5)
    ]
    seldom = [{**scored[0], "category": "seldom"}] * 3
    (row,) = slices.by_category({"s": [*scored, *seldom]}, 0.5)
    assert (row["slice"], row["same"], row["detection"]["value"]) == ("often", 20, 0.75)
    assert 0.5 < row["detection"]["low"] < 0.75 < row["detection"]["high"] < 1


def test_a_rate_of_nothing_has_an_interval_that_admits_more() -> None:
    found = slices.detected([f"e{n}" for n in range(20)], [0.1] * 20, 0.5)
    assert found["value"] == 0
    assert found["high"] > 0.1


def test_bins_say_what_was_said_and_what_was_so() -> None:
    rows = reliability.table([{"score": 0.75, "label": n < 3} for n in range(4)] + [{"score": 1.0, "label": True}])
    assert (rows[7]["pairs"], rows[7]["mean_score"], rows[7]["same"]["value"]) == (4, 0.75, 0.75)
    assert rows[9]["pairs"] == 1
    assert sum(row["pairs"] for row in rows) == 5
    drawn = plot.calibration(rows, "invented")
    assert drawn.count("<circle") == 2


def _alerts(rates: dict[str, int], of: int = 1000) -> list[Json]:
    details = [
        {"source": "wikipedia", "culture": culture, "top": ["e", 0.9 if n < count else 0.1]}
        for culture, count in rates.items()
        for n in range(of)
    ]
    return culture_figures.alerts(details, 0.5)


@pytest.mark.parametrize(
    ("rates", "above"),
    [
        pytest.param({"One": 10, "Two": 0, "Three": 1}, (), id="ten per thousand are always allowed"),
        pytest.param({"One": 11, "Two": 0, "Three": 1}, ("One",), id="eleven where others have next to none"),
        pytest.param({"One": 15, "Two": 5, "Three": 6}, (), id="within three times the median"),
    ],
)
def test_no_culture_is_alerted_much_oftener_than_the_median(rates: dict[str, int], above: tuple[str, ...]) -> None:
    found = _alerts(rates)
    assert culture_figures.judged(found, found)["above"] == above
    people = {row["culture"]: row["per_1000"]["value"] for row in found if row["innocents"] == "people"}
    assert people == {culture: float(count) for culture, count in rates.items()}


def test_synthetic_innocents_count_for_no_culture() -> None:
    assert culture_figures.alerts([{"source": "yente", "culture": "One", "top": ["e", 0.9]}], 0.5) == []


def test_a_nationality_has_the_culture_of_most_of_its_innocents() -> None:
    innocents = [{"culture": culture, "nationality_label": "Chilean"} for culture in ("Hispanic", "Hispanic", "Anglo")]
    assert culture_figures.cultures([*innocents, {"culture": "Anglo"}]) == {"cl": "Hispanic"}


def test_expected_namesakes_are_counted_among_the_innocents() -> None:
    engine = Engine([{"id": "e1", "schema": "Person", "name": ["Zebulon Quartermaine"]}])
    query = {"name": "Zebulon Quartermaine", "schema": "Person", "targets": ["e1"]}
    names = ["Zebulon Quartermaine", "Quartermaine Zebulon", "Marguerite Ashdown", "Kenneth Oakes"]
    innocents = [{"name": name, "schema": "Person", "culture": "One"} for name in names]
    found = namesakes.figures(engine, [query], innocents)
    assert (found["matches"]["matches"], found["alerts"]["matches"]) == (1, 2)
    assert found["matches"]["observed"]["value"] in (250_000.0, 500_000.0)  # one in four, two if order is worth nothing
    assert found["matches"]["predicted"] < 1000
    assert found["alerts"]["pairs"] >= 1  # the other one, never the one who is alerted
    assert found["alerts"]["pairs"] <= 2


def test_figures_are_kept_short_and_read_back_as_they_are() -> None:
    text = small.written({"a": 1 / 3, "b": [{"value": 0.5, "low": 1, "high": None}]})
    assert json.loads(text) == {"a": 0.33333, "b": [{"value": 0.5, "low": 1, "high": None}]}
    assert '{ "value": 0.5, "low": 1, "high": null }' in text
