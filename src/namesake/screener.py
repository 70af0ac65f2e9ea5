"""The Python front: open a home or bring your own entities, and screen."""

import threading
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from namesake.app.opening import Ready
from namesake.bootstrap import open_screening, own_lists, read_policy, read_settings
from namesake.entities.given import read
from namesake.kernels import INTERPRETED, compiled
from namesake.names.prepare import prepare
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scorer
from namesake.screening.screening import EVERYTHING, match_of, reference
from namesake.values.entities import Entity, Note, Skipped, Subject
from namesake.values.matches import Match, Outcome, Result
from namesake.values.policies import Policy
from namesake.values.runs import RunContext

Properties = Mapping[str, str | Sequence[str]]
"""FollowTheMoney properties: `{"name": "...", "birthDate": "1985-12-15", "nationality": ["ru"]}`."""

Given = Subject | Entity | Properties
"""What can be screened. Properties may have "id" and "schema" beside them."""


_OF_THREAD = threading.local()


@dataclass(frozen=True, slots=True)
class Screener:
    """Screens people and organisations against the lists of a home, or against entities of your own.

    Opening takes a moment the first time, when the index is built; later it is memory-mapped. A screener has no
    state that changes a result and may be used by several threads, which take turns. Where the hot loops are not
    compiled, opening one says so once, as a `RuntimeWarning`.
    """

    ready: Ready
    _turn: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False, compare=False)

    @classmethod
    def open(
        cls, home: Path | str | None = None, lists: Sequence[str] = (), policy: Policy | Path | str | None = None
    ) -> "Screener":
        """A screener against the lists kept in a home (else that of NAMESAKE_HOME, else the user's own).

        The policy is the one given, as a value or a file, else `policy.toml` in the home, else the default one.
        Raises `ListNotAvailableError`, `PolicyError`, `HomeError`.
        """
        _warn()
        settings = read_settings(Path(home) if home else None)
        chosen = policy if isinstance(policy, Policy) else read_policy(Path(policy) if policy else None, settings.home)
        return cls(open_screening(settings).open(chosen, lists))

    @classmethod
    def of(cls, entities: Iterable[Entity | Properties], policy: Policy | None = None) -> "Screener":
        """A screener against entities of your own, held in memory."""
        _warn()
        return cls(own_lists([as_entity(item) for item in entities], policy or Policy()))

    @property
    def context(self) -> RunContext:
        """What results rest on: lists with versions and hashes, model, policy."""
        return self.ready.context

    def screen(self, given: Given) -> Result:
        """All matches of one subject, from the strongest to the weakest. Raises `ValueError` where it has no name.

        What was not compared, such as a birth date that cannot be read, is said in the notes of the result's subject.
        """
        subject = as_subject(given)
        with self._turn:
            return self.ready.screening.screen(subject)

    def screen_many(self, given: Iterable[Given]) -> Iterator[Outcome]:
        """The results of many subjects, in their order and one at a time; memory does not grow with their number.

        One that cannot be screened comes as a `Skipped` with the reason and never stops the others.
        """
        for number, item in enumerate(given, 1):
            try:
                yield self.screen(item)
            except ValueError as error:
                yield Skipped("subject-unusable", str(error), key=str(number))


def compare(left: Entity | Properties, right: Entity | Properties) -> Match | None:
    """The evidence that two records are the same party, whatever the score; None where they cannot be, as a
    person and a ship cannot. No list and no threshold is involved: the band is that of the default policy.

    Properties that are not known and values that cannot be read are left out of the comparison without a word, since a
    match has no notes; `Screener.screen` says them in `Result.subject.notes`."""
    _warn()
    one, other = as_entity(left), as_entity(right)
    scored = _scorer().score(prepare(one), prepare(other))
    return match_of(reference(other), scored, Policy(), EVERYTHING) if scored else None


def as_entity(given: Entity | Properties) -> Entity:
    """An entity from properties; an entity as it is. Raises `ValueError` where there is no name."""
    return given if isinstance(given, Entity) else _read(given)[0]


def as_subject(given: Given) -> Subject:
    """A subject from whatever may be screened; its notes say which properties and values were not compared."""
    if isinstance(given, Subject):
        return given
    if isinstance(given, Entity):
        return Subject(given.id, given)
    entity, notes = _read(given)
    return Subject(entity.id, entity, notes=notes)


def _scorer() -> Scorer:
    """The scorer of this thread: it remembers words, and one cannot serve two threads at once."""
    found: Scorer | None = getattr(_OF_THREAD, "scorer", None)
    if found is None:
        found = _OF_THREAD.scorer = Scorer(shipped())
    return found


@cache
def _warn() -> None:
    """Say once that the loops are interpreted, if they are."""
    if not compiled():
        warnings.warn(INTERPRETED, RuntimeWarning, stacklevel=3)


def _read(given: Properties) -> tuple[Entity, tuple[Note, ...]]:
    rest = {name: value for name, value in given.items() if name not in ("id", "schema")}
    return read(rest, _text(given.get("schema", "LegalEntity")), _text(given.get("id", "")))


def _text(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else next(iter(value), "")
