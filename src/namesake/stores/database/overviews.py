"""Counts of what is kept in a database: see `ports.standings` for what each method promises."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import msgspec
from sqlalchemy import ScalarSelect, case, distinct, func, select

from namesake.errors import StoreUnusableError
from namesake.stores.database.engine import Database
from namesake.stores.database.tables import AnyRow, alerts, matches, populations, runs, subjects
from namesake.values.revets import RunBegun, RunRecord
from namesake.values.standings import CaseTally, Tally, Touched, Unfinished

_AT_ONCE = 50

_begun = msgspec.json.Decoder(RunBegun)
_records = msgspec.json.Decoder(RunRecord)


@dataclass(frozen=True, slots=True)
class DatabaseOverviews:
    """Counts in a database that has been migrated."""

    database: Database

    def touched(self, population: str, sequence: int) -> Touched:
        """How many subjects were touched after that state of the population."""
        counts = select(func.count(), func.count(subjects.c.withdrawn)).where(
            subjects.c.population == _id(population), subjects.c.sequence > sequence
        )
        with self.database.reading() as connection:
            total, withdrawn = connection.execute(counts).one()
            return Touched(total - withdrawn, withdrawn)

    def tally(self, population: str) -> Tally:
        """The matches that stand."""
        strong = func.count(case((matches.c.band == "strong", 1)))
        people, identities = func.count(distinct(matches.c.number)), func.count(distinct(matches.c.identity))
        wanted = select(func.count(), strong, people, identities).where(matches.c.population == _id(population))
        with self.database.reading() as connection:
            return Tally(*connection.execute(wanted).one())

    def cases(self, population: str, today: date) -> CaseTally:
        """The alerts by state, and those whose clock has run out."""
        late = func.count(case((alerts.c.due < today.isoformat(), 1)))
        counts = select(alerts.c.state, func.count().label("alerts"), late.label("late"), func.min(alerts.c.woken))
        counts = counts.where(alerts.c.population == _id(population)).group_by(alerts.c.state)
        with self.database.reading() as connection:
            found = {row.state: row for row in connection.execute(counts)}
        oldest = min((row[3] for state, row in found.items() if state in ("open", "proposed") and row[3]), default=None)
        return CaseTally(
            **{state: row.alerts for state, row in found.items()},
            overdue=sum(row.late for state, row in found.items() if state in ("open", "proposed", "waiting")),
            lapsed=sum(row.late for state, row in found.items() if state in ("confirmed", "cleared")),
            oldest=datetime.fromisoformat(oldest) if oldest else None,
        )

    def unfinished(self, population: str) -> Sequence[Unfinished]:
        """The runs that have begun and not ended, from the latest to the first."""
        wanted = select(runs).where(runs.c.population == _id(population), runs.c.state == "begun")
        with self.database.reading() as connection:
            return [_unfinished(row) for row in connection.execute(wanted.order_by(runs.c.id.desc()))]

    def everybody(self, population: str) -> RunRecord | None:
        """The latest complete run that screened everybody, or None; later ones are read, no earlier one is."""
        wanted = select(runs).where(runs.c.population == _id(population), runs.c.state == "complete")
        options = {"yield_per": _AT_ONCE}
        with (
            self.database.reading() as connection,
            connection.execute(wanted.order_by(runs.c.id.desc()), execution_options=options) as rows,
        ):
            return next((record for record in map(_record, rows) if record.everything), None)


def _id(population: str) -> ScalarSelect[int]:
    return select(populations.c.id).where(populations.c.name == population).scalar_subquery()


def _unfinished(row: AnyRow) -> Unfinished:
    try:
        return Unfinished(row.id, _begun.decode(row.begun))
    except msgspec.MsgspecError as error:
        raise StoreUnusableError(f"run {row.id} is damaged: {error}") from error


def _record(row: AnyRow) -> RunRecord:
    try:
        return _records.decode(row.record)
    except msgspec.MsgspecError as error:
        raise StoreUnusableError(f"run {row.id} is damaged: {error}") from error
