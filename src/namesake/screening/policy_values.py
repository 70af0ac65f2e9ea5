"""The single values of a policy file, each read strictly."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from namesake.errors import PolicyError, Where

EVERY_OTHER = "*"
"""What stands for all lists that have no age of their own."""

MOST_DAYS = 36_500
"""Days of a clock: a century."""


def score(raw: Mapping[str, Any], name: str, default: float, where: Where) -> float:
    """A score strictly between 0 and 1."""
    value = raw.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1:
        raise PolicyError(f"{name} must be a number between 0 and 1, not {value!r}", where=where)
    return float(value)


def day(value: object, where: Where) -> str:
    """A day of the calendar in ISO 8601, or ''."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    written = text(value, "decided", where)
    try:
        return written and date.fromisoformat(written).isoformat()
    except ValueError as error:
        raise PolicyError(f"decided must be a day such as 2026-04-15, not {value!r}", where=where) from error


def ages(raw: object, where: Where) -> list[tuple[str, int]]:
    """The oldest age of each list in days, or of all of them."""
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = {EVERY_OTHER: raw}
    if not isinstance(raw, Mapping):
        raise PolicyError("max_age_days must be a number of days, or a table of lists", where=where)
    for name, days in raw.items():
        if isinstance(days, bool) or not isinstance(days, int) or days < 0:
            raise PolicyError(f"max_age_days of {name!r} must be a whole number of days", where=where)
    return list(raw.items())


def sequence(value: object, where: Where) -> list[object]:
    """The members of a list of list names."""
    if not isinstance(value, list):
        raise PolicyError("lists must be a list of list names", where=where)
    return value


def text(value: object, name: str, where: Where) -> str:
    """A text."""
    if not isinstance(value, str):
        raise PolicyError(f"{name} must be text, not {value!r}", where=where)
    return value


def days(raw: Mapping[str, Any], name: str, where: Where) -> int | None:
    """A number of days above 0, or None where there is none."""
    value = raw.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= MOST_DAYS:
        raise PolicyError(f"{name} must be a whole number of days from 1 to {MOST_DAYS:,}, not {value!r}", where=where)
    return value
