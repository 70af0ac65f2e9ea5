"""The grammar of OFAC's remarks: items, and where the publisher cut them.

Items are separated by `; ` and the last one ends in a full stop. A quote inside a quoted alias is not
escaped (`a.k.a. 'GOD'S LOYAL SUPPORTERS'`): the alias ends at a quote before `;` or before the end.
Source: OFAC, Consolidated Sanctions List, Data Specification, "Spillover files" and "Disposition of aliases".
"""

import re

_SEPARATOR = "; "
_ALIAS = re.compile(r"(?:alt\. )?[afn]\.k\.a\. '")
_ALIAS_END = re.compile(r"'(?=;|\.?\s*$)")
_LINKED = "Linked To: "
_ITEM_START = re.compile(
    r"(?:alt\. )?(?:[afn]\.k\.a\. '|\(?Linked To: |DOB |POB |Gender |nationality |citizen |Passport |Digital Currency)"
)
_ABBREVIATION = re.compile(
    r"(?:(?:^|[\s.(,&'-])[^\W\d_]|\b(?:CO|LTD|INC|CORP|LLC|BHD|PTE|PLC|PVT|JR|SR|INTL|EST|CIA|LTDA|SDN|No|St))\.$",
    re.IGNORECASE,
)


def items(text: str) -> tuple[str, ...]:
    """The items of remarks, in order, verbatim but for the separators and the full stop at the end.

    A list in brackets, `(Linked To: A; Linked To: B)` in the XML, gives its items; other brackets that
    hold a semicolon are one item, since what they say depends on their first words.
    """
    found: list[str] = []
    rest = text.strip()
    while rest:
        end = _end(rest)
        found.append(rest[:end].strip())
        rest = rest[end + 1 :].lstrip()
    if found:
        found[-1] = without_stop(found[-1])
    return tuple(part for item in found for part in _unbracketed(item) if part)


def without_stop(item: str) -> str:
    """An item without the full stop that ends the remarks, unless it belongs to an abbreviation."""
    return item if _ABBREVIATION.search(item) else item.removesuffix(".")


def _end(text: str) -> int:
    """Where the first item ends: the index of its semicolon, or the length."""
    plain = text.find(_SEPARATOR)
    plain = plain if plain >= 0 else len(text) - text.endswith(";")
    if alias := _ALIAS.match(text):
        return _alias_end(text, alias.end(), plain)
    if text.startswith("(") and not _balanced(text[:plain]):
        return _bracket_end(text, plain)
    return plain


def _alias_end(text: str, start: int, plain: int) -> int:
    """Past the closing quote; at the first semicolon if the quote is missing and a new item follows it."""
    closing = _ALIAS_END.search(text, start)
    if closing is None or (closing.end() > plain and _ITEM_START.match(text, plain + 2)):
        return plain
    after = text.find(_SEPARATOR, closing.end())
    return after if after >= 0 else len(text)


def _bracket_end(text: str, plain: int) -> int:
    """Past the bracket that closes the first one; at the first semicolon if none does."""
    end = plain
    while end < len(text):
        end = text.find(_SEPARATOR, end + 1)
        end = end if end >= 0 else len(text)
        if _balanced(text[:end]):
            return end
    return plain


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")")


def _unbracketed(item: str) -> tuple[str, ...]:
    if item.startswith("(" + _LINKED) and item.endswith(")"):
        return tuple(part.strip() for part in item[1:-1].split(_SEPARATOR))
    return (item,)
