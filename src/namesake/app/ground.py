"""What is screened against."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
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
class Indexed:
    """The index over some versions: `listed` are the entries in force, `every` those that have expired as well, and
    the invented ones. `counts` says how many entries of each list are in force."""

    index: Index
    listed: Listed
    every: Listed
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Ground:
    """What is screened against, and with which model. `indexed` gives the index, which is opened when it is first asked
    for: who only looks up a few entries among the subjects can do without. Until then nobody has said how many
    entries are left out."""

    versions: tuple[ListVersion, ...]
    model: Model
    context: RunContext
    indexed: Callable[[], Indexed]


def counted(context: RunContext, counts: Mapping[str, int]) -> RunContext:
    """A context that says how many entries of each list are left out, given how many are in force."""
    lists = tuple(replace(item, left_out=item.entries - counts.get(item.reference, 0)) for item in context.lists)
    return replace(context, lists=lists)


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
