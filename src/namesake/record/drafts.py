"""What is said of what happened: drafts of events. Facts hold no personal data; details may, and lie apart."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from namesake.record.chain import canonical, when
from namesake.values.events import EventDraft, EventKind, SubjectRef
from namesake.values.models import Promotion
from namesake.values.populations import Enrolment
from namesake.values.revets import Change, RunRecord
from namesake.values.versions import ListVersion, VersionState

_VERSIONS: Mapping[VersionState, EventKind] = {
    "in-force": "list accepted",
    "superseded": "list accepted",
    "held-back": "list held back",
    "refused": "list refused",
}


def content_hash(text: str) -> str:
    """The SHA-256 of what a store keeps as text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def subject_name(of: SubjectRef) -> str:
    """How a subject is called in `about`: by its number, which says nothing of who it is."""
    return f"subject {of.population} {of.number}"


def run_name(run: int) -> str:
    """How a run is called in `about`."""
    return f"run {run}"


def run_drafts(run: RunRecord, kept: str, former: RunRecord | None, by: str) -> Iterator[EventDraft]:
    """What a run that ended says of itself; `kept` is its record as stored, `former` the complete run before it.

    Where it rests on another policy or model than the run before, that is an event of its own.
    """
    for kind, before, after in _rests(run, former):
        if before != after:
            facts = canonical({"before": before, "after": after})
            yield EventDraft(kind, by, (f"population {run.population}", run_name(run.id)), facts)
    facts = canonical(
        {
            "state": run.state,
            "trigger": run.begun.trigger,
            "began": when(run.begun.began),
            "ended": when(run.ended),
            "sequence": run.begun.sequence,
            "model": run.begun.model_hash,
            "policy": run.begun.policy_hash,
            "software": run.begun.software,
            "lists": [[item.reference, item.version, item.hash] for item in run.lists],
            "not consulted": [item.reference for item in run.not_consulted],
            "subjects": run.subjects,
            "matches": run.matches,
            "new": run.new,
            "changed": run.changed,
            "gone": run.gone,
            "error": run.error,
        }
    )
    detail = canonical({"sha256": content_hash(kept)})  # salted by the seal: a record may name who was skipped
    yield EventDraft("run", by, (run_name(run.id), f"population {run.population}"), facts, detail)


def _rests(run: RunRecord, former: RunRecord | None) -> Sequence[tuple[EventKind, str, str]]:
    if former is None or run.state != "complete":
        return ()
    return (
        ("policy change", former.begun.policy_hash, run.begun.policy_hash),
        ("model change", former.begun.model_hash, run.begun.model_hash),
    )


def match_draft(run: RunRecord, position: int, change: Change, kept: str) -> EventDraft:
    """What became of a match in a run; `kept` is the change as stored, in that position of the run."""
    of = SubjectRef(run.population, change.number)
    found = change.after or change.before
    detail = canonical(
        {
            "entry": [change.entry.source, change.entry.scope, change.entry.id],
            "identity": found.identity if found else "",
            "bits": found.bits if found else 0,
            "band": found.band if found else "",
            "sha256": content_hash(kept),
        }
    )
    facts = canonical({"became": change.kind, "position": position})
    return EventDraft("match", "", (run_name(run.id), subject_name(of)), facts, detail, of)


def enrolment_draft(done: Enrolment, by: str, reason: str) -> EventDraft:
    """What an enrolment came to. The reason is about the file; it lies apart all the same."""
    facts = canonical(
        {
            "sequence": done.sequence,
            "added": done.added,
            "changed": done.changed,
            "returned": done.returned,
            "withdrawn": done.withdrawn,
            "unchanged": done.unchanged,
        }
    )
    detail = canonical({"reason": reason}) if reason else ""
    return EventDraft("enrolment", by, (f"population {done.population}", f"state {done.sequence}"), facts, detail)


def withdrawal_draft(of: SubjectRef, sequence: int, by: str, reason: str) -> EventDraft:
    """That somebody withdrew a subject. The reason may well be about the person: it is destroyed with the rest."""
    about = (subject_name(of), f"population {of.population}", f"state {sequence}")
    detail = canonical({"reason": reason}) if reason else ""
    return EventDraft("withdrawal", by, about, canonical({"sequence": sequence}), detail, of)


def version_draft(version: ListVersion, by: str) -> EventDraft:
    """A list version that was offered, and what became of it."""
    facts = canonical(
        {
            "hash": version.hash,
            "form": version.form,
            "dated": version.dated.isoformat(),
            "added": when(version.added_at),
            "entries": version.entries,
            "failed": [check.expectation for check in version.checks if not check.passed],
            "accepted because": version.accepted_because,
        }
    )
    about = (f"list {version.reference}", f"version {version.id}", version.hash)
    return EventDraft(_VERSIONS[version.state], by, about, facts)


def promotion_draft(promotion: Promotion) -> EventDraft:
    """A model of the operator's own, or that of the package, came into force."""
    facts = canonical(
        {
            "before": promotion.old_hash,
            "after": promotion.hash,
            "replaced": promotion.old,
            "promoted": when(promotion.at),
            "reason": promotion.reason,
        }
    )
    about = (f"model {promotion.model}", f"promotion {when(promotion.at)}")
    return EventDraft("model change", promotion.by, about, facts)
