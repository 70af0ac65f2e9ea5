"""Replaying a run: the same subjects, lists, policy and model again, and the matches held against what it recorded."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from namesake.app.ground import Indexed
from namesake.errors import HomeError, ModelError, PolicyError, RunUnknownError, Where
from namesake.ports import ListStore
from namesake.ports.events import Events
from namesake.ports.matches import CurrentMatches
from namesake.ports.populations import Populations
from namesake.ports.runs import Runs
from namesake.record.chain import canonical
from namesake.record.drafts import subject_name
from namesake.revetting.verification import Verification, verified
from namesake.revetting.work import Vetting
from namesake.scoring.model import Model
from namesake.scoring.scorer import Scorer
from namesake.screening.policy import digest, read
from namesake.values.entities import Subject
from namesake.values.events import SubjectRef
from namesake.values.policies import Policy
from namesake.values.populations import EnrolledSubject
from namesake.values.revets import Found, RunRecord
from namesake.values.versions import ListVersion

Tell = Callable[[str], None]


class Pinning(Protocol):
    """Opens what an earlier run screened against; see `app.opening.Opening`."""

    @property
    def store(self) -> ListStore:
        """Where list versions are kept."""
        ...

    @property
    def software(self) -> str:
        """What we call ourselves."""
        ...

    def pinned(self, versions: Sequence[ListVersion], model: Model, day: date, tell: Tell) -> Indexed:
        """The index over some versions, with the entries that were in force on a day."""
        ...


@dataclass(frozen=True, slots=True)
class Shelves:
    """Where what an earlier run rested on is kept."""

    runs: Runs
    matches: CurrentMatches
    populations: Populations
    events: Events


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay came to. `missing` says in words what is not there any more, so that the run cannot be repeated;
    `verification` is None then. `notes` are what is otherwise than it was and may explain a difference. `erased` are
    the subjects whose data were destroyed, and the events that say so. `recorded` and `repeated` are the SHA-256 over
    the canonical bytes of all matches that stood after the run, as recorded and as found again."""

    run: RunRecord
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    erased: tuple[tuple[int, int], ...] = ()
    subjects: int = 0
    verification: Verification | None = None
    recorded: str = ""
    repeated: str = ""

    @property
    def same(self) -> bool:
        """Whether the same was found, to the byte."""
        return self.verification is not None and self.verification.same and self.recorded == self.repeated


@dataclass(frozen=True, slots=True)
class _Basis:
    """What a run rested on, found again."""

    policy: Policy
    model: Model
    versions: tuple[ListVersion, ...]


@dataclass(frozen=True, slots=True)
class Replaying:
    """The use case of replaying. `model` gives a model by its hash, or raises `ModelError`."""

    shelves: Shelves
    opening: Pinning
    model: Callable[[str], Model]

    def replay(self, number: int, tell: Tell = lambda _: None) -> Replayed:
        """Repeat a run, changing nothing. Raises `RunUnknownError`, `StoreError`, and what opening an index raises."""
        run = self.shelves.runs.run(number)
        if run is None:
            raise RunUnknownError(f"no run {number} has ended", where=Where(f"run {number}"))
        missing: list[str] = []
        basis = self._basis(run, missing)
        if basis is None:
            return Replayed(run, tuple(missing), self._notes(run))
        tell("reading what was screened")
        people = self._subjects(run)
        erased = self._erased(run)
        tell(f"screening {len(people):,} subjects")
        try:
            indexed = self.opening.pinned(basis.versions, basis.model, run.begun.began.date(), tell)
        except HomeError as error:
            return Replayed(run, tuple(self._unreadable(basis, error)), self._notes(run), erased)
        vetting = Vetting(Scorer(basis.model), basis.policy)
        anew = list(vetting.subjects(_numbered(people), indexed.index, indexed.listed))
        stood = list(self.shelves.matches.after(run.population, run.id))
        return Replayed(
            run=run,
            notes=(*self._notes(run), *_counts(run, people, erased)),
            erased=erased,
            subjects=len(people),
            verification=verified(stood, anew),
            recorded=canonical_hash(stood),
            repeated=canonical_hash(anew),
        )

    def _basis(self, run: RunRecord, missing: list[str]) -> _Basis | None:
        if run.state != "complete":
            missing.append(f"the run failed ({run.error}): it changed nothing, and there is nothing to repeat")
            return None
        policy, model, versions = self._policy(run, missing), self._model(run, missing), self._versions(run, missing)
        return None if missing or policy is None or model is None else _Basis(policy, model, versions)

    def _policy(self, run: RunRecord, missing: list[str]) -> Policy | None:
        if not run.policy:
            missing.append("its policy was not kept: the release that ran it did not")
            return None
        try:
            policy = read(run.policy)
        except PolicyError as error:
            missing.append(f"its policy is not understood by this release: {error.what}")
            return None
        if digest(policy) != run.begun.policy_hash:
            missing.append(f"its policy now means {digest(policy)[:12]} and was {run.begun.policy_hash[:12]}")
        return policy

    def _model(self, run: RunRecord, missing: list[str]) -> Model | None:
        try:
            return self.model(run.begun.model_hash)
        except ModelError as error:
            missing.append(f"its model {run.begun.model_hash[:12]} is not at hand: {error.what}")
            return None

    def _versions(self, run: RunRecord, missing: list[str]) -> tuple[ListVersion, ...]:
        kept = {(one.reference, one.id, one.hash): one for one in self.opening.store.versions(notes=False)}
        found = []
        for item in run.lists:
            version = kept.get((item.reference, item.version, item.hash))
            if version is None:
                missing.append(f"version {item.version} of {item.reference} ({item.hash[:12]}) is not kept here")
            else:
                found.append(version)
        return tuple(found)

    def _unreadable(self, basis: _Basis, error: HomeError) -> Iterator[str]:
        """Which of the versions that a run rested on cannot be read, now that their index could not be made."""
        found = []
        for version in basis.versions:
            try:
                for _ in self.opening.store.entries(version):
                    pass
            except HomeError as why:
                which = f"version {version.id} of {version.reference} ({version.hash[:12]})"
                found.append(f"{which} cannot be read: {why.what}")
        yield from found or [f"the index of its list versions cannot be made: {error}"]

    def _notes(self, run: RunRecord) -> tuple[str, ...]:
        was, now = run.begun.software, self.opening.software
        return (f"the run was made by {was or 'an unnamed release'}, this is {now}",) if was != now else ()

    def _subjects(self, run: RunRecord) -> list[EnrolledSubject]:
        return list(self.shelves.populations.subjects(run.population, at=run.begun.sequence))

    def _erased(self, run: RunRecord) -> tuple[tuple[int, int], ...]:
        """Subjects of the population whose data were destroyed, each with the event that records it."""
        prefix = subject_name(SubjectRef(run.population, 0)).removesuffix("0")
        return tuple(
            (int(name.removeprefix(prefix)), event.number)
            for event in self.shelves.events.events(kinds=("erasure",))
            for name in event.about
            if name.startswith(prefix) and name.removeprefix(prefix).isdecimal()
        )


def canonical_hash(found: Iterable[Found]) -> str:
    """The SHA-256 over matches as lines of canonical JSON, by subject, then by entry."""
    lines = hashlib.sha256()
    for one in sorted(found, key=lambda item: (item.number, item.entry)):
        entry = [one.entry.source, one.entry.scope, one.entry.id]
        lines.update(canonical([one.number, entry, one.identity, one.bits, one.band, one.match]).encode() + b"\n")
    return lines.hexdigest()


def _numbered(people: Iterable[EnrolledSubject]) -> Iterator[tuple[int, Subject]]:
    return ((one.number, one.subject) for one in people)


def _counts(run: RunRecord, people: Sequence[EnrolledSubject], erased: Sequence[tuple[int, int]]) -> Iterator[str]:
    lost = run.subjects - len(people)
    if lost > len(erased):
        yield f"{run.subjects:,} subjects were screened, {len(people):,} are there, and no erasure explains it"
    elif lost < 0:
        yield f"{run.subjects:,} subjects were screened, but {len(people):,} are said to have been there"
