"""What `namesake lists` prints as JSON. Every document names its own format first."""

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from namesake.app.lists import ListStatus
from namesake.app.offers import Offer
from namesake.errors import NamesakeError
from namesake.lists.delta import Delta
from namesake.lists.source import SourceFacts
from namesake.values.entities import ListEntry
from namesake.values.versions import ListVersion

Json = dict[str, Any]


def offer(found: Offer) -> Json:
    """What became of an offered version."""
    return {"format": "namesake.lists.add/1", **_offer(found)}


def updates(done: Sequence[tuple[str, Offer | NamesakeError]]) -> Json:
    """What became of every list that was to be updated."""
    return {
        "format": "namesake.lists.update/1",
        "lists": [{"source": source, **_outcome(outcome)} for source, outcome in done],
    }


def _outcome(outcome: Offer | NamesakeError) -> Json:
    if isinstance(outcome, Offer):
        return _offer(outcome)
    return {"outcome": "failed", "version": None, "error": error(outcome)}


def _offer(found: Offer) -> Json:
    return {
        "outcome": found.outcome,
        "version": version(found.version),
        "error": error(found.error) if found.error else None,
    }


def error(found: NamesakeError) -> Json:
    """An error with its code, what, where and next step."""
    return {"code": found.code, "what": found.what, "where": str(found.where), "next": found.next_step}


def version(found: ListVersion) -> Json:
    """A version with all that is recorded of it."""
    plain: Json = msgspec.to_builtins(found)
    return {"reference": found.reference, **plain}


def statuses(found: Sequence[ListStatus]) -> Json:
    """How every list stands."""
    return {
        "format": "namesake.lists.status/1",
        "lists": [
            {
                "reference": each.reference,
                "title": each.facts.title if each.facts else None,
                "cadence_days": each.facts.cadence_days if each.facts else None,
                "age_days": each.age_days,
                "stale": each.stale,
                "version": version(each.version) if each.version else None,
                "refusal": version(each.refusal) if each.refusal else None,
                "error": error(each.broken) if each.broken else None,
            }
            for each in found
        ],
    }


def source(facts: SourceFacts | None, versions: Sequence[ListVersion]) -> Json:
    """A source with its versions."""
    return {
        "format": "namesake.lists.show/1",
        "source": msgspec.to_builtins(facts) if facts else None,
        "versions": [version(each) for each in versions],
    }


def entry(of: ListVersion, found: ListEntry) -> Json:
    """An entry with its original as the object that it is."""
    plain: Json = msgspec.to_builtins(found)
    return {
        "format": "namesake.lists.entry/1",
        "reference": of.reference,
        "version": of.id,
        "entry": {**plain, "original": json.loads(found.original)},
    }


def diff(found: Delta) -> Json:
    """What changed between two versions."""
    return {
        "format": "namesake.lists.diff/1",
        "reference": found.new.reference,
        "old": found.old.id,
        "new": found.new.id,
        "counts": {
            "old": found.old.entries,
            "new": found.new.entries,
            "added": len(found.added),
            "removed": len(found.removed),
            "changed": None if found.membership_only else len(found.changed),
        },
        "membership_only": found.membership_only,
        "not_compared": list(found.not_compared),
        "by_part": msgspec.to_builtins(found.by_part),
        "added": msgspec.to_builtins(found.added),
        "removed": msgspec.to_builtins(found.removed),
        "changed": msgspec.to_builtins(found.changed),
    }
