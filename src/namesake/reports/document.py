"""Results as JSON documents: `namesake/result/1` and `namesake/run/1`.

`docs/reference/result.schema.json` describes them field by field, and the tests hold both together. Texts
are verbatim. A `bits` is an integer in 1/1024 bit, and those of an explanation add up to that of its match
exactly; `bits_number` is the same as a number. Numbers are never rounded.
"""

import json
import re
from typing import TypeAlias

from namesake.review import counterfactuals, narrate
from namesake.review.counterfactuals import Counterfactual
from namesake.review.sides import date_text
from namesake.values.entities import Entity, Note, Skipped, Subject
from namesake.values.matches import BIT, Evidence, ListedRef, Match, Outcome, Result
from namesake.values.runs import Consulted, RunContext, Summary

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Document: TypeAlias = dict[str, Json]

RESULT_SCHEMA = "namesake/result/1"
RUN_SCHEMA = "namesake/run/1"

# Line and paragraph separators end a line for some readers; the others reorder the text around them.
_ESCAPED = re.compile("[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def result_document(outcome: Outcome, context: RunContext) -> Document:
    """What was found on one subject, or a skipped row, with everything that pins it."""
    body = _skipped(outcome) if isinstance(outcome, Skipped) else _screened(outcome, context)
    return {"schema": RESULT_SCHEMA, **body, "context": context_document(context)}


def run_document(context: RunContext, summary: Summary) -> Document:
    """A whole run: its counts, the sentence that sums it up, and everything that pins it."""
    counts: Document = {
        "rows": summary.clear + summary.review + summary.strong + summary.skipped,
        "clear": summary.clear,
        "review": summary.review,
        "strong": summary.strong,
        "skipped": summary.skipped,
        "matches": summary.matches,
        "identities": summary.identities,
        "seconds": summary.seconds,
    }
    return {
        "schema": RUN_SCHEMA,
        "sentence": narrate.summary(summary, context),
        "summary": counts,
        "context": context_document(context),
    }


def to_json(document: Document) -> str:
    """The document in one line. Characters that break or reorder lines are escaped, so that it stays one;
    lone surrogates are escaped too, so that it can be encoded."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    safe = _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return safe.encode("utf-8", "backslashreplace").decode("utf-8")


def context_document(context: RunContext) -> Document:
    """What a result rests on: software, model, policy, reference population and lists, with their hashes."""
    return {
        "started": context.started.isoformat(),
        "software": context.software,
        "model": {"name": context.model, "hash": context.model_hash},
        "policy": {
            "name": context.policy,
            "hash": context.policy_hash,
            "review_from": context.review_from,
            "strong_from": context.strong_from,
        },
        "population": context.population,
        "lists": [_list(item) for item in context.lists],
        "not_consulted": [{"list": i.reference, "reason": i.reason} for i in context.not_consulted],
    }


def _screened(result: Result, context: RunContext) -> Document:
    return {
        "status": "screened",
        "band": result.band,
        "subject": _subject(result.subject),
        "matches": [_match(result.subject, item, context) for item in result.matches],
        "notes": [_note(item) for item in (*result.subject.notes, *result.notes)],
    }


def _skipped(item: Skipped) -> Document:
    return {
        "status": "skipped",
        "subject": {"key": item.key, "row": item.where.row, "columns": _columns(item.columns)},
        "reason": {"code": item.code, "text": item.reason, "where": str(item.where)},
    }


def _subject(subject: Subject) -> Document:
    return {
        "key": subject.key,
        "row": subject.row or None,
        **_entity(subject.entity),
        "columns": _columns(subject.columns),
    }


def _entity(entity: Entity) -> Document:
    return {
        "schema": entity.schema,
        "caption": entity.caption,
        "names": [{"text": n.text, "kind": n.kind, "weak": n.weak} for n in entity.names],
        "birth_dates": [
            {"text": date_text(d), "first": d.first.isoformat(), "last": d.last.isoformat(), "circa": d.circa}
            for d in entity.birth_dates
        ],
        "birth_places": [{"text": p.text, "country": p.country} for p in entity.birth_places],
        "genders": list(entity.genders),
        "countries": [{"role": c.role, "code": c.code, "text": c.text} for c in entity.countries],
        "identifiers": [
            {"scheme": i.scheme, "value": i.value, "country": i.country, "valid": i.valid, "label": i.label}
            for i in entity.identifiers
        ],
        "addresses": [{"text": a.text, "country": a.country} for a in entity.addresses],
    }


def _match(subject: Subject, match: Match, context: RunContext) -> Document:
    return {
        "entry": _entry(match.entry),
        "band": match.band,
        "score": match.score,
        "bits": match.bits,
        "bits_number": match.bits / BIT,
        "namesakes_per_million": match.namesakes_per_million,
        "headline": narrate.headline(match),
        "explanation": {
            "prior": match.explanation.prior,
            "evidence": [_evidence(item) for item in match.explanation.evidence],
        },
        "counterfactuals": [_counterfactual(item) for item in counterfactuals.under(subject, match, context)],
    }


def _entry(entry: ListedRef) -> Document:
    return {
        "list": f"{entry.source}@{entry.scope}" if entry.scope else entry.source,
        "version": entry.version,
        "id": entry.entry_id,
        "identity": entry.identity,
        **_entity(entry.entity),
        "schema": entry.schema,
        "caption": entry.caption,
        "programmes": list(entry.programmes),
        "marks": list(entry.marks),
    }


def _evidence(item: Evidence) -> Document:
    return {
        "code": item.code,
        "level": item.level,
        "subject_value": item.subject_value,
        "entry_value": item.entry_value,
        "bits": item.bits,
        "per_million": item.per_million,
    }


def _counterfactual(item: Counterfactual) -> Document:
    return {
        "kind": item.kind.replace(" ", "-"),
        "fact": item.fact,
        "text": item.sentence,
        "bits_before": item.before,
        "bits_after": item.after,
    }


def _list(item: Consulted) -> Document:
    return {
        "list": item.reference,
        "version": item.version,
        "hash": item.hash,
        "dated": item.dated.isoformat(),
        "entries": item.entries,
        "age_days": item.age_days,
        "stale": item.stale,
        "filtered": item.filtered,
        "overdue": item.overdue,
        "left_out": item.left_out,
    }


def _note(note: Note) -> Document:
    return {"code": note.code, "text": note.text, "where": str(note.where)}


def _columns(columns: tuple[tuple[str, str], ...]) -> list[Json]:
    """Name and value in the input's order: an object would lose columns of the same name."""
    return [[name, value] for name, value in columns]
