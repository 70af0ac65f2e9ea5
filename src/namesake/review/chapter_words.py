"""One chapter of a story in words; each gives its pieces, which are joined by semicolons."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from namesake.review.cases import comment, legacy, moment, short_bits
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
from namesake.review.narrate import BAND_WORDS, label
from namesake.review.numbers import bits_text, counted, listed, score_text
from namesake.review.runs import reason, scores
from namesake.review.sides import group_of
from namesake.values.cases import FieldChange
from namesake.values.matches import Match
from namesake.values.revets import Change, Found
from namesake.values.runs import Consulted

HASH = 12
"""Digits of a hash that are shown in words."""

_STEPS = {
    "in force": "decided {judgement}{until}",
    "proposed": "proposed {judgement}{until}",
    "refused": "refused {judgement}, which {first} had proposed",
    "ended": "ended the decision {judgement}",
}
_matches = msgspec.json.Decoder(Match)


def kind(chapter: Chapter) -> str:
    """What kind of thing it is, in a word or two."""
    match chapter:
        case Knew():
            return "known"
        case Screened():
            return "screened"
        case Matched(run=run):
            return f"found in run {run}"
        case Became(alert=alert):
            return f"alert {alert}"
        case Decided(alert=alert):
            return f"decided, alert {alert}"
        case Noted(alert=alert):
            return f"noted, alert {alert}"
        case Imported():
            return "imported"
        case Recorded(kind=what):
            return what


def told(chapter: Chapter) -> Iterator[str]:
    """What happened."""
    match chapter:
        case Knew():
            yield from knew(chapter)
        case Screened():
            yield from screened(chapter, None)
        case Matched(change=change):
            yield from _matched(change)
        case Became():
            yield from _became(chapter)
        case Decided():
            yield from _decided(chapter)
        case Noted(comment=item):
            yield f"{item.by}: {comment(item)[2]}"
        case Imported(decision=item):
            yield " ".join(filter(None, ("unverified, from", *legacy(item))))
        case Recorded():
            yield from _recorded(chapter)


def knew(chapter: Knew) -> Iterator[str]:
    """What came to be known of the subject."""
    yield f"{chapter.what}, version {chapter.version} ({chapter.hash[:HASH]})"
    for field in chapter.fields:
        if field.before:
            yield _field(field)
        else:
            yield f"{field.field} {', '.join(field.after)}"
    yield chapter.reason and f"because “{chapter.reason}”"


def screened(chapter: Screened, before: Covered | None) -> Iterator[str]:
    """Runs against what; what is as in the run `before` is not said again."""
    complete = [one for one in chapter.runs if one.run.state == "complete"]
    yield _which(chapter)
    for one in chapter.runs:
        if one.run.state == "failed":
            yield f"run {one.run.id} failed and screened nobody ({one.run.error})"
        if one.skipped:
            yield f"run {one.run.id} skipped the subject: {one.skipped}"
    if complete:
        yield from _ledger(complete, before)
        last = complete[-1].run.begun
        pins = (last.model_hash, last.policy_hash)
        if before is None or pins != (before.run.begun.model_hash, before.run.begun.policy_hash):
            yield f"model {pins[0][:HASH]}, policy {pins[1][:HASH]}"
        flags = dict.fromkeys(flag for one in complete for flag in one.run.flags)
        yield from (f"flagged: {flag}" for flag in flags)


def who_decided(chapter: Decided) -> str:
    """A step of a decision in a few words: who, what, until when."""
    item = chapter.decision
    until = f" until {item.until}" if item.until else ""
    by = chapter.by or "the software"
    if chapter.step == "in force" and item.second and chapter.by == item.second and item.by != item.second:
        return f"{by} agreed to {item.judgement}{until}, which {item.by} had proposed"
    words = _STEPS.get(chapter.step, "decided {judgement}{until}")
    return f"{by} {words.format(judgement=item.judgement, until=until, first=item.by)}"


def run_numbers(runs: Sequence[int]) -> str:
    """In which runs something counted, as ranges of their numbers."""
    spans: list[list[int]] = []
    for number in sorted(runs):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    said = listed([word for span in spans for word in _span(*span)])
    return f"run{'s' if len(runs) > 1 else ''} {said}" if runs else "no run"


def _span(first: int, last: int) -> list[str]:
    return [str(number) for number in range(first, last + 1)] if last - first < 2 else [f"{first} to {last}"]


def _which(chapter: Screened) -> str:
    runs = chapter.runs
    if len(runs) == 1:
        by = f", by {runs[0].by}" if runs[0].by else ""
        return f"run {runs[0].run.id} ({runs[0].run.begun.trigger}){by}"
    triggers = Counter(one.run.begun.trigger for one in runs)
    said = ", ".join(f"{count:,} {trigger}" for trigger, count in triggers.items())
    ids = run_numbers([one.run.id for one in runs])
    return f"{counted(len(runs), 'run')} until {moment(runs[-1].at)} ({ids}: {said})"


def _ledger(runs: Sequence[Covered], before: Covered | None) -> Iterator[str]:
    """Which list versions were used and which sources were not, over all of the runs."""
    former = _lists(before) if before else None
    if all(_lists(one) == former for one in runs):
        yield "against the same list versions"
    else:
        yield f"against {listed([_versions(name, runs) for name in _named(runs)]) or 'no list at all'}"
    absent: dict[str, list[str]] = {}
    for (name, why), count in Counter(
        (item.reference, item.reason) for one in runs for item in one.run.not_consulted
    ).items():
        part = f" in {count:,} of them" if count < len(runs) else ""
        absent.setdefault(f"{why}{part}", []).append(name)
    same = before is not None and all(one.run.not_consulted == before.run.not_consulted for one in runs)
    if same and absent:
        yield "the same sources not consulted"
    else:
        said = [f"{', '.join(names)} ({why})" for why, names in absent.items()]
        yield f"not consulted: {', '.join(said)}" if said else "no known source was left out"


def _lists(one: Covered) -> list[tuple[str, str, str]]:
    return [(item.reference, item.version, item.hash) for item in one.run.lists]


def _named(runs: Sequence[Covered]) -> list[str]:
    return sorted({item.reference for one in runs for item in one.run.lists})


def _versions(name: str, runs: Sequence[Covered]) -> str:
    """The versions of a list that some runs used: the one, or how many and from which to which."""
    used = {(item.version, item.hash): item for one in runs for item in one.run.lists if item.reference == name}
    items = list(used.values())
    if len(items) == 1:
        return _version(items[0])
    return f"{name} in {len(items):,} versions, {items[0].version} to {items[-1].version}"


def _version(item: Consulted) -> str:
    late = ", older than the policy allows" if item.overdue else ", stale" if item.stale else ""
    return f"{item.reference} {item.version} ({item.hash[:HASH]}{', a filtered export' if item.filtered else ''}{late})"


def _matched(change: Change) -> Iterator[str]:
    found = change.after or change.before
    caption = f" {_match(found).entry.caption}" if found else ""
    entry = f"{change.entry.reference} {change.entry.id}{caption}"
    if change.kind == "new" and change.after:
        yield f"a new match with {entry}"
        yield f"{score_text(change.after.score)}, {BAND_WORDS[change.after.band]}"
        yield evidence(change.after)
        yield change.why
    elif change.kind == "gone":
        yield f"the match with {entry} is gone"
        yield reason(change)
    else:
        same = "the same in substance, " if change.kind == "unchanged" else ""
        yield f"the match with {entry} is {same}{'written otherwise' if same else 'another'}"
        yield scores(change) if change.kind == "changed" else ""
        yield reason(change)


def evidence(found: Found) -> str:
    """The sum of a match: what was held before any evidence, what each kind of finding adds, and the total, in bits."""
    explanation = _match(found).explanation
    sums: dict[str, int] = {}
    for item in explanation.evidence:
        sums[group_of(item.code)] = sums.get(group_of(item.code), 0) + item.bits
    parts = [f"before any evidence {bits_text(explanation.prior)}"]
    parts += [f"{label(group)} {bits_text(bits)}" for group, bits in sums.items() if bits]
    nothing = [label(group) for group, bits in sums.items() if not bits]
    parts += [f"nothing from {listed(nothing, 'or')}"] if nothing else []
    return f"{bits_text(found.bits)} bits: {', '.join(parts)}"


def _match(found: Found) -> Match:
    return _matches.decode(found.match)


def _became(chapter: Became) -> Iterator[str]:
    item = chapter.happening
    by = f" by {item.by}" if item.by else ""
    why = "" if item.kind == "unchanged materially" else f": {item.why}"
    yield f"{chapter.identity} {item.kind}{by}{why}"
    if None not in (item.bits_before, item.bits_after) and item.bits_before != item.bits_after:
        yield f"{bits_text(item.bits_before or 0)} → {bits_text(item.bits_after or 0)} bits"
    for field in item.fields:
        yield f"{_field(field)}{'' if field.material else ' (not material)'}"


def _field(item: FieldChange) -> str:
    gone = [value for value in item.before if value not in item.after]
    come = [value for value in item.after if value not in item.before]
    if not gone and not come:
        return f"{item.field} in another order"
    said = short_bits(", ".join(gone)), short_bits(", ".join(come))
    if said[0] == said[1]:  # what differs by less than is shown is shown exactly
        said = ", ".join(gone), ", ".join(come)
    pieces = [f"{how} {text}" for how, text in zip(("no longer", "now"), said, strict=True) if text]
    return f"{item.field} {', '.join(pieces)}"


def _decided(chapter: Decided) -> Iterator[str]:
    item = chapter.decision
    yield f"decision {item.id} on {chapter.identity}: {who_decided(chapter)}"
    second = bool(item.second) and chapter.by == item.second and chapter.step in ("in force", "refused")
    if chapter.step == "ended":
        yield item.ended
        return
    why = item.second_reason if second else item.reason
    yield f"because “{why}”" if why else "the reason was destroyed"
    if item.bulk and not second:
        yield f"together with others (from decision {item.bulk} on)"
    if item.sampled and not second:
        yield "drawn for a second look"
    yield f"resting on evidence {item.rest.digest[:HASH]}" if item.rest.digest else "what it rested on was destroyed"


def _recorded(chapter: Recorded) -> Iterator[str]:
    facts = msgspec.json.decode(chapter.facts)
    by = chapter.by or "the software"
    if chapter.kind == "legal hold":
        yield f"{by} {'put a legal hold on it' if facts.get('held') else 'lifted the legal hold'}"
    elif chapter.kind == "export":
        yield f"{by} exported all that is kept of it"
    elif chapter.kind == "redress":
        again = " again" if facts.get("again") else ""
        yield f"{by} gave the subject a reference of redress{again} ({', '.join(chapter.about)})"
    else:
        yield f"{by}: {', '.join(chapter.about)}"
    yield chapter.said and f"“{chapter.said}”"
