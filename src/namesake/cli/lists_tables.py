"""What `namesake lists` prints for people: tables, and one sentence at the end."""

from collections import Counter
from collections.abc import Iterator, Sequence

from namesake.app.lists import ListStatus
from namesake.app.offers import Offer
from namesake.cli.rendering import counted, print_error, print_table, say
from namesake.errors import NamesakeError
from namesake.lists.delta import Delta
from namesake.lists.source import SourceFacts
from namesake.values.versions import ListVersion

OUTCOMES = {
    "in-force": "is in force",
    "superseded": "is kept; a later version stays in force",
    "unchanged": "was kept before: nothing changed",
    "refused": "was refused; what was in force stays in force",
    "held-back": "is held back for a person; what was in force stays in force",
}
BASES = {"publication": "", "given": " (as given)", "added": " (the day it was added)"}


def print_offer(found: Offer) -> None:
    """Print what became of an offered version: its notes, what it failed, and a sentence."""
    version = found.version
    if found.outcome != "unchanged":
        _print_notes(version)
    if found.error:
        _print_checks(version)
    because = f' Accepted because: "{version.accepted_because}".' if version.accepted_because else ""
    entries = counted(version.entries, "entry", "entries")
    parts = counted(len(version.parts), "part")
    say(f"{version.reference} {version.id} ({entries}, {parts}) {OUTCOMES[found.outcome]}.{because}")


def print_version(version: ListVersion) -> None:
    """Print the parts, the checks and the notes of a version."""
    parts = [(part.kind or "-", part.name, f"{part.size:,}", part.sha256[:12]) for part in version.parts]
    print_table(f"{version.reference} {version.id}: parts", ("Kind", "File", "Bytes #", "SHA-256"), parts)
    _print_checks(version)
    _print_notes(version)


def _print_checks(version: ListVersion) -> None:
    checks = [(c.expectation, "passed" if c.passed else "FAILED", c.detail) for c in version.checks]
    print_table("Expectations", ("Expectation", "", "Found"), checks)


def _print_notes(version: ListVersion) -> None:
    """Notes by their kinds, with the first of each; the JSON has them all."""
    counts = Counter(note.code for note in version.notes)
    first = {note.code: note for note in reversed(version.notes)}
    rows = [(code, f"{count:,}", f"{first[code].text} {_at(str(first[code].where))}") for code, count in counts.items()]
    if rows:
        print_table("Notes", ("Note", "Times #", "The first of them"), rows)


def _at(where: str) -> str:
    return f"({where})" if where else ""


def print_updates(done: Sequence[tuple[str, Offer | NamesakeError]]) -> None:
    """Print what became of all lists, in a sentence."""
    counts = Counter(outcome.outcome if isinstance(outcome, Offer) else "failed" for _, outcome in done)
    words = ", ".join(f"{count} {word}" for word, count in counts.items())
    say(f"{counted(len(done), 'list')} asked for: {words or 'no list has an address to fetch it from'}.")


def print_statuses(found: Sequence[ListStatus]) -> None:
    """Print how every list stands."""
    columns = ("List", "Version", "Dated", "Age #", "Entries #", "State", "Last turned away")
    print_table("", columns, [_status(each) for each in found])
    stale = sum(each.stale for each in found)
    kept = sum(each.version is not None for each in found)
    for each in found:
        if each.broken:
            print_error(each.broken)
    lacking, broken = len(found) - kept, sum(each.broken is not None for each in found)
    unread = f"; the reader of {counted(broken, 'list')} cannot be loaded" if broken else ""
    say(f"{counted(kept, 'list')} in force, {stale} of them stale; {lacking} without a version in force{unread}.")


def _status(each: ListStatus) -> tuple[str, ...]:
    refusal = f"{each.refusal.id}: {_failed(each.refusal)}" if each.refusal else ""
    version = each.version
    if version is None:
        return each.reference, "-", "", "", "", "its reader cannot be loaded" if each.broken else "no version", refusal
    state = _state(each) + (", filtered" if version.filtered else "")
    dated = f"{version.dated}{BASES[version.dated_basis]}"
    return each.reference, version.id, dated, f"{each.age_days} d", f"{version.entries:,}", state, refusal


def _state(each: ListStatus) -> str:
    if each.facts is None:
        return "its reader cannot be loaded"
    return f"stale (renewed every {each.facts.cadence_days} days)" if each.stale else "fresh"


def _failed(version: ListVersion) -> str:
    return "; ".join(check.detail for check in version.checks if not check.passed)


def print_source(facts: SourceFacts | None, versions: Sequence[ListVersion], *, whole: bool) -> None:
    """Print a source with its versions, or all of one version."""
    if facts:
        print_table(facts.title, ("Fact", "Value"), list(_facts(facts)))
    columns = ("List", "Version", "State", "Dated", "Entries #", "Form", "Added", "Remark")
    print_table("Versions", columns, [_version(version) for version in versions])
    if whole:
        for version in versions:
            print_version(version)
    forces = sum(version.state == "in-force" for version in versions)
    say(f"{counted(len(versions), 'version')} kept, {forces} in force.")


def _facts(facts: SourceFacts) -> Iterator[tuple[str, str]]:
    yield "id", facts.id
    yield "publisher", facts.publisher
    yield "homepage", facts.homepage
    yield "licence", facts.licence
    yield "renewed", f"every {facts.cadence_days} days at the latest"
    for download in facts.downloads:
        yield f"download {download.part}", download.url + (" (optional)" if download.optional else "")


def _version(version: ListVersion) -> tuple[str, ...]:
    remark = f"accepted because: {version.accepted_because}" if version.accepted_because else _failed(version)
    return (
        version.reference,
        version.id,
        version.state,
        f"{version.dated}{BASES[version.dated_basis]}",
        f"{version.entries:,}",
        version.form,
        f"{version.added_at:%Y-%m-%d %H:%M}",
        remark,
    )


def print_diff(found: Delta) -> None:
    """Print added, removed and changed entries, fields named."""
    rows = [("added", ref.id, ref.name, "", "", "") for ref in found.added]
    rows += [("removed", ref.id, ref.name, "", "", "") for ref in found.removed]
    for change in found.changed:
        for field in change.fields:
            before, after = "\n".join(field.removed), "\n".join(field.added)
            rows.append(("changed", change.entry.id, change.entry.name, field.field, before, after))
    if rows:
        print_table("", ("Change", "Entry", "Name", "Field", "Before", "After"), rows)
    if len(found.by_part) > 1:
        columns = ("Part", "Entries changed #", "Rows added #", "Rows removed #", "Rows changed #")
        parts = [
            (p.kind, *map(str, (p.entries_changed, p.rows_added, p.rows_removed, p.rows_changed)))
            for p in found.by_part
        ]
        print_table("By part", columns, parts)
    say(_diff_sentence(found))


def _diff_sentence(found: Delta) -> str:
    changed = "changes not looked for" if found.membership_only else f"{len(found.changed):,} changed"
    text = (
        f"{found.new.reference} from {found.old.id} to {found.new.id}: {len(found.added):,} added, "
        f"{len(found.removed):,} removed, {changed}."
    )
    if found.membership_only:
        text += f" The forms differ ({found.old.form}, {found.new.form}): only who is listed was compared."
    if found.not_compared:
        text += f" Not compared, for only one version has them: {', '.join(found.not_compared)}."
    return text
