"""The weights are fitted on the development part of named sets, under licences that let them be."""

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.quality import adapter, rows

from namesake.scoring.model import shipped
from namesake.values.tokens import Prepared

LICENCES = {
    "nk_name_bench": "MIT",
    "nk_entity_checks": "MIT",
    "ofac_alias": "public domain",
    "ssb_ofac": "MIT",
    "xlit_tokens": "CC0, Apache-2.0",
    "xlit_fullnames": "CC0, Apache-2.0",
    "us_congress": "CC0",
    "company_name_matcher": "MIT",
}
"""Sets that may be fitted on, with the licence of their data. A set under a licence that excludes commercial use must
never stand here."""

NEVER = ("un_alias", "febrl4", "nicknames_en", "opensanctions_pairs")


def test_every_source_of_the_fit_is_named_with_a_licence_that_allows_it() -> None:
    assert set(rows.SOURCES) <= set(LICENCES)
    assert not set(rows.SOURCES) & set(NEVER)
    assert all("NC" not in licence for licence in LICENCES.values())


def _folder(root: Path) -> Path:
    """A benchmark in which every held-out and every forbidden record has a word of its own."""
    (root / "cases").mkdir()
    (root / "retrieval").mkdir()
    for source in (*rows.SOURCES, *NEVER):
        for part in ("dev", "heldout"):
            word = "Fairweather" if source in rows.SOURCES and part == "dev" else "Forbidden"
            _write(root / f"cases/{source}.{part}.jsonl", [_case(source, word)])
    _write(root / "retrieval/index_ofac.jsonl", [_entry("e1", "Zebulon Fairweather"), _entry("e2", "Ottoline Oakes")])
    _write(root / "retrieval/queries.jsonl", [
        _query("q1", "ofac", "dev", "Zebulon Fairwether"),
        _query("q2", "ofac", "heldout", "Zebulon Forbidden"),
        _query("q3", "un", "dev", "Zebulon Forbidden"),
    ])  # fmt: skip
    _write(root / "retrieval/negatives.jsonl", [
        _innocent("n1", "dev", "Marius Fairweather"), _innocent("n2", "heldout", "Marius Forbidden"),
    ])  # fmt: skip
    return root


def _write(path: Path, items: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(item) + "\n" for item in items), "utf-8")


def _case(source: str, word: str) -> dict[str, Any]:
    sides = {"left": {"name": [f"Zebulon {word}"]}, "right": {"name": [f"Zebulon {word}"]}}
    return {"id": f"{source}:1", "group": source, "schema": "Person", "label": True, "category": "invented", **sides}


def _entry(key: str, name: str) -> dict[str, Any]:
    return {"id": key, "schema": "Person", "name": [name]}


def _query(key: str, index: str, split: str, name: str) -> dict[str, Any]:
    return {"id": key, "index": index, "split": split, "schema": "Person", "name": name, "nearest": name,
            "targets": ["e1"]}  # fmt: skip


def _innocent(key: str, split: str, name: str) -> dict[str, Any]:
    return {"id": key, "split": split, "schema": "Person", "name": name, "exact_collision": False}


def test_the_fit_reads_only_development_parts_of_its_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _folder(tmp_path)
    seen: list[str] = []

    def watched(record: dict[str, Any], schema: str, key: str = "") -> Prepared:
        seen.extend(record.get("name", ()))
        return adapter.prepared(record, schema, key)

    monkeypatch.setattr(rows, "prepared", watched)
    found = rows.rows(folder, shipped())
    assert {row.source for row in found if row.labelled} == set(rows.SOURCES)
    assert {"Zebulon Fairwether", "Marius Fairweather"} <= set(seen)
    assert [name for name in seen if "Forbidden" in name] == []
