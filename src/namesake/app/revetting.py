"""Re-vetting populations: what changed is screened, and what that changed is recorded in one step."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from namesake.app.revetting_run import Asked, Office, Revetted, Run, Watch
from namesake.values.policies import Policy
from namesake.values.populations import EnrolledSubject


@dataclass(frozen=True, slots=True)
class Revetting:
    """The use cases of re-vetting. `catch_up` is called before each run and records what is not recorded yet;
    `settle` after it: it notes where the record ends, and says what went wrong with that, or ""."""

    office: Office
    catch_up: Callable[[], object] = str
    settle: Callable[[], str] = str

    def populations(self) -> tuple[str, ...]:
        """The names of all populations."""
        return tuple(population.name for population in self.office.stores.populations.known())

    def revet(self, name: str, policy: Policy, asked: Asked | None = None, watch: Watch | None = None) -> Revetted:
        """Bring the matches of a population up to date.

        A run that fails changes no match and is recorded as failed. Raises `PopulationUnknownError`, `RunBusyError`,
        `ListNotAvailableError`, `CanarySilentError`, `ListIncompleteError`, `StoreError`, and what opening a list or
        an index raises.
        """
        office = self.office
        self.catch_up()
        with office.stores.runs.alone(name, office.clock.now()) as left_behind:
            done = Run(office, name, policy, asked or Asked(), watch or Watch()).carried_out()
            return replace(done, left_behind=tuple(left_behind), unsettled=self.settle())

    def subjects(self, name: str, numbers: Iterable[int]) -> dict[int, EnrolledSubject]:
        """Some subjects by number, as they are now or were when they were withdrawn, for who shows changes."""
        found = self.office.stores.populations.subjects(name, sorted(set(numbers)), withdrawn=True)
        return {subject.number: subject for subject in found}
