"""Keeps references of redress."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from namesake.values.redress import Redress


class Redresses(Protocol):
    """Keeps references of redress. Each call is one transaction. Raises `StoreError` where the store cannot be used.

    Which of them are attached to which alerts, `Cases` keeps.
    """

    def give(self, alert: int, decision: int, draw: Callable[[], str], by: str, at: datetime) -> tuple[Redress, bool]:
        """Give the subject of an alert a reference on account of a decision that clears it, with its event, and attach
        it to the alert; gives it, and whether it is given for this decision for the first time.

        Whoever was given one for an alert keeps it, for whichever decision; else `draw` makes one, again and again
        until nobody has it. Raises `AlertUnknownError`, and `AlertChangedError` where that decision does not clear the
        alert any more.
        """
        ...

    def given(self, references: Collection[str]) -> Mapping[str, Sequence[Redress]]:
        """What was given under some references, the first on top; nothing for those that nobody was given."""
        ...
