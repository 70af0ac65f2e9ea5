"""What one other fact would change stands in the report, in the terminal and in the JSON, and is text there."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from rich.console import Console

from namesake.reports import writer_for
from namesake.reports.document import result_document, to_json
from namesake.reports.terminal import explain
from namesake.review.counterfactuals import under
from namesake.screener import as_entity, compare
from namesake.values.entities import Subject
from namesake.values.matches import Result, score_of
from namesake.values.runs import RunContext, Summary


@pytest.fixture
def found() -> Result:
    """A match that stands by its birth date, with hostile text in it."""
    subject = as_entity({"name": "Talvek Quoren", "schema": "Person", "birthDate": "1986", "gender": "male"})
    entry = as_entity({"name": "Talvek Quoren", "schema": "Person", "birthDate": "1986-03-04", "gender": "male"})
    evil = tuple(replace(item, text="<b>\u202e1986\x1b[31m") for item in entry.birth_dates)
    match = compare(subject, replace(entry, birth_dates=evil))
    assert match is not None
    return Result(Subject("C-1", subject), (match,))


@pytest.fixture
def run(found: Result, context: RunContext) -> RunContext:
    """Thresholds just around the match."""
    bits = found.matches[0].bits
    return replace(context, review_from=score_of(bits - 500), strong_from=score_of(bits + 500))


def test_in_json(found: Result, run: RunContext) -> None:
    document = json.loads(to_json(result_document(found, run)))
    shown = document["matches"][0]["counterfactuals"]
    assert [(item["kind"], item["fact"]) for item in shown] == [
        ("would-clear", "birth_date"),
        ("would-clear", "gender"),
        ("would-confirm", "birth_date"),
    ]
    for item, said in zip(shown, under(found.subject, found.matches[0], run), strict=True):
        assert (item["text"], item["bits_before"], item["bits_after"]) == (said.sentence, said.before, said.after)
        assert (item["bits_after"] > item["bits_before"]) is (item["kind"] == "would-confirm")


def test_in_the_terminal(found: Result, run: RunContext) -> None:
    buffer = io.StringIO()
    Console(file=buffer, width=200, no_color=True).print(explain(found, run))
    said = buffer.getvalue()
    assert "A birth year other than 1986 would put it below the threshold" in said
    assert "It would be below the threshold if the subject were female." in said
    assert "The same birth date, “<b>⟨U+202E⟩1986␛[31m”, would make it a strong match." in said
    assert "\x1b[31m" not in said


def test_in_the_report(tmp_path: Path, found: Result, run: RunContext) -> None:
    path = tmp_path / "report.html"
    with writer_for(path, run) as writer:
        writer.write(found)
        writer.close(Summary(subjects=1, review=1, matches=1))
    root = html.document_fromstring(path.read_bytes().decode("utf-8"))
    items = root.xpath("//div[@class='otherwise']//li")
    assert isinstance(items, list)
    shown = [item.text_content().strip() for item in items if isinstance(item, html.HtmlElement)]
    assert len(shown) == 3
    assert shown[0].startswith("A birth year other than 1986 would put it below the threshold")
    assert "<b>⟨U+202E⟩1986␛[31m" in shown[2]
    assert root.xpath("//div[@class='otherwise']//b") == []


def test_nothing_is_said_where_nothing_would_change(found: Result, context: RunContext, tmp_path: Path) -> None:
    certain = replace(context, review_from=0.0001, strong_from=0.0002)
    path = tmp_path / "report.html"
    with writer_for(path, certain) as writer:
        writer.write(found)
        writer.close(Summary(subjects=1, strong=1, matches=1))
    assert "otherwise" not in path.read_text("utf-8").partition("<body")[2]
    assert json.loads(to_json(result_document(found, certain)))["matches"][0]["counterfactuals"] == []
