"""The model card is what the committed results give, and shows nobody who exists."""

import json
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from benchmarks.quality import card, examples
from benchmarks.quality.rows import SOURCES

ROOT = Path(__file__).parents[3]
QUALITY = ROOT / "benchmarks/quality"


def test_the_pages_are_what_the_committed_results_give(capsys: pytest.CaptureFixture[str]) -> None:
    assert card.main(["--check"]) == 0, capsys.readouterr().out


def test_other_results_make_the_check_fail_and_are_written_without_it(tmp_path: Path) -> None:
    found = json.loads((QUALITY / "results.json").read_text("utf-8"))
    found["pairs"]["mean_f1"]["value"] = 0.123
    (tmp_path / "other.json").write_text(json.dumps(found), "utf-8")
    asked = ["--results", str(tmp_path / "other.json")]
    assert card.main([*asked, "--check"]) == 1
    assert card.main([*asked, "--out", str(tmp_path)]) == 0
    assert "0.123" in (tmp_path / card.CARD).read_text("utf-8")
    assert card.main([*asked, "--out", str(tmp_path), "--check"]) == 0


def test_plots_are_well_formed() -> None:
    plots = sorted((ROOT / "docs/model-card").glob("*.svg"))
    assert len(plots) == len(card.PLOTS)
    for path in plots:
        circles = ElementTree.fromstring(path.read_text("utf-8")).iter("{http://www.w3.org/2000/svg}circle")
        assert sum(1 for _ in circles) >= 5


def test_the_card_says_what_has_to_be_said() -> None:
    page = (ROOT / card.CARD).read_text("utf-8")
    for said in ("Never an automatic adverse decision", "In-sample", "On the same development data", "Fairness",
                 "Expected namesakes", "Labels that we believe wrong", "Nothing was ever fitted on"):  # fmt: skip
        assert said in page
    assert all(f"`{source}`" in page for source in SOURCES)


def test_labels_are_named_by_the_id_of_the_case_or_by_category_alone() -> None:
    labels = tomllib.loads((QUALITY / "labels.toml").read_text("utf-8"))["label"]
    assert labels
    for item in labels:
        assert set(item) <= {"set", "cases", "categories", "why"}
        assert all(re.fullmatch("[0-9a-f]{12}", case) for case in item.get("cases", ()))
        assert all(re.fullmatch(r"[a-z]+:[a-z_]+", name) for name in item.get("categories", ()))


def test_results_keep_figures_and_no_names_of_people() -> None:
    found = json.loads((QUALITY / "results.json").read_text("utf-8"))
    invented = {(item.left, item.right) for item in examples.INVENTED}
    assert {(item["left"], item["right"]) for item in found["examples"]} == invented
    assert len((QUALITY / "results.json").read_bytes()) < 150_000
    assert not re.search(r'"(name|top|id)":', json.dumps(found))
