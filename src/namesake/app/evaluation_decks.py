"""Making test decks from the lists of a home, and reading them again, ours or anybody's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from namesake.app.evaluation import parties
from namesake.app.files import Plan, Table
from namesake.app.opening import Opening
from namesake.data import rows as data_rows
from namesake.entities.listed import entity_of
from namesake.errors import DeckError, Where
from namesake.evaluation.cases import COLUMNS, Case, case_of
from namesake.evaluation.cultures import Telling
from namesake.evaluation.deck import SAMPLE, deck, names_of
from namesake.evaluation.guard import as_meant
from namesake.evaluation.innocents import EACH, OWN, Person, cases, invented, read_pools
from namesake.values.entities import Skipped, Subject
from namesake.values.rows import flat
from namesake.values.versions import ListVersion

MOST_CASES = 5_000_000
"""A deck is held in memory; more is no deck."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a deck is to hold: variations of `sample` names a class and list, `each` innocents a culture."""

    seed: int = 1
    sample: int = SAMPLE
    each: int = EACH


def make(
    opening: Opening, versions: Sequence[ListVersion], wanted: Wanted, own: Sequence[Person] = ()
) -> Iterator[Case]:
    """The cases of a deck: the names of the lists, their variations, and people who are on none."""
    names = (
        name for version, entry in parties(opening, versions) for name in names_of(version.reference, entity_of(entry))
    )
    pools = read_pools(data_rows("innocent_names.csv"))
    yield from deck(names, wanted.seed, wanted.sample, Telling(pools).group)
    yield from cases([*invented(pools, wanted.seed, wanted.each), *own])


def own_people(planned: Plan, skip: Callable[[Skipped], None]) -> Iterator[Person]:
    """The people of a file of the user's own, by their first name and first full birth date."""
    for item in planned.outcomes():
        if isinstance(item, Skipped):
            skip(item)
        elif item.entity.names:
            yield _person(item)


def _person(subject: Subject) -> Person:
    born = next((day.first.isoformat() for day in subject.entity.birth_dates if day.exact), "")
    return Person(OWN, subject.entity.caption, born, subject.entity.schema)


def read(name: str, table: Table) -> list[Case]:
    """The cases of a deck. `name` is that of the file. Raises `DeckError` for a row that is no case."""
    places = _places(name, table.columns)
    found: list[Case] = []
    ids: set[str] = set()
    for row in table.rows():
        if isinstance(row, Skipped):
            raise DeckError(row.reason, where=Where(name, row.where.row))
        cells = {column: as_meant(flat(row.cells[at])) for column, at in places.items()}
        case = _case(cells, row.number, name)
        if case.id in ids or len(found) >= MOST_CASES:
            what = f"the case {case.id[:60]!r} is there twice" if case.id in ids else f"more than {MOST_CASES:,} cases"
            raise DeckError(what, where=Where(name, row.number))
        ids.add(case.id)
        found.append(case)
    return found


def _case(cells: dict[str, str], number: int, name: str) -> Case:
    try:
        return case_of(cells, number)
    except ValueError as error:
        raise DeckError(str(error), where=Where(name, number)) from error


def _places(name: str, columns: Sequence[str]) -> dict[str, int]:
    places = {column.strip().casefold(): at for at, column in enumerate(columns)}
    if "name" not in places:
        raise DeckError(f"there is no column `name`; a deck has {', '.join(COLUMNS)}", where=Where(name))
    return {column: places[column] for column in COLUMNS if column in places}
