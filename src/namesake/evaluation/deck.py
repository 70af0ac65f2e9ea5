"""Test decks from list entries: every name as listed, and samples of it written in other ways."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from namesake.entities.kinds import is_no_party
from namesake.evaluation.cases import EXACT, Case
from namesake.evaluation.classes import CLASSES, VariationClass
from namesake.evaluation.draw import Draw, rank
from namesake.evaluation.original import original
from namesake.text.scripts import script_of
from namesake.values.entities import Entity
from namesake.values.names import Name
from namesake.values.schemas import kind_of

SAMPLE = 200
"""Names of each list that each class of variation changes, where the user names no other number."""


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name of an entry that is to be found by it. `reference` is that of the list, as a user names it."""

    reference: str
    entry_id: str
    schema: str
    name: Name

    @property
    def entry(self) -> str:
        """The entry as cases expect it."""
        return f"{self.reference}:{self.entry_id}"


def names_of(reference: str, entity: Entity) -> Iterator[ListedName]:
    """The names by which an entry must be found: all but weak aliases, and those without a letter.

    What an entry is goes with them, but for entries that are no party, such as an office: nobody enters those as one.
    """
    schema = "" if is_no_party(entity.schema) else entity.schema
    for name in entity.names:
        if not name.weak and any(map(str.isalpha, name.text)):
            yield ListedName(reference, entity.id, schema, name)


Group = Callable[[str], str]
"""The group of cultures that a person's name is spelt like, or nothing."""


def deck(names: Iterable[ListedName], seed: int, sample: int = SAMPLE, group: Group = lambda _: "") -> Iterator[Case]:
    """Every name as it is listed, then by class the variations of at most `sample` names of each list.

    The same names, seed and number give the same deck. Which names a class takes depends on the seed and the name
    alone, not on the other names. `group` gives persons' cases their culture, from the listed name.
    """
    listed = list(names)
    for case in _cases(listed, seed, sample):
        person = kind_of(case.schema) == "person"
        yield replace(case, culture=group(case.original)) if person else case


def _cases(listed: Sequence[ListedName], seed: int, sample: int) -> Iterator[Case]:
    for number, name in enumerate(listed, 1):
        script = script_of(name.name.text)
        yield Case(f"{EXACT}-{number:06}", EXACT, "exact", name.name.text, name.schema, script, expect=(name.entry,),
                   original=name.name.text)  # fmt: skip
    by_list: dict[str, list[ListedName]] = {}
    for name in listed:
        by_list.setdefault(name.reference, []).append(name)
    for kind in CLASSES:
        changed = (case for reference in by_list for case in _changed(by_list[reference], kind, seed, sample))
        yield from (replace(case, id=f"{kind.id}-{number:06}") for number, case in enumerate(changed, 1))


def _changed(names: Sequence[ListedName], kind: VariationClass, seed: int, sample: int) -> Iterator[Case]:
    """The variations of a class of one list, in a fair order and no more than wanted."""
    order = sorted(names, key=lambda name: rank(seed, kind.id, name.entry, name.name.text))
    return islice((case for name in order if (case := _case(name, kind, seed))), sample)


def _case(name: ListedName, kind: VariationClass, seed: int) -> Case | None:
    seen = original(name.name, name.schema)
    changed = kind.vary(seen, Draw(seed, kind.id, name.entry, name.name.text))
    if not changed or changed == name.name.text:
        return None
    return Case("", kind.id, kind.severity, changed, name.schema, seen.script, expect=(name.entry,),
                original=name.name.text)  # fmt: skip
