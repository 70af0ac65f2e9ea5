"""Detection and false alerts, counted by everything that a user may ask for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from namesake.evaluation.cases import INNOCENT, INNOCENT_DATED, Case
from namesake.evaluation.fairness import Fairness, fairness
from namesake.evaluation.rates import Rate
from namesake.evaluation.seen import Seen

UNKNOWN = "not stated"
"""The culture or script of a case that does not give one."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A run of a deck at one threshold.

    Detection is the share of cases whose expected entry was found, by severity, class, list, script and culture of
    spelling; the last three are kept for every severity. Alerts are the share of innocents with any match, with names
    only and with birth dates, by culture and by script; `list_names_only` and `list_dated` count for every list the
    innocents with a match on that list. `not_listed` cases expect nothing that is on the lists consulted; they are
    not counted. What could not be screened counts as not found.
    """

    threshold: float
    by_severity: Mapping[str, Rate]
    by_class: Mapping[str, Rate]
    by_list: Mapping[str, Mapping[str, Rate]]
    by_script: Mapping[str, Mapping[str, Rate]]
    by_culture: Mapping[str, Mapping[str, Rate]]
    names_only: Mapping[str, Rate]
    dated: Mapping[str, Rate]
    script_names_only: Mapping[str, Rate]
    script_dated: Mapping[str, Rate]
    list_names_only: Mapping[str, Mapping[str, Rate]]
    list_dated: Mapping[str, Mapping[str, Rate]]
    severities: Mapping[str, str]
    misses: tuple[Seen, ...]
    skipped: int
    not_listed: int

    @property
    def cases(self) -> int:
        """The listed names that were tried."""
        return sum(rate.total for rate in self.by_severity.values())

    def alerts(self, dated: bool) -> Rate:
        """The false alerts of all cultures together."""
        return together((self.dated if dated else self.names_only).values())

    @property
    def fairness(self) -> Fairness:
        """How evenly innocents of different cultures are spared."""
        return fairness(self.names_only, self.dated)

    @property
    def fairness_by_list(self) -> dict[str, Fairness]:
        """The same for every list as if it were the only one."""
        return {name: fairness(self.list_names_only[name], self.list_dated[name]) for name in self.list_names_only}

    def named(self) -> dict[str, Rate]:
        """What a minimum may be set for: severities and classes."""
        return {**self.by_class, **self.by_severity}


def together(rates: Iterable[Rate]) -> Rate:
    """Several rates as one."""
    found = list(rates)
    return Rate(sum(rate.count for rate in found), sum(rate.total for rate in found))


def figures(seen: Sequence[Seen], threshold: float, lists: Sequence[str], not_listed: int = 0) -> Figures:
    """Count a run. `lists` are the references of the lists that were consulted."""
    listed = [item for item in seen if not item.case.innocent]
    found = [(item, item.found(threshold)) for item in listed]
    people = [item for item in seen if item.case.innocent]
    bare, dated = ([item for item in people if _is_dated(item.case) is wanted] for wanted in (False, True))
    return Figures(
        threshold=threshold,
        by_severity=_rates((item.case.severity, ok) for item, ok in found),
        by_class=_rates((item.case.kind, ok) for item, ok in found),
        by_list=_nested((list_of(item.case.expect[0], lists), item.case.severity, ok) for item, ok in found),
        by_script=_nested((item.case.script or UNKNOWN, item.case.severity, ok) for item, ok in found),
        by_culture=_nested((item.case.culture or UNKNOWN, item.case.severity, ok) for item, ok in found),
        names_only=_rates((item.case.culture or UNKNOWN, item.alerts(threshold)) for item in bare),
        dated=_rates((item.case.culture or UNKNOWN, item.alerts(threshold)) for item in dated),
        script_names_only=_rates((item.case.script or UNKNOWN, item.alerts(threshold)) for item in bare),
        script_dated=_rates((item.case.script or UNKNOWN, item.alerts(threshold)) for item in dated),
        list_names_only=_alerts_by_list(bare, threshold, lists),
        list_dated=_alerts_by_list(dated, threshold, lists),
        severities={item.case.kind: item.case.severity for item in listed},
        misses=tuple(item for item, ok in found if not ok),
        skipped=sum(bool(item.skipped) for item in seen),
        not_listed=not_listed,
    )


def merged(parts: Sequence[Figures]) -> Figures:
    """Figures of several parts of a deck as one, where a deck is too large for one run. The parts, at least one, must
    have been counted at one threshold and against the same lists."""
    return Figures(
        threshold=parts[0].threshold,
        by_severity=_summed([part.by_severity for part in parts]),
        by_class=_summed([part.by_class for part in parts]),
        by_list=_summed_nested([part.by_list for part in parts]),
        by_script=_summed_nested([part.by_script for part in parts]),
        by_culture=_summed_nested([part.by_culture for part in parts]),
        names_only=_summed([part.names_only for part in parts]),
        dated=_summed([part.dated for part in parts]),
        script_names_only=_summed([part.script_names_only for part in parts]),
        script_dated=_summed([part.script_dated for part in parts]),
        list_names_only=_summed_nested([part.list_names_only for part in parts]),
        list_dated=_summed_nested([part.list_dated for part in parts]),
        severities={name: kind for part in parts for name, kind in part.severities.items()},
        misses=tuple(item for part in parts for item in part.misses),
        skipped=sum(part.skipped for part in parts),
        not_listed=sum(part.not_listed for part in parts),
    )


def _summed(groups: Sequence[Mapping[str, Rate]]) -> dict[str, Rate]:
    names = dict.fromkeys(name for group in groups for name in group)
    return {name: together(group[name] for group in groups if name in group) for name in names}


def _summed_nested(groups: Sequence[Mapping[str, Mapping[str, Rate]]]) -> dict[str, Mapping[str, Rate]]:
    names = dict.fromkeys(name for group in groups for name in group)
    return {name: _summed([group[name] for group in groups if name in group]) for name in names}


def list_of(entry: str, lists: Sequence[str]) -> str:
    """The list of an entry that is written as `source@scope:id`."""
    mine = [name for name in lists if entry.startswith(f"{name}:")]
    return max(mine, key=len) if mine else entry.partition(":")[0]


def _alerts_by_list(people: Sequence[Seen], threshold: float, lists: Sequence[str]) -> dict[str, Mapping[str, Rate]]:
    alerted = [{list_of(hit.entry, lists) for hit in item.hits if hit.score >= threshold} for item in people]
    return {
        name: _rates((item.case.culture or UNKNOWN, name in found) for item, found in zip(people, alerted, strict=True))
        for name in lists
    }


def _is_dated(case: Case) -> bool:
    """Whether an innocent counts as one with a birth date; those of a class of the user's own by what is given."""
    return case.kind == INNOCENT_DATED or (case.kind != INNOCENT and bool(case.birth_date))


def _rates(items: Iterable[tuple[str, bool]]) -> dict[str, Rate]:
    counts: dict[str, list[int]] = {}
    for name, ok in items:
        count = counts.setdefault(name, [0, 0])
        count[0] += ok
        count[1] += 1
    return {name: Rate(*count) for name, count in counts.items()}


def _nested(items: Iterable[tuple[str, str, bool]]) -> dict[str, Mapping[str, Rate]]:
    groups: dict[str, list[tuple[str, bool]]] = {}
    for name, severity, ok in items:
        groups.setdefault(name, []).append((severity, ok))
    return {name: _rates(group) for name, group in groups.items()}
