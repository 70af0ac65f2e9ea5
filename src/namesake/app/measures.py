"""Measuring what became of alerts."""

from collections.abc import Callable, Iterator

from namesake.data import rows
from namesake.evaluation.cultures import Telling
from namesake.evaluation.innocents import read_pools
from namesake.ports.cases import Cases
from namesake.review.material import of_person, subject_names
from namesake.review.measures import Table, measured
from namesake.values.cases import Alert


def measure(cases: Cases, populations: list[str]) -> Table:
    """The figures of all alerts of some populations."""
    return measured(_alerts(cases, populations), _culture())


def _alerts(cases: Cases, populations: list[str]) -> Iterator[Alert]:
    for name in populations:
        yield from cases.alerts(name)


def _culture() -> Callable[[Alert], str]:
    telling = Telling(read_pools(rows("innocent_names.csv")))

    def group(alert: Alert) -> str:
        if not of_person(alert.rest):
            return ""
        found = {told for name in subject_names(alert.rest) if (told := telling.group(name))}
        return found.pop() if len(found) == 1 else ""

    return group
