"""Keeps alerts, decisions and what was noted on them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from namesake.values.cases import Alert, AlertChange, Comment, Decision
from namesake.values.events import EventDraft


class Cases(Protocol):
    """Keeps alerts. Each call is one transaction, with its events. Raises `StoreError` where the store cannot be used.

    Alerts that a run changes are written with the run, in `CurrentMatches.apply`.
    """

    def alerts(self, population: str, numbers: Sequence[int] | None = None) -> Iterator[Alert]:
        """The alerts of a population in every state, of all subjects or of some, by subject, then by id."""
        ...

    def alert(self, number: int) -> Alert | None:
        """One alert, or None."""
        ...

    def decisions(self, alert: int) -> Sequence[Decision]:
        """All decisions on an alert, the oldest first."""
        ...

    def comments(self, alert: int) -> Sequence[Comment]:
        """All that was noted on an alert, the oldest first."""
        ...

    def decide(
        self,
        expected: Alert,
        after: Alert,
        decisions: Sequence[Decision],
        events: Sequence[EventDraft],
        at: datetime,
    ) -> Sequence[Decision]:
        """Write decisions (new ones have the id 0) and the alert as it is after them, with their events.

        Raises `AlertChangedError` where the alert is not as expected any more: somebody else decided, or a run changed
        it. Nothing is written then.
        """
        ...

    def change(self, changes: Sequence[AlertChange], events: Sequence[EventDraft], at: datetime) -> None:
        """Write what became of alerts outside of a run (assigned, expired), with their events."""
        ...

    def note(self, comment: Comment, events: Sequence[EventDraft], at: datetime) -> None:
        """Keep a comment, with its event."""
        ...
