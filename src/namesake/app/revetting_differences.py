"""What is not as it was at the last complete run: read from the kept list versions and from the population."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from namesake.app.ground import Ground
from namesake.app.opening import parties
from namesake.errors import ListIncompleteError
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
from namesake.values.populations import EnrolledSubject
from namesake.values.revets import RunRecord
from namesake.values.runs import Consulted
from namesake.values.versions import ListVersion


@dataclass(frozen=True, slots=True)
class Gathered:
    """What has become different, and the entries that are new or changed."""

    differences: Differences
    entries: tuple[ListedRef, ...] = ()


@dataclass(slots=True)
class _Lists:
    """What is being found out about the lists."""

    delta: EntryDelta = field(default_factory=EntryDelta)
    entries: list[ListedRef] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)

    def add(self, found: Compared) -> None:
        """Take in what became of one list."""
        self.delta = self.delta + found.delta
        self.entries += found.entries


@dataclass(frozen=True, slots=True)
class Comparing:
    """Compares what is in force with what the last complete run of a population rested on."""

    store: ListStore
    populations: Populations
    tell: Callable[[str], None]

    def gathered(self, ground: Ground, former: RunRecord | None, population: str, sequence: int) -> Gathered:
        """All that became different, the population being in the state `sequence`.

        Raises `ListIncompleteError` where an index has another number of entries than the version that it is of.
        """
        if former is None:
            for version in ground.versions:
                self._check(ground, version, self._count(ground, version))
            return Gathered(Differences(first=True))
        lists = self._lists(ground, former)
        before, now = basis_of_run(former), basis_of_context(ground.context)
        found = Differences(
            software=before.software != now.software,
            model=before.model != now.model,
            policy=before.policy != now.policy,
            entries=lists.delta,
            subjects=self._subjects(population, former.begun.sequence, sequence),
            lost=tuple(lists.lost),
            dropped=tuple(lists.dropped),
        )
        return Gathered(found, tuple(lists.entries))

    def _lists(self, ground: Ground, former: RunRecord) -> _Lists:
        found = _Lists()
        versions = {version.reference: version for version in ground.versions}
        kept = {(version.reference, version.id, version.hash): version for version in self.store.versions(notes=False)}
        past = {item.reference: item for item in former.lists}
        for reference in sorted(versions.keys() | past.keys()):
            now, then = versions.get(reference), past.get(reference)
            if now and then and self._same(ground, now, then, former):
                continue
            old = kept.get((reference, then.version, then.hash)) if then else None
            if then and not old:
                found.lost.append(reference)
                continue
            self.tell(f"comparing {reference}")
            before = digests(parties(self.store, old), former.begun.began.date()) if old else {}
            if now is None:
                found.dropped.append(reference)
                found.delta = found.delta + EntryDelta(removed=tuple(sorted(before)))
                continue
            became = compared(before, parties(self.store, now), ground.context.started.date())
            self._check(ground, now, became.in_force)
            found.add(became)
        return found

    def _same(self, ground: Ground, now: ListVersion, then: Consulted, former: RunRecord) -> bool:
        """Whether nothing of a list changed: the same version, of which nothing expired meanwhile."""
        days = former.begun.began.date(), ground.context.started.date()
        before, after = (ground.counts(day).get(now.reference, 0) for day in days)
        return (now.id, now.hash) == (then.version, then.hash) and before == after

    def _count(self, ground: Ground, version: ListVersion) -> int:
        self.tell(f"counting {version.reference}")
        today = ground.context.started.date()
        return sum(in_force(entry, today) for entry in parties(self.store, version))

    def _check(self, ground: Ground, version: ListVersion, expected: int) -> None:
        """A list of which only a part is indexed would never be noticed: what is missing gives no match."""
        held = ground.counts(ground.context.started.date()).get(version.reference, 0)
        if held != expected:
            what = f"entries of {version.reference} {version.id}: {held:,} in the index, {expected:,} in the list"
            raise ListIncompleteError(what)

    def _subjects(self, population: str, before: int, now: int) -> SubjectDelta:
        touched = [subject.number for subject in self.populations.changed_since(population, before)]
        former = {one.number: one for one in self.populations.subjects(population, touched, at=before)}
        return subject_delta(former, self._states(population, touched, now))

    def _states(self, population: str, numbers: list[int], at: int) -> Iterator[EnrolledSubject]:
        return self.populations.subjects(population, numbers, at=at, withdrawn=True)
