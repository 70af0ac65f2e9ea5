"""What an evaluation hands to people as tables: misses, pairs near the line, changes."""

from collections.abc import Sequence

from namesake.evaluation.cases import BETWEEN, COLUMNS, Case
from namesake.evaluation.comparing import Changed
from namesake.evaluation.seen import Seen
from namesake.evaluation.thresholds import Near
from namesake.review.numbers import score_text

MISSES = (*COLUMNS, "matched_instead", "score", "skipped")
NEAR = (
    "side", "score", "case_id", "class", "severity", "culture", "name", "birth_date", "entry", "listed_name",
    "deck_expects_it", "same_party", "remark",
)  # fmt: skip
"""The last two columns are empty, for the reviewer."""
CHANGES = ("change", "score", "case_id", "class", "severity", "culture", "name", "entry", "listed_name", "expected")


def miss(item: Seen) -> tuple[str, ...]:
    """A case whose expected entry was not found, with what was found instead."""
    first = item.hits[0] if item.hits else None
    return (*item.case.cells(), first.entry if first else "", score_text(first.score) if first else "", item.skipped)


def near(item: Near) -> tuple[str, ...]:
    """A pair near the line."""
    case, hit = item.case, item.hit
    return (
        item.side, score_text(hit.score), *_about(case)[:-1], case.name, case.birth_date, hit.entry, hit.caption,
        _yes(item.listed), "", "",
    )  # fmt: skip


def change(item: Changed) -> tuple[str, ...]:
    """A pair that only one of two set-ups matches."""
    hit = item.hit
    return (item.change, score_text(hit.score), *_about(item.case), hit.entry, hit.caption, _yes(item.expected))


def expected(case: Case) -> str:
    """The entries that a case expects, in one text."""
    return BETWEEN.join(case.expect)


def _about(case: Case) -> Sequence[str]:
    return case.id, case.kind, case.severity, case.culture, case.name


def _yes(value: bool) -> str:
    return "yes" if value else "no"
