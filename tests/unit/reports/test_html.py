import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from namesake.reports import writer_for
from namesake.values.entities import Note
from namesake.values.matches import Outcome, Result
from namesake.values.runs import RunContext, Summary

Page = Callable[..., html.HtmlElement]
UNWELCOME = re.compile(r"\b(risk\w*|suspic\w*|suspect\w*|danger\w*|threat\w*|terror\w*|criminal\w*)\b", re.I)


@pytest.fixture
def page(tmp_path: Path, outcomes: tuple[Outcome, ...], context: RunContext, summary: Summary) -> Page:
    def do(
        results: tuple[Outcome, ...] = outcomes, run: RunContext = context, counts: Summary = summary
    ) -> html.HtmlElement:
        path = tmp_path / "report.html"
        with writer_for(path, run) as writer:
            for outcome in results:
                writer.write(outcome)
            writer.close(counts)
        return html.document_fromstring(path.read_bytes().decode("utf-8"))

    return do


def found(root: html.HtmlElement, path: str) -> list[str]:
    """The texts of all elements along an XPath, white space folded."""
    nodes = root.xpath(path)
    assert isinstance(nodes, list)
    return [" ".join(" ".join(node.itertext()).split()) for node in nodes if isinstance(node, html.HtmlElement)]


def test_the_figures_add_up(page: Page) -> None:
    root = page()
    figures = [int(text) for text in found(root, "//dl[@class='figures']//dd")]
    assert figures == [2, 1, 1, 1]
    assert found(root, "//p[contains(@class, 'sum')]")[0].startswith("2 + 1 + 1 + 1 = 5:")
    assert found(root, "//h1") == ["3 of 4 subjects need a look"]


def test_lists_are_named_with_their_state(page: Page) -> None:
    root = page()
    rows = found(root, "//section[@aria-labelledby='lists']//tbody/tr")
    assert "17,204" in rows[0]
    assert "3 days old" in rows[0]
    assert "older than expected" in rows[1]
    assert "filtered export" in rows[1]
    assert "example_west" in rows[2]
    assert "the last download failed" in rows[2]


def test_matches_come_with_the_strongest_first(page: Page) -> None:
    scores = [float(text.rstrip("%")) for text in found(page(), "//span[@class='score']")]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 3


def test_columns_of_the_distribution_add_up_to_the_matches(page: Page) -> None:
    counts = [int(text) for text in found(page(), "//figure//span[@class='count']")]
    assert sum(counts) == 3
    assert len(counts) == 10


def test_a_card_sets_both_sides_against_each_other_in_words(page: Page) -> None:
    rows = found(page(), "//details[@id='match-3']//table[@class='sides']/tbody/tr")
    assert rows[0].startswith("Name Orzubek Tillanover TILLANOVER, Orzubek Davronovich")
    assert rows[0].endswith("agrees")
    assert rows[1].startswith("Birth date 1969-03-02 1985-12-15")
    assert rows[1].endswith("conflicts")
    assert any(row.endswith("not given for the subject") for row in rows)


def test_a_card_tells_programme_marks_and_notes(page: Page) -> None:
    about = found(page(), "//details[@id='match-1']//dl[@class='about']")[0]
    for part in ("EXAMPLE-SMUGGLING", "remarks cut by the publisher", "taken for a person", "example_north:EX-4711"):
        assert part in about


def test_the_bars_of_a_waterfall_follow_on_one_another(page: Page) -> None:
    root = page()
    rects = root.xpath("//details[@id='match-1']//table[@class='falls']//rect")
    assert isinstance(rects, list)
    spans = [(float(r.get("x", "")), float(r.get("width", ""))) for r in rects if isinstance(r, html.HtmlElement)]
    rows = found(root, "//details[@id='match-1']//table[@class='falls']/tbody/tr")
    assert len(spans) == len(rows) == 10
    assert all(x >= 0 and x + width <= 100.5 for x, width in spans)
    first, second = spans[1], spans[2]
    assert first[0] + first[1] == pytest.approx(second[0], abs=0.02)
    assert rows[0].startswith("Before any comparison −13.0")
    assert rows[-1].startswith("Together +6.9")


def test_a_skipped_row_is_shown_with_its_reason(page: Page) -> None:
    rows = found(page(), "//section[@aria-labelledby='skipped']//tbody/tr")
    assert len(rows) == 1
    for part in ("6", "C-006", "the row has no name", "subject-name-missing", "=1+1"):
        assert part in rows[0]


def test_what_pins_the_run_stands_at_the_end(page: Page, context: RunContext) -> None:
    said = found(page(), "//dl[@class='pinned']")[0]
    for part in (context.model_hash, context.policy_hash, context.software, *(item.hash for item in context.lists)):
        assert part in said


def test_hostile_text_is_text(page: Page, hostile: Result) -> None:
    root = page((hostile,))
    assert len(root.xpath("//script")) == 1
    assert root.xpath("//img | //b | //*[@onerror]") == []
    said = root.text_content()
    assert '<script>alert("x")</script>' in said
    assert "⟨U+202E⟩" in said
    assert "␛[31mred␇" in said
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", said)


def test_names_keep_their_own_direction(page: Page) -> None:
    root = page()
    assert "سهراب ورزنی\u200cنمونه" in found(root, "//h3/bdi[@dir='auto']")
    assert "ورزنی" in found(root, "//table[@class='falls']//bdi[@dir='auto']")


def test_the_file_needs_nothing_else(page: Page) -> None:
    root = page()
    assert root.xpath("//link | //iframe | //object | //*[@src] | //*[@href]") == []
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert isinstance(policy, list)
    assert str(policy[0]).startswith("default-src 'none'")


def test_the_page_is_built_for_all_readers(page: Page) -> None:
    root = page()
    assert root.get("lang") == "en"
    levels = [int(str(node.tag)[1]) for node in root.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    tables = root.xpath("//table[not(thead//th[@scope='col'])]")
    assert tables == []
    ids = root.xpath("//@id")
    assert isinstance(ids, list)
    assert len(ids) == len(set(ids))
    assert all(root.xpath(f"//*[@id='{target}']") for target in root.xpath("//@aria-labelledby"))
    assert root.xpath("//svg[not(@aria-hidden)]") == []


def test_nothing_is_said_about_anything_but_identity(page: Page) -> None:
    values = "EXAMPLE-SMUGGLING"
    assert UNWELCOME.findall(page().text_content().replace(values, "")) == []


@pytest.fixture
def few_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("namesake.reports.html.IN_FULL", 2)


@pytest.mark.usefixtures("few_in_full")
def test_matches_beyond_the_limit_follow_in_a_table(page: Page, outcomes: tuple[Outcome, ...]) -> None:
    many = outcomes[:3] * 3
    root = page(many)
    cards = found(root, "//details[contains(@class, 'match')]//span[@class='score']")
    others = found(root, "//table[@class='others']/tbody/tr/td[1]")
    assert len(cards) == 2
    assert len(others) == 7
    scores = [float(text.rstrip("%")) for text in cards + others]
    assert scores == sorted(scores, reverse=True)
    assert "The first 2 are shown in full, the other 7" in root.text_content()


@pytest.mark.usefixtures("few_in_full")
def test_hostile_text_is_text_in_the_table_too(page: Page, outcomes: tuple[Outcome, ...], hostile: Result) -> None:
    root = page((outcomes[0], outcomes[0], outcomes[0], hostile, hostile))
    assert len(root.xpath("//script")) == 1
    assert "<script>" in found(root, "//table[@class='others']")[0]


def test_a_run_without_matches_or_lists(page: Page, context: RunContext) -> None:
    bare = replace(context, lists=(), not_consulted=())
    said = page((), bare, Summary()).text_content()
    assert "No list was used." in said
    assert "There is no match." in said
    assert "Every row was screened." in said
    assert "No subject could be screened" in said


def test_notes_are_counted_and_shown_by_example(page: Page, outcomes: tuple[Outcome, ...]) -> None:
    clear = outcomes[3]
    assert isinstance(clear, Result)
    noted = replace(clear, notes=(Note("two-digit-year", "the year 61 is taken for 1961"),))
    row = found(page((noted, noted)), "//section[@aria-labelledby='notes']//tbody/tr")[0]
    assert row == "two-digit-year 2 the year 61 is taken for 1961 (two-digit-year)"


def test_a_list_that_is_overdue_or_not_whole_says_so(page: Page, context: RunContext) -> None:
    late = replace(context.lists[0], stale=True, overdue=True, left_out=1, allowed_days=2)
    said = "older than the 2 days that the policy allows: the control did not complete"
    cells = found(page(run=replace(context, lists=(late,))), "//section[@aria-labelledby='lists']//tr[1]/td")
    assert [cell.replace(" ;", ";") for cell in cells[3:5]] == [
        "3 days old",
        f"{said}; 1 entry left out: it names no party or has expired",
    ]
