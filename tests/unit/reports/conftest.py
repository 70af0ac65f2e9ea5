"""An invented run: nobody in it exists."""

from datetime import UTC, date, datetime

import pytest

from namesake.errors import Where
from namesake.values.entities import Entity, Note, Skipped, Subject
from namesake.values.facts import CountryFact, Gender, Identifier, PartialDate
from namesake.values.matches import Band, Evidence, Explanation, ListedRef, Match, Outcome, Result, score_of
from namesake.values.names import Name
from namesake.values.runs import Consulted, NotConsulted, RunContext, Summary

COLUMNS = ("Client no", "Full name", "Born", "Remark")
PRIOR = -13_312


def day(text: str) -> PartialDate:
    found = date.fromisoformat(text)
    return PartialDate(found, found, text=text)


def year(number: int) -> PartialDate:
    return PartialDate(date(number, 1, 1), date(number, 12, 31), circa=True, text=f"circa {number}")


def subject_of(
    row: int,
    name: str,
    born: PartialDate | None = None,
    country: str = "",
    gender: Gender | None = None,
    remark: str = "",
) -> Subject:
    entity = Entity(
        id=f"row-{row}",
        schema="Person",
        names=(Name(name),),
        birth_dates=(born,) if born else (),
        genders=(gender,) if gender else (),
        countries=(CountryFact("nationality", country, country.upper()),) if country else (),
    )
    cells = (f"C-{row:03}", name, born.text if born else "", remark)
    return Subject(f"C-{row:03}", entity, row, tuple(zip(COLUMNS, cells, strict=True)))


def match_with(entry: ListedRef, evidence: tuple[Evidence, ...], per_million: float) -> Match:
    explanation = Explanation(PRIOR, evidence)
    score = score_of(explanation.bits)
    band: Band = "strong" if score >= 0.95 else "review" if score >= 0.5 else "clear"
    return Match(entry, score, explanation.bits, band, per_million, explanation)


def _tillanover() -> ListedRef:
    entity = Entity(
        id="EX-4711",
        schema="Person",
        names=(
            Name("TILLANOVER, Orzubek Davronovich"),
            Name("Орзубек Тиллановер", "alias", script="Cyrl"),
            Name("Urzubek Tilanover", "alias"),
            Name("“The Clockmaker”", "alias", weak=True),
            Name("Orzu Tillanover", "alias"),
            Name("O. D. Tillanover", "former"),
        ),
        birth_dates=(day("1985-12-15"), year(1986)),
        genders=("male",),
        countries=(CountryFact("nationality", "uz", "Uzbekistan"), CountryFact("birth", "uz", "Uzbekistan")),
        identifiers=(Identifier("passport", "XX0000417", "uz", None, "Passport"),),
    )
    return ListedRef(
        "example_north",
        "",
        "2026-05-30",
        "EX-4711",
        "example_north:EX-4711",
        entity.caption,
        "Person",
        entity,
        programmes=("EXAMPLE-SMUGGLING",),
        marks=("remarks cut by the publisher at 1,000 characters",),
    )


def _varzani() -> ListedRef:
    entity = Entity(
        id="77",
        schema="Person",
        names=(Name("سهراب ورزنی‌نمونه", script="Arab"), Name("Sohrab Varzani-Nemuneh", "alias")),
        birth_dates=(year(1961),),
        countries=(CountryFact("citizenship", "ir", "Iran"),),
    )
    return ListedRef("example_south", "full", "2026-01-02", "77", "example_south:77", entity.caption, "Person", entity)


def _strong() -> Result:
    subject = subject_of(2, "Урзубек Тилланов", day("1985-12-15"), "uz", "male")
    evidence = (
        Evidence("name.word", "close-other-script", "Урзубек", "Orzubek", 6_250, 61.0),
        Evidence("name.word", "distant-other-script", "Тилланов", "TILLANOVER", 9_400, 3.2),
        Evidence("name.extra", "on one side only", "", "Davronovich", -310),
        Evidence("name.order", "turned", "Урзубек Тилланов", "TILLANOVER, Orzubek Davronovich", -120),
        Evidence("birth_date", "exact", "1985-12-15", "1985-12-15", 5_120, 45.0),
        Evidence("country", "agrees", "UZ", "Uzbekistan", 0),
        Evidence("gender", "agrees", "male", "male", 0),
        Evidence("identifier", "unknown", "", "XX0000417 (uz)", 0),
    )
    note = Note("subject-schema-inferred", "taken for a person", Where("clients.csv", 2))
    return Result(subject, (match_with(_tillanover(), evidence, 0.21),), (note,))


def _review() -> Result:
    subject = subject_of(3, "Sohrab Varzani", year(1962))
    evidence = (
        Evidence("name.word", "close-other-script", "Sohrab", "سهراب", 5_600, 210.0),
        Evidence("name.word", "close-other-script", "Varzani", "ورزنی", 8_700, 11.0),
        Evidence("name.extra", "on one side only", "", "نمونه", -520),
        Evidence("birth_date", "approximate", "circa 1962", "circa 1961", 900, 80_000.0),
        Evidence("country", "unknown", "", "Iran", 0),
        Evidence("gender", "unknown", "", "", 0),
    )
    return Result(subject, (match_with(_varzani(), evidence, 2.9),))


def _conflicting() -> Result:
    subject = subject_of(4, "Orzubek Tillanover", day("1969-03-02"), "kz", "male")
    evidence = (
        Evidence("name.word", "exact", "Orzubek", "Orzubek", 6_900, 45.0),
        Evidence("name.word", "exact", "Tillanover", "TILLANOVER", 10_000, 1.1),
        Evidence("birth_date", "differs", "1969-03-02", "1985-12-15; circa 1986", -2_900),
        Evidence("country", "differs", "KZ", "Uzbekistan", -500),
        Evidence("gender", "agrees", "male", "male", 0),
    )
    return Result(subject, (match_with(_tillanover(), evidence, 0.4),))


@pytest.fixture
def columns() -> tuple[str, ...]:
    return COLUMNS


@pytest.fixture
def context() -> RunContext:
    return RunContext(
        started=datetime(2026, 6, 2, 9, 30, tzinfo=UTC),
        software="namesake 0.1.0",
        model="names-1",
        model_hash="sha256:" + "ab" * 32,
        policy="default",
        policy_hash="sha256:" + "cd" * 32,
        population="world names 1",
        review_from=0.5,
        strong_from=0.95,
        lists=(
            Consulted("example_north", "", "2026-05-30", "sha256:" + "01" * 32, date(2026, 5, 30), 17_204, 3),
            Consulted(
                "example_south",
                "full",
                "2026-01-02",
                "sha256:" + "02" * 32,
                date(2026, 1, 2),
                986,
                151,
                stale=True,
                filtered=True,
            ),
        ),
        not_consulted=(NotConsulted("example_west", "no version is in force: the last download failed"),),
    )


@pytest.fixture
def outcomes() -> tuple[Outcome, ...]:
    skipped = Skipped(
        "subject-name-missing",
        "the row has no name",
        Where("clients.csv", 6),
        "C-006",
        tuple(zip(COLUMNS, ("C-006", "", "", "=1+1"), strict=True)),
    )
    clear = Result(subject_of(5, "Mirvana Kestrelli", None, remark='=HYPERLINK("http://example.org")'), ())
    return (_strong(), _review(), _conflicting(), clear, skipped)


@pytest.fixture
def summary() -> Summary:
    return Summary(subjects=4, clear=1, review=1, strong=2, skipped=1, matches=3, identities=2, seconds=0.25)


@pytest.fixture
def hostile() -> Result:
    """A subject and an entry that try to act on whatever shows them."""
    evil = '<script>alert("x")</script>'
    entity = Entity("x", "Person", (Name(f"{evil}\u202egnp.exe\u202c"), Name("\x1b[31mred\x07", "alias")))
    entry = ListedRef(
        "example_north", "", "2026-05-30", "'\"><b>", "i", entity.caption, "Person", entity, ("</style>",)
    )
    base = subject_of(7, f"=cmd|' /C calc'!A0 {evil}", remark="\ud800\x00\u200b")
    evidence = (Evidence("name.word", "exact", evil, f"{evil}\u202e", 14_000, 1.0),)
    return Result(base, (match_with(entry, evidence, 1.0),), (Note("n", "<img src=x onerror=alert(1)>"),))
