"""References of redress in a database, within a transaction: who was given which, who carries which, and what each
proves."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, literal_column, select

from namesake.stores.database.tables import AnyRow, alerts, populations, redress, subjects
from namesake.values.redress import Redress

_BATCH = 500
_CARRYING = subjects.c.redress != literal_column("''")  # as in the index of those few, which a parameter would not use

Proofs = dict[tuple[int, str], tuple[str, ...]]
"""References by the number of a subject and a listed identity."""


def given_to(connection: Connection, alert: int) -> list[Redress]:
    """What was given to the subject of an alert, the first on top."""
    wanted = select(redress).where(redress.c.alert == alert).order_by(redress.c.decision)
    return [_redress(row) for row in connection.execute(wanted)]


def of_references(connection: Connection, references: Collection[str]) -> dict[str, list[Redress]]:
    """What was given under some references, the first on top; nothing for those that nobody was given."""
    found: dict[str, list[Redress]] = defaultdict(list)
    for some in _batches(sorted(set(references))):
        wanted = select(redress).where(redress.c.reference.in_(some)).order_by(redress.c.reference, redress.c.decision)
        for row in connection.execute(wanted):
            found[row.reference].append(_redress(row))
    return dict(found)


def proofs(connection: Connection, population: str, numbers: Sequence[int]) -> Proofs:
    """The references that prove something of some subjects: those that were given to them, and those that they
    carry, each for the listed identity of the alert that it was given for."""
    of = _population(connection, population)
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for some in _batches(sorted(set(numbers))):
        own = (
            select(alerts.c.number, alerts.c.identity, redress.c.reference)
            .join_from(redress, alerts, alerts.c.id == redress.c.alert)
            .where(alerts.c.population == of, alerts.c.number.in_(some))
        )
        for number, identity, reference in connection.execute(own):
            found[number, identity].add(reference)
        carried = select(subjects.c.number, subjects.c.redress).where(
            subjects.c.population == of, subjects.c.number.in_(some), _CARRYING
        )
        for key, references in _proving(connection, {row.number: row.redress for row in connection.execute(carried)}):
            found[key] |= references
    return {key: tuple(sorted(references)) for key, references in found.items()}


def lacking(connection: Connection, population: str) -> set[int]:
    """The subjects who carry a reference that proves something of an alert of theirs, and is not attached to it."""
    of = _population(connection, population)
    carried = select(subjects.c.number, subjects.c.redress).where(subjects.c.population == of, _CARRYING)
    proving = dict(_proving(connection, {row.number: row.redress for row in connection.execute(carried)}))
    numbers, wanted = sorted({number for number, _ in proving}), set()
    for some in _batches(numbers):
        open_ = select(alerts.c.number, alerts.c.identity, alerts.c.proofs).where(
            alerts.c.population == of, alerts.c.number.in_(some), alerts.c.state != "closed"
        )
        for number, identity, attached in connection.execute(open_):
            if any(f'"{reference}"' not in attached for reference in proving.get((number, identity), ())):
                wanted.add(number)
    return wanted


def _proving(connection: Connection, carried: Mapping[int, str]) -> list[tuple[tuple[int, str], set[str]]]:
    """What the references that subjects carry prove, by subject and identity."""
    identities: dict[str, str] = {}
    for some in _batches(sorted({reference for text in carried.values() for reference in text.split()})):
        of = select(redress.c.reference, alerts.c.identity).join_from(redress, alerts, alerts.c.id == redress.c.alert)
        identities |= {
            row.reference: row.identity for row in connection.execute(of.where(redress.c.reference.in_(some)))
        }
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for number, text in carried.items():
        for reference in text.split():
            if reference in identities:
                found[number, identities[reference]].add(reference)
    return list(found.items())


def _population(connection: Connection, name: str) -> int:
    found: int | None = connection.scalar(select(populations.c.id).where(populations.c.name == name))
    return found or 0


def _redress(row: AnyRow) -> Redress:
    return Redress(row.reference, row.alert, row.decision, datetime.fromisoformat(row.given), row.actor)


def _batches(items: Sequence[int] | Sequence[str]) -> "list[Sequence[int] | Sequence[str]]":
    return [items[start : start + _BATCH] for start in range(0, len(items), _BATCH)]
