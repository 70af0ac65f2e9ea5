"""Birth dates: the best agreement among all pairs of published and given dates."""

from collections.abc import Iterator
from datetime import date

from namesake.scoring.finding import Finding
from namesake.values.facts import PartialDate

# From the strongest to the weakest; the share of people (per million) who would agree at least so well by
# chance, with births spread over about 60 years.
LEVELS: dict[str, float | None] = {
    "exact": 45.0,
    "day and month exchanged": 60.0,
    "one digit differs": 900.0,
    "month": 1_400.0,
    "within range": 17_000.0,
    "year": 17_000.0,
    "approximate": 80_000.0,
    "neighbouring year": 50_000.0,
    "differs": None,
}
SLIPS = ("day and month exchanged", "one digit differs")
_ORDER = list(LEVELS)
APPROXIMATE_YEARS = 2


def compare(left: tuple[PartialDate, ...], right: tuple[PartialDate, ...]) -> Iterator[Finding]:
    """One finding: the best level of all pairs, or that a side has no date."""
    if not left or not right:
        yield Finding("birth_date", "unknown", _text(left), _text(right))
        return
    level, one, other = min(
        ((level_of(a, b), a, b) for a in left for b in right), key=lambda item: _ORDER.index(item[0])
    )
    yield Finding("birth_date", level, one.text or str(one.first), other.text or str(other.first),
                  ((f"birth_date.{level}", 1),), LEVELS[level])  # fmt: skip


def level_of(left: PartialDate, right: PartialDate) -> str:
    """How well two dates agree, each taken to be as precise as it is stated."""
    if _whole_day(left) and _whole_day(right):
        return _days(left, right)
    if _overlap(left, right):
        return _overlapping(left, right)
    gap = _years_between(left, right)
    if (left.circa or right.circa) and gap <= APPROXIMATE_YEARS:
        return "approximate"
    return "neighbouring year" if gap <= 1 and not (_whole_day(left) and _whole_day(right)) else "differs"


def _days(left: PartialDate, right: PartialDate) -> str:
    a, b = left.first, right.first
    if a == b:
        return "exact"
    if a.year == b.year and (a.month, a.day) == (b.day, b.month):
        return "day and month exchanged"
    if _digits_differ(a, b) == 1:
        return "one digit differs"
    if left.circa or right.circa:
        return "approximate" if abs(a.year - b.year) <= APPROXIMATE_YEARS else "differs"
    return "neighbouring year" if abs((a - b).days) <= 31 else "differs"


def _overlapping(left: PartialDate, right: PartialDate) -> str:
    widest = max((left.last - left.first).days, (right.last - right.first).days)
    if left.circa or right.circa:
        return "approximate"
    return "month" if widest <= 31 else "year" if widest <= 366 else "within range"


def _whole_day(value: PartialDate) -> bool:
    return value.first == value.last


def _overlap(left: PartialDate, right: PartialDate) -> bool:
    return left.first <= right.last and right.first <= left.last


def _years_between(left: PartialDate, right: PartialDate) -> int:
    return max(right.first.year - left.last.year, left.first.year - right.last.year, 0)


def _digits_differ(a: date, b: date) -> int:
    return sum(x != y for x, y in zip(a.isoformat(), b.isoformat(), strict=True))


def _text(values: tuple[PartialDate, ...]) -> str:
    return "; ".join(value.text or str(value.first) for value in values)
