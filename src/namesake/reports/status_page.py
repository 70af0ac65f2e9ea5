"""A standing as one page of HTML that a supervisor can read or print: nothing from outside, no scripts."""

from collections.abc import Iterator
from functools import lru_cache

from jinja2 import Environment

from namesake.reports import pages
from namesake.reports.plots import Scale
from namesake.review import numbers
from namesake.standing import words
from namesake.standing.alarms import moment
from namesake.values.standings import Clock, PopulationStanding, Standing

SHARES = Scale(0.0, 2.0, (0.0, 0.5, 1.0, 1.5, 2.0))
"""The axis of the clocks: the age as a share of what is allowed. What is older than twice that stands at its end."""


def status_page(found: Standing) -> Iterator[str]:
    """How things stand, piece by piece."""
    style = pages.style("report.css", "status.css")
    yield from _environment().get_template("status.html").generate(found=found, style=style)


def used(clock: Clock) -> float:
    """The share of the time allowed that a clock has used; one that was never renewed has used all of it and more."""
    if clock.age_days is None:
        return SHARES.high
    if not clock.limit_days:
        return SHARES.high if clock.overdue else SHARES.low
    return clock.age_days / clock.limit_days


def completed(one: PopulationStanding) -> float:
    """The share of a population that was screened, 0 to 100."""
    return 100 * one.screened / one.subjects if one.subjects else 0.0


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = pages.environment()
    environment.globals.update(words=words, numbers=numbers, moment=moment, scale=SHARES)
    environment.globals.update(used=used, completed=completed)
    return environment
