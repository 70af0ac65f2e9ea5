"""OFAC's plain XML: `sdn.xml` and `consolidated.xml`, under any namespace."""

import re
from typing import TypeAlias

from namesake.errors import MalformedError, Where
from namesake.fields import dates
from namesake.lists.formats.ofac_delimited_entries import SCHEMAS
from namesake.lists.formats.ofac_remarks import items
from namesake.lists.formats.ofac_remarks_facts import Facts, country_code, kind_of, name, place
from namesake.lists.markup import Element, Json, canonical, children, local, record, root, text
from namesake.values.entities import ListEntry, Note
from namesake.values.facts import Address, Listing
from namesake.values.names import Name, NameKind, NamePart
from namesake.values.versions import Part, Publication

FORM = "sdn-xml"

Record: TypeAlias = "dict[str, Json]"

_VESSEL = {
    "vesselType": "Vessel Type",
    "tonnage": "Tonnage",
    "grossRegisteredTonnage": "Gross Registered Tonnage",
    "vesselOwner": "Vessel Owner",
}
_HEAD = re.compile(rb"<(?:[\w.-]+:)?sdnList[\s/>]")
_STREET = ("address1", "address2", "address3")


def matches(part: Part) -> bool:
    """Whether the root of a part is `sdnList`, from its beginning (in any encoding that XML allows)."""
    with part.open() as stream:
        return _HEAD.search(stream.read(4096).replace(b"\0", b"")) is not None


def read(source_id: str, part: Part) -> Publication:
    """A publication. Raises `MalformedError` (also for another root) and what `markup.root` raises."""
    top = root(part)
    if local(top) != "sdnList":
        raise MalformedError(f"the root element is {local(top)}, not sdnList", where=Where(part.name))
    notes: list[Note] = []
    entries: dict[str, ListEntry] = {}
    for element in children(top, "sdnEntry"):
        published = _published(element)
        uid = _text(published, "uid")
        if not uid or uid in entries:
            notes.append(_unread(part, element, uid))
            continue
        entries[uid] = _entry(source_id, uid, published)
    stamp = text(top, "publshInformation", "Publish_Date")
    dated = dates.month_day_year(stamp)
    return Publication(
        source_id,
        FORM,
        tuple(entries.values()),
        kinds=((part.name, "main"),),
        dated=dated.first if dated and dated.exact else None,
        stamp=stamp,
        declared_count=_count(text(top, "publshInformation", "Record_Count")),
        notes=tuple(notes),
    )


def _count(declared: str) -> int | None:
    return int(declared) if declared.isascii() and declared.isdigit() and len(declared) < 10 else None


def _unread(part: Part, element: Element, uid: str) -> Note:
    line: int | None = getattr(element, "sourceline", None)
    where = Where(part.name, line)
    if not uid:
        return Note("entry-unread", "an entry has no uid and was not read", where)
    return Note("entry-repeated", f"entry {uid} occurs a second time; the first one is used", where)


def _published(element: Element) -> Record:
    """An entry as its children by name, verbatim: read once, as asking lxml for each is slow."""
    found: Record = {}
    for item in element:
        values = found.setdefault(local(item), [])
        if isinstance(values, list):
            values.append(record(item))
    return found


def _records(parent: Record, name: str) -> list[Record]:
    """The children of a name that have children themselves."""
    values = parent.get(name, [])
    return [value for value in values if isinstance(value, dict)]


def _texts(parent: Record, name: str) -> list[str]:
    """The stripped texts of the children of a name, without empty ones."""
    values = [value.get("#", "") if isinstance(value, dict) else value for value in parent.get(name, [])]
    return [value.strip() for value in values if isinstance(value, str) and value.strip()]


def _text(parent: Record, name: str) -> str:
    return next(iter(_texts(parent, name)), "")


def _entry(source_id: str, uid: str, element: Record) -> ListEntry:
    schema = _schema(_text(element, "sdnType"))
    facts = Facts(person=schema == "Person")
    if (primary := _name(element, "primary")).text:
        facts.names.append(primary)
    facts.names.extend(alias for aka in _list(element, "aka") if (alias := _alias(aka)).text)
    _dated_and_placed(facts, element)
    _vessel(facts, element)
    for item in _list(element, "id"):
        _identifier(facts, item)
    facts.read(items(_text(element, "remarks")))
    return ListEntry(
        source=source_id,
        id=uid,
        identity=f"{source_id}:{uid}",
        schema=schema,
        names=tuple(facts.names),
        original=canonical(element),
        birth_dates=tuple(facts.birth_dates),
        birth_places=tuple(facts.birth_places),
        genders=tuple(facts.genders),
        countries=tuple(facts.countries),
        identifiers=tuple(facts.identifiers),
        addresses=tuple(a for item in _list(element, "address") if (a := _address(item)).text),
        listings=tuple(Listing(programme) for programme in _programmes(element)),
        links=tuple(facts.links),
        titles=tuple(_texts(element, "title")),
        remarks=tuple(facts.remarks),
    )


def _schema(sdn_type: str) -> str:
    """Here an organisation is called Entity, where the delimited files have null."""
    word = sdn_type.lower()
    return "Organization" if word == "entity" else SCHEMAS.get(word, "LegalEntity") if word else "LegalEntity"


def _list(element: Record, item: str) -> list[Record]:
    """The items of a list such as `akaList`, the one of the main entry first where one is named."""
    holders = _records(element, f"{item.removesuffix('Item')}List")
    found = [one for holder in holders for one in _records(holder, item)]
    return sorted(found, key=lambda one: _text(one, "mainEntry") != "true")


def _programmes(element: Record) -> list[str]:
    return [text for holder in _records(element, "programList") for text in _texts(holder, "program")]


def _name(element: Record, kind: NameKind, *, weak: bool = False) -> Name:
    """`lastName` holds the whole name of whatever is no person, and of many weak aliases."""
    last, first = _text(element, "lastName"), _text(element, "firstName")
    if not (last and first):
        return name(last or first, kind, weak=weak)
    return Name(f"{last}, {first}", kind, weak, parts=(NamePart("family", last), NamePart("given", first)))


def _alias(element: Record) -> Name:
    weak = _text(element, "category").lower() == "weak"
    return _name(element, kind_of(_text(element, "type")), weak=weak)


def _dated_and_placed(facts: Facts, element: Record) -> None:
    for item in _list(element, "dateOfBirthItem"):
        value = _text(item, "dateOfBirth")
        if value and not facts.birth_date(value):
            facts.remarks.append(f"DOB {value}")
    for item in _list(element, "placeOfBirthItem"):
        if value := _text(item, "placeOfBirth"):
            facts.birth_places.append(place(value))
    for item in _list(element, "nationality"):
        if value := _text(item, "country"):
            facts.country("nationality", value)
    for item in _list(element, "citizenship"):
        if value := _text(item, "country"):
            facts.country("citizenship", value)


def _vessel(facts: Facts, element: Record) -> None:
    info = next(iter(_records(element, "vesselInfo")), {})
    if flag := _text(info, "vesselFlag"):
        facts.country("flag", flag)
    if call_sign := _text(info, "callSign"):
        facts.identifier("Call Sign", call_sign, "")
    facts.remarks.extend(f"{label} {value}" for tag, label in _VESSEL.items() if (value := _text(info, tag)))


def _identifier(facts: Facts, element: Record) -> None:
    """One item of `idList`, a catch-all: gender, sanctions risks and web sites are "ids" here."""
    label, value = _text(element, "idType"), _text(element, "idNumber")
    country = _text(element, "idCountry")
    pieces = [label, value, f"({country})" if country else ""]
    for tag, word in (("issueDate", "issued"), ("expirationDate", "expires")):
        pieces.append(f"{word} {found}" if (found := _text(element, tag)) else "")
    item = " ".join(piece for piece in pieces if piece)
    read = bool(value) and (facts.labelled(label, value, item) or facts.identifier(label, value, country))
    if item and (not read or pieces[3] or pieces[4]):
        facts.remarks.append(item)


def _address(element: Record) -> Address:
    country, region = _text(element, "country"), _text(element, "stateOrProvince")
    city, postal_code = _text(element, "city"), _text(element, "postalCode")
    town = " ".join(piece for piece in (city, region, postal_code) if piece)
    street = [_text(element, tag) for tag in _STREET]
    line = ", ".join(piece for piece in (*street, town, country) if piece)
    return Address(line, city, region, postal_code, country_code(country))
