"""Screening a file: every row is accounted for, and an interrupted run can be taken up again."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Protocol

from namesake.entities.columns import ColumnMapping, recognise
from namesake.entities.order import order_of
from namesake.entities.subjects import SubjectOptions, subject_of
from namesake.errors import UnmappedColumnsError, Where
from namesake.ports import Clock, Runner
from namesake.values.entities import Skipped, Subject
from namesake.values.matches import Outcome
from namesake.values.rows import Row
from namesake.values.runs import RunContext, Summary

BATCH = 200
"""Subjects between two entries of the journal: what an interruption can cost at most."""

Progress = Callable[[int], None]
"""Hears how many outcomes there are so far."""


class Table(Protocol):
    """A file of subjects, recognised."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Its columns."""
        ...

    @property
    def details(self) -> tuple[str, ...]:
        """What was detected, in words."""
        ...

    @property
    def sha256(self) -> str:
        """The hash of its content."""
        ...

    @property
    def total(self) -> int | None:
        """About how many rows it has, where that is known."""
        ...

    def rows(self) -> Iterator[Row | Skipped]:
        """Its rows from the first."""
        ...


class Writer(AbstractContextManager[Any], Protocol):
    """Takes outcomes one by one."""

    def write(self, outcome: Outcome) -> None:
        """Add an outcome."""
        ...

    def close(self, summary: Summary) -> None:
        """Finish."""
        ...


class Journal(AbstractContextManager[Any], Protocol):
    """Remembers the outcomes of an unfinished run."""

    def start(self, pins: str) -> None:
        """Begin anew."""
        ...

    def resume(self, pins: str) -> Iterator[Outcome]:
        """The outcomes so far."""
        ...

    def write(self, outcomes: Sequence[Outcome]) -> None:
        """Add outcomes."""
        ...

    def discard(self) -> None:
        """Forget the run."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user says of a file: what its columns are, and what every row is."""

    overrides: Mapping[str, str] = field(default_factory=dict)
    schema: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file is read: said before anything is screened."""

    table: Table
    mapping: ColumnMapping
    options: SubjectOptions
    said: tuple[str, ...]

    def outcomes(self) -> Iterator[Subject | Skipped]:
        """The subjects and skipped rows of the file, in its order."""
        for row in self.table.rows():
            yield from [row] if isinstance(row, Skipped) else subject_of(row, self.mapping, self.options)


def plan(name: str, table: Table, asked: Asked, clock: Clock) -> Plan:
    """Decide how a table is read. Raises `UnmappedColumnsError`."""
    try:
        mapping = recognise(table.columns, asked.overrides)
    except UnmappedColumnsError as error:
        raise UnmappedColumnsError(error.what, where=Where(name), hint=error.next_step) from error
    order = order_of(table.rows(), mapping)
    options = SubjectOptions(name, order.day_first, clock.now().date(), asked.schema)
    said = (*table.details, *mapping.describe(), *(note.text for note in order.notes))
    return Plan(table, mapping, options, said)


@dataclass(frozen=True, slots=True)
class Sinks:
    """Who does the work, and where outcomes go: into files, into the journal; and who hears how many there are,
    and how many of them were taken over from a run that is resumed."""

    runner: Runner
    writers: Sequence[Writer]
    journal: Journal
    progress: Progress = lambda _: None
    resumed: Progress = lambda _: None


def run(planned: Plan, context: RunContext, sinks: Sinks, clock: Clock, *, resume: bool = False) -> Summary:
    """Screen a file. An interruption leaves every output file as it was, and the journal to take up again."""
    started = clock.now()
    counting = _Counting()
    with ExitStack() as stack:
        for manager in (*sinks.writers, sinks.journal):
            stack.enter_context(manager)
        for outcome in _outcomes(planned, context, sinks, resume):
            counting.add(outcome)
            for writer in sinks.writers:
                writer.write(outcome)
            sinks.progress(counting.outcomes)
        summary = replace(counting.summary(), seconds=(clock.now() - started).total_seconds())
        for writer in sinks.writers:
            writer.close(summary)
        sinks.journal.discard()
    return summary


def _outcomes(planned: Plan, context: RunContext, sinks: Sinks, resume: bool) -> Iterator[Outcome]:
    """The outcomes that the journal has, then those that it lacks, which it is given batch by batch."""
    done = 0
    pins, journal, runner = _pins(planned, context), sinks.journal, sinks.runner
    if resume:
        for outcome in journal.resume(pins):
            done += 1
            yield outcome
        sinks.resumed(done)
    else:
        journal.start(pins)
    items = islice(planned.outcomes(), done, None)
    batches = iter(lambda: list(islice(items, BATCH)), [])
    for batch in runner.run(batches):
        journal.write(batch)
        yield from batch


def _pins(planned: Plan, context: RunContext) -> str:
    """A hash of all that the outcomes rest on."""
    rests_on = [
        planned.table.sha256,
        [(item.column, item.property) for item in planned.mapping.mapped],
        [planned.options.day_first, str(planned.options.today), planned.options.schema],
        [(item.reference, item.version, item.hash) for item in context.lists],
        [context.model_hash, context.policy_hash, context.software],
    ]
    return hashlib.sha256(json.dumps(rests_on).encode()).hexdigest()


class _Counting:
    """Counts outcomes as they pass."""

    def __init__(self) -> None:
        self.outcomes = 0
        self._bands = {"clear": 0, "review": 0, "strong": 0}
        self._skipped = 0
        self._matches = 0
        self._identities: set[str] = set()

    def add(self, outcome: Outcome) -> None:
        """Count one."""
        self.outcomes += 1
        if isinstance(outcome, Skipped):
            self._skipped += 1
            return
        self._bands[outcome.band] += 1
        self._matches += len(outcome.matches)
        self._identities.update(match.entry.identity for match in outcome.matches)

    def summary(self) -> Summary:
        """What it comes to; `subjects` are those that were screened."""
        return Summary(
            subjects=sum(self._bands.values()),
            skipped=self._skipped,
            matches=self._matches,
            identities=len(self._identities),
            **self._bands,
        )
