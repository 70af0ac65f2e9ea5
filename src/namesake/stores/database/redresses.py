"""References of redress in a database: see `ports.redress` for what each method promises."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from namesake.errors import AlertChangedError, AlertUnknownError
from namesake.review.case_events import of_redress
from namesake.stores.database.alerts import Hand, take_turn, write_changes
from namesake.stores.database.cases import some_alerts
from namesake.stores.database.engine import Database
from namesake.stores.database.events import append
from namesake.stores.database.redress import given_to, of_references
from namesake.stores.database.tables import redress
from namesake.values.cases import Alert, AlertChange
from namesake.values.redress import Redress


@dataclass(frozen=True, slots=True)
class DatabaseRedresses:
    """References of redress in a database that has been migrated."""

    database: Database

    def give(self, alert: int, decision: int, draw: Callable[[], str], by: str, at: datetime) -> tuple[Redress, bool]:
        """Give a reference, with its event."""
        with self.database.writing() as connection:
            take_turn(connection)
            now = _cleared(connection, alert, decision)
            before = given_to(connection, alert)
            if before and before[-1].decision == decision:
                return before[-1], False
            reference = before[-1].reference if before else _new(connection, draw)
            made = Redress(reference, alert, decision, at, by)
            row = {"reference": reference, "decision": decision, "alert": alert}
            connection.execute(redress.insert().values(**row, given=at.isoformat(), actor=by))
            attached = write_changes(connection, _attached(now, reference), Hand(at, by=by))
            append(connection, [of_redress(made, now.subject, again=bool(before)), *attached], at)
            return made, True

    def given(self, references: Collection[str]) -> Mapping[str, Sequence[Redress]]:
        """What was given under some references."""
        with self.database.reading() as connection:
            return of_references(connection, references)


def _cleared(connection: Connection, alert: int, decision: int) -> Alert:
    found = some_alerts(connection, [alert])
    if not found:
        raise AlertUnknownError(f"there is no alert {alert}")
    (now,) = found
    if now.state != "cleared" or now.decision != decision:
        raise AlertChangedError(f"alert {alert} is {now.state} now: {now.why}")
    return now


def _new(connection: Connection, draw: Callable[[], str]) -> str:
    while of_references(connection, [reference := draw()]):
        continue
    return reference


def _attached(alert: Alert, reference: str) -> list[AlertChange]:
    if reference in alert.proofs:
        return []
    after = replace(alert, proofs=(*alert.proofs, reference))
    return [AlertChange("proof attached", alert, after, (), alert.bits, alert.bits)]
