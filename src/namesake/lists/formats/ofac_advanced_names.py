"""The names in OFAC Advanced XML: what a part is stands in the part's group, elsewhere in the identity."""

from collections.abc import Iterator, Mapping

from namesake.lists.formats.ofac_advanced_references import References, items
from namesake.lists.formats.ofac_enhanced_terms import in_order, name_kind, name_part, script, written
from namesake.lists.markup import Element, children, text
from namesake.values.names import Name, NameKind, NamePart


def names(party: Element, references: References) -> tuple[Name, ...]:
    """Every name of every identity of a party: each alias in all its scripts."""
    found: list[Name] = []
    for profile in children(party, "Profile"):
        for identity in children(profile, "Identity"):
            found += _identity(identity, references)
    return in_order(found)


def _identity(identity: Element, references: References) -> Iterator[Name]:
    types = dict(_part_types(identity, references))
    own = identity.get("Primary", "true") == "true"
    for alias in children(identity, "Alias"):
        alias_type = references.word("AliasType", alias.get("AliasTypeID"))
        kind = name_kind(own and alias.get("Primary") == "true", alias_type)
        weak = alias.get("LowQuality") == "true"
        for documented in children(alias, "DocumentedName"):
            yield from _documented(documented, types, references, kind, weak)


def _part_types(identity: Element, references: References) -> Iterator[tuple[str, str]]:
    for master in items(identity, "NamePartGroups"):
        for group in children(master, "NamePartGroup"):
            kind = references.word("NamePartType", group.get("NamePartTypeID"))
            yield group.get("ID", ""), kind


def _documented(
    documented: Element, types: Mapping[str, str], references: References, kind: NameKind, weak: bool
) -> Iterator[Name]:
    parts: list[NamePart] = []
    code = ""
    for part in children(documented, "DocumentedNamePart"):
        for value in children(part, "NamePartValue"):
            group = value.get("NamePartGroupID", "")
            if group not in types:
                references.missed["NamePartGroup"].append(group)
            if text(value):
                code = code or script(references.word("Script", value.get("ScriptID")))
                parts.append(name_part(types.get(group, ""), text(value)))
    if whole := written(parts, code):
        yield Name(whole, kind, weak, code, parts=tuple(parts))
