"""A population of one size: enrolled, screened, re-vetted after each edition of a list, and changed itself."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from benchmarks.processes import PYTHON, Finished, finish, namesake
from benchmarks.speed import enrolled
from benchmarks.speed.lines import Line, ratio, seconds
from benchmarks.speed.timing import Took

SIZES = (10_000, 100_000, 1_000_000)
COMPARED = 100_000
"""The largest size at which everybody is screened again. The first run over a larger one is that work too."""
CURVE = 0.1, 10
"""Multiples of the changes, at the size where everybody is screened again."""
SHARE = 100
"""One subject in so many changes."""
POPULATION = "crowd"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be measured: subjects, entries of the list, how many of them change, and runs whose median counts."""

    sizes: Sequence[int] = SIZES
    entries: int = enrolled.ENTRIES
    changed: int = enrolled.CHANGED
    repeats: int = 3


@dataclass(frozen=True, slots=True)
class Run:
    """A run of re-vetting: its process, and what that said of it."""

    process: Finished
    found: dict[str, Any]

    @property
    def itself(self) -> Took:
        """Seconds of the run without its process."""
        clock, processor = self.found["run"]
        return clock, processor


@dataclass(slots=True)
class Office:
    """A home with a population and the editions of a list."""

    asked: Asked
    size: int
    folder: Path
    editions: int = 0
    touched: int = 0
    peaks: dict[str, float] = field(default_factory=dict)

    def publish(self, changed: int) -> None:
        """Another edition, with so many changes, comes into force."""
        self.editions, self.touched = self.editions + 1, self.touched + changed
        files = enrolled.edition(self.folder, self.editions, self.asked.entries, self.touched)
        self._command("lists", "add", "table", *files)

    def enrol(self, numbers: range, *, renamed: bool = False) -> Finished:
        """Enrol people by number."""
        file = enrolled.people(self.folder / "people.csv", numbers, renamed=renamed)
        return self._noted("enrol", self._command("enrol", file, "--population", POPULATION, "--key", "Id"))

    def revet(self, *options: str, everything: bool = False) -> Run:
        """Re-vet. A run that does another kind of work than it should is no measurement."""
        work = ["-m", "benchmarks.speed.revetted", str(self.home), POPULATION, *options]
        done = self._noted("re-vet", finish([PYTHON, *work]))
        found = json.loads(done.output)
        assert (found["subjects"], found["everything"]) == (self.size, everything), found
        return Run(done, found)

    def changed(self, changed: int) -> Run:
        """Re-vet after another edition with so many changes."""
        self.publish(changed)
        run = self.revet()
        assert run.found["entries"] == changed, run.found
        return run

    @property
    def home(self) -> Path:
        """Where all of it is kept."""
        return self.folder / "home"

    def _command(self, *words: object) -> Finished:
        return finish([namesake(), "--home", str(self.home), *map(str, words), "--format", "json"])

    def _noted(self, what: str, done: Finished) -> Finished:
        self.peaks[what] = max(done.peak, self.peaks.get(what, 0))
        return done


def measure(asked: Asked, size: int, folder: Path) -> Iterator[Line]:
    """One size."""
    office, of = Office(asked, size, folder), f"{size:,} subjects"
    office.publish(0)
    yield _processes(f"enrol {of}", [office.enrol(range(size))])
    first = office.revet(everything=True)
    yield runs(f"first run over {of}", [first], f"everybody, and both indexes; {first.found['matches']:,} matches")
    changed = [office.changed(asked.changed) for _ in range(asked.repeats)]
    yield runs(f"re-vet {of}", changed, f"{asked.changed:,} changed entries looked up among them")
    yield seconds(f"re-vet {of}, the whole process", _all(changed))
    quiet = [office.revet() for _ in range(asked.repeats)]
    yield runs(f"re-vet {of}, nothing changed", quiet)
    if size <= COMPARED:
        yield from again(office, changed, of)
    else:
        yield ratio(f"re-vet / first run, {of}", _itself(changed), _itself([first]), "everybody, and both indexes")
    if size == min(COMPARED, max(asked.sizes)):
        for times in CURVE:
            count = round(times * asked.changed)
            yield runs(f"re-vet {of}", [office.changed(count)], f"{count:,} changed entries looked up among them")
    yield from _subjects(office)
    for name, peak in office.peaks.items():
        yield Line(f"peak memory of {name}, {of}", peak, None, "MiB")


def again(office: Office, changed: Sequence[Run], of: str) -> Iterator[Line]:
    """Everybody against everything, and what re-vetting is of it."""
    anew = [office.revet("--look-back", everything=True) for _ in range(office.asked.repeats)]
    yield runs(f"screen {of} again", anew, "against every entry; the index of the list is there")
    what = f"re-vet / screen again, {of}"
    line = ratio(what, _itself(changed), _itself(anew), "")
    yield replace(line, note=f"1/{1 / (line.processor or 1):.0f} by processor time")
    yield ratio(f"{what}, whole processes", _all(changed), _all(anew), "Python started for each")


def _subjects(office: Office) -> Iterator[Line]:
    """One subject in a hundred changes."""
    some = range(0, office.size, SHARE)
    of = f"{len(some):,} of {office.size:,} subjects changed"
    yield _processes(f"enrol, {of}", [office.enrol(some, renamed=True)])
    done = finish(
        [PYTHON, "-m", "benchmarks.speed.subject_index", str(office.home), POPULATION, f"{office.folder}/new"]
    )
    found = json.loads(done.output)
    assert (found["added"], found["subjects"]) == (len(some), office.size), found
    update, anew = tuple(found["update"]), tuple(found["anew"])
    yield seconds(f"index of subjects brought up to date, {of}", [update])
    yield seconds("index of subjects made anew", [anew], f"{office.size:,} subjects; peak {done.peak:,.0f} MiB")
    yield ratio("index of subjects: up to date / anew", [update], [anew], of)
    yield runs(f"re-vet, {of}", [office.revet()], "they are looked up in the list")


def runs(what: str, done: Sequence[Run], note: str = "") -> Line:
    """How long runs took, without their processes."""
    return seconds(what, _itself(done), note)


def _processes(what: str, done: Sequence[Finished], note: str = "") -> Line:
    return seconds(what, [_time(each) for each in done], note)


def _itself(done: Sequence[Run]) -> list[Took]:
    return [run.itself for run in done]


def _all(done: Sequence[Run]) -> list[Took]:
    return [_time(run.process) for run in done]


def _time(done: Finished) -> Took:
    return done.clock, done.processor
