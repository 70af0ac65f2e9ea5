"""What changed between two versions of a list: content only, like with like.

Entries are matched by their ids. Parts of the publication that one of the versions does not have are not
compared: not supplied is not removed. Versions of different forms (CSV and XML) only differ in who is listed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from namesake.lists.canonical import Canonical, canonical, elements, items, shown
from namesake.lists.delta_rows import PartDelta, count_rows, rows_of
from namesake.values.entities import ListEntry
from namesake.values.versions import ListVersion

MAIN = "main"


@dataclass(frozen=True, slots=True)
class EntryRef:
    """An entry by its id and first name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """Values that one element of an entry lost and gained, each in one line."""

    field: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that is in both versions and not the same."""

    entry: EntryRef
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Delta:
    """What changed from one version to another.

    `membership_only` says that the forms differ, so that `changed` was not looked for. `by_part` counts per
    part of a publication of several; `not_compared` names the parts that only one version has.
    """

    old: ListVersion
    new: ListVersion
    added: tuple[EntryRef, ...]
    removed: tuple[EntryRef, ...]
    changed: tuple[EntryChange, ...]
    by_part: tuple[PartDelta, ...] = ()
    not_compared: tuple[str, ...] = ()
    membership_only: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing changed."""
        rows = any(part.rows_added or part.rows_removed for part in self.by_part)
        return not (self.added or self.removed or self.changed or rows)


@dataclass(frozen=True, slots=True)
class Edition:
    """A version with its entries."""

    version: ListVersion
    entries: Iterable[ListEntry]


def delta(old: Edition, new: Edition) -> Delta:
    """Compare two versions of one list. Entries keep the order of the version that they are taken from."""
    before = {entry.id: entry for entry in old.entries}
    after = {entry.id: entry for entry in new.entries}
    added = tuple(_ref(entry) for key, entry in after.items() if key not in before)
    removed = tuple(_ref(entry) for key, entry in before.items() if key not in after)
    if old.version.form != new.version.form:
        return Delta(old.version, new.version, added, removed, (), membership_only=True)
    kinds, apart = _kinds(old.version, new.version)
    changed = tuple(_changes(before, after, kinds))
    by_part: tuple[PartDelta, ...] = ()
    if _in_parts(after) or _in_parts(before):
        touched = [{field.field.partition(".")[0] for field in change.fields} for change in changed]
        by_part = tuple(
            count_rows(
                kind,
                sum(kind in parts for parts in touched),
                *(_rows(side, kind) for side in (before, after)),
            )
            for kind in sorted(kinds, key=lambda kind: (kind != MAIN, kind))
        )
    return Delta(old.version, new.version, added, removed, changed, by_part, apart)


def _kinds(old: ListVersion, new: ListVersion) -> tuple[frozenset[str], tuple[str, ...]]:
    """The parts that both versions have, and those that only one has."""
    left, right = ({part.kind for part in version.parts} for version in (old, new))
    return frozenset(left & right), tuple(sorted(left ^ right))


def _in_parts(entries: Mapping[str, ListEntry]) -> bool:
    """Whether originals are made of the parts of the publication rather than of elements."""
    return any(entry.original.startswith('{"main":') for entry in entries.values())


def _rows(entries: Mapping[str, ListEntry], kind: str) -> dict[str, Canonical]:
    return {
        key: row for entry in entries.values() for key, row in rows_of(entry.id, elements(entry.original).get(kind))
    }


def _changes(
    before: Mapping[str, ListEntry], after: Mapping[str, ListEntry], kinds: frozenset[str]
) -> Iterator[EntryChange]:
    for key, entry in after.items():
        former = before.get(key)
        if former is None or former.original == entry.original:
            continue
        if fields := tuple(_fields(elements(former.original), elements(entry.original), kinds)):
            yield EntryChange(_ref(entry), fields)


def _fields(before: dict[str, object], after: dict[str, object], kinds: frozenset[str]) -> Iterator[FieldChange]:
    if MAIN in before or MAIN in after:
        before, after = _flat(before, kinds), _flat(after, kinds)
    for name in sorted(before.keys() | after.keys()):
        left, right = canonical(before.get(name)), canonical(after.get(name))
        if left != right:
            yield _change(name, left, right)


def _flat(parts: dict[str, object], kinds: frozenset[str]) -> dict[str, object]:
    """The comparable parts, a part of one row by its columns."""
    found: dict[str, object] = {}
    for kind, content in parts.items():
        if kind in kinds and isinstance(content, dict):
            found.update({f"{kind}.{column}": cell for column, cell in content.items()})
        elif kind in kinds:
            found[kind] = content
    return found


def _change(name: str, left: Canonical, right: Canonical) -> FieldChange:
    old, new = items(left), items(right)
    return FieldChange(name, _lines(old - new), _lines(new - old))


def _lines(contents: frozenset[Canonical]) -> tuple[str, ...]:
    return tuple(sorted(map(shown, contents)))


def _ref(entry: ListEntry) -> EntryRef:
    return EntryRef(entry.id, entry.names[0].text if entry.names else "")
