"""Gathering what is kept of a subject, so that its story can be told."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from namesake.errors import SubjectUnknownError
from namesake.ports.cases import Cases
from namesake.ports.events import Events
from namesake.ports.matches import CurrentMatches
from namesake.ports.populations import Populations
from namesake.ports.runs import Runs
from namesake.record.drafts import subject_name
from namesake.review.stories import Gathered, Papers, Story, Until, story
from namesake.values.cases import Alert
from namesake.values.events import Event, SubjectRef
from namesake.values.revets import RunRecord

_REASONED = ("legal hold", "redress")


@dataclass(frozen=True, slots=True)
class Archive:
    """Where everything is kept."""

    populations: Populations
    runs: Runs
    matches: CurrentMatches
    cases: Cases
    events: Events


@dataclass(frozen=True, slots=True)
class Stories:
    """The use case of telling why."""

    archive: Archive

    def told(self, key: str, population: str = "", at: datetime | None = None) -> Sequence[Story]:
        """The story of the subject of a key, in a population or in each that has one; as it stood at a moment, or now.

        As it stood then is told by the record: what the last event at or before that moment, and those before it, say.
        Raises `PopulationUnknownError`, `SubjectUnknownError` also where nothing was known of it then, `StoreError`.
        """
        archive = self.archive
        names = [population] if population else [one.name for one in archive.populations.known()]
        until = Until(archive.events.reached(at), at) if at else None
        found = []
        for name in names:
            try:
                gathered = self.gathered(name, key)
            except SubjectUnknownError:
                if population:
                    raise
                continue
            if one := story(gathered, until):
                found.append(one)
        if not found:
            raise _unknown(key, population, at)
        return found

    def gathered(self, population: str, key: str) -> Gathered:
        """All that is kept of a subject. Raises `PopulationUnknownError`, `SubjectUnknownError`, `StoreError`."""
        archive = self.archive
        versions = archive.populations.versions(population, key)
        of = SubjectRef(population, versions[-1].number)
        papers = [self._papers(alert) for alert in list(archive.cases.alerts(population, [of.number]))]
        runs = archive.runs.history(population)[::-1]
        found = list(archive.matches.told(population, of.number))
        legacy = archive.cases.legacy(population, of.number)
        about = [subject_name(of), f"population {population}", *(f"alert {one.alert.id}" for one in papers)]
        events = archive.events.about(about)  # last: what is told is recorded by now
        return Gathered(
            versions=versions,
            changes=archive.populations.history(population, key),
            runs=runs,
            found=found,
            papers=papers,
            legacy=legacy,
            events=[*events, *self._accepted(runs)],
            reasons=self._reasons(events),
        )

    def _papers(self, alert: Alert) -> Papers:
        cases = self.archive.cases
        return Papers(alert, cases.decisions(alert.id), cases.happenings(alert.id), cases.comments(alert.id))

    def _accepted(self, runs: Sequence[RunRecord]) -> list[Event]:
        """When the list versions that were used came to be in force."""
        used = {item.hash for run in runs for item in run.lists}
        accepted = self.archive.events.events(kinds=("list accepted",)) if used else ()
        return [event for event in accepted if not used.isdisjoint(event.about)]

    def _reasons(self, events: Sequence[Event]) -> dict[int, str]:
        """What the details of some events give as the reason."""
        numbers = [event.number for event in events if event.kind in _REASONED]
        details = self.archive.events.details(numbers=numbers) if numbers else ()
        found = {detail.number: json.loads(detail.content) for detail in details}
        return {number: str(told.get("reason") or told.get("reference") or "") for number, told in found.items()}


def _unknown(key: str, population: str, at: datetime | None) -> SubjectUnknownError:
    where = f"the population {population!r}" if population else "no population"
    when = f" on {at:%Y-%m-%d %H:%M} UTC" if at else ""
    verb = "had" if at else "has"
    lacks = f"{where} {verb} no subject" if population else f"{where} {verb} a subject"
    return SubjectUnknownError(f"{lacks} {key[:200]!r}{when}")
