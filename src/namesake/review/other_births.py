"""Which birth dates would keep a match, and one that would not."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from namesake.scoring.birth_levels import APPROXIMATE_YEARS, RANKS, SLIPS, level_of
from namesake.values.facts import PartialDate

Stays = Callable[[str], bool]
"""Whether a level of agreement would keep the match."""

_BEYOND = APPROXIMATE_YEARS + 1
_OTHER_YEARS = frozenset(["next day", "digits of the year exchanged", "month and day agree"])


@dataclass(frozen=True, slots=True)
class Kept:
    """What would keep a match: years and ranges of years, and the dates (verbatim) whose year is not enough.

    `slips` says that a date would too that is a listed day but for a slip. `other` is a year that would not, or None
    where there is no such year.
    """

    years: tuple[str, ...]
    dates: tuple[str, ...]
    slips: bool
    other: PartialDate | None


def kept(listed: Sequence[PartialDate], stays: Stays) -> Kept:
    """What keeps a match with an entry of these birth dates. A subject is taken to state one date, not approximate."""
    spans = list(_joined(sorted(_spans(listed, stays))))
    short = [item for item in listed if not _covered(item, spans) and stays(level_of(item, item))]
    days = [item for item in listed if item.first == item.last]
    slips = [level for level in SLIPS if stays(level)]
    outside = any(level in _OTHER_YEARS or not _covered(day, spans) for day in days for level in slips)
    years = tuple(str(first) if first == last else f"{first} to {last}" for first, last in spans)
    dates = tuple(dict.fromkeys(map(shown, short)))
    return Kept(years, dates, outside, None if stays("differs") else _elsewhere(listed))


def confirming(listed: Sequence[PartialDate]) -> tuple[PartialDate, str, bool] | None:
    """The listed date that agrees best with itself, in words, and whether it is a mere year."""
    if not listed:
        return None
    best = min(listed, key=lambda item: (RANKS[level_of(item, item)], item.first, item.text))
    return best, f"“{shown(best)}”", level_of(best, best) == "year"


def shown(value: PartialDate) -> str:
    """A date verbatim, or as it is kept."""
    return value.text or (f"{value.first}" if value.first == value.last else f"{value.first} to {value.last}")


def _spans(listed: Sequence[PartialDate], stays: Stays) -> Iterator[tuple[int, int]]:
    """From which year to which a birth year would keep the match, date by date."""
    for item in listed:
        first, last = item.first.year, item.last.year
        reach = [by for by in range(_BEYOND) if first - by >= MINYEAR and stays(level_of(_year(first - by), item))]
        if reach:
            yield first - max(reach), min(last + max(reach), MAXYEAR)


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges of years that meet, in one."""
    while spans:
        first, last = spans.pop(0)
        while spans and spans[0][0] <= last + 1:
            last = max(last, spans.pop(0)[1])
        yield first, last


def _covered(item: PartialDate, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= item.first.year and item.last.year <= last for first, last in spans)


def _elsewhere(listed: Sequence[PartialDate]) -> PartialDate | None:
    """A year before or after all of the listed ones, beyond every tolerance."""
    before = min(item.first.year for item in listed) - _BEYOND
    after = max(item.last.year for item in listed) + _BEYOND
    return _year(before) if before >= MINYEAR else _year(after) if after <= MAXYEAR else None


def _year(year: int) -> PartialDate:
    return PartialDate(date(year, 1, 1), date(year, 12, 31), text=str(year))
