"""Alerts, decisions and what happened to them, in words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from namesake.review.material import differences
from namesake.review.numbers import bits_text, counted, listed
from namesake.values.cases import Alert, AlertState, Comment, Decision, FieldChange, Happening, LegacyDecision
from namesake.values.matches import BIT

STATE_WORDS: Mapping[AlertState, str] = {
    "open": "open: it wants a decision",
    "waiting": "waiting: nothing is decided yet",
    "proposed": "proposed: it wants a second person",
    "confirmed": "confirmed: decided to be the listed party",
    "cleared": "cleared: decided not to be the listed party",
    "closed": "closed: no match is left",
}

_BITS = re.compile(r"([+-][0-9.]+) bits")

PROVES = "Who decided is who was logged in, or whom a trusted front named: which account it was, not who sat there."
"""What a decider's name proves until there are accounts of our own."""


def moment(at: datetime | None) -> str:
    """A moment as a person reads it."""
    return f"{at:%Y-%m-%d %H:%M} UTC" if at else "never"


def due(alert: Alert, today: date) -> str:
    """By when something must happen, and whether it should have; '' where no clock is set."""
    if alert.due is None:
        return ""
    days = (alert.due - today).days
    if days < 0:
        return f"OVERDUE by {counted(-days, 'day')}"
    what = "holds until" if alert.state in ("cleared", "confirmed") else "by"
    return f"{what} {alert.due}"


def facts(alert: Alert, today: date) -> Iterator[tuple[str, str]]:
    """What is to be known of an alert besides its evidence: names and values."""
    yield "State", STATE_WORDS[alert.state]
    yield "Why", alert.why
    yield "Since", moment(alert.since)
    if alert.times > 1:
        yield "First opened", f"{moment(alert.opened)}, since then opened {counted(alert.times - 1, 'time')} again"
    if said := due(alert, today):
        yield "Clock", said
    yield "Assigned", alert.assigned or "nobody"
    yield "Identity", alert.identity
    yield "Entries", ", ".join(f"{entry.reference} {entry.id}" for entry in alert.entries) or "none any more"
    if alert.proofs:
        yield "Redress", f"its subject has shown not to be this party: {listed(list(alert.proofs))}"


def decision(item: Decision) -> str:
    """A decision in one sentence."""
    drawn = ", drawn from decisions made together for a second look" if item.sampled else ""
    until = f", until {item.until}" if item.until else ""
    said = f"{item.by} on {moment(item.at)}: {item.judgement}{until}, because “{item.reason}”{drawn}"
    return f"{said}; {_second(item)}" if item.second else said


def state(item: Decision) -> str:
    """In what state a decision is, and why it holds no longer."""
    return f"{item.state}: {item.ended}" if item.ended else item.state


def happening(item: Happening) -> tuple[str, str, str]:
    """Something that happened to an alert: when, what, and why, with what is another now that is not material."""
    by = f" by {item.by}" if item.by else f" in run {item.run}" if item.run else ""
    bits = ""
    if item.bits_before is not None and item.bits_after is not None and item.bits_before != item.bits_after:
        bits = f" ({bits_text(item.bits_before)} → {bits_text(item.bits_after)} bits)"
    quiet = [_told(field) for field in item.fields if not field.material]
    why = [] if item.kind == "unchanged materially" else [f"{item.why}{bits}"]
    return moment(item.at), f"{item.kind}{by}", "; not material: ".join([*why, "; ".join(quiet)] if quiet else why)


def difference(item: FieldChange) -> tuple[str, str, str, str]:
    """A field that is another now: where, before, after, and whether it is material."""
    before, after = "; ".join(item.before) or "nothing", "; ".join(item.after) or "nothing"
    if short_bits(before) != short_bits(after):  # what differs by less than is shown is shown exactly
        before, after = short_bits(before), short_bits(after)
    return (
        f"{item.side}: {item.field}",
        before,
        after,
        "material" if item.material else "not material",
    )


def since(item: Decision, alert: Alert, history: Sequence[Happening]) -> tuple[list[FieldChange], str]:
    """What is materially another since a decision, and in one sentence how far that is."""
    fields = list(differences(item.rest, alert.rest)) if alert.entries else []
    when = f"decision {item.id} ({item.judgement}, {item.at:%Y-%m-%d})"
    if not alert.entries:
        return fields, f"Since {when}: no match is left."
    if not fields:
        return fields, f"Nothing material has changed since {when}."
    then = next((one.bits_before for one in history if one.kind == "decided" and one.at >= item.at), None)
    bits = "" if then is None or then == alert.bits else f", {bits_text(then)} → {bits_text(alert.bits)} bits"
    return fields, f"Since {when}: {counted(len(fields), 'material change')}{bits}."


def comment(item: Comment) -> tuple[str, str, str]:
    """Something that was noted: when, by whom, what."""
    attached = f"attached {item.name}, SHA-256 {item.attachment}" if item.attachment else ""
    return moment(item.at), item.by, "; ".join(filter(None, (item.text, attached)))


def legacy(item: LegacyDecision) -> tuple[str, str, str]:
    """A decision of another system: of which, what, and why."""
    who = f"{item.by} on {item.at}" if item.by and item.at else item.by or item.at or "nobody knows who and when"
    return item.system, f"{item.judgement} on {item.entry} ({who})", item.reason


def summary(alerts: Sequence[Alert], today: date) -> str:
    """Alerts in one sentence that counts honestly."""
    people = len({(alert.subject.population, alert.subject.number) for alert in alerts})
    late = sum(alert.due is not None and alert.due < today and alert.state != "closed" for alert in alerts)
    order = ("open", "proposed", "waiting", "confirmed", "cleared", "closed")
    counts = [(sum(alert.state == name for alert in alerts), name) for name in order]
    said = listed([f"{count:,} {name}" for count, name in counts if count]) or "none"
    case = f"{counted(len(alerts), 'alert')} in {counted(people, 'case')}"
    return f"{case}: {said}; {late:,} overdue." if alerts else "No alert is as asked for."


def short_bits(text: str) -> str:
    """A text whose bits have one decimal, as they are shown everywhere."""
    return _BITS.sub(lambda found: f"{bits_text(round(float(found[1]) * BIT))} bits", text)


def _told(item: FieldChange) -> str:
    before, after = set(item.before), set(item.after)
    gone = [f"no longer {value}" for value in item.before if value not in after]
    come = [f"now {value}" for value in item.after if value not in before]
    return f"{item.field} {', '.join([*gone, *come])}"


def _second(item: Decision) -> str:
    how = "refused" if item.state == "refused" else "agreed"
    return f"{item.second} {how} on {moment(item.second_at)}, because “{item.second_reason}”"
