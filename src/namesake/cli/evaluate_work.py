"""What the commands of `namesake evaluate` share: reading a deck, and trying a set-up on it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from namesake.app import evaluation, evaluation_decks
from namesake.app.opening import Opening
from namesake.bootstrap import SystemClock, open_runner, open_screening
from namesake.cli.progress import counting
from namesake.cli.rendering import visible, waiting
from namesake.errors import OutputError, Where
from namesake.evaluation.cases import Case
from namesake.evaluation.seen import Seen
from namesake.feeds.tables import open_table
from namesake.settings import Settings
from namesake.values.policies import Policy
from namesake.values.runs import RunContext


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck that was read, and the hash of its file."""

    cases: list[Case]
    sha256: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a deck with one set-up. `not_listed` cases were left out: what they expect is not on the lists."""

    seen: list[Seen]
    not_listed: int
    context: RunContext

    @property
    def lists(self) -> list[str]:
        """The references of the lists that were consulted."""
        return [item.reference for item in self.context.lists]


def read_deck(path: Path) -> Deck:
    """The deck of a file. Raises `DeckError`, and what reading a table raises."""
    with waiting(f"reading {path.name}"):
        table = open_table(path)
        return Deck(evaluation_decks.read(visible(str(path)), table), table.sha256)


def at_least(policy: Policy, floor: float) -> Policy:
    """A policy whose matches begin low enough for a curve."""
    return replace(policy, review_from=min(policy.review_from, floor))


def try_out(settings: Settings, policy: Policy, deck: Deck, workers: int | None, model: str = "") -> Tried:
    """Screen a deck with a policy as `screen` would screen a file, with the model in force unless one is named."""
    opening = open_screening(settings, (lambda models: models.named(model)) if model else None)
    with waiting("opening the lists") as tell:
        ready = opening.open(policy, (), tell)
        cases, not_listed = _listed(opening, policy, deck.cases)
    runner = open_runner(settings, policy, ready, workers)
    today = SystemClock().now().date()
    with counting("screening", len(cases)) as progress:
        seen = evaluation.observe(cases, runner, today, progress)
    return Tried(seen, not_listed, ready.context)


def _listed(opening: Opening, policy: Policy, cases: list[Case]) -> tuple[list[Case], int]:
    return evaluation.listed(opening, opening.consulted(policy), cases)


def check_apart(paths: Iterable[Path | None], deck: Path) -> None:
    """Refuse an output that would replace the deck or another output."""
    taken = [deck]
    for path in paths:
        if path is None:
            continue
        if any(_same(path, other) for other in taken):
            raise OutputError("another file of this command has that name", where=Where(str(path)))
        taken.append(path)


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return path.absolute() == other.absolute()
