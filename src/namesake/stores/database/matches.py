"""The matches that stand, in a database: see `ports.matches` for what each method promises."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, bindparam, delete, select, text, update

from namesake.errors import RunEndedError, StoreUnusableError
from namesake.stores.database.engine import Database
from namesake.stores.database.tables import AnyRow, match_changes, matches, populations, runs
from namesake.values.revets import Change, EntryRef, Found, RunRecord

_BATCH = 500
_KEY = ("population", "number", "source", "scope", "entry")
_REST = ("identity", "bits", "score", "band", "match", "run")
_put = text(
    'INSERT INTO namesake_matches (population, number, source, scope, entry, identity, bits, score, band, "match", run)'
    " VALUES (:population, :number, :source, :scope, :entry, :identity, :bits, :score, :band, :match, :run)"
    " ON CONFLICT (population, number, source, scope, entry) DO UPDATE SET identity = excluded.identity,"
    ' bits = excluded.bits, score = excluded.score, band = excluded.band, "match" = excluded."match",'
    " run = excluded.run"
)
_take = delete(matches).where(*(matches.c[name] == bindparam(f"of_{name}") for name in _KEY))
_changes = msgspec.json.Decoder(Change)


@dataclass(frozen=True, slots=True)
class DatabaseMatches:
    """Current matches in a database that has been migrated."""

    database: Database

    def apply(self, run: RunRecord, changes: Iterable[Change]) -> None:
        """Record a complete run and all that it changed, in one transaction."""
        with self.database.writing() as connection:
            population = end(connection, run)
            position = 0
            stream = iter(changes)
            while batch := list(islice(stream, _BATCH)):
                _apply(connection, population, run.id, batch)
                position = _record(connection, population, run.id, batch, position)

    def of(self, population: str, numbers: Sequence[int] | None = None) -> Iterator[Found]:
        """The current matches of all subjects or of some, by number, then by entry."""
        with self.database.reading() as connection:
            wanted = _wanted(population)
            if numbers is None:
                yield from _read(connection, wanted)
                return
            some = sorted(set(numbers))
            for start in range(0, len(some), _BATCH):
                yield from _read(connection, wanted.where(matches.c.number.in_(some[start : start + _BATCH])))

    def with_entries(self, population: str, entries: Sequence[EntryRef]) -> Iterator[Found]:
        """The current matches with some entries, by number, then by entry."""
        found: list[Found] = []
        with self.database.reading() as connection:
            for (source, scope), group in groupby(sorted(set(entries)), lambda ref: (ref.source, ref.scope)):
                of_list = _wanted(population).where(matches.c.source == source, matches.c.scope == scope)
                while ids := [ref.id for ref in islice(group, _BATCH)]:
                    found += _read(connection, of_list.where(matches.c.entry.in_(ids)))
        yield from sorted(found, key=lambda item: (item.number, item.entry))

    def changes(self, run: int) -> Iterator[Change]:
        """What a run changed, in the order in which it was applied."""
        wanted = select(match_changes.c.change).where(match_changes.c.run == run).order_by(match_changes.c.position)
        options = {"yield_per": _BATCH}
        with self.database.reading() as connection, connection.execute(wanted, execution_options=options) as rows:
            for row in rows:
                try:
                    yield _changes.decode(row.change)
                except msgspec.MsgspecError as error:
                    raise StoreUnusableError(f"a change of run {run} is damaged: {error}") from error


def end(connection: Connection, run: RunRecord) -> int:
    """Mark a run as ended, whatever its state; gives the id of its population. Raises `RunEndedError`."""
    wanted = select(runs.c.population, runs.c.state).where(runs.c.id == run.id)
    found = connection.execute(wanted.with_for_update()).one_or_none()
    if found is None or found.state != "begun":
        raise RunEndedError(f"run {run.id} {'has ended' if found else 'never began'}")
    record = msgspec.json.encode(run).decode()
    connection.execute(update(runs).where(runs.c.id == run.id).values(state=run.state, record=record))
    population: int = found.population
    return population


def _apply(connection: Connection, population: int, run: int, batch: Sequence[Change]) -> None:
    gone = [_key(population, change) for change in batch if change.after is None]
    put = [_row(population, run, item.after) for item in batch if item.after is not None and item.before != item.after]
    if gone:
        connection.execute(_take, [{f"of_{name}": value for name, value in key.items()} for key in gone])
    if put:
        connection.execute(_put, put)


def _record(connection: Connection, population: int, run: int, batch: Sequence[Change], position: int) -> int:
    told = [change for change in batch if change.kind != "unchanged"]
    rows = [
        {
            "run": run,
            "position": number,
            "population": population,
            "number": change.number,
            "change": msgspec.json.encode(change).decode(),
        }
        for number, change in enumerate(told, position + 1)
    ]
    if rows:
        connection.execute(match_changes.insert(), rows)
    return position + len(rows)


def _key(population: int, change: Change) -> Mapping[str, Any]:
    entry = change.entry
    return dict(zip(_KEY, (population, change.number, entry.source, entry.scope, entry.id), strict=True))


def _row(population: int, run: int, found: Found) -> dict[str, Any]:
    entry = found.entry
    key = (population, found.number, entry.source, entry.scope, entry.id)
    rest = (found.identity, found.bits, found.score, found.band, found.match, run)
    return dict(zip((*_KEY, *_REST), (*key, *rest), strict=True))


def _wanted(population: str) -> Select[*tuple[Any, ...]]:
    of = select(populations.c.id).where(populations.c.name == population).scalar_subquery()
    order = (matches.c.number, matches.c.source, matches.c.scope, matches.c.entry)
    return select(matches).where(matches.c.population == of).order_by(*order)


def _read(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> Iterator[Found]:
    with connection.execute(wanted, execution_options={"yield_per": _BATCH}) as rows:
        for row in rows:
            yield _found(row)


def _found(row: AnyRow) -> Found:
    entry = EntryRef(row.source, row.scope, row.entry)
    return Found(row.number, entry, row.identity, row.bits, row.score, row.band, row.match)
