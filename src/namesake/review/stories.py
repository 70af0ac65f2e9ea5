"""The story of a subject, in the order of the record: what was known, screened, found and decided, and on what.

Everything that is told is anchored at the event that recorded it, so that the story can be told as it stood at any
event. Whatever is older than the record has no event (0) and comes first.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby

from namesake.review.chapters import (
    Became,
    Chapter,
    Covered,
    Decided,
    Imported,
    Knew,
    Matched,
    Noted,
    Recorded,
    Screened,
)
from namesake.review.material import SUBJECT
from namesake.values.cases import Alert, Comment, Decision, FieldChange, Happening, LegacyDecision
from namesake.values.entities import Entity
from namesake.values.events import Event
from namesake.values.populations import EnrolledSubject, SubjectChange
from namesake.values.revets import Change, RunRecord

_OF_ALERT = ("alert", "assignment", "decision")
_NOTES = ("comment", "attachment")
_QUIET = ("assigned", "unchanged materially", "proof attached")
_OTHER = ("legal hold", "export", "redress", "erasure")


@dataclass(frozen=True, slots=True)
class Papers:
    """An alert of the subject with all that is kept of it."""

    alert: Alert
    decisions: Sequence[Decision]
    happenings: Sequence[Happening]
    comments: Sequence[Comment]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that is kept of a subject. `runs` are those of its population, the first on top; `found` is what each
    changed in its matches, with the run and the position in it; `events` all that are about the subject, its alerts
    or its population; `reasons` what the details of some of them say, by event."""

    versions: Sequence[EnrolledSubject]
    changes: Sequence[SubjectChange]
    runs: Sequence[RunRecord] = ()
    found: Sequence[tuple[int, int, Change]] = ()
    papers: Sequence[Papers] = ()
    legacy: Sequence[LegacyDecision] = ()
    events: Sequence[Event] = ()
    reasons: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Until:
    """As of when a story is told: up to which event, and for what was never recorded up to which moment."""

    event: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Story:
    """What is told of a subject. `until` is None where all is told; `later` counts what happened after it. `accepted`
    says which events recorded the list versions, by hash."""

    subject: EnrolledSubject
    chapters: tuple[Chapter, ...]
    until: Until | None = None
    later: int = 0
    accepted: Mapping[str, int] = field(default_factory=dict)


def story(gathered: Gathered, until: Until | None = None) -> Story | None:
    """The story of a subject up to an event, or all of it; None where nothing was known of it then."""
    placed = _Placed(gathered.events)
    told = sorted(_all(gathered, placed), key=lambda one: (one.event > 0, one.event, one.at))
    kept = [one for one in told if until is None or _within(one, until)]
    known = [one for one in kept if isinstance(one, Knew)]
    if not known:
        return None
    subject = next(one for one in gathered.versions if one.version == known[-1].version)
    accepted = {event.about[-1]: event.number for event in reversed(gathered.events) if event.kind == "list accepted"}
    return Story(subject, tuple(_grouped(kept)), until, len(told) - len(kept), accepted)


def states(story: Story) -> dict[int, tuple[str, str]]:
    """The state of each alert at the end of the story, and why it is in it."""
    found: dict[int, tuple[str, str]] = {}
    for one in story.chapters:
        if isinstance(one, Decided):
            found[one.alert] = (one.state, one.why)
        elif isinstance(one, Became) and one.happening.kind not in _QUIET:
            found[one.alert] = (one.happening.after, one.happening.why)
    return found


def _within(one: "Chapter | Covered", until: Until) -> bool:
    return one.event <= until.event if one.event else one.at <= until.at


class _Placed:
    """Where in the record everything stands."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        self._by: dict[tuple[str, str], list[Event]] = defaultdict(list)
        for event in events:
            for name in event.about:
                self._by[event.kind, name].append(event)

    def first(self, kinds: Iterable[str], *about: str) -> Event | None:
        """The first event of some kinds that is about all of that."""
        found = [event for kind in kinds for event in self._by.get((kind, about[0]), ())]
        matching = (event for event in found if set(about) <= set(event.about))
        return min(matching, key=lambda event: event.number, default=None)

    def all(self, kinds: Iterable[str], about: str) -> list[Event]:
        """All events of some kinds about something, in order."""
        found = [event for kind in kinds for event in self._by.get((kind, about), ())]
        return sorted(found, key=lambda event: event.number)


def _all(gathered: Gathered, placed: _Placed) -> Iterator["Chapter | Covered"]:
    yield from _knew(gathered, placed)
    yield from _covered(gathered, placed)
    yield from _matched(gathered, placed)
    for papers in gathered.papers:
        yield from _became(papers, placed)
        events = placed.all(_NOTES, f"alert {papers.alert.id}")
        for place, comment in enumerate(papers.comments):
            yield Noted(comment.at, _number(events, place), papers.alert.id, comment)
    name = _name(gathered.versions[-1])
    events = placed.all(("legacy decision",), name)
    for place, one in enumerate(gathered.legacy):
        yield Imported(one.imported, _number(events, place), one)
    about = [name, *(f"alert {papers.alert.id}" for papers in gathered.papers)]
    others = {event.number: event for one in about for event in placed.all(_OTHER, one)}
    for event in others.values():
        said = gathered.reasons.get(event.number, "")
        yield Recorded(event.at, event.number, event.kind, event.by, event.about, event.facts, said)


def _knew(gathered: Gathered, placed: _Placed) -> Iterator[Knew]:
    of = {version.version: version for version in gathered.versions}
    population, before = f"population {gathered.versions[-1].population}", 0
    for change in gathered.changes:
        event = placed.first(("enrolment", "withdrawal"), population, f"state {change.sequence}")
        version, former = of[change.version], of.get(before)
        fields = () if change.version == before else _fields(former, version)
        before = change.version
        number = event.number if event else 0
        yield Knew(change.at, number, change.kind, change.version, version.hash, change.reason, fields)


def _fields(before: EnrolledSubject | None, after: EnrolledSubject) -> tuple[FieldChange, ...]:
    old, new = (_read(one.subject.entity) if one else {} for one in (before, after))
    return tuple(
        FieldChange("subject", name, old.get(name, ()), new.get(name, ()), material=True)
        for name in SUBJECT
        if old.get(name, ()) != new.get(name, ())
    )


def _read(entity: Entity) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(dict.fromkeys(" ".join(text.split()) for text in read(entity))) for name, read in SUBJECT.items()
    }


def _covered(gathered: Gathered, placed: _Placed) -> Iterator[Covered]:
    """The runs that covered the subject: those of a state in which it was screened."""
    key = gathered.versions[-1].key
    for run in gathered.runs:
        known = [change for change in gathered.changes if change.sequence <= run.begun.sequence]
        if known and known[-1].kind != "withdrawn":
            event = placed.first(("run",), f"run {run.id}")
            skipped = next((one.reason for one in run.skipped if one.key == key), "")
            number, by = (event.number, event.by) if event else (0, "")
            yield Covered(number, by, run, known[-1].version, skipped)


def _matched(gathered: Gathered, placed: _Placed) -> Iterator[Matched]:
    name, ended = _name(gathered.versions[-1]), {run.id: run.ended for run in gathered.runs}
    numbers = {
        (about, _facts(event).get("position")): event.number
        for event in placed.all(("match",), name)
        for about in event.about
    }
    for run, position, change in gathered.found:
        if run in ended:
            yield Matched(ended[run], numbers.get((f"run {run}", position), 0), run, change)


def _became(papers: Papers, placed: _Placed) -> Iterator[Chapter]:
    events = placed.all(_OF_ALERT, f"alert {papers.alert.id}")
    decisions = {f"decision {one.id}": one for one in papers.decisions}
    for place, one in enumerate(papers.happenings):
        event = events[place] if place < len(events) else None
        decision = next((decisions[name] for name in event.about if name in decisions), None) if event else None
        if one.kind == "decided" and event and decision:
            of, step = papers.alert, str(_facts(event).get("state", ""))
            then = _as_it_was(decision, step)
            yield Decided(one.at, event.number, of.id, of.identity, then, step, event.by, one.after, one.why)
        else:
            yield Became(one.at, event.number if event else 0, papers.alert.id, papers.alert.identity, one)


def _as_it_was(decision: Decision, step: str) -> Decision:
    """A decision at a step, without what came later."""
    if step == "proposed":
        return replace(decision, state="proposed", second="", second_at=None, second_reason="", ended="")
    return replace(decision, state="in force", ended="") if step == "in force" else decision


def _grouped(told: Sequence["Chapter | Covered"]) -> Iterator[Chapter]:
    """Runs between which nothing happened to the subject are one chapter."""
    for covered, some in groupby(told, key=lambda one: isinstance(one, Covered)):
        if covered:
            yield Screened(tuple(one for one in some if isinstance(one, Covered)))
        else:
            yield from (one for one in some if not isinstance(one, Covered))


def _name(subject: EnrolledSubject) -> str:
    return f"subject {subject.population} {subject.number}"


def _number(events: Sequence[Event], place: int) -> int:
    return events[place].number if place < len(events) else 0


def _facts(event: Event) -> Mapping[str, object]:
    found = json.loads(event.facts)
    return found if isinstance(found, dict) else {}
