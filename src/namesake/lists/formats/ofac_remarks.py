"""The grammar of OFAC's remarks: items, and where the publisher cut them.

Items are separated by `; ` and the last one ends in a full stop. A quote inside a quoted alias is not
escaped (`a.k.a. 'GOD'S LOYAL SUPPORTERS'`): the alias ends at a quote before `;` or before the end. The
fixed-column files have double quotes where the delimited ones, which need those for themselves, have single.
Source: OFAC, Consolidated Sanctions List, Data Specification, "Spillover files" and "Disposition of aliases".
"""

import re

_SEPARATOR = re.compile(r";\s")
_ALIAS = re.compile(r"""(?:alt\. )?(?:[afn]\.k|d\.b)\.a\. (?=['"])""")
_ALIAS_END = {quote: re.compile(quote + r"(?=;|\.?\s*$)") for quote in "'\""}
_NOT_SPACE = re.compile(r"\S")
_LONGEST = 2000
_BRACKETED = 8
"""How many characters a quoted alias and how many items brackets may hold: hostile text must not take long."""
_LINKED = "Linked To: "
_ITEM_START = re.compile(
    r"(?:alt\. )?(?:[afn]\.k\.a\. ['\"]|\(?Linked To: |"
    r"(?:DOB|POB|Gender|nationality|citizen|Passport|Digital Currency) )"
)
_ABBREVIATION = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]|\b(?:CO|CORP|INC|LTD|LTDA))\.$")


def items(text: str) -> tuple[str, ...]:
    """The items of remarks, in order, verbatim but for the separators and the full stop at the end.

    A list in brackets, `(Linked To: A; Linked To: B)` in the XML, gives its items; other brackets that
    hold a semicolon are one item, since what they say depends on their first words.
    """
    found: list[str] = []
    start = _next(text, 0)
    while start < len(text):
        end = _end(text, start)
        found.append(text[start:end].strip())
        start = _next(text, end + 1)
    if found:
        found[-1] = without_stop(found[-1])
    return tuple(bare for item in found if (bare := _unbracketed(item)))


def without_stop(item: str) -> str:
    """An item without the full stop that ends the remarks, unless it may belong to the name of a company.

    The publisher writes one stop for both, so that `CO.` at the end may stand for `CO`; of those in OFAC's
    XML of 2024-05-07 that end in CO, CORP, INC, LTD or a single letter, three in four have their own stop.
    """
    kept = item.startswith(_LINKED) and _ABBREVIATION.search(item)
    return item if kept else item.removesuffix(".")


def _next(text: str, start: int) -> int:
    """Where the next item begins."""
    found = _NOT_SPACE.search(text, start)
    return found.start() if found else len(text)


def _separator(text: str, start: int) -> int:
    """The index of the next semicolon that separates, or the length; the one at the very end counts."""
    found = _SEPARATOR.search(text, start)
    return found.start() if found else len(text) - (text.endswith(";") and start < len(text))


def _end(text: str, start: int) -> int:
    """Where the item that begins at `start` ends: the index of its semicolon, or the length."""
    plain = _separator(text, start)
    if alias := _ALIAS.match(text, start):
        return _alias_end(text, alias.end(), plain)
    if text[start] == "(" and not text.startswith(_LINKED, start + 1):
        return _bracket_end(text, start, plain)
    return plain


def _alias_end(text: str, start: int, plain: int) -> int:
    """Past the closing quote; at the first semicolon if the quote is missing and a new item follows it."""
    closing = _ALIAS_END[text[start]].search(text[start : start + _LONGEST], 1)
    cut = closing is not None and start + closing.end() == start + _LONGEST < len(text)
    if closing is None or cut or (start + closing.end() > plain and _ITEM_START.match(text, plain + 2)):
        return plain
    return _separator(text, start + closing.end())


def _bracket_end(text: str, start: int, plain: int) -> int:
    """Past the bracket that closes the first one; at the first semicolon if none does soon."""
    end = plain
    for _ in range(_BRACKETED):
        if _surplus(text[start:end]) <= 0:
            return end
        end = _separator(text, end + 1)
    return plain


def _surplus(text: str) -> int:
    """How many brackets are open at the end; below zero, how many closing ones have no opening one."""
    return text.count("(") - text.count(")")


def _unbracketed(item: str) -> str:
    """An item without its share of the brackets around a list of links."""
    if item.startswith("(" + _LINKED):
        item = item[1:]
    return item[:-1] if item.startswith(_LINKED) and item.endswith(")") and _surplus(item) < 0 else item
