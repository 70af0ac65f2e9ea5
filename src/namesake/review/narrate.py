"""Sentences for people: the only place where they are made.

They are about identity and nothing else: is this the same party, and how well would others fit? They never
say what kind of person somebody is. Values are quoted verbatim; whoever prints them makes them safe.
"""

from collections.abc import Mapping
from dataclasses import replace

from namesake.errors import Where
from namesake.review import wording
from namesake.review.numbers import chance, counted, listed, share_of
from namesake.review.sides import Verdict, group_of, verdict_of
from namesake.values.entities import Note, Skipped
from namesake.values.matches import Band, Evidence, Match
from namesake.values.runs import Consulted, RunContext, Summary
from namesake.values.schemas import kind_of

BAND_WORDS: Mapping[Band, str] = {"clear": "clear", "review": "to review", "strong": "strong match"}

VERDICT_WORDS: Mapping[Verdict, str] = {
    "agrees": "agrees",
    "close": "agrees in part",
    "conflicts": "conflicts",
    "subject-lacks": "not given for the subject",
    "entry-lacks": "not given by the list",
    "both-lack": "not given on either side",
    "not-compared": "does not decide",
}


def sentence(evidence: Evidence) -> str:
    """One finding in one sentence, with how many people would agree as well where that is known."""
    said = _finding(evidence)
    if evidence.per_million is not None and evidence.bits > 0:
        person = f"{chance(evidence.per_million)} would agree this well"
        said += f"; {wording.IDENTIFIER_SHARED if group_of(evidence.code) == 'identifier' else person}"
    return said[:1].upper() + said[1:] + "."


def headline(match: Match) -> str:
    """What agrees, what conflicts and what could not be compared, in one sentence."""
    found: dict[str, list[str]] = {}
    for group in dict.fromkeys(group_of(item.code) for item in match.explanation.evidence):
        items = [item for item in match.explanation.evidence if group_of(item.code) == group]
        found.setdefault(_said_of(items), []).append(label(group))
    pieces = [_counted(said, found[said]) for said in wording.HEADLINES if said in found]
    text = "; ".join(pieces) or "nothing could be compared"
    return text[:1].upper() + text[1:] + "."


def by_chance(match: Match) -> str:
    """How many of the reference population would match as well without being the listed one, in one sentence."""
    words = ("person", "people") if kind_of(match.entry.schema) == "person" else ("name", "names")
    said = share_of(match.namesakes_per_million, *words, "the reference population")
    return f"{said[:1].upper()}{said[1:]} would match at least this well by chance."


def main_evidence(match: Match) -> str:
    """The sentence of the finding that speaks most for the match."""
    items = match.explanation.evidence
    return sentence(max(items, key=lambda item: item.bits)) if items else "Nothing could be compared."


def label(group: str) -> str:
    """A group of evidence in words."""
    return wording.LABELS.get(group, group.replace("_", " "))


def consulted(item: Consulted) -> str:
    """A list that was used: its name and date, and everything about its state that a reader must know."""
    late = "older than the policy allows" if item.overdue else "stale" if item.stale else ""
    filtered = "a filtered export" if item.filtered else ""
    left_out = f"{item.left_out:,} left out" if item.left_out else ""
    warnings = [word for word in (late, filtered, left_out) if word]
    marks = f" ({', '.join(warnings)})" if warnings else ""
    return f"{item.reference} of {item.dated.isoformat()}{marks}"


def age(item: Consulted) -> str:
    """How old a list was when it was used, and whether that is too old."""
    said = days_old(item)
    return f"{said}, {overdue(item)}" if item.overdue else f"{said}, stale" if item.stale else said


def days_old(item: Consulted) -> str:
    """How old a list was when it was used."""
    return "today's" if item.age_days == 0 else f"{counted(item.age_days, 'day')} old"


def overdue(item: Consulted) -> str:
    """That a list is older than the policy allows, and what follows from it."""
    limit = "" if item.allowed_days is None else f"the {counted(item.allowed_days, 'day')} that "
    return f"older than {limit}the policy allows: the control did not complete"


def left_out(item: Consulted) -> str:
    """How many entries of a list were not compared, and why; '' where none was left out."""
    if not item.left_out:
        return ""
    said = "it names no party or has expired" if item.left_out == 1 else "they name no party or have expired"
    return f"{counted(item.left_out, 'entry', 'entries')} left out: {said}"


def summary(counts: Summary, context: RunContext) -> str:
    """A run in one sentence: subjects, lists with dates, subjects by band, matches, skipped rows."""
    screened = counted(counts.clear + counts.review + counts.strong, "subject")
    against = listed([consulted(item) for item in context.lists]) if context.lists else "no list at all"
    found = f"{counts.strong:,} with a strong match, {counts.review:,} to review, {counts.clear:,} clear"
    matches = counted(counts.matches, "match", "matches")
    identities = counted(counts.identities, "listed identity", "listed identities")
    rows = counted(counts.skipped, "row") if counts.skipped else "no row"
    absent = len(context.not_consulted)
    missing = f"; {counted(absent, 'list')} not consulted" if absent else ""
    findings = f"{found} ({matches} with {identities})"
    return f"{screened} screened against {against}: {findings}; {rows} skipped{missing}."


def title(counts: Summary) -> str:
    """What a run came to, in a few words."""
    found, screened = counts.review + counts.strong, counts.clear + counts.review + counts.strong
    if not screened:
        return "No subject could be screened"
    if not found:
        return f"No match among {counted(screened, 'subject')}"
    return f"{found:,} of {counted(screened, 'subject')} {'needs' if found == 1 else 'need'} a look"


def adds_up(counts: Summary) -> str:
    """The sum that accounts for every row."""
    parts = (counts.strong, counts.review, counts.clear, counts.skipped)
    terms = " + ".join(f"{part:,}" for part in parts)
    return f"{terms} = {sum(parts):,}: every row of the input is accounted for."


def skipped(item: Skipped) -> str:
    """Why a row was not screened, with its code."""
    return f"{item.reason} ({item.code})"


def note(item: Note) -> str:
    """A note with its code and its place."""
    place = str(item.where)
    return f"{place + ': ' if place else ''}{item.text} ({item.code})"


def remark(item: Note) -> str:
    """A note without file and row, for a place that is in the row itself; its column is kept."""
    return note(replace(item, where=Where(column=item.where.column)))


def _said_of(items: list[Evidence]) -> str:
    found = verdict_of(items)
    absent = all(not (item.subject_value and item.entry_value) for item in items)
    return "absent" if found == "not-compared" and absent else found


def _counted(said: str, groups: list[str]) -> str:
    one, many = wording.HEADLINES[said]
    last = "or" if said == "absent" else "and"
    return (one if len(groups) == 1 else many).format(listed(groups, last))


def _finding(item: Evidence) -> str:
    what = label(group_of(item.code))
    words = {"s": f"“{item.subject_value}”", "e": f"“{item.entry_value}”", "label": what}
    if not item.subject_value and not item.entry_value:
        return _bare(item, what)
    if not item.subject_value or not item.entry_value:
        return _one_sided(item, words)
    return _template(item).format(**words)


def _template(item: Evidence) -> str:
    """The words for a finding with two values; codes and levels that are not known go by their bits."""
    by_code = wording.BY_CODE.get(f"{item.code}/{item.level}")
    if by_code:
        return by_code
    if item.subject_value == item.entry_value and item.level in wording.AGREEING:
        return wording.IDENTICAL
    by_sign = wording.FITS if item.bits > 0 else wording.CONFLICTS if item.bits < 0 else wording.OPEN
    return wording.BY_LEVEL.get(item.level, by_sign)


def _one_sided(item: Evidence, words: Mapping[str, str]) -> str:
    if item.bits == 0 and item.level == "unknown":
        lacking = "the subject has no" if item.entry_value else "the list gives no"
        return f"{lacking} {words['label']} to compare"
    return (wording.ENTRY_ONLY if item.entry_value else wording.SUBJECT_ONLY).format(**words)


def _bare(item: Evidence, what: str) -> str:
    """A finding without values: absence on both sides, or one whose code and level say it all."""
    if item.bits == 0:
        return f"neither side gives {'an' if what[0] in 'aeio' else 'a'} {what}"
    detail = " ".join(dict.fromkeys([item.code.rpartition(".")[2], item.level])).replace("_", " ")
    return f"{what}: {detail} speaks {'for' if item.bits > 0 else 'against'} the same party"
