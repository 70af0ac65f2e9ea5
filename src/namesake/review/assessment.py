"""The five steps in which OFAC asks that a possible match be assessed, filled in from the evidence.

The steps are those of OFAC's frequently asked question 5, "How do I determine if I have a valid OFAC match?"
(https://ofac.treasury.gov/faqs/5), said of whichever list matches. Nothing is concluded: that is a person's part.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from namesake.review.narrate import VERDICT_WORDS, by_chance, headline, label, sentence
from namesake.review.numbers import bits_text, counted, score_text
from namesake.review.sides import Side, group_of, matched_name, sides
from namesake.values.entities import Entity
from namesake.values.matches import Match
from namesake.values.schemas import kind_of

NAMES = frozenset({"name", "organisation"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its number, what is asked, and what the evidence says to it, a sentence each."""

    number: int
    question: str
    answers: tuple[str, ...]


def steps(subject: Entity, match: Match) -> tuple[Step, ...]:
    """The five steps for a match of a subject."""
    rows = tuple(row for row in sides(subject, match) if row.label != "Name")
    return (
        Step(1, "Which list is the match with, and why is the party on it?", tuple(_list(match))),
        Step(2, "Are both of the same kind: a person, an organisation, a vessel?", tuple(_kinds(subject, match))),
        Step(3, "How much of the listed name agrees?", tuple(_names(subject, match))),
        Step(4, "What else is known of both, and what is missing?", tuple(_facts(rows))),
        Step(5, "How much agrees, and how much conflicts?", tuple(_sum(match))),
    )


def _list(match: Match) -> Iterator[str]:
    entry = match.entry
    yield f"{entry.reference}, entry {entry.entry_id} ({entry.identity}): {entry.caption}."
    if entry.programmes:
        yield f"Programmes: {', '.join(entry.programmes)}."
    yield from (f"Mark: {mark}." for mark in entry.marks)
    if entry.expires:
        yield f"In force until {entry.expires}."


def _kinds(subject: Entity, match: Match) -> Iterator[str]:
    ours, theirs = kind_of(subject.schema), kind_of(match.entry.schema)
    if "any" in (ours, theirs):
        yield f"One side does not say: the subject is {_kind(ours)}, the listed party is {_kind(theirs)}."
    elif ours == theirs:
        yield f"Both are {_kind(ours)}."
    else:
        yield f"The subject is {_kind(ours)}, the listed party is {_kind(theirs)}."


def _kind(kind: str) -> str:
    if kind == "any":
        return "not said to be of any kind"
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"


def _names(subject: Entity, match: Match) -> Iterator[str]:
    yield f"“{subject.caption}” is compared with “{matched_name(match)}”."
    for item in match.explanation.evidence:
        if group_of(item.code) in NAMES:
            yield f"{bits_text(item.bits)}: {sentence(item)}"


def _facts(rows: tuple[Side, ...]) -> Iterator[str]:
    for row in rows:
        ours, theirs = "; ".join(row.subject) or "not known", "; ".join(row.entry) or "not given"
        yield f"{row.label}: subject {ours}; list {theirs} ({VERDICT_WORDS[row.verdict]})."
    if missing := [row.label.lower() for row in rows if row.verdict == "subject-lacks"]:
        yield f"The list gives, and we do not know: {', '.join(missing)}."


def _sum(match: Match) -> Iterator[str]:
    groups = dict.fromkeys(group_of(item.code) for item in match.explanation.evidence)
    for group in groups:
        bits = sum(item.bits for item in match.explanation.evidence if group_of(item.code) == group)
        if bits:
            yield f"{label(group)}: {bits_text(bits)} bits."
    prior = bits_text(match.explanation.prior)
    total = bits_text(match.bits)
    found = counted(len(match.explanation.evidence), "finding")
    yield f"Before any evidence {prior} bits, with {found} {total} bits: {score_text(match.score)}."
    yield headline(match)
    yield by_chance(match)
