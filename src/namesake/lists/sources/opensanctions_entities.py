"""FollowTheMoney entities as list entries, joined with the edges of the same file."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from namesake.fields.properties import Facts, facts_of
from namesake.lists.sources.opensanctions_edges import ADDRESS, DETAILS, EDGES, Additions, Edge, additions
from namesake.lists.sources.opensanctions_records import SOURCE_ID, original, references, strings
from namesake.values.entities import NOT_A_PARTY, ListEntry
from namesake.values.facts import Listing
from namesake.values.names import Name

Record = Mapping[str, Any]

_NO_PARTIES = {*EDGES, *DETAILS, ADDRESS} - {"CryptoWallet"}
_EXAMPLES = 3


@dataclass(slots=True)
class Entities:
    """Reads the entities of one file and remembers its edges, which may stand before or after their ends.

    `nested` says that an entity held others inside.
    """

    nested: bool = False
    _edges: dict[str, Edge] = field(default_factory=dict)
    _located: list[tuple[str, str]] = field(default_factory=list)
    _captions: dict[str, str] = field(default_factory=dict)
    _unread: Counter[str] = field(default_factory=Counter)
    _examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def entry(self, record: Record, entry_id: str) -> ListEntry:
        """The entity as an entry, not yet joined with edges. Never raises on odd values."""
        properties = self._remember(record)
        found = facts_of(properties, record["schema"])
        self._count(found)
        topics = properties.get("topics", ())
        return ListEntry(
            source=SOURCE_ID,
            id=entry_id,
            identity=f"{SOURCE_ID}:{record['id'].strip()}",
            schema=record["schema"],
            names=_captioned(found, str(record.get("caption", ""))),
            original=original(record),
            birth_dates=found.birth_dates,
            birth_places=found.birth_places,
            genders=found.genders,
            countries=found.countries,
            identifiers=found.identifiers,
            addresses=found.addresses,
            listings=tuple(Listing(programme) for programme in properties.get("programId", ())),
            titles=found.titles,
            remarks=(*found.remarks, *([f"topics: {', '.join(topics)}"] if topics else [])),
            references=references(record["id"].strip(), strings(record, "referents"), strings(record, "datasets")),
            marks=(NOT_A_PARTY,) if record["schema"] in _NO_PARTIES else (),
        )

    def joined(self, entries: Sequence[ListEntry]) -> Iterator[ListEntry]:
        """The entries with the links, listings, identifiers and addresses that the edges give them."""
        found = additions(tuple(self._edges.values()), self._located, self._captions)
        for entry in entries:
            yield _joined(entry, found.get(entry.id, ()))

    def unread(self) -> Iterator[str]:
        """One text for each property with values that were not understood."""
        for name, count in sorted(self._unread.items()):
            yield f"{count} values of {name}: {'; '.join(self._examples[name])}"

    def _remember(self, record: Record) -> dict[str, list[str]]:
        """The properties with ids in place of the entities inside; those are remembered, however deep."""
        waiting: list[tuple[Record, str]] = []
        result = self._flat(record, "", waiting)
        while waiting:
            inner, container = waiting.pop()
            self.nested = True
            self._flat(inner, container, waiting)
        return result

    def _flat(self, record: Record, container: str, waiting: list[tuple[Record, str]]) -> dict[str, list[str]]:
        key, schema = str(record.get("id", "")).strip(), str(record.get("schema", ""))
        found: dict[str, list[str]] = {}
        for name, values in record["properties"].items():
            given = values if isinstance(values, list) else [values]
            inside = [value for value in given if isinstance(value, dict)]
            waiting += [(value, key) for value in inside if isinstance(value.get("properties"), dict)]
            found[name] = [str(value.get("id", "")) if isinstance(value, dict) else value for value in given]
        self._captions[key] = str(record.get("caption", ""))
        self._located += [(key, value) for value in strings(found, "addressEntity")]
        if schema in EDGES or schema in DETAILS or schema == ADDRESS:
            texts = {name: strings(found, name) for name in found}
            edge = Edge(key or f"{container}#{len(self._edges)}", schema, container, texts)
            self._edges.setdefault(edge.id, edge)
        return found

    def _count(self, found: Facts) -> None:
        for note in found.notes:
            self._unread[note.where.column] += 1
            examples = self._examples[note.where.column]
            if len(examples) < _EXAMPLES and note.text not in examples:
                examples.append(note.text)


def _captioned(found: Facts, caption: str) -> tuple[Name, ...]:
    """The name that the publisher shows comes first among the primary ones."""
    return tuple(sorted(found.names, key=lambda name: name.kind != "primary" or name.text != caption))


def _joined(entry: ListEntry, found: Sequence[Additions]) -> ListEntry:
    if not found:
        return entry
    return replace(
        entry,
        links=tuple(dict.fromkeys(value for item in found for value in item.links)),
        listings=tuple(dict.fromkeys([*entry.listings, *(v for item in found for v in item.listings)])),
        identifiers=tuple(dict.fromkeys([*entry.identifiers, *(v for item in found for v in item.identifiers)])),
        addresses=tuple(dict.fromkeys([*entry.addresses, *(v for item in found for v in item.addresses)])),
        references=tuple(dict.fromkeys([*entry.references, *(v for item in found for v in item.references)])),
    )
