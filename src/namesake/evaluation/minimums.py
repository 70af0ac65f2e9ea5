"""What a run must reach, so that a script can stop where it does not."""

from collections.abc import Mapping
from dataclasses import dataclass

from namesake.evaluation.rates import Rate

STANDARD: Mapping[str, float] = {"exact": 1.0, "minor": 0.995}
"""What this software promises of every list: `docs/explanation/variation-classes.md`."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A minimum that was not reached; `rate` is None where there was no such case."""

    name: str
    least: float
    rate: Rate | None


def shortfalls(rates: Mapping[str, Rate], minimums: Mapping[str, float]) -> tuple[Shortfall, ...]:
    """The minimums that are not reached. One that nothing was measured for is not reached either."""
    return tuple(
        Shortfall(name, least, rates.get(name))
        for name, least in minimums.items()
        if name not in rates or rates[name].value < least
    )
