"""The page on the JSON of results, from its schema."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generating.markdown import code, sections, table

SCHEMA = Path(__file__).parents[1] / "reference" / "result.schema.json"

Json = dict[str, Any]

_INTRODUCTION = """# Results as JSON

`namesake screen --out results.jsonl` writes one JSON object a line: first one for every subject or skipped row, in
the order of the input, and last one for the run, whose presence says that the file is whole. `namesake lookup --format
json` prints one such object. The first member, `schema`, names the format and its version: a change that could break
a reader raises the version. The JSON Schema is [result.schema.json](result.schema.json); this page is made from it.

{description}"""


def page() -> str:
    """Every object of the schema with its members."""
    schema: Json = json.loads(SCHEMA.read_text("utf-8"))
    pieces = [_INTRODUCTION.format(description=schema["description"])]
    for name, found in schema["$defs"].items():
        pieces += _definition(name, found)
    return sections(pieces)


def _definition(name: str, found: Json) -> Iterator[str]:
    body = found.get("items", found) if found.get("type") == "array" else found
    if "properties" not in body:
        return
    yield f"## {name}"
    if said := found.get("description"):
        yield said
    yield table(("member", "type", "meaning"), _members("", body))


def _members(prefix: str, body: Json) -> Iterator[tuple[str, str, str]]:
    for name, found in body["properties"].items():
        yield code(prefix + name), _type(found), found.get("description", "")
        inner = found.get("items", found)
        if "properties" in inner:
            yield from _members(f"{prefix}{name}{'[]' if 'items' in found else ''}.", inner)


def _type(found: Json) -> str:
    if reference := found.get("$ref"):
        name = reference.rpartition("/")[2]
        return f"[{name}](#{name})" if name not in ("band", "columns", "genders") else name
    if "const" in found:
        return code(json.dumps(found["const"]))
    if "enum" in found:
        return ", ".join(code(json.dumps(item)) for item in found["enum"])
    kind = found.get("type", "")
    kinds = " or ".join(kind) if isinstance(kind, list) else kind
    return f"array of {_type(found['items'])}" if kinds == "array" else kinds
