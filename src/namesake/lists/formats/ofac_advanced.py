"""OFAC Advanced XML (sdn_advanced.xml, cons_advanced.xml): six sections joined by ids.

Source: https://www.treasury.gov/ofac/downloads/sanctions/1.0/sdn_advanced.xsd and OFAC's notes beside it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from namesake.errors import MalformedError, PartUnknownError, Where
from namesake.lists.formats.ofac_advanced_names import names
from namesake.lists.formats.ofac_advanced_parties import Reader
from namesake.lists.formats.ofac_advanced_references import References, items, references
from namesake.lists.formats.ofac_advanced_values import point
from namesake.lists.formats.ofac_enhanced_terms import LISTS
from namesake.lists.markup import Element, child, children, local, root
from namesake.values.entities import ListEntry, Note
from namesake.values.names import Name
from namesake.values.versions import Part, Publication

FORM = "advanced-xml"
_HEAD = re.compile(rb"<(?:[\w.-]+:)?Sanctions\s[^>]*un\.org/sanctions/1\.0")
_EXAMPLES = 3


def matches(part: Part) -> bool:
    """Whether the head of a part looks like this format."""
    with part.open() as stream:
        return _HEAD.search(stream.read(4096).replace(b"\0", b"")) is not None


def read(source_id: str, part: Part) -> Publication:
    """The parties of a file. Ids that lead nowhere, as in a cut file, become one note for each kind.

    Raises `PartUnknownError` for OFAC's other list, `MalformedError` where there are no parties at all,
    and what `markup.root` raises.
    """
    top = root(part)
    if local(top) != "Sanctions" or child(top, "DistinctParties") is None:
        raise MalformedError("no <Sanctions> with <DistinctParties>", where=Where(part.name))
    known = references(top)
    _refuse_other_list(source_id, part, top, known)
    found = [(party, names(party, known)) for party in items(top, "DistinctParties")]
    entries, notes = _entries(source_id, part, top, known, found)
    issued = point(child(top, "DateOfIssue"))
    return Publication(
        source=source_id,
        form=FORM,
        entries=entries,
        kinds=((part.name, "main"),),
        dated=issued.first if issued and issued.exact else None,
        stamp=issued.text if issued else "",
        notes=(*notes, *_dangling(part, top, known)),
    )


def _refuse_other_list(source_id: str, part: Part, top: Element, known: References) -> None:
    """OFAC names every list that a party is on: most parties of a file are on the list that it is of."""
    own = LISTS.get(source_id, "")
    listed = Counter(known.word("List", item.get("ListID")) for item in items(top, "SanctionsEntries"))
    for source, other in LISTS.items():
        if own and listed[other] > listed[own]:
            what = f"{listed[own]} of its listed parties are on the {own} and {listed[other]} on the {other}"
            raise PartUnknownError(what, where=Where(part.name), hint=f"Add it under the source {source}.")


Found = Sequence[tuple[Element, tuple[Name, ...]]]


def _entries(
    source_id: str, part: Part, top: Element, known: References, found: Found
) -> tuple[tuple[ListEntry, ...], tuple[Note, ...]]:
    reader = Reader(
        source_id,
        known,
        documents=_by(items(top, "IDRegDocuments"), "IdentityID"),
        relations=_by(items(top, "ProfileRelationships"), "From-ProfileID"),
        sanctions=_by(items(top, "SanctionsEntries"), "ProfileID"),
        parties=dict(_parties(found)),
    )
    entries, notes = [], []
    seen: Counter[str] = Counter()
    for party, called in found:
        entry = reader.entry(party, called)
        where = Where(part.name, cast("int | None", party.sourceline))  # lxml-stubs give it no type
        seen[entry.id] += 1
        if not entry.id:
            entry = replace(entry, id=f"line:{where.row}", identity=f"{source_id}:line:{where.row}")
            notes.append(Note("id-missing", f"kept as {entry.id}: the party has no FixedRef", where))
        elif seen[entry.id] > 1:
            entry = replace(entry, id=f"{entry.id}#{seen[entry.id]}")
            notes.append(Note("id-repeated", f"the FixedRef occurs again; kept as {entry.id}", where))
        if not entry.names:
            notes.append(Note("name-missing", f"{entry.id}: the party has no name", where))
        entries.append(entry)
    return tuple(entries), tuple(notes)


def _by(found: Iterable[Element], key: str) -> Mapping[str, Sequence[Element]]:
    groups: dict[str, list[Element]] = defaultdict(list)
    for item in found:
        groups[item.get(key, "")].append(item)
    return groups


def _parties(found: Found) -> Iterator[tuple[str, tuple[str, str]]]:
    for party, called in found:
        caption = called[0].text if called else ""
        for profile in children(party, "Profile"):
            yield profile.get("ID", ""), (party.get("FixedRef", ""), caption)


def _dangling(part: Part, top: Element, known: References) -> Iterator[Note]:
    """One note for each kind of id that leads nowhere, with its count and the first examples."""
    parties = items(top, "DistinctParties")
    profiles = {profile.get("ID", "") for party in parties for profile in children(party, "Profile")}
    identities = {item.get("ID", "") for party in parties for item in party.iter() if local(item) == "Identity"}
    missed = {f"{table} ids that the file does not define": keys for table, keys in known.missed.items()}
    for section, key, there in (
        ("IDRegDocuments", "IdentityID", identities),
        ("ProfileRelationships", "From-ProfileID", profiles),
        ("ProfileRelationships", "To-ProfileID", profiles),
        ("SanctionsEntries", "ProfileID", profiles),
    ):
        keys = [value for item in items(top, section) if (value := item.get(key, "")) not in there]
        missed[f"{section} whose {key} is no party of the file"] = keys
    for words, keys in missed.items():
        if keys:
            examples = ", ".join(dict.fromkeys(keys[:_EXAMPLES]))
            yield Note("reference-dangling", f"{len(keys)} {words} (first: {examples})", Where(part.name))
