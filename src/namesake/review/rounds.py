"""Rounds of a watch in words: one line each."""

from collections.abc import Iterator
from datetime import timedelta

from namesake.review.numbers import counted, listed
from namesake.values.revets import RunRecord
from namesake.values.rounds import Concerned, PopulationTold, Round, SourceTold

NAMED = 3
"""New matches that are named in a line; JSON names all."""


def line(done: Round) -> str:
    """What happened in a round: sources, populations, and when the next one begins."""
    said = [_sources(done), *map(_population, done.populations)]
    if done.error:
        said.append(f"nobody could be re-vetted ({done.error.code})")
    elif not done.populations:
        said.append("there is no population to re-vet")
    return f"{done.began:%Y-%m-%d %H:%M} UTC, round {done.number}: {'; '.join(said)}.{_next(done)}"


def _sources(done: Round) -> str:
    if not done.asked:
        return "no publisher asked"
    resting = [told.source for told in done.sources if told.outcome == "resting"]
    asked = counted(len(done.sources) - len(resting), "source")
    news = [said for told in done.sources if (said := _source(told))]
    rest = [f"{listed(resting)} left alone for a while"] if resting else []
    return f"{asked} asked: {', '.join(news or ['nothing new'])}{''.join(f', {said}' for said in rest)}"


def _source(told: SourceTold) -> str:
    code = f" ({told.error.code})" if told.error else ""
    if told.outcome in ("unchanged", "resting"):
        return ""
    if told.outcome == "failed":
        return f"{told.source} failed{code}"
    return f"{told.reference} {told.version} {told.outcome.replace('-', ' ')}{code}"


def _population(told: PopulationTold) -> str:
    left = f" (run {', '.join(map(str, told.left_behind))} had been killed)" if told.left_behind else ""
    if told.record is None:
        return f"{told.population} failed ({told.error.code if told.error else 'unexpected'})"
    run = told.record
    stands = counted(run.matches, "match stands", "matches stand")
    became = ", ".join(_became(run, told.concerned)) or "nothing changed"
    flags = f", {counted(len(run.flags), 'flag')}" if run.flags else ""
    end = ", the end of the record not noted" if told.unsettled else ""
    return f"{told.population} ({run.begun.trigger}): {became}, {stands}{flags}{end}{left}"


def _became(run: RunRecord, concerned: tuple[Concerned, ...]) -> Iterator[str]:
    if run.new:
        yield f"{run.new:,} new{_who(concerned)}"
    if run.changed:
        yield f"{run.changed:,} changed"
    if run.gone:
        yield f"{run.gone:,} gone"


def _who(concerned: tuple[Concerned, ...]) -> str:
    new = [f"{each.key} ~ {each.entry.reference} {each.entry.id}" for each in concerned if each.kind == "new"]
    more = [f"{len(new) - NAMED:,} more"] if len(new) > NAMED else []
    return f" ({', '.join([*new[:NAMED], *more])})" if new else ""


def _next(done: Round) -> str:
    if done.pause is None:
        return ""
    at = done.ended + timedelta(seconds=done.pause)
    return f" Next at {at:%H:%M}." if at.date() == done.began.date() else f" Next at {at:%Y-%m-%d %H:%M}."
