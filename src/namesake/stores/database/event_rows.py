"""Events and their details as rows, and back."""

import json
from datetime import datetime

from sqlalchemy import select

from namesake.record.chain import canonical, when
from namesake.stores.database.tables import AnyRow, record_details
from namesake.values.events import Detail, Event, Fault, SubjectRef

ALL_DETAILS = select(record_details).order_by(record_details.c.number)
"""All details that were not destroyed."""


def detail_of(row: AnyRow) -> Detail:
    """A detail as it was stored."""
    owner = SubjectRef(row.population, row.subject) if row.population or row.subject else None
    return Detail(row.number, row.salt, row.content, owner)


def row_of(event: Event) -> dict[str, object]:
    """An event as it is stored."""
    return {
        "number": event.number,
        "at": when(event.at),
        "kind": event.kind,
        "actor": event.by,
        "about": canonical(list(event.about)),
        "facts": event.facts,
        "sealed": event.sealed,
        "prior": event.before,
        "hash": event.hash,
    }


def detail_row(detail: Detail) -> dict[str, object]:
    """A detail as it is stored."""
    of = detail.of or SubjectRef("", 0)
    row = {"number": detail.number, "salt": detail.salt, "content": detail.content}
    return {**row, "population": of.population, "subject": of.number}


def event_of(row: AnyRow) -> Event:
    """An event as it was stored. Raises `TypeError` or `ValueError` for what was not written so."""
    at, about = datetime.fromisoformat(row.at), tuple(json.loads(row.about))
    return Event(row.number, at, row.kind, row.actor, about, row.facts, row.sealed, row.prior, row.hash)


def checked_of(row: AnyRow) -> Event | Fault:
    """An event, where it is written as we write it to the byte."""
    try:
        event = event_of(row)
        same = row_of(event) == dict(row._mapping)
    except (TypeError, ValueError, AttributeError, RecursionError) as error:
        return Fault(row.number, f"cannot be read: {type(error).__name__}")
    if not same:
        return Fault(row.number, "is not written as events are")
    return event
