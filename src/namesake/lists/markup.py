"""XML from publishers, read as hostile: no entities, no outside documents, no unbounded depth."""

import json
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from namesake.errors import EmptyPartError, ForbiddenMarkupError, MalformedError, Where
from namesake.values.versions import Part

Element: TypeAlias = etree._Element
Json: TypeAlias = "str | list[Json] | dict[str, Json]"


def root(part: Part) -> Element:
    """The root element of a part.

    Raises `EmptyPartError`, `MalformedError` (not well-formed, wrong encoding, nested deeper than 256) or
    `ForbiddenMarkupError` (any document type declaration: no list needs one, and entities live there).
    """
    if part.size == 0:
        raise EmptyPartError("the file is empty", where=Where(part.name))
    # huge_tree stays off: libxml2's limits on depth, name and text length are wanted here.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        with part.open() as stream:
            tree = etree.parse(stream, parser)
    except etree.XMLSyntaxError as error:
        place = Where(part.name, error.lineno)
        raise MalformedError(f"not well-formed XML: {error.msg}", where=place) from error
    if tree.docinfo.internalDTD is not None or tree.docinfo.doctype:
        raise ForbiddenMarkupError("the file declares a document type", where=Where(part.name))
    return tree.getroot()


def local(element: Element) -> str:
    """An element's name without its namespace: publishers change namespaces between releases."""
    return etree.QName(element).localname


def children(element: Element, name: str = "") -> Iterator[Element]:
    """The child elements, or those of one local name."""
    return (child for child in element if not name or local(child) == name)


def child(element: Element, *path: str) -> Element | None:
    """The first element along a path of local names, or None."""
    found: Element | None = element
    for name in path:
        found = next(children(found, name), None) if found is not None else None
    return found


def text(element: Element | None, *path: str) -> str:
    """The stripped text of an element (or of the first one along `path`); '' where there is none."""
    found = child(element, *path) if element is not None and path else element
    return (found.text or "").strip() if found is not None else ""


def texts(element: Element, *path: str) -> Iterator[str]:
    """The non-empty texts of all elements along a path of local names."""
    if not path:
        if value := text(element):
            yield value
        return
    for found in children(element, path[0]):
        yield from texts(found, *path[1:])


def record(element: Element) -> Json:
    """An element as a JSON value, verbatim: text, or an object of attributes (@), text (#) and children."""
    found: dict[str, Json] = {f"@{etree.QName(str(k)).localname}": str(v) for k, v in element.attrib.items()}
    for item in element:
        values = found.setdefault(local(item), [])
        if isinstance(values, list):
            values.append(record(item))
    content = element.text or ""
    if not found:
        return content
    if content.strip():
        found["#"] = content
    return found


def canonical(value: Json) -> str:
    """A JSON value as text, compact, in published order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
