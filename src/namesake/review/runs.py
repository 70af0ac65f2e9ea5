"""Re-vetting runs in words."""

from collections.abc import Mapping

from namesake.review.narrate import age, consulted
from namesake.review.numbers import bits_text, counted, listed, score_text
from namesake.values.cases import AlertEventKind
from namesake.values.revets import Change, EvidenceChange, Found, RunRecord


def summary(run: RunRecord) -> str:
    """A complete run in one sentence: who was covered, against what, what changed, what stands; counted honestly."""
    against = listed([consulted(item) for item in run.lists]) if run.lists else "no list at all"
    became = f"{run.new:,} new, {run.changed:,} changed, {run.gone:,} gone, {run.unchanged:,} unchanged"
    stands = (
        f"{counted(run.matches, 'match stands', 'matches stand')}, of "
        f"{counted(run.distinct_subjects, 'subject')} with "
        f"{counted(run.distinct_identities, 'listed identity', 'listed identities')}"
    )
    absent = counted(len(run.not_consulted), "source") if run.not_consulted else "no source"
    covered = counted(run.subjects, "subject")
    whom = f"{run.population} ({run.begun.trigger}): {covered}"
    return f"{whom} re-vetted against {against}: {became}; {stands}; {absent} not consulted."


def ledger(run: RunRecord) -> list[tuple[str, str, str]]:
    """The ledger of sources of a run, a line each: source, version, and its age or why it was not consulted."""
    used = [(item.reference, item.version, age(item)) for item in run.lists]
    return [*used, *((item.reference, "not consulted", item.reason) for item in run.not_consulted)]


def heard(run: RunRecord) -> str:
    """That all canaries of a run were found, in one sentence."""
    lists = len({canary.list for canary in run.canaries})
    scripts = len({canary.script for canary in run.canaries})
    return f"All canaries were found: {counted(scripts, 'script')} in {counted(lists, 'list')}."


def alerts(became: Mapping[AlertEventKind, int]) -> str:
    """What a run made of alerts, in one sentence; '' where it is nothing."""
    said = (
        listed([f"{count:,} {kind}" for kind, count in sorted(became.items()) if count]) if any(became.values()) else ""
    )
    return f"Alerts: {said}; `namesake cases` lists those that want something done." if said else ""


def scores(change: Change) -> str:
    """The score of a match, before and after where both are there."""
    return " → ".join(score_text(found.score) for found in _states(change))


def reason(change: Change) -> str:
    """Why a match changed, and which findings did, by how many bits."""
    evidence = "; ".join(map(_evidence, change.evidence))
    return f"{change.why}: {evidence}" if evidence else change.why


def _states(change: Change) -> list[Found]:
    return [found for found in (change.before, change.after) if found]


def _evidence(item: EvidenceChange) -> str:
    before, after = ("none" if bits is None else bits_text(bits) for bits in (item.before, item.after))
    return f"{item.code} {before}, other values" if before == after else f"{item.code} {before} → {after}"
