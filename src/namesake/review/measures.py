"""What became of alerts, counted honestly: every figure with what it counts and of what it is a share.

Alerts are counted by the state in which they are now, so that the funnel adds up: to decide, for a second person,
waiting, confirmed, cleared and closed are all alerts that there ever were.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from namesake.review.numbers import counted
from namesake.values.cases import Alert, AlertState

Dimension = Literal["all", "list", "population", "names like"]

SMALL = 30
"""A percentage of fewer than so many says little."""

DEFINITIONS: Mapping[str, str] = {
    "Alerts": "one for each subject and listed identity, however often they match or were opened",
    "Subjects": "distinct subjects of those alerts",
    "Identities": "distinct listed identities of those alerts",
    "To decide": "alerts that want a decision now",
    "2nd person": "alerts with a proposed decision that wants a second person now",
    "Waiting": "alerts that are inconclusive or wait for information now",
    "Confirmed": "alerts decided to be the listed party, by a decision in force",
    "Cleared": "alerts decided not to be the listed party, by a decision in force",
    "Closed": "alerts without a match now, whatever was decided before",
    "Confirmed of decided": "confirmed, of confirmed and cleared together: how often an alert was right",
    "Days to clear": "of the alerts cleared now: from when they last came to want a decision until they were cleared; "
    "the median, and what 90 % stayed below",
}
"""What every figure counts."""

SHORT = ("Alerts", "Subj", "Ids", "Open", "2nd", "Wait", "Conf", "Clear", "Closed", "Right", "Days")
"""The same figures in the same order, in short."""

NAMES_LIKE = (
    "“names like” is told from the spelling of the subject's name alone, of persons only, where it tells one group"
)


@dataclass(slots=True)
class Figures:
    """The figures of one group of alerts, while they are being counted."""

    states: Counter[AlertState] = field(default_factory=Counter)
    subjects: set[tuple[str, int]] = field(default_factory=set)
    identities: set[str] = field(default_factory=set)
    days: list[float] = field(default_factory=list)

    @property
    def alerts(self) -> int:
        """All alerts of the group."""
        return sum(self.states.values())

    @property
    def decided(self) -> int:
        """The alerts that are confirmed or cleared: the base of the share of confirmed ones."""
        return self.states["confirmed"] + self.states["cleared"]

    @property
    def confirmed_share(self) -> float | None:
        """Confirmed of decided; None where nothing is decided."""
        return self.states["confirmed"] / self.decided if self.decided else None

    def quantile(self, share: float) -> float | None:
        """How many days to clear such a share of the cleared alerts stayed at or below; None of none."""
        ranked = sorted(self.days)
        return ranked[max(0, -(-len(ranked) * round(share * 100) // 100) - 1)] if ranked else None

    def take(self, alert: Alert) -> None:
        """Count an alert."""
        self.states[alert.state] += 1
        self.subjects.add((alert.subject.population, alert.subject.number))
        self.identities.add(alert.identity)
        if alert.state == "cleared" and alert.woken:
            self.days.append(max((alert.since - alert.woken).total_seconds(), 0.0) / 86_400)


Table = dict[tuple[Dimension, str], Figures]


def measured(alerts: Iterable[Alert], culture: Callable[[Alert], str]) -> Table:
    """The figures of all alerts, by list, by population, and by the group of cultures that names are spelt like.

    `culture` gives that group, '' where it cannot be told. An alert that matches several lists counts in each.
    """
    found: Table = {("all", ""): Figures()}
    for alert in alerts:
        keys: list[tuple[Dimension, str]] = [("all", ""), ("population", alert.subject.population)]
        keys += [("list", name) for name in alert.lists]
        keys.append(("names like", culture(alert) or "cannot be told"))
        for key in keys:
            found.setdefault(key, Figures()).take(alert)
    return found


def cells(figures: Figures) -> tuple[str, ...]:
    """The figures of a group in the order of `DEFINITIONS`."""
    states: Sequence[AlertState] = ("open", "proposed", "waiting", "confirmed", "cleared", "closed")
    counts = (
        figures.alerts,
        len(figures.subjects),
        len(figures.identities),
        *(figures.states[name] for name in states),
    )
    return (*(f"{count:,}" for count in counts), _share(figures), _days(figures))


def adds_up(figures: Figures) -> str:
    """The sum that accounts for every alert."""
    states: Sequence[AlertState] = ("open", "proposed", "waiting", "confirmed", "cleared", "closed")
    terms = " + ".join(f"{figures.states[name]:,}" for name in states)
    total = counted(figures.alerts, "alert")
    return f"{terms} = {total}, of {counted(len(figures.subjects), 'subject')}: every alert is accounted for."


def warnings(table: Table) -> list[str]:
    """Which percentages rest on so little that they say nothing."""
    return [
        f"{_named(key)}: “confirmed of decided” rests on {counted(figures.decided, 'alert')}, fewer than {SMALL}."
        for key, figures in table.items()
        if 0 < figures.decided < SMALL
    ]


def _named(key: tuple[Dimension, str]) -> str:
    return "All alerts" if key[0] == "all" else f"{key[0]} {key[1]}"


def _share(figures: Figures) -> str:
    share = figures.confirmed_share
    return (
        "–" if share is None else f"{100 * share:.0f}% of {figures.decided:,}{'*' if figures.decided < SMALL else ''}"
    )


def _days(figures: Figures) -> str:
    median, most = figures.quantile(0.5), figures.quantile(0.9)
    return "–" if median is None or most is None else f"{median:.1f}; {most:.1f}"
