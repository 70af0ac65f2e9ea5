"""What a run changed: matches that stood against matches that stand."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from namesake.revetting.contents import match_in
from namesake.revetting.differences import Differences
from namesake.revetting.planning import OWN_LISTS
from namesake.values.matches import Evidence, Match
from namesake.values.revets import Change, ChangeKind, EntryRef, EvidenceChange, Found, Plan

Key = tuple[int, EntryRef]

PRIOR = "prior"
"""Stands for the prior among the findings: another model may have another one."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Matches that stand, of how many subjects and with how many listed identities; and what became of matches."""

    matches: int = 0
    subjects: int = 0
    identities: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0
    unchanged: int = 0


class Reasons:
    """Says in words why a match is new, changed or gone."""

    def __init__(self, differences: Differences) -> None:
        entries, subjects = differences.entries, differences.subjects
        self._expired, self._removed = {one.entry: one.day for one in entries.expired}, frozenset(entries.removed)
        self._added, self._entries = frozenset(entries.added), frozenset(entries.changed)
        self._withdrawn, self._new = frozenset(subjects.withdrawn), frozenset(subjects.new)
        self._subjects, self._dropped = frozenset(subjects.changed), frozenset(differences.dropped)
        self._basis = _basis(differences)

    def why(self, number: int, entry: EntryRef) -> str:
        """What changed about a subject, an entry, or else what results rest on."""
        said = [
            ("the list is not screened against any more", entry.reference in self._dropped),
            (self._expiry(entry), entry in self._expired and entry.reference not in self._dropped),
            ("delisted", entry in self._removed - self._expired.keys() and entry.reference not in self._dropped),
            ("the entry is new", entry in self._added),
            ("the entry changed", entry in self._entries),
            ("the subject was withdrawn", number in self._withdrawn),
            ("the subject is new", number in self._new),
            ("the subject changed", number in self._subjects),
        ]
        found = [reason for reason, holds in said if holds]
        return "; ".join(found or self._basis)

    def _expiry(self, entry: EntryRef) -> str:
        what = "finding" if entry.source == OWN_LISTS else "entry"
        return f"the {what} expired on {self._expired.get(entry)}"


class Affected:
    """The matches that must be looked at again, or are gone."""

    def __init__(self, plan: Plan) -> None:
        self._everything = plan.everything
        self._numbers = frozenset((*plan.subjects, *plan.withdrawn))
        self._entries = frozenset((*plan.entries, *plan.removed))

    def __contains__(self, found: Found) -> bool:
        return self._everything or found.number in self._numbers or found.entry in self._entries


def changes(stood: Iterable[Found], found: Iterable[Found], reasons: Reasons) -> Iterator[Change]:
    """What became of every match, by subject and entry.

    `stood` are the matches that had to be looked at again, `found` what they were replaced by. One with the same
    evidence is unchanged, even where the entry says something else now that is no evidence.
    """
    before, after = _by_key(stood), _by_key(found)
    for key in sorted(before.keys() | after.keys()):
        yield _change(key, before.get(key), after.get(key), reasons)


def evidence(before: Match, after: Match) -> tuple[EvidenceChange, ...]:
    """The kinds of findings that are not the same, with what all findings of that kind were worth together.

    They may be worth as much as before: then it is a value that changed.
    """
    old, new = _by_code(before), _by_code(after)
    codes = dict.fromkeys((*new, *old))
    return tuple(
        EvidenceChange(code, _bits(old.get(code)), _bits(new.get(code)))
        for code in codes
        if old.get(code) != new.get(code)
    )


def standing(stood: Iterable[Found], changed: Iterable[Change]) -> list[Found]:
    """The matches after a run, by subject and entry."""
    held = _by_key(stood)
    for change in changed:
        if change.after is None:
            held.pop((change.number, change.entry), None)
        else:
            held[change.number, change.entry] = change.after
    return [held[key] for key in sorted(held)]


class Counting:
    """Counts what stands after a run, honestly: matches, the subjects that have any, and the listed identities that
    they are with; and what became of matches."""

    def __init__(self) -> None:
        self._kinds: Counter[ChangeKind] = Counter()
        self._matches = 0
        self._subjects: set[int] = set()
        self._identities: set[str] = set()

    def untouched(self, found: Found) -> None:
        """Count a match that the run had no reason to look at."""
        self._kinds["unchanged"] += 1
        self._stands(found)

    def change(self, change: Change) -> None:
        """Count what became of a match that the run looked at."""
        self._kinds[change.kind] += 1
        if change.after:
            self._stands(change.after)

    def counts(self) -> Counts:
        """What it comes to."""
        kinds = self._kinds
        return Counts(
            self._matches, len(self._subjects), len(self._identities),
            kinds["new"], kinds["changed"], kinds["gone"], kinds["unchanged"],
        )  # fmt: skip

    def _stands(self, found: Found) -> None:
        self._matches += 1
        self._subjects.add(found.number)
        self._identities.add(found.identity)


def _change(key: Key, before: Found | None, after: Found | None, reasons: Reasons) -> Change:
    number, entry = key
    if before is None or after is None:
        return Change("new" if before is None else "gone", number, entry, before, after, reasons.why(number, entry))
    if before.match == after.match:
        return Change("unchanged", number, entry, before, after)
    one, other = match_in(before), match_in(after)
    if one.explanation == other.explanation and one.band == other.band:
        return Change("unchanged", number, entry, before, after)
    return Change("changed", number, entry, before, after, reasons.why(number, entry), evidence(one, other))


def _by_key(found: Iterable[Found]) -> dict[Key, Found]:
    return {(one.number, one.entry): one for one in found}


def _by_code(match: Match) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = {PRIOR: [Evidence(PRIOR, "", "", "", match.explanation.prior)]}
    for item in match.explanation.evidence:
        found.setdefault(item.code, []).append(item)
    return found


def _bits(items: list[Evidence] | None) -> int | None:
    return sum(item.bits for item in items) if items is not None else None


def _basis(differences: Differences) -> list[str]:
    said = [
        ("screened for the first time", differences.first),
        ("the scoring model is another", differences.model),
        ("the policy is another", differences.policy),
        ("another release of Namesake", differences.software),
    ]
    return [reason for reason, holds in said if holds] or ["everybody was screened again"]
