"""Alerts, decisions and what happened, as rows and back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import msgspec

from namesake.errors import StoreUnusableError
from namesake.stores.database.tables import AnyRow
from namesake.values.cases import Alert, AlertChange, Comment, Decision, FieldChange, Happening, Rest
from namesake.values.events import SubjectRef
from namesake.values.revets import EntryRef


class Told(msgspec.Struct, frozen=True):
    """What is kept of a happening besides its columns."""

    before: str
    after: str
    why: str
    fields: tuple[FieldChange, ...] = ()
    bits_before: int | None = None
    bits_after: int | None = None


_encoder = msgspec.json.Encoder()
_entries = msgspec.json.Decoder(tuple[EntryRef, ...])
_proofs = msgspec.json.Decoder(tuple[str, ...])
_told = msgspec.json.Decoder(Told)


def alert_row(alert: Alert, population: int) -> dict[str, Any]:
    """An alert as a row; `population` is its population's id."""
    return {
        "id": alert.id,
        "population": population,
        "number": alert.subject.number,
        "identity": alert.identity,
        "state": alert.state,
        "entries": _encoder.encode(alert.entries).decode(),
        "bits": alert.bits,
        "score": alert.score,
        "band": alert.band,
        "digest": alert.rest.digest,
        "rest": alert.rest.content,
        "opened": alert.opened.isoformat(),
        "since": alert.since.isoformat(),
        "woken": _text(alert.woken),
        "run": alert.run,
        "times": alert.times,
        "why": alert.why,
        "assigned": alert.assigned,
        "due": _text(alert.due),
        "decision": alert.decision,
        "proofs": _encoder.encode(alert.proofs).decode(),
    }


def alert_of(row: AnyRow, population: str) -> Alert:
    """The alert of a row, its population by name. Raises `StoreUnusableError`."""
    try:
        return Alert(
            id=row.id, subject=SubjectRef(population, row.number), identity=row.identity, state=row.state,
            entries=_entries.decode(row.entries), bits=row.bits, score=row.score, band=row.band,
            rest=Rest(row.digest, row.rest), opened=datetime.fromisoformat(row.opened),
            since=datetime.fromisoformat(row.since), run=row.run, times=row.times, why=row.why,
            assigned=row.assigned, due=_day(row.due), decision=row.decision, proofs=_proofs.decode(row.proofs),
            woken=_moment(row.woken),
        )  # fmt: skip
    except (msgspec.MsgspecError, ValueError) as error:
        raise StoreUnusableError(f"alert {row.id} is damaged: {error}") from error


def decision_row(decision: Decision) -> dict[str, Any]:
    """A decision as a row."""
    return {
        "id": decision.id,
        "alert": decision.alert,
        "judgement": decision.judgement,
        "reason": decision.reason,
        "actor": decision.by,
        "at": decision.at.isoformat(),
        "state": decision.state,
        "digest": decision.rest.digest,
        "rest": decision.rest.content,
        "until": _text(decision.until),
        "second": decision.second,
        "second_at": _text(decision.second_at),
        "second_reason": decision.second_reason,
        "sampled": int(decision.sampled),
        "ended": decision.ended,
        "bulk": decision.bulk,
    }


def decision_of(row: AnyRow) -> Decision:
    """The decision of a row. Raises `StoreUnusableError`."""
    try:
        return Decision(
            id=row.id, alert=row.alert, judgement=row.judgement, reason=row.reason, by=row.actor,
            at=datetime.fromisoformat(row.at), state=row.state, rest=Rest(row.digest, row.rest), until=_day(row.until),
            second=row.second, second_at=_moment(row.second_at), second_reason=row.second_reason,
            sampled=bool(row.sampled), ended=row.ended, bulk=row.bulk,
        )  # fmt: skip
    except ValueError as error:
        raise StoreUnusableError(f"decision {row.id} is damaged: {error}") from error


def happening_row(change: AlertChange, position: int, at: datetime, by: str) -> dict[str, Any]:
    """What became of an alert, as a row of its history."""
    told = Told(
        before=change.before.state if change.before else "",
        after=change.after.state,
        why=_why(change),
        fields=change.fields,
        bits_before=change.bits_before,
        bits_after=change.bits_after,
    )
    return {
        "alert": change.after.id,
        "position": position,
        "kind": change.kind,
        "at": at.isoformat(),
        "run": change.after.run if not by else 0,
        "actor": by,
        "content": _encoder.encode(told).decode(),
    }


def happening_of(row: AnyRow) -> Happening:
    """The happening of a row. Raises `StoreUnusableError`."""
    try:
        told: Mapping[str, Any] = msgspec.structs.asdict(_told.decode(row.content))
        return Happening(row.alert, row.position, row.kind, datetime.fromisoformat(row.at), row.run, row.actor, **told)
    except (msgspec.MsgspecError, ValueError) as error:
        raise StoreUnusableError(f"the history of alert {row.alert} is damaged: {error}") from error


def comment_of(row: AnyRow) -> Comment:
    """The comment of a row."""
    return Comment(row.alert, row.actor, datetime.fromisoformat(row.at), row.content, row.attachment, row.name)


def numbered(change: AlertChange, number: int) -> AlertChange:
    """A change of a new alert, which is given its number."""
    return replace(change, after=replace(change.after, id=number))


def _why(change: AlertChange) -> str:
    before, after = change.before, change.after
    if change.kind == "proof attached":
        new = [reference for reference in after.proofs if before is None or reference not in before.proofs]
        return f"reference {', '.join(new)}"
    return f"to {after.assigned or 'nobody'}" if change.kind == "assigned" else after.why


def _text(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
