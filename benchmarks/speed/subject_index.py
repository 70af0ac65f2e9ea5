"""Bringing the index of a population's subjects up to date, and making it from nothing, in one process.

    python -m benchmarks.speed.subject_index HOME POPULATION SCRATCH

The index that is kept in HOME is updated there; the other one is made in SCRATCH.
"""

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed.timing import took
from namesake.app.revetting_subjects import Indexing
from namesake.bootstrap import open_revetting, read_settings
from namesake.stores.home import Home
from namesake.stores.segments import HomeSegments
from namesake.values.revets import RunBegun

if TYPE_CHECKING:
    from namesake.app.revetting_run import Office


def measure(home: Path, population: str, scratch: Path) -> dict[str, object]:
    """Seconds (clock, processor) of both, and what the update added and the index holds."""
    office = open_revetting(read_settings(home)).office
    model = office.opening.model()
    kept = HomeSegments(Home(home))
    before = kept.read(population, model.hash)
    held = len(before.segments) if before else 0
    update = took(lambda: _index(office, kept, population))
    after = kept.read(population, model.hash)
    anew = took(lambda: _index(office, HomeSegments(Home(scratch)), population))
    assert after
    added = sum(int((segment.numbers >= 0).sum()) for segment in after.segments[held:])
    return {"update": update, "anew": anew, "added": added, "subjects": after.current.size}


def _index(office: "Office", segments: HomeSegments, population: str) -> None:
    stores = office.stores
    last = stores.runs.last_complete(population)
    assert last
    model = office.opening.model()
    sequence = stores.populations.population(population).sequence
    begun = RunBegun(population, "subject update", datetime.now(UTC), model.hash, last.begun.policy_hash, sequence)
    Indexing(stores.populations, stores.runs, segments, lambda _: None).index(last.id, begun, model)


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("population")
    parser.add_argument("scratch", type=Path)
    asked = parser.parse_args()
    print(json.dumps(measure(asked.home, asked.population, asked.scratch)))


if __name__ == "__main__":
    main()
