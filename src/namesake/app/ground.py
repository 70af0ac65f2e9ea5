"""What is screened against."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from namesake.candidates.index import Index
from namesake.revetting import canaries
from namesake.revetting.contents import in_force
from namesake.scoring.model import Model
from namesake.screening.screening import Listed
from namesake.values.matches import ListedRef
from namesake.values.runs import RunContext
from namesake.values.versions import ListVersion


@dataclass(frozen=True, slots=True)
class Ground:
    """What is screened against: the index over some versions, with the model that it was made with.

    `listed` are the entries in force, `every` those that have expired as well, and the invented ones. `counts` says
    how many entries of each list are in force on a day.
    """

    index: Index
    listed: Listed
    every: Listed
    counts: Callable[[date], Mapping[str, int]]
    model: Model
    versions: tuple[ListVersion, ...]
    context: RunContext


class InForce(Listed):
    """The entries that have not expired, without the invented ones."""

    def __init__(self, listed: Listed, today: date) -> None:
        self._listed = listed
        self._today = today

    def __getitem__(self, number: int) -> ListedRef | None:
        entry = self._listed[number]
        if entry is None or canaries.is_canary(entry):
            return None
        return entry if in_force(entry, self._today) else None
