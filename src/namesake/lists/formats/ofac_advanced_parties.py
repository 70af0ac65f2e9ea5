"""One <DistinctParty> of OFAC Advanced XML as a list entry, joined with the sections that point to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from namesake.fields import ids
from namesake.lists.formats.ofac_advanced_references import References
from namesake.lists.formats.ofac_advanced_values import address, country, period, point
from namesake.lists.formats.ofac_enhanced_features import Feature, facts
from namesake.lists.formats.ofac_enhanced_terms import schema
from namesake.lists.markup import Element, Json, canonical, child, children, record, text
from namesake.values.entities import ListEntry
from namesake.values.facts import Identifier, Link, Listing
from namesake.values.names import Name

Joined = Mapping[str, Sequence[Element]]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the parties of a file for a source.

    `documents` are by identity id, `relations` by the profile that they start from, `sanctions` by profile;
    `parties` gives the entry id and the caption of each profile.
    """

    source_id: str
    references: References
    documents: Joined
    relations: Joined
    sanctions: Joined
    parties: Mapping[str, tuple[str, str]]

    def entry(self, party: Element, names: tuple[Name, ...]) -> ListEntry:
        """The party as an entry. Never raises: ids that lead nowhere are collected in `references`."""
        entry_id = party.get("FixedRef", "").strip()
        profiles = list(children(party, "Profile"))
        documents = [item for profile in profiles for item in self._documents(profile)]
        relations = [item for profile in profiles for item in self.relations.get(profile.get("ID", ""), ())]
        sanctions = [item for profile in profiles for item in self.sanctions.get(profile.get("ID", ""), ())]
        known = facts(item for profile in profiles for item in self._features(profile))
        numbers = (*(self._identifier(item) for item in documents), *known.identifiers)
        return ListEntry(
            source=self.source_id,
            id=entry_id,
            identity=f"{self.source_id}:{entry_id}",
            schema=self._schema(profiles),
            names=names,
            original=self._original(party, documents, relations, sanctions),
            birth_dates=known.birth_dates,
            birth_places=known.birth_places,
            genders=known.genders,
            countries=known.countries,
            identifiers=tuple(dict.fromkeys(item for item in numbers if item.value)),
            addresses=tuple(item for item in known.addresses if item.text),
            listings=tuple(listing for item in sanctions for listing in self._listings(item)),
            links=tuple(self._link(item) for item in relations),
            titles=known.titles,
            remarks=(*_comments(party), *known.remarks, *self._invalid(documents)),
        )

    def _schema(self, profiles: Sequence[Element]) -> str:
        """Two sub-types are both called "Unknown": only the type above them tells a person from an entity."""
        if not profiles:
            return schema("")
        sub_type = self.references.element("PartySubType", profiles[0].get("PartySubTypeID"))
        if sub_type is None:
            return schema("")
        upper = self.references.word("PartyType", sub_type.get("PartyTypeID"))
        found = schema(text(sub_type))
        return found if found != schema("") else schema(upper)

    def _features(self, profile: Element) -> Iterator[Feature]:
        for item in children(profile, "Feature"):
            label = self.references.word("FeatureType", item.get("FeatureTypeID"))
            for version in children(item, "FeatureVersion"):
                yield self._feature(label, version)

    def _feature(self, label: str, version: Element) -> Feature:
        dated = child(version, "DatePeriod")
        when = period(dated) if dated is not None else None
        located = [item.get("LocationID") for item in children(version, "VersionLocation")]
        places = [found for key in located if (found := self.references.element("Location", key)) is not None]
        name, code = country(places[0], self.references) if places else ("", "")
        where = address(places[0], self.references) if places else None
        words = list(filter(None, (self._detail(item) for item in children(version, "VersionDetail"))))
        unread = [text(item) for item in dated.iter()] if dated is not None and when is None else []
        return Feature(
            label=label,
            text="; ".join(words) or name or (when.text if when else " ".join(filter(None, unread))),
            date=when,
            country=code,
            address=where if where and where.text else None,
            comment=text(version, "Comment"),
            reliability=self.references.word("Reliability", version.get("ReliabilityID")),
        )

    def _detail(self, item: Element) -> str:
        return text(item) or self.references.word("DetailReference", item.get("DetailReferenceID"))

    def _documents(self, profile: Element) -> Iterator[Element]:
        for identity in children(profile, "Identity"):
            yield from self.documents.get(identity.get("ID", ""), ())

    def _identifier(self, item: Element) -> Identifier:
        label = self.references.word("IDRegDocType", item.get("IDRegDocTypeID"))
        _, code = self.references.country(item.get("IssuedBy-CountryID"))
        return ids.identifier(label, text(item, "IDRegistrationNo"), code)

    def _invalid(self, documents: Sequence[Element]) -> Iterator[str]:
        for item in documents:
            validity = self.references.word("Validity", item.get("ValidityID"))
            if validity and validity != "Valid":
                label = self.references.word("IDRegDocType", item.get("IDRegDocTypeID"))
                yield f"{label} {text(item, 'IDRegistrationNo')}: {validity} according to the publisher"

    def _link(self, item: Element) -> Link:
        target = item.get("To-ProfileID", "")
        entry_id, caption = self.parties.get(target, (target, ""))
        quality = self.references.word("RelationQuality", item.get("RelationQualityID"))
        words = [
            *(["former"] if item.get("Former") == "true" else []),
            quality if quality != "Unknown" else "",
        ]
        kind = self.references.word("RelationType", item.get("RelationTypeID"))
        return Link(kind, entry_id, caption, ", ".join(filter(None, [*words, text(item, "Comment")])))

    def _listings(self, item: Element) -> Iterator[Listing]:
        """A listing for each programme: it stands in the comment of a measure of the type "Program"."""
        events = list(children(item, "EntryEvent"))
        days = [day for event in events if (day := point(child(event, "Date"))) is not None]
        basis = dict.fromkeys(self.references.word("LegalBasis", event.get("LegalBasisID")) for event in events)
        programmes = [
            text(measure, "Comment") for measure in children(item, "SanctionsMeasure") if self._is_programme(measure)
        ]
        for programme in dict.fromkeys(programmes) or {"": None}:
            yield Listing(
                programme=programme,
                legal_basis="; ".join(filter(None, basis)),
                listed_on=min(days, key=lambda day: day.first, default=None),
                authority=self.references.word("List", item.get("ListID")),
            )

    def _is_programme(self, measure: Element) -> bool:
        return self.references.word("SanctionsType", measure.get("SanctionsTypeID")) == "Program"

    def _original(self, party: Element, *joined: Sequence[Element]) -> str:
        keys = dict.fromkeys(item.get("LocationID", "") for item in party.iter())
        table = self.references.tables.get("Location", {})
        located = [_location(table[key]) for key in keys if key in table]
        names = ("IDRegDocuments", "ProfileRelationships", "SanctionsEntries")
        sections = {name: [*map(record, group)] for name, group in zip(names, joined, strict=True)}
        found: dict[str, Json] = {"DistinctParty": record(party)}
        found |= {name: values for name, values in (sections | {"Locations": located}).items() if values}
        return canonical(found)


def _location(element: Element) -> Json:
    """Without the references back to all other features of the file: they change with any other party."""
    found = record(element)
    if isinstance(found, dict):
        found.pop("FeatureVersionReference", None)
    return found


def _comments(party: Element) -> Iterator[str]:
    if comment := text(party, "Comment"):
        yield comment
