"""A published record as a value that is equal exactly when the content is.

Publishers re-order children and re-wrap lines between releases; so children are compared as sets, and how
much white space there is counts for nothing, nor do empty values.
"""

import json
from typing import TypeAlias

Canonical: TypeAlias = "str | frozenset[Canonical] | frozenset[tuple[str, Canonical]] | None"

VOLATILE = ("seen", "DATAID")
"""First-level keys for what says nothing of the entry: when an export saw it (OpenSanctions), and the number
of its row in the publisher's own data base, which the UN gives anew when it files a record again."""


def elements(original: str) -> dict[str, object]:
    """The first level of an original: its elements, or the parts of the publication."""
    found: dict[str, object] = json.loads(original)
    return {key: value for key, value in found.items() if key not in VOLATILE}


def canonical(value: object) -> Canonical:
    """The content of a JSON value; None where it is empty."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, dict):
        pairs = ((str(key), canonical(item)) for key, item in value.items())
        return frozenset((key, item) for key, item in pairs if item is not None) or None
    if isinstance(value, list):
        return frozenset(item for item in map(canonical, value) if item is not None) or None
    return None if value is None else json.dumps(value)


def items(content: Canonical) -> frozenset[Canonical]:
    """What an element consists of: the members of its list, under wrappers that hold nothing else."""
    if content is None:
        return frozenset()
    if isinstance(content, str):
        return frozenset({content})
    if len(content) == 1:
        (only,) = content
        if isinstance(only, frozenset):
            return items(only)
        if isinstance(only, tuple) and isinstance(only[1], frozenset):
            return items(only[1])
    if any(isinstance(member, tuple) for member in content):
        return frozenset({content})
    return frozenset(member for member in content if not isinstance(member, tuple))


def shown(content: Canonical) -> str:
    """A canonical value in one line, always in the same order."""
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    return ", ".join(sorted(map(_member, content)))


def _member(member: "Canonical | tuple[str, Canonical]") -> str:
    if isinstance(member, tuple):
        key, value = member
        text = shown(value)
        return text if key == "#" else f"{key}: {text}"
    return shown(member)
