"""One list entry, printed whole: every fact, then the record as the publisher has it."""

import json
from collections.abc import Iterator

from namesake.cli.rendering import print_table, say, visible
from namesake.values.entities import Entity, ListEntry
from namesake.values.facts import Identifier, PartialDate
from namesake.values.names import Name
from namesake.values.versions import ListVersion


def print_entry(version: ListVersion, entry: ListEntry) -> None:
    """Print the facts of an entry and its original."""
    title = f"{entry.id} in {version.reference} {version.id}"
    print_table(title, ("Fact", "Value"), list(facts(entry)))
    say("As published:")
    for line in json.dumps(json.loads(entry.original), ensure_ascii=False, indent=2).split("\n"):
        say(visible(line))
    say(f"{entry.schema} {entry.id}, {len(entry.names)} names, version {version.id} of {version.dated}.")


def facts(entry: ListEntry) -> Iterator[tuple[str, str]]:
    """Every fact of an entry, one a row, in the order of importance."""
    yield "identity", entry.identity
    yield from shared_facts(entry)
    for listing in entry.listings:
        since = _date(listing.listed_on) if listing.listed_on else ""
        yield "listing", _joined(listing.programme, listing.authority, listing.legal_basis, since)
    for link in entry.links:
        yield "link", _joined(link.kind, link.target_name, link.target_id, link.text)
    yield from (("title", title) for title in entry.titles)
    yield from (("remark", remark) for remark in entry.remarks)
    yield from (("also", reference) for reference in entry.references)
    yield from (("mark", mark) for mark in entry.marks)
    if entry.expires:
        yield "expires", entry.expires.isoformat()


def shared_facts(party: ListEntry | Entity) -> Iterator[tuple[str, str]]:
    """Every fact that entries and subjects share, one a row, in the order of importance."""
    yield "schema", party.schema
    for name in party.names:
        yield _kind(name), _name(name)
    for date in party.birth_dates:
        yield "born", _date(date)
    yield from (("birth place", _joined(place.text, place.country)) for place in party.birth_places)
    yield from (("gender", gender) for gender in party.genders)
    yield from ((fact.role, _joined(fact.text, fact.code)) for fact in party.countries)
    yield from ((f"id {item.scheme}", _identifier(item)) for item in party.identifiers)
    yield from (("address", _joined(address.text, address.country)) for address in party.addresses)


def _kind(name: Name) -> str:
    return f"{'weak ' if name.weak else ''}{'name' if name.kind == 'primary' else name.kind}"


def _name(name: Name) -> str:
    parts = ", ".join(f"{part.kind}: {part.text}" for part in name.parts)
    return _joined(name.text, name.script, name.language, f"({parts})" if parts else "")


def _date(date: PartialDate) -> str:
    circa = "about " if date.circa else ""
    span = str(date.first) if date.first == date.last else f"{date.first} to {date.last}"
    return f"{circa}{span}" + (f' ("{date.text}")' if date.text else "")


def _identifier(item: Identifier) -> str:
    valid = {True: "valid", False: "not valid", None: ""}[item.valid]
    return _joined(item.value, item.country, item.label, valid)


def _joined(*pieces: str) -> str:
    return "  ".join(piece for piece in pieces if piece)
