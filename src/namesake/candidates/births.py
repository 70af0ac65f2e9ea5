"""What is known of a birth, as the index holds it."""

from typing import NamedTuple

from namesake.values.entities import Entity


class BirthWeights(NamedTuple):
    """The most that birth dates can add, in 1/1024 bit: where they agree, but for a slip, nearly, and not at all."""

    agrees: int
    slips: int
    near: int
    differs: int


class Born(NamedTuple):
    """The years that somebody may be born in, and the day (an ordinal) where it is the only one and exact."""

    first: int
    last: int
    day: int


UNKNOWN = Born(0, 0, 0)


def born_of(entity: Entity) -> Born:
    """What is known of a birth; zeros for unknown."""
    dates = entity.birth_dates
    if not dates:
        return UNKNOWN
    day = dates[0].first.toordinal() if len(dates) == 1 and dates[0].exact else 0
    return Born(min(item.first.year for item in dates), max(item.last.year for item in dates), day)
