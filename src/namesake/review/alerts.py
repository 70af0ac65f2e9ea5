"""What becomes of alerts when matches change, as pure rules.

Every match belongs to exactly one alert that is not closed: one for each subject and listed identity. An alert is
closed when no match is left, and for no other reason; nothing is cleared but by a decision in force, and a decision is
in force only while what it rests on is the same by its digest. Whatever else happens re-opens the alert.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from namesake.review.material import differences, immaterial
from namesake.values.cases import Alert, AlertChange, AlertEventKind, Decision, DecisionRules, FieldChange, Rest
from namesake.values.events import SubjectRef
from namesake.values.matches import ListedRef, Match, score_of
from namesake.values.revets import EntryRef

NO_REST = Rest("", "")
"""What an alert rests on that has no match any more."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happens to alerts: in which run (0: in none), and by which rules."""

    at: datetime
    today: date
    run: int = 0
    rules: DecisionRules = field(default_factory=DecisionRules)


@dataclass(frozen=True, slots=True)
class Sight:
    """All matches of a subject with a listed identity now, none where there are none any more; what a decision on them
    would rest on; why they changed, in words; and the entries that say something else than before, before and now."""

    subject: SubjectRef
    identity: str
    matches: tuple[Match, ...] = ()
    rest: Rest = NO_REST
    why: str = ""
    rewritten: tuple[tuple[ListedRef, ListedRef], ...] = ()


def became(sight: Sight, alert: Alert | None, decision: Decision | None, moment: Moment) -> AlertChange | None:
    """What becomes of an alert; None where nothing is to be said. `decision` is the one in force or proposed."""
    if alert is None:
        return _opened(sight, moment) if sight.matches else None
    if alert.state == "closed":
        return _again(sight, alert, moment) if sight.matches else None
    if not sight.matches:
        return _closed(sight, alert, moment)
    if _holds(alert, decision, sight.rest):
        return expired(alert, decision, moment) or _quietly(sight, alert, moment)
    return _otherwise(sight, alert, moment)


def expired(alert: Alert, decision: Decision | None, moment: Moment) -> AlertChange | None:
    """An alert whose decision holds no longer by its own date is open again."""
    if alert.state not in ("cleared", "confirmed") or decision is None or decision.until is None:
        return None
    if decision.until >= moment.today:
        return None
    why = f"the decision ({decision.judgement}) held until {decision.until}"
    return AlertChange("expired", alert, _awake(alert, moment, why), (), alert.bits, alert.bits)


def _holds(alert: Alert, decision: Decision | None, now: Rest) -> bool:
    """Whether what is known is what the alert, and any decision on it, rest on."""
    same = alert.rest.digest == now.digest
    if alert.state == "open":
        return same
    return same and decision is not None and decision.rest.digest == now.digest


def _opened(sight: Sight, moment: Moment) -> AlertChange:
    blank = Alert(
        id=0, subject=sight.subject, identity=sight.identity, state="open", entries=(), bits=0, score=0.0,
        band="clear", rest=NO_REST, opened=moment.at, since=moment.at, woken=moment.at, run=moment.run,
        why=sight.why or "a new match", due=_due(moment),
    )  # fmt: skip
    alert = _seen(blank, sight, moment)
    return AlertChange("opened", None, alert, (), None, alert.bits)


def _again(sight: Sight, alert: Alert, moment: Moment) -> AlertChange:
    why = f"it matches again: {sight.why}" if sight.why else "it matches again"
    after = replace(_awake(_seen(alert, sight, moment), moment, why), times=alert.times + 1)
    return AlertChange("re-opened", alert, after, (), None, after.bits)


def _closed(sight: Sight, alert: Alert, moment: Moment) -> AlertChange:
    after = replace(
        alert, state="closed", entries=(), bits=0, score=0.0, band="clear", rest=NO_REST, since=moment.at,
        run=moment.run, why=f"no match is left: {sight.why}" if sight.why else "no match is left", due=None, decision=0,
    )  # fmt: skip
    return AlertChange("closed", alert, after, (), alert.bits, None)


def _otherwise(sight: Sight, alert: Alert, moment: Moment) -> AlertChange:
    """Something material is another: whoever decided did not know it."""
    fields = (*differences(alert.rest, sight.rest), *_rewritten(sight))
    why = f"{sight.why or 'changed'} ({words_of(fields)})"
    seen = _seen(alert, sight, moment)
    kind: AlertEventKind = "updated"
    if alert.state == "open":
        after = replace(seen, why=why)
    else:
        kind, after = "re-opened", replace(_awake(seen, moment, why), times=alert.times + 1)
    return AlertChange(kind, alert, after, fields, alert.bits, after.bits)


def _quietly(sight: Sight, alert: Alert, moment: Moment) -> AlertChange | None:
    """Nothing material is another; what else an entry says now is told, and wakes nobody."""
    if fields := _rewritten(sight):
        return AlertChange(
            "unchanged materially", alert, replace(alert, run=moment.run), fields, alert.bits, alert.bits
        )
    return None


def _rewritten(sight: Sight) -> tuple[FieldChange, ...]:
    return tuple(change for before, after in sight.rewritten for change in immaterial(before, after))


def _awake(alert: Alert, moment: Moment, why: str) -> Alert:
    """An alert that wants a decision, and has none."""
    return replace(
        alert, state="open", since=moment.at, woken=moment.at, run=moment.run or alert.run, why=why, due=_due(moment),
        decision=0,
    )  # fmt: skip


def _seen(alert: Alert, sight: Sight, moment: Moment) -> Alert:
    """An alert with the matches of now."""
    best = max(sight.matches, key=lambda match: match.bits)
    refs = (EntryRef(match.entry.source, match.entry.scope, match.entry.entry_id) for match in sight.matches)
    return replace(
        alert, entries=tuple(sorted(refs)), bits=best.bits, score=score_of(best.bits), band=best.band,
        rest=sight.rest, run=moment.run,
    )  # fmt: skip


def _due(moment: Moment) -> date | None:
    days = moment.rules.open_days
    return None if days is None else moment.today + timedelta(days=days)


def words_of(fields: Sequence[FieldChange]) -> str:
    """Which material fields are another, in words: "subject’s birth dates, birth_date"."""
    return ", ".join(dict.fromkeys(_field(item) for item in fields if item.material))


def _field(item: FieldChange) -> str:
    name = item.field.rpartition(": ")[2]
    return f"subject’s {name}" if item.side == "subject" else name
