"""What is recorded of alerts and decisions: the facts hold no personal data, the detail may."""

import json
from collections.abc import Mapping
from typing import Any

from namesake.values.cases import Alert, AlertChange, Comment, Decision, LegacyDecision
from namesake.values.events import EventDraft, EventKind, SubjectRef
from namesake.values.redress import Redress


def of_change(change: AlertChange, run: int = 0, by: str = "") -> EventDraft:
    """What became of an alert, in a run or by a person's hand."""
    before, after = change.before, change.after
    facts = {
        "became": change.kind,
        "before": before.state if before else "",
        "after": after.state,
        "bits before": change.bits_before,
        "bits after": change.bits_after,
        "due": after.due.isoformat() if after.due else "",
        "material": sum(item.material for item in change.fields),
        "immaterial": sum(not item.material for item in change.fields),
        "ended decision": before.decision if before and not after.decision else 0,
    }
    fields = [[item.side, item.field, item.before, item.after, item.material] for item in change.fields]
    entries = [[entry.source, entry.scope, entry.id] for entry in after.entries]
    detail = {
        "identity": after.identity,
        "entries": entries,
        "why": after.why,
        "rest": after.rest.digest,
        "assigned": after.assigned,
        "proofs": list(after.proofs),
        "fields": fields,
    }
    about = (f"alert {after.id}", *([f"run {run}"] if run else []))
    kind: EventKind = "assignment" if change.kind == "assigned" else "alert"
    return EventDraft(kind, by, about, _json(facts), _json(detail), after.subject)


def of_decision(decision: Decision, before: Alert, after: Alert, by: str) -> EventDraft:
    """That somebody decided, or agreed to or refused a decision, or that one ended by a person's hand."""
    facts = {
        "judgement": decision.judgement,
        "state": decision.state,
        "until": decision.until.isoformat() if decision.until else "",
        "second": decision.second,
        "sampled": decision.sampled,
        "bulk": decision.bulk,
        "before": before.state,
        "after": after.state,
        "superseded decision": before.decision if before.decision not in (0, decision.id) else 0,
    }
    detail = {
        "reason": decision.reason,
        "second reason": decision.second_reason,
        "ended": decision.ended,
        "rest": {"digest": decision.rest.digest, "content": decision.rest.content},
    }
    about = (f"decision {decision.id}", f"alert {after.id}")
    return EventDraft("decision", by, about, _json(facts), _json(detail), after.subject)


def of_comment(comment: Comment, of: SubjectRef) -> EventDraft:
    """That somebody noted something, or attached a file."""
    detail = _json({"text": comment.text, "attachment": comment.attachment, "name": comment.name})
    kind: EventKind = "attachment" if comment.attachment else "comment"
    return EventDraft(kind, comment.by, (f"alert {comment.alert}",), "{}", detail, of)


def of_redress(given: Redress, of: SubjectRef, *, again: bool) -> EventDraft:
    """That a reference was given to who had been matched wrongly. The reference points at a person: it lies apart."""
    facts = {"again": again}
    about = (f"alert {given.alert}", f"decision {given.decision}")
    return EventDraft("redress", given.by, about, _json(facts), _json({"reference": given.reference}), of)


def of_legacy(decision: LegacyDecision) -> EventDraft:
    """That a decision of another system was imported, unverified."""
    kept = ("entry", "judgement", "reason", "by", "at")
    detail = {name: getattr(decision, name) for name in kept}
    facts = {"system": decision.system, "verified": False}
    of = SubjectRef(decision.population, decision.number)
    about = (f"subject {decision.population} {decision.number}",)
    return EventDraft("legacy decision", decision.importer, about, _json(facts), _json(detail), of)


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
