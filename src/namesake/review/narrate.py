"""Sentences for people: the only place where they are made.

They are about identity and nothing else: is this the same party, and how well would others fit? They never
say what kind of person somebody is. Values are quoted verbatim; whoever prints them makes them safe.
"""

from collections.abc import Mapping

from namesake.review.numbers import chance, counted, in_a_million, listed
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

LABELS: Mapping[str, str] = {
    "name": "name",
    "organisation": "organisation name",
    "birth_date": "birth date",
    "birth_place": "birth place",
    "country": "country",
    "gender": "gender",
    "identifier": "identifier",
    "address": "address",
}

LEVELS: Mapping[str, str] = {
    "exact": "{s} and {e} are the same {label}",
    "equal": "{s} and {e} are the same {label}",
    "close": "{s} is close to {e}",
    "joined": "{s} is {e} with words written together or apart",
    "initial": "{s} and {e} share an initial",
    "equivalent": "{s} and {e} are two forms of one name",
    "nickname": "{s} and {e} are two forms of one name",
    "day_month_swapped": "{s} is {e} with day and month swapped",
    "swapped": "{s} is {e} with day and month swapped",
    "year": "{s} and {e} agree in the year",
    "month": "{s} and {e} agree in year and month",
    "within": "{s} and {e} can be the same {label}",
    "overlap": "{s} and {e} can be the same {label}",
    "near": "{s} and {e} lie close together",
}


def sentence(evidence: Evidence) -> str:
    """One finding in one sentence, with how many people would agree as well where that is known."""
    said = _finding(evidence)
    if evidence.per_million is not None and evidence.bits > 0:
        said += f"; {chance(evidence.per_million)} would agree this well"
    return said[:1].upper() + said[1:] + "."


def headline(match: Match) -> str:
    """What agrees, what conflicts and what could not be compared, in one sentence."""
    found: dict[Verdict, list[str]] = {}
    for group in dict.fromkeys(group_of(item.code) for item in match.explanation.evidence):
        items = [item for item in match.explanation.evidence if group_of(item.code) == group]
        found.setdefault(verdict_of(items), []).append(label(group))
    order: tuple[tuple[Verdict, str, str], ...] = (
        ("agrees", "{} agrees", "{} agree"),
        ("close", "{} agrees in part", "{} agree in part"),
        ("conflicts", "{} conflicts", "{} conflict"),
        ("not-compared", "{} could not decide", "{} could not decide"),
    )
    pieces = [
        (one if len(found[v]) == 1 else many).format(listed(found[v])) for v, one, many in order if v in found
    ]
    said = "; ".join(pieces) or "nothing could be compared"
    return said[:1].upper() + said[1:] + "."


def by_chance(match: Match) -> str:
    """How many innocent others would match as well, in one sentence."""
    noun, nouns = ("person", "people") if kind_of(match.entry.schema) == "person" else ("name", "names")
    said = in_a_million(match.namesakes_per_million, noun, nouns)
    return f"{said[:1].upper()}{said[1:]} would match this well by chance."


def main_evidence(match: Match) -> str:
    """The sentence of the finding that speaks most for the match."""
    items = match.explanation.evidence
    return sentence(max(items, key=lambda item: item.bits)) if items else "Nothing could be compared."


def label(group: str) -> str:
    """A group of evidence in words."""
    return LABELS.get(group, group.replace("_", " "))


def consulted(item: Consulted) -> str:
    """A list that was used: its name and date, and everything about its state that a reader must know."""
    warnings = [word for said, word in ((item.stale, "stale"), (item.filtered, "a filtered export")) if said]
    marks = f" [{', '.join(warnings)}]" if warnings else ""
    return f"{item.reference} of {item.dated.isoformat()}{marks}"


def age(item: Consulted) -> str:
    """How old a list was when it was used, and whether that is too old."""
    said = "today's" if item.age_days == 0 else f"{counted(item.age_days, 'day')} old"
    return f"{said}, stale" if item.stale else said


def summary(counts: Summary, context: RunContext) -> str:
    """A run in one sentence: subjects, lists with dates, subjects by band, matches, skipped rows."""
    screened = counted(counts.clear + counts.review + counts.strong, "subject")
    against = listed([consulted(item) for item in context.lists]) if context.lists else "no list at all"
    found = f"{counts.strong:,} with a strong match, {counts.review:,} to review, {counts.clear:,} clear"
    matches = counted(counts.matches, "match", "matches")
    identities = counted(counts.identities, "listed identity", "listed identities")
    rows = counted(counts.skipped, "row") if counts.skipped else "no row"
    absent = listed([item.reference for item in context.not_consulted])
    missing = f"; not consulted: {absent}" if absent else ""
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
    return f"{item.reason} [{item.code}]"


def note(item: Note) -> str:
    """A note with its code and its place."""
    place = str(item.where)
    return f"{place + ': ' if place else ''}{item.text} [{item.code}]"


def _finding(item: Evidence) -> str:
    words = {
        "s": f"“{item.subject_value}”",
        "e": f"“{item.entry_value}”",
        "label": label(group_of(item.code)),
    }
    if not item.subject_value or not item.entry_value:
        return _one_sided(item, words)
    if item.bits < 0 and not (template := LEVELS.get(item.level)):
        return "{s} conflicts with {e} ({label})".format(**words)
    if item.bits > 0 and item.subject_value == item.entry_value:
        return "both sides give the {label} {s}".format(**words)
    template = LEVELS.get(item.level, "{s} fits {e} ({label})" if item.bits else "{s} and {e} do not decide")
    return template.format(**words)


def _one_sided(item: Evidence, words: Mapping[str, str]) -> str:
    if not item.subject_value and not item.entry_value:
        return _bare(item, words["label"])
    if item.bits == 0:
        lacking = "the subject has no" if item.entry_value else "the list gives no"
        return f"{lacking} {words['label']} to compare"
    if item.entry_value:
        return "{e} stands only in the list entry's {label}".format(**words)
    return "{s} stands only in the subject's {label}".format(**words)


def _bare(item: Evidence, what: str) -> str:
    """A finding without values, such as one about the order of words: its code's last word says it."""
    if item.bits == 0:
        return f"neither side gives a {what}" if what[0] not in "aeio" else f"neither side gives an {what}"
    detail = (
        " ".join(dict.fromkeys([item.code.rpartition(".")[2], item.level]))
        .replace("_", " ")
        .replace("-", " ")
    )
    speaks = "speaks for" if item.bits > 0 else "speaks against"
    return f"{what}: {detail} {speaks} the same party"
