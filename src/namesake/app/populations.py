"""Enrolling a file: every row is enrolled or reported, under the key that the user's own column gives it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from namesake.app.files import Plan
from namesake.entities import codes
from namesake.entities.cells import is_placeholder, visible
from namesake.entities.subjects import subject_of
from namesake.errors import FileIncompleteError, ManyAbsentError, Where
from namesake.ports import Clock
from namesake.ports.populations import Populations
from namesake.values.entities import Note, Skipped, Subject
from namesake.values.populations import EnrolledSubject, Enrolment, Offered, Population, SubjectChange
from namesake.values.rows import Row

KEY = "key"
"""The property of the column that holds the keys."""

LONGEST_KEY = 200
"""Characters of a key."""

MANY = 20
"""Absent subjects from which on it matters that they are most of the population."""


@dataclass(frozen=True, slots=True)
class Enrolments:
    """The use cases of populations. `redressed` gives those of some references of redress that were given here."""

    store: Populations
    clock: Clock
    redressed: Callable[[Collection[str]], Collection[str]] = frozenset

    def enrol(
        self,
        name: str,
        planned: Plan,
        *,
        complete: bool = False,
        accept: str = "",
        tell: Callable[[int], None] = lambda _: None,
    ) -> Enrolment:
        """Enrol the subjects of a file in one step. `tell` hears of each row that is read, and then of each subject
        that is written, in one count.

        With `complete` the file is the whole population: who is not in it is withdrawn. A row that is skipped but
        says whom it is about withdraws nobody. Raises `FileIncompleteError` where a row does not say it, or nobody
        is left, `ManyAbsentError` where most of the population is absent (`accept`, a reason that is recorded, says
        that this is right), `PopulationNameError` and `StoreError`; then nothing was changed.
        """
        reading = _Reading(planned, complete, tell)
        done = self.store.enrol(
            name,
            reading.offered(),
            self.clock.now(),
            complete=complete,
            spared=reading.spared,
            reason=accept,
            agree=partial(_check_absent, planned.options.file, accept),
            tell=reading.written,
        )
        unknown = set(reading.references) - set(self.redressed(reading.references))
        return replace(done, skipped=tuple(reading.skipped), notes=(*reading.unread, *reading.astray(unknown)))

    def withdraw(self, name: str, keys: Sequence[str], reason: str = "") -> Enrolment:
        """Withdraw subjects by their keys. Raises as `Populations.withdraw` does."""
        return self.store.withdraw(name, keys, self.clock.now(), reason)

    def known(self) -> Sequence[Population]:
        """Every population, by name."""
        return self.store.known()

    def shown(self, name: str, key: str) -> "Biography":
        """All that is kept of one subject. Raises `PopulationUnknownError` and `SubjectUnknownError`."""
        return Biography(self.store.versions(name, key), self.store.history(name, key))


@dataclass(frozen=True, slots=True)
class Biography:
    """What a subject was in each of its versions, and all that happened to it, both from the first."""

    versions: Sequence[EnrolledSubject]
    changes: Sequence[SubjectChange]

    @property
    def latest(self) -> EnrolledSubject:
        """The subject as it is now."""
        return self.versions[-1]


@dataclass(slots=True)
class _Reading:
    """A file on its way into a population: what was skipped, which keys and which references of redress were seen in
    which row, and which of those could not be read."""

    planned: Plan
    complete: bool
    tell: Callable[[int], None]
    skipped: list[Skipped] = field(default_factory=list)
    spared: set[str] = field(default_factory=set)
    unread: list[Note] = field(default_factory=list)
    references: dict[str, Where] = field(default_factory=dict)
    _seen: dict[str, int] = field(default_factory=dict)
    _rows: int = 0
    _nameless: int = 0

    def offered(self) -> Iterator[Offered]:
        """The subjects of the file; at its end, an objection where the file cannot stand for all of them."""
        some = False
        for row in self.planned.table.rows():
            self._rows += 1
            self.tell(self._rows)
            for item in self._keyless(row) if isinstance(row, Skipped) else self._row(row):
                some = True
                yield item
        if self.complete:
            self._check(some)

    def written(self, count: int) -> None:
        """Hear that so many subjects are written."""
        self.tell(self._rows + count)

    def _row(self, row: Row) -> Iterator[Offered]:
        where = Where(self.planned.options.file, row.number)
        key = self._key(row)
        if problem := self._problem(key):
            yield from self._keyless(Skipped(*problem, where, key[:LONGEST_KEY]))
            return
        found = subject_of(row, self.planned.mapping, self.planned.options)
        subjects = [item for item in found if isinstance(item, Subject)]
        self.skipped += [replace(item, key=key) for item in found if isinstance(item, Skipped)]
        if not subjects:
            self.spared.add(key)
            return
        keys = [f"{key}#{number}" for number in range(1, len(subjects) + 1)] if len(subjects) > 1 else [key]
        if taken := next((item for item in keys if item in self._seen), None):
            reason = f"its party {taken!r} has the key of row {self._seen[taken]}"
            self.spared.add(key)
            self.skipped.append(Skipped(codes.ROW_KEY_DOUBLED, reason, where, key))
            return
        self._seen.update(dict.fromkeys((key, *keys), row.number))
        self._redress(subjects, where)
        for own, subject in zip(keys, subjects, strict=True):
            yield Offered(key, _under(own, subject))

    def astray(self, unknown: Collection[str]) -> Iterator[Note]:
        """That some references are not known here, each where it stands first."""
        for reference, where in self.references.items():
            if reference in unknown:
                yield Note(codes.REDRESS_UNKNOWN, f"nobody was given the reference {reference} here", where)

    def _redress(self, subjects: Sequence[Subject], where: Where) -> None:
        """Take in what the redress columns of a row say, which all of its subjects share."""
        self.unread += [note for note in subjects[0].notes if note.code == codes.REDRESS_UNREADABLE]
        for reference in subjects[0].references:
            self.references.setdefault(reference, where)

    def _key(self, row: Row) -> str:
        """The key of a row, as it is compared and shown; '' where there is none."""
        for index in self.planned.mapping.indexes(KEY):
            cell = row.cells[index]
            for text in [cell] if isinstance(cell, str) else cell:
                if (key := visible(text)) and not is_placeholder(key, KEY):
                    return key
        return ""

    def _problem(self, key: str) -> tuple[str, str] | None:
        if not key:
            return codes.ROW_KEY_MISSING, "the row has no key"
        if len(key) > LONGEST_KEY:
            return codes.ROW_KEY_TOO_LONG, f"the key has {len(key):,} characters; the limit is {LONGEST_KEY}"
        if row := self._seen.get(key):
            return codes.ROW_KEY_DOUBLED, f"the key {key!r} stands in row {row} already, which was enrolled"
        return None

    def _keyless(self, skipped: Skipped) -> Iterator[Offered]:
        """Set a row aside that enrols nobody, and mostly does not say who is meant."""
        self._nameless += skipped.code != codes.ROW_KEY_DOUBLED
        self.skipped.append(skipped)
        yield from ()

    def _check(self, some: bool) -> None:
        where = Where(self.planned.options.file)
        if self._nameless:
            rows = "1 row does" if self._nameless == 1 else f"{self._nameless:,} rows do"
            raise FileIncompleteError(
                f"{rows} not say who is meant, so that nobody can be said to be absent", where=where
            )
        if not some:
            raise FileIncompleteError("no row could be enrolled; everybody would be withdrawn", where=where)


def _check_absent(file: str, accept: str, done: Enrolment) -> None:
    before = done.changed + done.unchanged + done.withdrawn
    if done.withdrawn >= MANY and done.withdrawn * 2 > before and not accept:
        what = f"{done.withdrawn:,} of {before:,} subjects are not in the file and would be withdrawn"
        raise ManyAbsentError(what, where=Where(file))


def _under(key: str, subject: Subject) -> Subject:
    """A subject under the key of its population, whatever else the row might call it."""
    return subject if subject.key == key else replace(subject, key=key, entity=replace(subject.entity, id=key))
