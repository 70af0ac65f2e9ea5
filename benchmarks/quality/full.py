"""python -m benchmarks.quality.full --lists-folder FOLDER: `namesake evaluate` on OFAC, UN and EU, as a small table.

Adds the latest editions of the folder to a temporary home, makes the deck that `namesake evaluate deck` makes, screens
it class by class with the default policy and the model of the package, and writes `full.md`: detection by class, list,
script and culture of spelling, false alerts by culture, and whether the minimums are met. Every listed name is tried;
`--sample` says how many names of each list every variation changes. Other lists of the folder are tried as listed.

Nothing of a deck is kept but figures; `--misses` writes what was not found to a file of your own, which names real
people and belongs in no repository.
"""

import argparse
import csv
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from benchmarks.quality import full_text
from benchmarks.quality.full_lists import MAIN, OTHERS, Edition, files_of, fill
from namesake.app.evaluation import observe
from namesake.app.evaluation_decks import Wanted, make
from namesake.bootstrap import open_runner, open_screening
from namesake.evaluation.cases import Case
from namesake.evaluation.figures import Figures, figures, merged
from namesake.reports.evaluation_sheets import MISSES, miss
from namesake.settings import Settings
from namesake.values.policies import Policy
from namesake.values.runs import RunContext

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one home."""

    figures: Figures
    context: RunContext


def main() -> int:
    """Evaluate and write; 1 where a minimum is not met."""
    asked = _asked()
    with tempfile.TemporaryDirectory() as folder:
        homes = Path(folder)
        for edition in MAIN:
            _added(homes / "main", asked.lists_folder, edition, needed=True)
        whole = _tried(homes / "main", Wanted(asked.seed, asked.sample, asked.each), asked.workers)
        others: list[Tried] = []
        _write(asked, whole, others)
        for one in _others(homes, asked) if not asked.main_only else ():
            others.append(one)
            _write(asked, whole, others)
    print(f"written: {asked.out}")
    return 0 if full_text.met(whole, others) else 1


def _write(asked: argparse.Namespace, whole: Tried, others: list[Tried]) -> None:
    """What is known so far: who stops a long run keeps it."""
    page = full_text.page(whole, others, Wanted(asked.seed, asked.sample, asked.each), _now())
    asked.out.write_text(page, "utf-8")
    if asked.misses:
        _write_misses(asked.misses, [whole, *others])


def _others(homes: Path, asked: argparse.Namespace) -> Iterator[Tried]:
    """Every further edition in a home of its own: a result rests on nothing else on a list."""
    for number, edition in enumerate(OTHERS):
        home = homes / f"other-{number}"
        if _added(home, asked.lists_folder, edition, needed=False):
            yield _tried(home, Wanted(asked.seed, 0, 0), asked.workers)


def _added(home: Path, folder: Path, edition: Edition, *, needed: bool) -> bool:
    files = files_of(folder, edition)
    if files:
        fill(home, files, edition)
    elif needed:
        raise SystemExit(f"the folder of lists has no {edition.parts[0]}")
    else:
        _say(f"not at hand: {edition.parts[0]}")
    return bool(files)


def _tried(home: Path, wanted: Wanted, workers: int) -> Tried:
    """Screen a deck class by class: only one class and the figures of the others are held."""
    settings, policy = Settings(home=home), Policy()
    opening = open_screening(settings, lambda models: models.named("shipped"))
    _say("opening the lists")
    ready = opening.open(policy)
    runner, today = open_runner(settings, policy, ready, workers), datetime.now(UTC).date()
    lists, parts = [item.reference for item in ready.context.lists], []
    for kind, group in groupby(make(opening, opening.consulted(policy), wanted), _kind):
        cases = list(group)
        found = figures(observe(cases, runner, today, _progress(kind, len(cases))), policy.review_from, lists)
        _say(f"{kind}: {len(cases):,} cases{_share(found, kind)}")
        parts.append(found)
    return Tried(merged(parts), ready.context)


def _kind(case: Case) -> str:
    """The class of a case; innocents come with and without birth dates by turns, and count as one."""
    return "innocent" if case.innocent else case.kind


def _share(found: Figures, kind: str) -> str:
    rate = found.by_class.get(kind)
    return f", {rate.total - rate.count:,} missed" if rate else ""


class _progress:  # noqa: N801 - a function that remembers what it said
    """Says how far a class is, every so many cases."""

    def __init__(self, kind: str, total: int) -> None:
        self._kind, self._total, self._said = kind, total, 0

    def __call__(self, done: int) -> None:
        if done >= self._said + 5_000:
            self._said = done
            _say(f"{self._kind}: {done:,} of {self._total:,}")


def _say(text: str) -> None:
    print(f"{_now():%H:%M:%S} {text}", file=sys.stderr, flush=True)


def _now() -> datetime:
    return datetime.now(UTC)


def _write_misses(path: Path, tried: list[Tried]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(MISSES)
        table.writerows(miss(item) for one in tried for item in one.figures.misses)


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    asked.add_argument("--lists-folder", type=Path, required=True)
    asked.add_argument("--sample", type=int, default=1_000, help="names of each list that a variation changes")
    asked.add_argument("--each", type=int, default=1_000, help="innocents of each culture")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--main-only", action="store_true", help="OFAC, UN and EU only")
    asked.add_argument("--misses", type=Path, help="a CSV file, outside of the repository")
    asked.add_argument("--out", type=Path, default=HERE / "full.md")
    return asked.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
