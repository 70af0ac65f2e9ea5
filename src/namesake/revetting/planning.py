"""The plan: how little must be done, and why that is enough."""

from namesake.revetting.differences import Differences
from namesake.values.revets import Plan, Trigger

OWN_LISTS = "table"
"""The source of in-house lists: their entries are findings of the operator's own."""


def plan(differences: Differences, size: int, asked: Trigger | None = None) -> Plan:
    """The least work that brings the matches of a population up to date.

    `size` is how many subjects are screened now. `asked` is a trigger that a person or a clock gave: "periodic" and
    "look-back" screen everybody again, whatever changed. A pair of subject and entry stands alone, so that only
    pairs of which one side is not as it was can have another result; unless what all rest on changed.
    """
    entries, subjects = differences.entries, differences.subjects
    probing = tuple(sorted((*entries.added, *entries.changed)))
    screened = tuple(sorted((*subjects.new, *subjects.changed)))
    why = _all_over(differences, asked) or _cheaper(len(probing), len(screened), size)
    return Plan(
        everything=bool(why),
        reason=f"{_everybody(size)}: {why}." if why else _less(differences),
        subjects=screened,
        entries=probing,
        withdrawn=subjects.withdrawn,
        removed=entries.removed,
    )


def trigger_of(differences: Differences, asked: Trigger | None = None) -> Trigger:
    """Why a run runs: what was asked for, else the most far-reaching thing that changed."""
    entries, subjects = differences.entries, differences.subjects
    touched = [ref.source for ref in (*entries.added, *entries.changed, *entries.removed)]
    if asked:
        return asked
    if differences.first:
        return "onboarding"
    if differences.basis:
        return "model or policy change"
    if touched:
        return "own finding" if all(source == OWN_LISTS for source in touched) else "list update"
    if subjects.new and not subjects.changed and not subjects.withdrawn:
        return "onboarding"
    return "subject update" if subjects != type(subjects)() else "list update"


def _all_over(differences: Differences, asked: Trigger | None) -> str:
    """Why nothing that was found before can be relied on; '' where it can."""
    reasons = [
        ("no run of this population is complete yet", differences.first),
        ("the scoring model is another", differences.model),
        ("the policy is another", differences.policy),
        ("this is another release of Namesake", differences.software),
        ("the periodic screening of everybody is due", asked == "periodic"),
        ("a look-back was asked for", asked == "look-back"),
        (f"the former version of {_listed(differences.lost)} is not kept any more", bool(differences.lost)),
    ]
    return "; ".join(reason for reason, holds in reasons if holds)


def _cheaper(entries: int, subjects: int, size: int) -> str:
    """Why screening everybody is less work: each entry is looked up among the subjects, each subject in the lists."""
    if entries + subjects <= size:
        return ""
    changed = " and ".join(
        _count(count, one, many)
        for count, one, many in ((entries, "entry", "entries"), (subjects, "subject", "subjects"))
        if count
    )
    return f"{changed} changed, and looking up each of them would be more work"


def _less(differences: Differences) -> str:
    """What is done where less than everything will do, as a sentence."""
    entries, subjects = differences.entries, differences.subjects
    changes = [
        (len(entries.added), "new entry", "new entries", "looked up among the subjects"),
        (len(entries.changed), "changed entry", "changed entries", "looked up among the subjects"),
        (len(entries.removed), "removed entry", "removed entries", "taken out with all matches"),
        (len(subjects.new), "new subject", "new subjects", "screened against all lists"),
        (len(subjects.changed), "changed subject", "changed subjects", "screened against all lists"),
        (len(subjects.withdrawn), "withdrawn subject", "withdrawn subjects", "taken out with all matches"),
    ]
    said = [f"{_count(count, one, many)} {_be(count)} {done}" for count, one, many, done in changes if count]
    if not said:
        return "Nothing has changed since the last complete run: every match stands as it was."
    return f"{'; '.join(said)}; no other pair of subject and entry can have another result."


def _everybody(size: int) -> str:
    return f"{_count(size, 'subject', 'subjects')} {_be(size)} screened against every entry"


def _count(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _be(count: int) -> str:
    return "is" if count == 1 else "are"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)
