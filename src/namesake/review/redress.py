"""Redress: what a reference proves to an alert, and what is told to the person. Nothing is ever cleared by it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from namesake.errors import RedressRefusedError
from namesake.review.cases import decision as decision_words
from namesake.review.cases import moment, state
from namesake.review.material import differences
from namesake.review.numbers import counted
from namesake.values.cases import Alert, AlertChange, Decision
from namesake.values.events import SubjectRef
from namesake.values.redress import Astray, Proof, Redress

NOT_BY_ITSELF = "A proof clears nothing by itself: it is for whoever decides."
"""Said wherever proofs are shown."""


def proven(change: AlertChange | None, alert: Alert | None, references: Sequence[str]) -> AlertChange | None:
    """What becomes of an alert, with the proofs that it has now: they arrive with it when it is opened, or by
    themselves. One that was attached stays. Nothing arrives at an alert that is closed."""
    if change:
        return replace(change, after=_with(change.after, references))
    if alert is None or alert.state == "closed" or set(references) <= set(alert.proofs):
        return None
    return AlertChange("proof attached", alert, _with(alert, references), (), alert.bits, alert.bits)


def entitled(alert: Alert, decision: Decision | None) -> Decision:
    """The decision on account of which the subject of an alert is given a reference. Raises `RedressRefusedError`."""
    if alert.state != "cleared" or decision is None or decision.judgement != "false_match":
        raise RedressRefusedError(f"alert {alert.id} is {alert.state}: {alert.why}")
    return decision


def proof(alert: Alert, given: Redress, decision: Decision, of: SubjectRef, key: str = "") -> Proof:
    """What a reference says to an alert; `of` is whose alert it was given for, and `key` its key."""
    told = bool(decision.rest.digest and alert.rest.digest)
    fields = differences(decision.rest, alert.rest) if told else ()
    return Proof(given.reference, given, decision, of, key, fields)


def astray(references: Sequence[str], identities: Mapping[str, str], alert: Alert) -> Iterator[Astray]:
    """The references that a subject carries which prove nothing of an alert; `identities` says of whom each is one."""
    for reference in references:
        if reference not in identities:
            yield Astray(reference, "nobody was given it here, or what it rested on was destroyed")
        elif identities[reference] != alert.identity:
            yield Astray(reference, f"it is about another listed party: {identities[reference]}")


def lines(item: Proof, alert: Alert) -> Iterator[tuple[str, str]]:
    """What a reference proves, in words: names and values."""
    who = f"{item.key or f'number {item.of.number}'} in {item.of.population}"
    same = item.of == alert.subject
    yield "Reference", item.reference
    yield "Given", f"by {item.redress.by} on {moment(item.redress.given)} to {'this subject' if same else who}"
    which = f"number {item.decision.id} on alert {item.decision.alert}"
    yield "Former decision", f"{which}: {decision_words(item.decision)}"
    yield "It is", state(item.decision)
    yield "Facts", compared(item, alert)


def compared(item: Proof, alert: Alert) -> str:
    """Whether the facts are those that the former decision rested on, in one sentence."""
    if not item.decision.rest.digest:
        return "what it rested on was destroyed"
    if not alert.rest.digest:
        return "no match is left that could be compared"
    if not item.fields:
        return f"the same: nothing material differs from what it rested on ({item.decision.rest.digest[:12]})"
    fields = ", ".join(dict.fromkeys(field.field for field in item.fields))
    return f"not the same: {counted(len(item.fields), 'material difference')}: {fields}"


def letter(given: Redress, day: date) -> list[str]:
    """What is told to the person. It names no list and no listed party: what one may say of those is for the office
    to know."""
    return [
        f"Your reference: {given.reference}",
        f"On {day} it was established that you are not the party with a name like yours on a list that we screen by.",
        "Keep this reference, and give it with your details: whoever looks at a later match sees what was established.",
        "It is no clearance in advance: a person looks each time, and may ask you what has changed.",
        "You may ask what is kept about you, and have what is wrong corrected.",
    ]


def _with(alert: Alert, references: Sequence[str]) -> Alert:
    return replace(alert, proofs=tuple(dict.fromkeys((*alert.proofs, *references))))
