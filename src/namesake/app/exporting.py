"""All that is kept of a subject, for whoever asks what is known of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from namesake.app.stories import Archive, Stories
from namesake.ports import Clock
from namesake.record.chain import canonical, when
from namesake.record.drafts import subject_name
from namesake.review.stories import Gathered, Papers
from namesake.values.events import Detail, Event, EventDraft, SubjectRef
from namesake.values.revets import Found, RunRecord

FORMAT = "namesake.subjects.export/1"

ELSEWHERE = (
    "Files that were attached are kept elsewhere: their names and hashes are here.",
    "Backups, reports and results that were written to files before are not looked into.",
)
"""What an export cannot hold, which whoever reads it should know."""


@dataclass(frozen=True, slots=True)
class Exporting:
    """The use case of exporting."""

    archive: Archive
    clock: Clock

    def export(self, population: str, key: str, by: str) -> Mapping[str, Any]:
        """Everything that is kept of a subject, as values for JSON. That it was exported is recorded first, and is the
        last of its events. Raises `PopulationUnknownError`, `SubjectUnknownError`, `StoreError`."""
        archive, now = self.archive, self.clock.now()
        gathered = Stories(archive).gathered(population, key)
        of = SubjectRef(population, gathered.versions[-1].number)
        facts = {"versions": len(gathered.versions), "alerts": len(gathered.papers), "changes": len(gathered.found)}
        (done,) = archive.events.append([EventDraft("export", by, (subject_name(of),), canonical(facts))], now)
        mine = {subject_name(of), *(f"alert {papers.alert.id}" for papers in gathered.papers)}
        events = [event for event in gathered.events if not mine.isdisjoint(event.about)]
        details = {detail.number: detail for detail in archive.events.details(of)}
        return {
            "format": FORMAT,
            "exported": {"at": when(now), "by": by, "event": done.number},
            **_subject(gathered),
            "matches": [_found(one) for one in archive.matches.of(population, [of.number])],
            "changes": [{"run": run, **_change(msgspec.to_builtins(change))} for run, _, change in gathered.found],
            "runs": [_run(run) for run in _covering(gathered)],
            "alerts": [_alert(papers) for papers in gathered.papers],
            "other_systems": msgspec.to_builtins(gathered.legacy),
            "record": [_event(event, details.get(event.number)) for event in [*events, done]],
            "not_in_it": list(ELSEWHERE),
        }


def _subject(gathered: Gathered) -> dict[str, Any]:
    now = gathered.versions[-1]
    versions = [
        {"version": one.version, "enrolled": when(one.enrolled), "hash": one.hash,
         "entity": msgspec.to_builtins(one.subject.entity)}
        for one in gathered.versions
    ]  # fmt: skip
    return {
        "population": now.population,
        "key": now.key,
        "number": now.number,
        "withdrawn": when(now.withdrawn) if now.withdrawn else None,
        "columns": [list(pair) for pair in now.subject.columns],
        "notes": msgspec.to_builtins(now.subject.notes),
        "versions": versions,
        "history": msgspec.to_builtins(gathered.changes),
    }


def _covering(gathered: Gathered) -> Sequence[RunRecord]:
    """The runs since the subject was enrolled."""
    first = gathered.changes[0].sequence
    return [run for run in gathered.runs if run.begun.sequence >= first]


def _run(run: RunRecord) -> dict[str, Any]:
    return {
        "run": run.id,
        "state": run.state,
        "began": when(run.begun.began),
        "trigger": run.begun.trigger,
        "model": run.begun.model_hash,
        "policy": run.begun.policy_hash,
        "lists": [{"list": item.reference, "version": item.version, "hash": item.hash} for item in run.lists],
        "not_consulted": msgspec.to_builtins(run.not_consulted),
    }


def _alert(papers: Papers) -> dict[str, Any]:
    alert = papers.alert
    return {
        "alert": {**msgspec.to_builtins(alert), "rest": _rest(alert.rest.digest, alert.rest.content)},
        "decisions": [
            {**msgspec.to_builtins(one), "rest": _rest(one.rest.digest, one.rest.content)} for one in papers.decisions
        ],
        "history": msgspec.to_builtins(papers.happenings),
        "noted": msgspec.to_builtins(papers.comments),
    }


def _rest(digest: str, content: str) -> dict[str, Any]:
    return {"digest": digest, "content": json.loads(content) if content else None}


def _change(change: dict[str, Any]) -> dict[str, Any]:
    for side in ("before", "after"):
        if change[side]:
            change[side]["match"] = json.loads(change[side]["match"])
    return change


def _found(found: Found) -> dict[str, Any]:
    return {**msgspec.to_builtins(found), "match": json.loads(found.match)}


def _event(event: Event, detail: Detail | None) -> dict[str, Any]:
    return {
        "number": event.number,
        "at": when(event.at),
        "kind": event.kind,
        "by": event.by,
        "about": list(event.about),
        "facts": json.loads(event.facts),
        "hash": event.hash,
        "detail": json.loads(detail.content) if detail else None,
    }
