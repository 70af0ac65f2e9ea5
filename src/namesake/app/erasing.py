"""Destroying what is kept of subjects: on request, or where their time has come."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from namesake.errors import NamesakeError
from namesake.ports import Clock
from namesake.ports.erasures import Erasures
from namesake.ports.populations import Populations
from namesake.ports.runs import Runs
from namesake.record.retention import due, objection
from namesake.values.policies import Policy
from namesake.values.retention import Erased, Hold, Retention, Standing

EXPIRED = "the retention period has ended"
"""The reason of an erasure that the policy asks for."""


class Forgetting(Protocol):
    """Keeps what can be made again, and holds names."""

    def forget(self, population: str) -> None:
        """Destroy what is kept of a population."""
        ...


@dataclass(frozen=True, slots=True)
class Due:
    """A subject whose data are to be destroyed since a day; `against` says what forbids it, None if nothing does."""

    standing: Standing
    since: date
    against: NamesakeError | None


@dataclass(frozen=True, slots=True)
class Asked:
    """Why data are destroyed and by whom; `early` says that the person's wish comes before the retention periods."""

    reason: str
    by: str
    early: bool = False


@dataclass(frozen=True, slots=True)
class Erasing:
    """The use cases of destroying. `settle` completes the record afterwards, and says what went wrong with that."""

    store: Erasures
    populations: Populations
    runs: Runs
    indexes: Forgetting
    clock: Clock
    settle: Callable[[], str] = str

    def forget(self, population: str, keys: Sequence[str], asked: Asked, rules: Retention) -> Sequence[Erased]:
        """Destroy all that is kept of subjects, one after the other; gives those of whom it was.

        Raises `SubjectHeldError`, `SubjectScreenedError`, `SubjectRetainedError`, `SubjectUnknownError`,
        `RunBusyError` and `StoreError`; what was destroyed before stays destroyed.
        """
        now = self.clock.now()

        def agree(standing: Standing) -> None:
            if problem := objection(standing, rules, now.date(), early=asked.early):
                raise problem

        done = []
        with self.runs.alone(population, now):  # a run that is under way would bring back what it has read
            try:
                for key in dict.fromkeys(keys):
                    done.append(self.store.forget(population, key, asked.reason, asked.by, now, agree))
            finally:
                if done:
                    self.indexes.forget(population)
        return done

    def due(self, policy: Policy, names: Sequence[str] = ()) -> Sequence[Due]:
        """The withdrawn subjects whose data are to be destroyed by now, those among them on whom a hold is or whom
        something else forbids to destroy; of some populations or of all."""
        today = self.clock.now().date()
        known = names or [population.name for population in self.populations.known()]
        found = []
        for name in known:
            for standing in self.store.withdrawn(name):
                since = due(standing, policy.retention)
                if since and since <= today:
                    found.append(Due(standing, since, objection(standing, policy.retention, today)))
        return found

    def carry_out(self, found: Sequence[Due], by: str, rules: Retention) -> Sequence[Erased]:
        """Destroy the data of those who are due and whom nothing forbids to destroy. Raises as `forget` does."""
        done: list[Erased] = []
        ready = [one.standing for one in found if one.against is None]
        for name in dict.fromkeys(standing.subject.population for standing in ready):
            keys = [standing.key for standing in ready if standing.subject.population == name]
            done += self.forget(name, keys, Asked(EXPIRED, by), rules)
        return done

    def hold(self, population: str, keys: Sequence[str], asked: Asked) -> int:
        """Put a legal hold on subjects; gives on how many there was none. Raises `SubjectUnknownError`."""
        now = self.clock.now()
        return sum([self.store.hold(population, key, asked.reason, asked.by, now) for key in dict.fromkeys(keys)])

    def release(self, population: str, keys: Sequence[str], asked: Asked) -> int:
        """Lift the holds on subjects; gives on how many there was one. Raises `SubjectUnknownError`."""
        now = self.clock.now()
        return sum([self.store.release(population, key, asked.reason, asked.by, now) for key in dict.fromkeys(keys)])

    def holds(self) -> Sequence[Hold]:
        """All holds."""
        return self.store.holds()
