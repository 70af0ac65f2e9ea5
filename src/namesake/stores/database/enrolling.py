"""One enrolment inside its transaction: what is offered is compared with what is kept, and only differences are
written."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, Update, bindparam, select, text, update

from namesake.stores.database.contents import Written
from namesake.stores.database.tables import AnyRow, populations, subject_changes, subjects, versions
from namesake.values.populations import Enrolment, SubjectChangeKind

_KEPT = (
    subjects.c.key, subjects.c.row_key, subjects.c.number, subjects.c.version, subjects.c.hash, subjects.c.withdrawn,
    subjects.c.carried, subjects.c.redress,
)  # fmt: skip
_MANY = 1000
"""New subjects that change what a table is like."""

_ONE = (subjects.c.population == bindparam("of_population"), subjects.c.number == bindparam("of_number"))


def _setting(*names: str) -> Update:
    return update(subjects).where(*_ONE).values({name: bindparam(f"new_{name}") for name in names})


_STATEMENTS = {
    "subjects": subjects.insert(),
    "versions": versions.insert(),
    "changes": subject_changes.insert(),
    "states": _setting("row_key", "version", "hash", "sequence", "withdrawn", "carried", "redress"),
    "carried": _setting("row_key", "carried", "redress"),
    "withdrawals": _setting("sequence", "withdrawn"),
}


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is to be written of one batch, by statement, in this order."""

    of: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {name: [] for name in _STATEMENTS})

    def add(self, statement: str, **row: object) -> None:
        self.of[statement].append(row)

    def write(self, connection: Connection) -> None:
        for name, rows in self.of.items():
            if rows:
                connection.execute(_STATEMENTS[name], rows)


class Enrolling:
    """Writes into one population that is locked; the new state is taken up in `finish`, if anything changed."""

    def __init__(self, connection: Connection, population: AnyRow, at: datetime, reason: str = "") -> None:
        self._connection = connection
        self._population = population
        self._sequence = population.sequence + 1
        self._numbered = population.numbered
        self._at = at.isoformat()
        self._reason = reason
        self._seen: set[str] = set()
        self._left: dict[str, AnyRow] = {}
        self._counts = {"added": 0, "changed": 0, "returned": 0, "withdrawn": 0, "unchanged": 0}

    def take(self, batch: Sequence[Written]) -> int:
        """Enrol subjects, none of whose keys was taken before; gives how many were taken so far."""
        self._seen.update(item.key for item in batch)
        kept = self._kept(batch) if self._population.numbered else {}
        rows = _Rows()
        for item in batch:
            if before := kept.get(item.key):
                self._again(item, before, rows)
            else:
                self._add(item, rows)
        rows.write(self._connection)
        return len(self._seen)

    def leave(self, spared: Collection[str], *, everybody: bool) -> None:
        """Withdraw who was not taken: of the rows that were, or of the whole population save the `spared` rows."""
        left = self._absent() if everybody else iter(self._left.values())
        self.withdraw([row for row in left if row.key not in self._seen and row.row_key not in spared])

    def withdraw(self, found: Sequence[AnyRow]) -> None:
        """Withdraw subjects that are screened, each given by its number and its version."""
        rows = _Rows()
        for row in found:
            self._changed("withdrawn", row.number, row.version, rows)
            rows.add("withdrawals", **self._of(row.number), new_sequence=self._sequence, new_withdrawn=self._at)
        rows.write(self._connection)

    def finish(self, unchanged: int = 0) -> Enrolment:
        """Make it the new state of the population, unless nothing changed."""
        name, sequence = self._population.name, self._population.sequence
        self._counts["unchanged"] += unchanged
        if any(count for kind, count in self._counts.items() if kind != "unchanged"):
            sequence = self._sequence
            self._learn()
            self._connection.execute(
                update(populations)
                .where(populations.c.id == self._population.id)
                .values(sequence=sequence, numbered=self._numbered)
            )
        return replace(Enrolment(name, sequence=sequence), **cast("Any", self._counts))

    def _learn(self) -> None:
        """Have a server look at what the tables are like where much of it is new; it might search them badly else."""
        if self._connection.dialect.name == "postgresql" and self._counts["added"] > _MANY:
            for table in (subjects, versions, subject_changes):
                self._connection.execute(text(f"ANALYZE {table.name}"))

    def _kept(self, batch: Sequence[Written]) -> dict[str, AnyRow]:
        """The kept subjects by key; others of the same rows, which may be gone from them, are remembered."""
        mine = select(*_KEPT).where(subjects.c.population == self._population.id)
        of_rows = mine.where(subjects.c.row_key.in_(sorted({item.row_key for item in batch})))
        kept = {row.key: row for row in self._connection.execute(of_rows)}
        for row in kept.values():
            if row.key not in self._seen and row.withdrawn is None:
                self._left[row.key] = row
        if elsewhere := [item.key for item in batch if item.key not in kept]:  # new, or of another row before
            kept |= {row.key: row for row in self._connection.execute(mine.where(subjects.c.key.in_(elsewhere)))}
        return kept

    def _absent(self) -> Iterator[AnyRow]:
        columns = (subjects.c.key, subjects.c.row_key, subjects.c.number, subjects.c.version)
        mine = (subjects.c.population == self._population.id, subjects.c.withdrawn.is_(None))
        yield from self._connection.execute(select(*columns).where(*mine))

    def _add(self, item: Written, rows: _Rows) -> None:
        self._numbered += 1
        rows.add(
            "subjects", population=self._population.id, number=self._numbered, key=item.key, row_key=item.row_key,
            version=1, hash=item.hash, sequence=self._sequence, withdrawn=None, carried=item.carried,
            redress=item.redress,
        )  # fmt: skip
        self._version(item, self._numbered, 1, rows)
        self._changed("added", self._numbered, 1, rows)

    def _again(self, item: Written, before: AnyRow, rows: _Rows) -> None:
        """A subject that is known: changed in content, returned, both, or neither."""
        number, new, back = before.number, item.hash != before.hash, before.withdrawn is not None
        if not (new or back):
            self._counts["unchanged"] += 1
            if (item.row_key, item.carried, item.redress) != (before.row_key, before.carried, before.redress):
                rows.add(
                    "carried", **self._of(number), new_row_key=item.row_key, new_carried=item.carried,
                    new_redress=item.redress,
                )  # fmt: skip
            return
        version = before.version + new
        if new:
            self._version(item, number, version, rows)
        self._changed("returned" if back else "changed", number, version, rows)
        rows.add(
            "states", **self._of(number), new_row_key=item.row_key, new_version=version, new_hash=item.hash,
            new_sequence=self._sequence, new_withdrawn=None, new_carried=item.carried,
            new_redress=item.redress,
        )  # fmt: skip

    def _of(self, number: int) -> dict[str, int]:
        return {"of_population": self._population.id, "of_number": number}

    def _version(self, item: Written, number: int, version: int, rows: _Rows) -> None:
        rows.add(
            "versions", population=self._population.id, number=number, version=version, sequence=self._sequence,
            hash=item.hash, enrolled=self._at, content=item.content,
        )  # fmt: skip

    def _changed(self, kind: SubjectChangeKind, number: int, version: int, rows: _Rows) -> None:
        self._counts[kind] += 1
        rows.add(
            "changes", population=self._population.id, number=number, sequence=self._sequence, kind=kind,
            version=version, at=self._at, reason=self._reason,
        )  # fmt: skip
