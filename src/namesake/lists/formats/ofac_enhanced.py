"""OFAC Enhanced XML: SDN_ENHANCED.XML, CONS_ENHANCED.XML and exports for single programmes.

Source: the files themselves and the schema that they name
(https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML.xsd).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast
from urllib.parse import quote

from namesake.errors import MalformedError, PartUnknownError, Where
from namesake.lists.formats import ofac_enhanced_entries
from namesake.lists.formats.ofac_enhanced_terms import LISTS
from namesake.lists.markup import Element, child, children, local, root, text, texts
from namesake.values.entities import ListEntry, Note
from namesake.values.versions import Part, Publication

FORM = "enhanced-xml"
_HEAD = re.compile(rb"<(?:[\w.-]+:)?sanctionsData[\s>/]")


def matches(part: Part) -> bool:
    """Whether the head of a part looks like this format."""
    with part.open() as stream:
        return _HEAD.search(stream.read(4096).replace(b"\0", b"")) is not None


def read(source_id: str, part: Part) -> Publication:
    """The entities of the source's own list.

    An export with filters becomes a filtered publication whose scope names them ("program=YEMEN"). Raises
    `PartUnknownError` for an export of OFAC's other list, and what `markup.root` raises.
    """
    top = root(part)
    entities = child(top, "entities")
    if local(top) != "sanctionsData" or entities is None:
        raise MalformedError("no <sanctionsData> with <entities>", where=Where(part.name))
    own = LISTS.get(source_id, "")
    mine, others = _split(entities, own)
    listed = frozenset(texts(top, "publicationInfo", "filters", "sanctionsLists", "sanctionsList"))
    _refuse_other_list(part, own, listed, (len(mine), len(others)))
    scope = _scope(top, () if not own or own in listed else sorted(listed))
    stamp = text(top, "publicationInfo", "dataAsOf")
    entries, notes = _entries(source_id, part, top, mine)
    return Publication(
        source=source_id,
        form=FORM,
        entries=entries,
        kinds=((part.name, "main"),),
        dated=_dated(stamp),
        stamp=stamp,
        scope=scope,
        filtered=bool(scope),
        notes=(*notes, *_left_out(others, own, part)),
    )


def _split(entities: Element, own: str) -> tuple[list[Element], list[Element]]:
    """The entities of the source's own list, and the others."""
    found = list(children(entities, "entity"))
    if not own:
        return found, []
    mine = [item for item in found if own in texts(item, "sanctionsLists", "sanctionsList")]
    others = [item for item in found if own not in texts(item, "sanctionsLists", "sanctionsList")]
    return mine, others


def _refuse_other_list(part: Part, own: str, listed: frozenset[str], counts: tuple[int, int]) -> None:
    """OFAC numbers parties across its lists, so that nothing else would tell one list from the other."""
    mine, others = counts
    if others and not mine:
        what = f"none of its {others} entities is on the {own}"
    elif own and listed and own not in listed and others:
        what = f"it is an export of the {', '.join(sorted(listed))}, and not of the {own}"
    else:
        return
    hint = "Add it under the source of its own list: us_ofac_sdn or us_ofac_cons."
    raise PartUnknownError(what, where=Where(part.name), hint=hint)


def _scope(top: Element, lists: Sequence[str]) -> str:
    """The filters as one stable word: groups and values sorted, quoted so that two filters never collide."""
    filters = child(top, "publicationInfo", "filters")
    groups = {"list": set(lists)} if lists else {}
    for group in children(filters) if filters is not None else ():
        name = local(group).removeprefix("sanctions").lower().removesuffix("s")
        values = {value for item in group.iter() if (value := text(item))}
        if local(group) != "sanctionsLists" and values:
            groups.setdefault(name, set()).update(values)
    return ":".join(f"{name}={'+'.join(_quoted(values))}" for name, values in sorted(groups.items()))


def _quoted(values: set[str]) -> list[str]:
    return sorted(quote(value.replace(" ", "-"), safe="") for value in values)


def _dated(stamp: str) -> date | None:
    """The day of "2024-05-24T15:59:26.4511801-04:00", in the publisher's own time zone."""
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def _entries(
    source_id: str, part: Part, top: Element, elements: Sequence[Element]
) -> tuple[tuple[ListEntry, ...], tuple[Note, ...]]:
    reader = ofac_enhanced_entries.Reader(source_id, _iso_codes(top))
    entries, notes = [], []
    seen: Counter[str] = Counter()
    for element in elements:
        where = Where(part.name, cast("int | None", element.sourceline))  # lxml-stubs give it no type
        entry = reader.entry(element)
        seen[entry.id] += 1
        if not entry.id:
            entry = replace(entry, id=f"line:{where.row}", identity=f"{source_id}:line:{where.row}")
            notes.append(Note("id-missing", f"kept as {entry.id}: the entity has no id", where))
        elif seen[entry.id] > 1:
            entry = replace(entry, id=f"{entry.id}#{seen[entry.id]}")
            notes.append(Note("id-repeated", f"the entity id occurs again; kept as {entry.id}", where))
        if not entry.names:
            notes.append(Note("name-missing", f"{entry.id}: the entity has no name", where))
        entries.append(entry)
    return tuple(entries), tuple(notes)


def _iso_codes(top: Element) -> dict[str, str]:
    """The ISO codes that the file itself gives for its countries, by reference id."""
    references = child(top, "referenceValues")
    found = children(references, "referenceValue") if references is not None else ()
    return {
        item.get("refId", ""): text(item, "isoCode").lower()
        for item in found
        if text(item, "type") == "COUNTRY" and len(text(item, "isoCode")) == 2
    }


def _left_out(others: Sequence[Element], own: str, part: Part) -> tuple[Note, ...]:
    if not others:
        return ()
    examples = ", ".join(item.get("id", "?") for item in others[:3])
    what = f"{len(others)} entities that are not on the {own} were left out ({examples}, ...)"
    return (Note("entries-of-other-list", what, Where(part.name)),)
