"""Keeps alerts, decisions and what was noted on them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from namesake.values.cases import (
    Alert,
    AlertChange,
    AlertState,
    Comment,
    Decision,
    Happening,
    LegacyDecision,
    Ruling,
)


class Cases(Protocol):
    """Keeps alerts. Each call is one transaction, with its events in the record. Raises `StoreError` where the store
    cannot be used.

    Alerts that a run changes are written with the run, in `CurrentMatches.apply`. A decision that an alert loses,
    because it is closed, re-opened or decided anew, ends in the same transaction.
    """

    def alerts(
        self,
        population: str,
        numbers: Sequence[int] | None = None,
        states: Collection[AlertState] | None = None,
        *,
        brief: bool = False,
    ) -> Iterator[Alert]:
        """The alerts of a population in every state or in some, of all subjects or of some, by subject, then by id.

        `brief` leaves the content of what they rest on empty, which is most of what is to be read.
        """
        ...

    def alert(self, number: int) -> Alert | None:
        """One alert, or None."""
        ...

    def some(self, numbers: Sequence[int]) -> Sequence[Alert]:
        """Those of some alerts that there are, by id."""
        ...

    def decisions(self, alert: int) -> Sequence[Decision]:
        """All decisions on an alert, the oldest first."""
        ...

    def given(self, decisions: Sequence[int]) -> Mapping[int, Decision]:
        """Decisions by their ids, those that there are."""
        ...

    def together(self, bulk: int) -> Sequence[Decision]:
        """All decisions that were made together with the one of this id."""
        ...

    def happenings(self, alert: int) -> Sequence[Happening]:
        """All that happened to an alert, the first on top."""
        ...

    def comments(self, alert: int) -> Sequence[Comment]:
        """All that was noted on an alert, the oldest first."""
        ...

    def wanting(self, population: str, day: date) -> Sequence[int]:
        """The numbers of subjects of whom a match has no alert that is not closed, or of whom a decision held until a
        day before this one, or who carry a reference of redress that proves something of an alert and is not attached
        to it."""
        ...

    def proofs(self, population: str, numbers: Sequence[int]) -> Mapping[tuple[int, str], Sequence[str]]:
        """The references of redress that prove something of some subjects, by the subject's number and the listed
        identity that it was found not to be: those that it was given, and those that it carries."""
        ...

    def decide(self, rulings: Sequence[Ruling], by: str, at: datetime) -> Sequence[Decision]:
        """Write rulings, all or none, with their events; gives the decisions with their ids.

        Raises `AlertChangedError` where an alert or a decision is not as expected any more: somebody else decided, or a
        run changed it. Nothing is written then.
        """
        ...

    def change(self, make: Callable[[], Sequence[AlertChange]], by: str, at: datetime) -> Sequence[AlertChange]:
        """Write what became of alerts outside of a run (assigned, expired), with their events.

        `make` is called when nobody else can write alerts; what it reads then is what it changes.
        """
        ...

    def note(self, comment: Comment) -> None:
        """Keep a comment, with its event. Raises `AlertUnknownError`."""
        ...

    def bring(self, decisions: Sequence[LegacyDecision]) -> int:
        """Keep decisions of another system, with their events; gives how many were not known before."""
        ...

    def legacy(self, population: str, number: int) -> Sequence[LegacyDecision]:
        """The decisions of other systems on a subject."""
        ...
