"""The code tables of OFAC Advanced XML, and how an id of one is looked up."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from namesake.fields import countries
from namesake.lists.markup import Element, child, children, local, text

Table = Mapping[str, Element]


@dataclass(frozen=True, slots=True)
class References:
    """Code tables by name ("Script" for ScriptValues, besides "Location"), each from id to element.

    `missed` collects, by table, the ids that the file mentions and does not define: a cut file has many.
    """

    tables: Mapping[str, Table]
    missed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def element(self, table: str, key: str | None) -> Element | None:
        """The row of an id; None for no id, and for one that is missing."""
        if not key:
            return None
        found = self.tables.get(table, {}).get(key)
        if found is None:
            self.missed[table].append(key)
        return found

    def word(self, table: str, key: str | None) -> str:
        """The text of an id; '' where there is none."""
        return text(self.element(table, key))

    def country(self, key: str | None) -> tuple[str, str]:
        """The name of a country and its alpha-2 code, '' where unknown."""
        found = self.element("Country", key)
        code = found.get("ISO2", "").lower() if found is not None else ""
        return text(found), countries.code(text(found)) or (code if len(code) == 2 else "")

    def area(self, key: str | None) -> tuple[str, str]:
        """The name of an area, which need not be a country ("Region: Gaza"), and its code."""
        found = self.element("AreaCode", key)
        name = found.get("Description", "").strip() if found is not None else ""
        return name, countries.code(name)


def references(top: Element) -> References:
    """Every value set of a file, and its locations."""
    found: dict[str, Table] = {}
    for group in items(top, "ReferenceValueSets"):
        found[local(group).removesuffix("Values")] = _by_id(list(group))
    return References(found | {"Location": _by_id(items(top, "Locations"))})


def items(element: Element, section: str) -> list[Element]:
    """The elements in a section; none where there is no such section."""
    found = child(element, section)
    return list(children(found)) if found is not None else []


def _by_id(found: list[Element]) -> Table:
    return {key: item for item in found if (key := item.get("ID"))}
