"""Evaluating a set-up: which one is meant, and what came of a deck with it."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, islice
from pathlib import Path

from namesake.app.models import SHIPPED
from namesake.app.opening import Opening, is_party
from namesake.entities.columns import recognise
from namesake.entities.subjects import SubjectOptions, subject_of
from namesake.errors import PolicyError, Where
from namesake.evaluation.cases import Case
from namesake.evaluation.seen import Hit, Seen
from namesake.ports import Runner
from namesake.values.entities import ListEntry, Skipped
from namesake.values.matches import Outcome
from namesake.values.policies import Policy
from namesake.values.rows import Row
from namesake.values.versions import ListVersion

BATCH = 200
"""Subjects that a process is given at a time."""


_READ = recognise(("name", "schema", "birth_date"), {"birth_date": "birthDate"})
"""What of a case is screened: what it is like, and what should come of it, the engine is not told."""

Progress = Callable[[int], None]
"""Hears how many cases are done."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What is evaluated: a policy and a model. `name` is how the user called it; `model` is empty for that in force."""

    name: str
    policy: Policy
    model: str = ""


def engine_of(
    choice: str, read_policy: Callable[[Path], Policy], models: Container[str] = (), policy: Policy | None = None
) -> Engine:
    """The set-up that a user names: a policy file with the model in force, or a model ("shipped" or one of `models`)
    with `policy`, else the default one.

    Raises `PolicyError` where it is neither, or the file says what a policy must not say.
    """
    if choice == SHIPPED or choice in models:
        return Engine(choice, policy or Policy(), choice)
    path = Path(choice)
    if path.suffix.lower() != ".toml":
        hint = f"Name a policy file that ends in .toml, a model of `namesake model list`, or {SHIPPED!r}."
        raise PolicyError("this is neither a policy file nor a model", where=Where(choice), hint=hint)
    return Engine(path.name, read_policy(path))


def parties(opening: Opening, versions: Sequence[ListVersion]) -> Iterator[tuple[ListVersion, ListEntry]]:
    """The entries that subjects are screened against today: parties that have not expired."""
    today = opening.clock.now().date()
    for version in versions:
        for entry in opening.store.entries(version):
            if is_party(entry) and (entry.expires is None or entry.expires >= today):
                yield version, entry


def listed(opening: Opening, versions: Sequence[ListVersion], cases: Sequence[Case]) -> tuple[list[Case], int]:
    """The cases whose expected entries are on the lists, and how many are left out because none of theirs is."""
    known = {f"{version.reference}:{entry.id}" for version, entry in parties(opening, versions)}
    kept = [case for case in cases if case.innocent or any(entry in known for entry in case.expect)]
    return kept, len(cases) - len(kept)


def observe(cases: Sequence[Case], runner: Runner, today: date, progress: Progress = lambda _: None) -> list[Seen]:
    """Screen the cases as rows of a file are screened; what came of each, in their order.

    What is the same in all that is screened is screened once: a result depends on nothing else. `progress` hears of
    the cases that are done.
    """
    alike: dict[tuple[str, str, str], list[int]] = {}
    for at, case in enumerate(cases):
        alike.setdefault(_screened(case), []).append(at)
    found = [_Found() for _ in alike]
    done = [0, *accumulate(map(len, alike.values()))]
    for outcome in _outcomes(list(alike), runner, today):
        number = _number(outcome)
        found[number - 1].add(outcome)
        progress(done[number])
    seen: dict[int, Seen] = {}
    for result, places in zip(found, alike.values(), strict=True):
        seen |= {at: result.seen(cases[at]) for at in places}
    return [seen[at] for at in range(len(cases))]


class _Found:
    """What came of the subjects of one row: mostly there is one."""

    def __init__(self) -> None:
        self._hits: dict[str, Hit] = {}
        self._skipped = ""
        self._screened = False

    def add(self, outcome: Outcome) -> None:
        if isinstance(outcome, Skipped):
            self._skipped = outcome.reason
            return
        self._screened = True
        for match in outcome.matches:
            entry = f"{match.entry.reference}:{match.entry.entry_id}"
            if entry not in self._hits or self._hits[entry].score < match.score:
                self._hits[entry] = Hit(entry, match.entry.caption, match.score)

    def seen(self, case: Case) -> Seen:
        hits = sorted(self._hits.values(), key=lambda hit: (-hit.score, hit.entry))
        return Seen(case, tuple(hits), "" if self._screened else self._skipped)


def _screened(case: Case) -> tuple[str, str, str]:
    return case.name, case.schema, case.birth_date


def _outcomes(rows: Sequence[tuple[str, str, str]], runner: Runner, today: date) -> Iterator[Outcome]:
    options = SubjectOptions(today=today)
    subjects = (
        subject for number, row in enumerate(rows, 1) for subject in subject_of(Row(number, row), _READ, options)
    )
    batches = iter(lambda: list(islice(subjects, BATCH)), [])
    for batch in runner.run(batches):
        yield from batch


def _number(outcome: Outcome) -> int:
    number = outcome.where.row if isinstance(outcome, Skipped) else outcome.subject.row
    assert number, "every subject of a deck has the number of its case"
    return number
