"""What is not as it was at the last complete run: read from the kept list versions and from the population."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from namesake.app.ground import Ground
from namesake.app.opening import parties, parties_of
from namesake.ports import ListStore
from namesake.ports.populations import Populations
from namesake.revetting.contents import Compared, EntryDelta, compared, digests, in_force
from namesake.revetting.differences import (
    Differences,
    SubjectDelta,
    basis_of_context,
    basis_of_run,
    subject_delta,
)
from namesake.values.matches import ListedRef
from namesake.values.policies import Policy
from namesake.values.populations import EnrolledSubject
from namesake.values.revets import RunRecord
from namesake.values.versions import ListVersion


@dataclass(frozen=True, slots=True)
class Gathered:
    """What has become different, the entries that are new or changed, and how many of each list are in force by that;
    nothing is said of a list that could not be compared."""

    differences: Differences
    entries: tuple[ListedRef, ...] = ()
    in_force: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Lists:
    """What is being found out about the lists."""

    delta: EntryDelta = field(default_factory=EntryDelta)
    entries: list[ListedRef] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    in_force: dict[str, int] = field(default_factory=dict)

    def add(self, reference: str, found: Compared, before: int) -> None:
        """Take in what became of one list, of which so many entries were in force before."""
        self.delta = self.delta + found.delta
        self.entries += found.entries
        self.in_force[reference] = before + len(found.delta.added) - len(found.delta.removed)


@dataclass(frozen=True, slots=True)
class Comparing:
    """Compares what is in force with what the last complete run of a population rested on."""

    store: ListStore
    populations: Populations
    policy: Policy
    tell: Callable[[str], None]

    def in_force(self, ground: Ground) -> dict[str, int]:
        """How many entries of each list are in force, counted in the kept lists themselves."""
        today = ground.context.started.date()
        found = {}
        for version in ground.versions:
            self.tell(f"counting {version.reference}")
            found[version.reference] = sum(in_force(entry, today) for entry in parties(self.store, version))
        return found

    def gathered(self, ground: Ground, former: RunRecord | None, population: str, sequence: int) -> Gathered:
        """All that became different, the population being in the state `sequence`."""
        if former is None:
            return Gathered(Differences(first=True))
        lists = self._lists(ground, former)
        before, now = basis_of_run(former), basis_of_context(ground.context, self.policy)
        found = Differences(
            software=before.software != now.software,
            model=before.model != now.model,
            policy=before.policy != now.policy,
            entries=lists.delta,
            subjects=self._subjects(population, former.begun.sequence, sequence),
            lost=tuple(lists.lost),
            dropped=tuple(lists.dropped),
        )
        return Gathered(found, tuple(lists.entries), lists.in_force)

    def _lists(self, ground: Ground, former: RunRecord) -> _Lists:
        found = _Lists()
        versions = {version.reference: version for version in ground.versions}
        kept = {(version.reference, version.id, version.hash): version for version in self.store.versions(notes=False)}
        past = {item.reference: item for item in former.lists}
        for reference in sorted(versions.keys() | past.keys()):
            now, then = versions.get(reference), past.get(reference)
            old = kept.get((reference, then.version, then.hash)) if then else None
            if then and not old:
                found.lost.append(reference)
                continue
            self.tell(f"comparing {reference}")
            before = then.entries - then.left_out if then else 0
            found.add(reference, self._compared(old, now, former.begun.began.date(), ground), before)
            found.dropped += [] if now else [reference]
        return found

    def _compared(self, old: ListVersion | None, now: ListVersion | None, day: date, ground: Ground) -> Compared:
        """What became of a list since a day. What both versions say in the same words is the same."""
        if old and now:
            former, present = self.store.differing(old, now)
        else:
            former, present = (self.store.entries(one) if one else iter(()) for one in (old, now))
        before = digests(parties_of(old, former), day) if old else {}
        return compared(before, parties_of(now, present) if now else (), ground.context.started.date())

    def _subjects(self, population: str, before: int, now: int) -> SubjectDelta:
        touched = [subject.number for subject in self.populations.changed_since(population, before)]
        former = {one.number: one for one in self.populations.subjects(population, touched, at=before)}
        return subject_delta(former, self._states(population, touched, now))

    def _states(self, population: str, numbers: list[int], at: int) -> Iterator[EnrolledSubject]:
        return self.populations.subjects(population, numbers, at=at, withdrawn=True)
