"""Whether a subject's data may be destroyed, and when they are due."""

from datetime import date

from namesake.errors import NamesakeError, SubjectHeldError, SubjectRetainedError, SubjectScreenedError
from namesake.values.retention import Retention, Standing


def objection(standing: Standing, rules: Retention, today: date, *, early: bool = False) -> NamesakeError | None:
    """Why a subject's data must not be destroyed, or None. A hold beats everything; `early` beats the periods only."""
    what = f"{standing.key[:200]!r} of {standing.subject.population}"
    if standing.hold:
        since = f"{standing.hold.since:%Y-%m-%d}"
        return SubjectHeldError(f"a legal hold is on {what} since {since}, by {standing.hold.by or 'nobody named'}")
    if standing.withdrawn is None:
        return SubjectScreenedError(f"{what} is under recurrent screening")
    if standing.matches:
        return SubjectScreenedError(f"{what} was withdrawn, but its matches stand until the next run")
    end = kept_until(standing, rules)
    if end and end > today and not early:
        return SubjectRetainedError(f"{what} was decided on; what that was about is kept until {end}")
    return None


def kept_until(standing: Standing, rules: Retention) -> date | None:
    """The day until which what decisions were about must be kept; None where there were none."""
    return years_after(standing.decided.date(), rules.decisions_years) if standing.decided else None


def due(standing: Standing, rules: Retention) -> date | None:
    """The day from which a withdrawn subject's data are to be destroyed, unless a hold is on it; None for no day."""
    if standing.withdrawn is None or rules.withdrawn_years is None:
        return None
    gone = years_after(standing.withdrawn.date(), rules.withdrawn_years)
    return max(gone, kept_until(standing, rules) or gone)


def years_after(day: date, years: int) -> date:
    """The same day so many years later; the first of March for the 29th of February where there is none."""
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
