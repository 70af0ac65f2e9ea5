"""One <entity> of OFAC Enhanced XML as a list entry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from namesake.fields import countries, ids
from namesake.fields.dates import parse
from namesake.lists.formats.ofac_enhanced_features import Feature, facts
from namesake.lists.formats.ofac_enhanced_terms import (
    LISTS,
    clean,
    in_order,
    name_kind,
    name_part,
    schema,
    script,
    written,
)
from namesake.lists.markup import Element, canonical, child, children, record, text, texts
from namesake.values.entities import ListEntry
from namesake.values.facts import Address, Identifier, Link, Listing, PartialDate
from namesake.values.names import Name

_LINES = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "REGION", "STATE/PROVINCE", "POSTAL CODE")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads entities for a source; `iso` maps the file's reference ids to alpha-2 codes of countries."""

    source_id: str
    iso: Mapping[str, str]

    def entry(self, entity: Element) -> ListEntry:
        """The entity as an entry. Never raises: what cannot be read stays a remark and in the original."""
        entry_id = entity.get("id", "").strip()
        known = facts(self._features(entity))
        documents = list(_items(entity, "identityDocuments"))
        identifiers = (*(self._identifier(item) for item in documents), *known.identifiers)
        return ListEntry(
            source=self.source_id,
            id=entry_id,
            identity=f"{self.source_id}:{entry_id}",
            schema=schema(text(entity, "generalInfo", "entityType")),
            names=in_order(list(_names(entity))),
            original=canonical(record(entity)),
            birth_dates=known.birth_dates,
            birth_places=known.birth_places,
            genders=known.genders,
            countries=known.countries,
            identifiers=tuple(dict.fromkeys(item for item in identifiers if item.value)),
            addresses=tuple(dict.fromkeys(self._addresses(entity))),
            listings=tuple(_listings(entity, LISTS.get(self.source_id, ""))),
            links=tuple(_links(entity)),
            titles=(*texts(entity, "generalInfo", "title"), *known.titles),
            remarks=(*texts(entity, "generalInfo", "remarks"), *known.remarks, *_invalid(documents)),
        )

    def _features(self, entity: Element) -> list[Feature]:
        """Primary values first, each kind in the order of the file."""
        found = sorted(_items(entity, "features"), key=_secondary)
        return [self._feature(item) for item in found]

    def _feature(self, item: Element) -> Feature:
        value = text(item, "value")
        return Feature(
            label=text(item, "type"),
            text=value,
            date=_date(found, value) if (found := child(item, "valueDate")) is not None else None,
            country=countries.code(value) or self.iso.get(text(item, "valueRefId"), ""),
            comment=text(item, "comments"),
            reliability=text(item, "reliability"),
        )

    def _identifier(self, item: Element) -> Identifier:
        label, country = text(item, "type"), self._country(child(item, "issuingCountry"))
        return ids.identifier(label, text(item, "documentNumber"), country)

    def _country(self, element: Element | None) -> str:
        if element is None:
            return ""
        return countries.code(text(element)) or self.iso.get(element.get("refId", ""), "")

    def _addresses(self, entity: Element) -> Iterator[Address]:
        for item in _items(entity, "addresses"):
            country = child(item, "country")
            translations = child(item, "translations")
            parts = [_parts(each) for each in children(translations)] if translations is not None else [{}]
            for found in parts:
                if found or text(country):
                    yield _address(found, text(country), self._country(country))


def _items(entity: Element, group: str) -> Iterator[Element]:
    found = child(entity, group)
    return children(found) if found is not None else iter(())


def _secondary(item: Element) -> bool:
    return text(item, "isPrimary") != "true"


def _names(entity: Element) -> Iterator[Name]:
    for name in _items(entity, "names"):
        kind = name_kind(text(name, "isPrimary") == "true", text(name, "aliasType"))
        weak = text(name, "isLowQuality") == "true"
        translations = sorted(_items(name, "translations"), key=lambda item: text(item, "isPrimary") != "true")
        for item in translations:
            code = script(text(item, "script"))
            parts = tuple(
                name_part(text(part, "type"), text(part, "value"))
                for part in _items(item, "nameParts")
                if text(part, "value")
            )
            whole = clean(text(item, "formattedFullName")) or written(parts, code)
            if whole:
                yield Name(whole, kind, weak, code, parts=parts)


def _date(element: Element | None, words: str) -> PartialDate | None:
    """The published bounds; the words are read only where the bounds are no dates."""
    try:
        first = date.fromisoformat(text(element, "fromDateBegin"))
        last = date.fromisoformat(text(element, "toDateEnd") or text(element, "fromDateEnd"))
    except ValueError:
        return parse(words)
    if first > last:
        return parse(words)
    return PartialDate(first, last, text(element, "isApproximate") == "true", words)


def _parts(translation: Element) -> dict[str, str]:
    found = list(_items(translation, "addressParts"))
    return {text(part, "type").upper(): text(part, "value") for part in found if text(part, "value")}


def _address(parts: Mapping[str, str], country: str, code: str) -> Address:
    lines = [parts[key] for key in _LINES if key in parts]
    others = [value for key, value in parts.items() if key not in _LINES]
    return Address(
        text=", ".join(filter(None, [*lines, *others, country])),
        city=parts.get("CITY", ""),
        region=parts.get("STATE/PROVINCE", "") or parts.get("REGION", ""),
        postal_code=parts.get("POSTAL CODE", ""),
        country=code,
    )


def _listings(entity: Element, own: str) -> Iterator[Listing]:
    """A listing for each programme, dated by the source's own list, and one for each further list.

    OFAC does not say which authority stands behind which programme: each listing names them all.
    """
    lists = list(_items(entity, "sanctionsLists"))
    dates = {text(item): parse(item.get("datePublished", "")) for item in reversed(lists)}
    first = own if own in dates else next((text(item) for item in lists), "")
    basis = "; ".join(dict.fromkeys(texts(entity, "legalAuthorities", "legalAuthority")))
    programmes = dict.fromkeys(texts(entity, "sanctionsPrograms", "sanctionsProgram")) or {"": None}
    for programme in programmes:
        yield Listing(programme, basis, dates.get(first), first)
    for name in dict.fromkeys(text(item) for item in lists):
        if name != first:
            yield Listing(listed_on=dates[name], authority=name)


def _links(entity: Element) -> Iterator[Link]:
    for item in _items(entity, "relationships"):
        related = child(item, "relatedEntity")
        target = related.get("entityId", "").strip() if related is not None else ""
        yield Link(text(item, "type"), target, text(related), text(item, "quality"))


def _invalid(documents: Sequence[Element]) -> Iterator[str]:
    """OFAC lists forged documents too: they identify the party, and a reader should know."""
    for item in documents:
        if text(item, "isValid") == "false":
            yield f"{text(item, 'type')} {text(item, 'documentNumber')}: not valid according to the publisher"
