from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from namesake.errors import Where
from namesake.fields import dates
from namesake.review import narrate, wording
from namesake.review.sides import date_shown, matched_first, matched_name, sides
from namesake.values.entities import Entity, Note, Skipped
from namesake.values.facts import CountryFact, Identifier, PartialDate
from namesake.values.matches import Evidence, Explanation, ListedRef, Match, score_of
from namesake.values.names import Name
from namesake.values.runs import Consulted, RunContext, Summary


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        pytest.param(
            Evidence("name.word", "close-other-script", "Тилланов", "TILLANOV", 2_150, 3.2),
            "“Тилланов” is “TILLANOV” in another alphabet; about 1 person in 310,000 would agree this well.",
            id="other-alphabet",
        ),
        pytest.param(
            Evidence("name.word", "exact", "Orzu", "Orzu", 2_150),
            "Both sides give the name “Orzu”.",
            id="identical",
        ),
        pytest.param(
            Evidence("name.word", "exact", "Orzu", "ORZU", 2_150),
            "“Orzu” and “ORZU” are the same name.",
            id="same-but-for-case",
        ),
        pytest.param(
            Evidence("name.extra", "on one side only", "", "Davronovich", -310),
            "“Davronovich” stands only in the list entry's name.",
            id="entry-only",
        ),
        pytest.param(
            Evidence("name.extra", "on one side only", "Davronovich", "", -310),
            "“Davronovich” stands only in the subject's name.",
            id="subject-only",
        ),
        pytest.param(
            Evidence("birth_date", "differs", "1969", "1985", -2_900),
            "“1969” and “1985” are different (birth date).",
            id="birth-dates-differ",
        ),
        pytest.param(
            Evidence("birth_date", "unknown", "", "1985", 0),
            "The subject has no birth date to compare.",
            id="subject-lacks",
        ),
        pytest.param(
            Evidence("birth_date", "unknown", "1985", "", 0),
            "The list gives no birth date to compare.",
            id="entry-lacks",
        ),
        pytest.param(Evidence("identifier", "unknown", "", "", 0), "Neither side gives an identifier.", id="both-lack"),
        pytest.param(
            Evidence("country", "agrees", "UZ", "Uzbekistan", 0),
            "“UZ” and “Uzbekistan” are the same country, which by itself counts for nothing.",
            id="country-agrees",
        ),
        pytest.param(
            Evidence("shoe_size", "unheard-of", "42", "43", 100, 10_000.0),
            "“42” fits “43” (shoe size); about 1 person in 100 would agree this well.",
            id="unknown-code-for",
        ),
        pytest.param(
            Evidence("shoe_size", "unheard-of", "42", "43", -100, 10_000.0),
            "“42” conflicts with “43” (shoe size).",
            id="unknown-code-against",
        ),
        pytest.param(
            Evidence("shoe_size", "unheard-of", "42", "43", 0),
            "“42” and “43” do not decide (shoe size).",
            id="unknown-code-nothing",
        ),
        pytest.param(
            Evidence("name.whole", "exact", "", "", 500),
            "Name: whole exact speaks for the same party.",
            id="without-values",
        ),
        pytest.param(
            Evidence("name.word", "close", "{label}", "{s.__class__}", 10),
            "“{label}” is spelt much like “{s.__class__}”.",
            id="values-are-no-templates",
        ),
    ],
)
def test_a_finding_in_a_sentence(evidence: Evidence, said: str) -> None:
    assert narrate.sentence(evidence) == said


@pytest.mark.parametrize("key", [*wording.BY_CODE, *(f"name.word/{level}" for level in wording.BY_LEVEL)])
def test_every_template_makes_a_sentence(key: str) -> None:
    code, level = key.split("/")
    said = narrate.sentence(Evidence(code, level, "left", "right", 100))
    assert said.endswith(".")
    assert "{" not in said
    assert not set(said.lower().split()) & {"risk", "suspicious", "suspect", "dangerous", "threat"}


def _match(*evidence: Evidence, schema: str = "Person", names: tuple[Name, ...] = (Name("Orzu Tillanov"),)) -> Match:
    entity = Entity(
        "1",
        schema,
        names,
        birth_dates=(PartialDate(date(1985, 1, 1), date(1985, 12, 31), text=""),),
        countries=(CountryFact("nationality", "uz"), CountryFact("country", "", "Uzbek SSR")),
        identifiers=(Identifier("imo", "9074729"),),
    )
    entry = ListedRef("example", "", "1", "1", "example:1", entity.caption, schema, entity)
    explanation = Explanation(-1_000, evidence)
    return Match(entry, score_of(explanation.bits), explanation.bits, "review", 3.2, explanation)


WORD = Evidence("name.word", "exact", "Orzu", "Orzu", 5_000)


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        pytest.param((WORD,), "Name agrees.", id="agrees"),
        pytest.param(
            (WORD, Evidence("name.extra", "on one side only", "", "Tillanov", -100)),
            "Name agrees in part.",
            id="in-part",
        ),
        pytest.param(
            (
                WORD,
                Evidence("birth_date", "exact", "1985", "1985", 9),
                Evidence("gender", "differs", "male", "female", -9),
            ),
            "Name and birth date agree; gender conflicts.",
            id="conflict",
        ),
        pytest.param(
            (WORD, Evidence("country", "unknown", "", "UZ", 0), Evidence("gender", "unknown", "", "", 0)),
            "Name agrees; no country or gender to compare.",
            id="absent",
        ),
        pytest.param(
            (WORD, Evidence("gender", "differs", "male", "female", 0)),
            "Name agrees; gender conflicts.",
            id="weightless-conflict",
        ),
        pytest.param((), "Nothing could be compared.", id="nothing"),
    ],
)
def test_the_headline_of_a_match(evidence: tuple[Evidence, ...], said: str) -> None:
    assert narrate.headline(_match(*evidence)) == said


@pytest.mark.parametrize(
    ("per_million", "schema", "said"),
    [
        pytest.param(
            24.4,
            "Person",
            "About 1 person in 41,000 of the reference population would match at least this well by chance.",
            id="person",
        ),
        pytest.param(
            3.2,
            "Company",
            "About 1 name in 310,000 of the reference population would match at least this well by chance.",
            id="company",
        ),
        pytest.param(
            0.0001,
            "Person",
            "Fewer than 1 person in 10 million of the reference population would match at least this well by chance.",
            id="rarest",
        ),
        pytest.param(
            1e6,
            "Person",
            "More than half of all people of the reference population would match at least this well by chance.",
            id="most",
        ),
    ],
)
def test_how_many_would_match_by_chance(per_million: float, schema: str, said: str) -> None:
    match = replace(_match(WORD, schema=schema), namesakes_per_million=per_million)
    assert narrate.by_chance(match) == said


def test_the_main_evidence_speaks_most_for_the_match() -> None:
    other = Evidence("birth_date", "exact", "1985", "1985", 6_000)
    assert narrate.main_evidence(_match(WORD, other)) == "Both sides give the birth date “1985”."
    assert narrate.main_evidence(_match()) == "Nothing could be compared."


def test_the_name_that_matched_is_found_and_comes_first() -> None:
    names = (Name("Old Name"), Name("Orzu Weak", "alias", weak=True), Name("Another", "alias"))
    match = _match(WORD, names=names)
    assert matched_name(match) == "Orzu Weak"
    assert matched_first(match) == ("Orzu Weak (weak alias)", "Old Name", "Another")
    assert matched_name(_match(names=names)) == "Old Name"


def test_both_sides_are_set_against_each_other() -> None:
    subject = Entity("s", "Person", (Name("Orzu"),), genders=("male",))
    rows = {row.label: row for row in sides(subject, _match(WORD))}
    assert list(rows) == ["Name", "Birth date", "Country", "Gender", "Identifier"]
    assert rows["Name"].verdict == "agrees"
    assert rows["Birth date"].entry == ("1985-01-01 to 1985-12-31",)
    assert rows["Birth date"].verdict == "subject-lacks"
    assert rows["Country"].entry == ("Uzbekistan (nationality)", "Uzbek SSR")
    assert rows["Gender"].verdict == "entry-lacks"
    assert rows["Identifier"].entry == ("9074729 (imo)",)
    assert {row.verdict for row in rows.values()} <= narrate.VERDICT_WORDS.keys()


LIST = Consulted("example", "", "2026-06-01", "h", date(2026, 6, 1), 10, 1)
CONTEXT = RunContext(datetime(2026, 6, 2, tzinfo=UTC), "s", "m", "h", "p", "h", "pop", 0.5, 0.95, (LIST,))


def test_the_summary_is_one_sentence() -> None:
    said = narrate.summary(Summary(clear=1, matches=0), CONTEXT)
    assert said == (
        "1 subject screened against example of 2026-06-01: 0 with a strong match, 0 to review, 1 clear "
        "(0 matches with 0 listed identities); no row skipped."
    )
    assert "no list at all" in narrate.summary(Summary(), replace(CONTEXT, lists=()))


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (Summary(clear=5, review=1), "1 of 6 subjects needs a look"),
        (Summary(clear=5, review=1, strong=1_000), "1,001 of 1,006 subjects need a look"),
        (Summary(clear=5), "No match among 5 subjects"),
        (Summary(skipped=5), "No subject could be screened"),
    ],
)
def test_the_title_of_a_run(summary: Summary, said: str) -> None:
    assert narrate.title(summary) == said


def test_age_and_places() -> None:
    assert narrate.age(LIST) == "1 day old"
    assert narrate.age(replace(LIST, age_days=0)) == "today's"
    assert narrate.age(replace(LIST, age_days=9, stale=True)) == "9 days old, stale"
    assert narrate.note(Note("c", "said", Where("f.csv", 3))) == "f.csv, row 3: said (c)"
    assert narrate.skipped(Skipped("c", "why")) == "why (c)"


@pytest.mark.parametrize("code", ["identifier", "identifier.exact"])
def test_an_identifier_is_not_counted_in_people(code: str) -> None:
    said = narrate.sentence(Evidence(code, "exact", "HRB 1", "HRB-1", 9_000, 0.1))
    assert said == "“HRB 1” and “HRB-1” are the same identifier; an identifier is hardly ever shared by chance."


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        pytest.param("FR", "fr", "France", id="code"),
        pytest.param("fra", "fr", "France", id="three letters"),
        pytest.param("", "fr", "France", id="no text"),
        pytest.param("Uzbek SSR", "uz", "Uzbek SSR", id="verbatim"),
        pytest.param("XQZ", "", "XQZ", id="not understood"),
    ],
)
def test_countries_go_by_their_names(text: str, code: str, shown: str) -> None:
    subject = Entity("s", "Person", (Name("Orzu"),), countries=(CountryFact("country", code, text),))
    rows = {row.label: row for row in sides(subject, _match(WORD))}
    assert rows["Country"].subject == (shown,)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param({"age_days": 0}, "today's", id="today"),
        pytest.param({"stale": True}, "9 days old, stale", id="stale"),
        pytest.param(
            {"stale": True, "overdue": True, "allowed_days": 1},
            "9 days old, older than the 1 day that the policy allows: the control did not complete",
            id="overdue",
        ),
    ],
)
def test_how_old_a_list_is(changed: dict[str, Any], said: str) -> None:
    assert narrate.age(replace(Consulted("a", "", "1", "h", date(2026, 1, 1), 9, 9), **changed)) == said


@pytest.mark.parametrize(("count", "start"), [(0, ""), (1, "1 entry left out: it "), (2, "2 entries left out: they ")])
def test_entries_left_out(count: int, start: str) -> None:
    found = narrate.left_out(Consulted("a", "", "1", "h", date(2026, 1, 1), 9, 9, left_out=count))
    assert found.startswith(start)
    assert bool(found) == bool(count)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("15 Dec 1985", ("15 Dec 1985",), id="verbatim"),
        pytest.param("15.12.85", ("15.12.85", "15.12.85"), id="two-digits-of-the-year"),
        pytest.param("19851215", ("19851215",), id="written-together"),
        pytest.param("١٩٨٥", ("١٩٨٥",), id="other-digits"),
        pytest.param("1958-1960", ("1958-1960",), id="range"),
        pytest.param("1 Farvardin 1350", ("1 Farvardin 1350 (1971-03-21)",), id="persian"),
        pytest.param("1350", ("1350 (1971-03-21 to 1972-03-20)", "1350 (1931-05-19 to 1932-05-06)"), id="either"),
    ],
)
def test_a_date_of_another_calendar_has_ours_beside_it(text: str, shown: tuple[str, ...]) -> None:
    assert tuple(date_shown(found) for found in dates.readings(text)) == shown
