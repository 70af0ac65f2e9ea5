"""How things stand: everything that is kept is read once, and told by the room `standing`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from namesake.app.choosing import limit_of
from namesake.app.opening import Opening
from namesake.app.policies import known
from namesake.errors import ListError, ListNotAvailableError
from namesake.ports import Clock
from namesake.ports.populations import Populations
from namesake.ports.runs import Runs
from namesake.ports.standings import Overviews
from namesake.screening.policy import of_population
from namesake.screening.policy_doubts import idle, unscreenable
from namesake.standing.facts import Enrolled, Facts, Used
from namesake.standing.populations import SHOWN
from namesake.standing.sources import OWN_LISTS
from namesake.standing.standing import standing
from namesake.values.policies import Policy
from namesake.values.populations import Population
from namesake.values.revets import RunRecord
from namesake.values.standings import Standing
from namesake.values.versions import ListVersion

_TRIES = 5
"""How often a population is read again, because a run over it ended meanwhile."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where populations, their runs and their matches are kept."""

    populations: Populations
    runs: Runs
    overviews: Overviews


@dataclass(frozen=True, slots=True)
class Status:
    """The use case of overseeing."""

    opening: Opening
    kept: Kept
    clock: Clock

    def standing(self, policy: Policy, policy_file: str = "") -> Standing:
        """How things stand under a policy. Nothing is changed. Raises `HomeError`, `StoreError`, `ModelError`."""
        now, model = self.clock.now(), self.opening.model()
        enrolled = tuple(self._enrolled(found, policy, now.date()) for found in self.kept.populations.known())
        return standing(
            Facts(
                now=now,
                software=self.opening.software,
                model=model.name,
                model_hash=model.hash,
                policy=policy,
                policy_file=policy_file,
                kept=tuple(self.opening.store.versions(notes=False)),
                cadences=self._cadences(),
                unreachable=self.opening.unreachable(),
                general=self._used(policy)[0],
                enrolled=enrolled,
                doubts=self._doubts(policy, enrolled),
            )
        )

    def _doubts(self, policy: Policy, enrolled: Sequence[Enrolled]) -> tuple[str, ...]:
        there = known(self.opening.store, self.opening.source_ids(), (one.population.name for one in enrolled))
        said_of_populations = any(one.lacking for one in enrolled)
        return (*(() if said_of_populations else unscreenable(policy, there)), *idle(policy, there))

    def _cadences(self) -> Mapping[str, int | None]:
        return {source: self._cadence(source) for source in self.opening.source_ids()}

    def _cadence(self, source: str) -> int | None:
        try:
            return self.opening.facts(source).cadence_days
        except ListError:
            return None

    def _used(self, policy: Policy) -> tuple[tuple[Used, ...], str]:
        """The lists that would be screened against, or why that cannot be."""
        try:
            versions = self.opening.consulted(policy)
        except (ListNotAvailableError, ListError) as error:
            return (), error.what
        return tuple(Used(version, limit_of(policy, version)) for version in versions), ""

    def _enrolled(self, found: Population, policy: Policy, today: date) -> Enrolled:
        holds = of_population(policy, found.name)
        used, lacking = self._used(holds)
        one = self._steady(found.name, holds)
        return replace(one, used=used, lacking=lacking, expired=self._expired(one.complete, used, today))

    def _steady(self, name: str, holds: Policy) -> Enrolled:
        """A population while no run over it ended: what is read before and after such an end does not go together."""
        complete = self.kept.runs.last_complete(name)
        for _ in range(_TRIES):
            one = self._read(name, complete, holds)
            last = self.kept.runs.last_complete(name)
            if (last and last.id) == (complete and complete.id):
                break
            complete = last
        return one

    def _read(self, name: str, complete: RunRecord | None, holds: Policy) -> Enrolled:
        overviews = self.kept.overviews
        return Enrolled(
            population=self.kept.populations.population(name),
            policy=holds,
            runs=tuple(self._runs(name, complete)),
            complete=complete,
            everybody=overviews.everybody(name),
            unfinished=next(iter(overviews.unfinished(name)), None),
            touched=overviews.touched(name, complete.begun.sequence if complete else 0),
            tally=overviews.tally(name),
            cases=overviews.cases(name, self.clock.now().date()),
        )

    def _runs(self, name: str, complete: RunRecord | None) -> Sequence[RunRecord]:
        """The last runs, at least as far back as to the last complete one."""
        most = SHOWN
        while True:
            found = self.kept.runs.history(name, most)
            if len(found) < most or (complete and found[-1].id <= complete.id):
                return found
            most *= 4

    def _expired(self, run: RunRecord | None, used: Sequence[Used], today: date) -> int:
        """How many findings of one's own lost their force since a run, in lists that are the same as then."""
        day = run.begun.began.date() if run else today
        if run is None or day == today:
            return 0
        past = {(item.reference, item.version, item.hash) for item in run.lists}
        same = [item.version for item in used if (item.version.reference, item.version.id, item.version.hash) in past]
        own = [version for version in same if version.source == OWN_LISTS]
        return sum(1 for version in own for ends in self._ends(version) if day <= ends < today)

    def _ends(self, version: ListVersion) -> Iterator[date]:
        return (entry.expires for entry in self.opening.store.entries(version) if entry.expires)
