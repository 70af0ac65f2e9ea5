import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from namesake.reports.document import result_document, run_document, to_json
from namesake.values.matches import BIT, Outcome, Result
from namesake.values.runs import RunContext, Summary

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden" / "results.jsonl"
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs/reference/result.schema.json").read_text("utf-8"))

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}


def faults(value: object, schema: dict[str, Any], at: str = "$") -> list[str]:
    """What of `value` breaks the schema, by those keywords that our schema uses."""
    if "$ref" in schema:
        return faults(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], at)
    if "oneOf" in schema:
        found = [faults(value, option, at) for option in schema["oneOf"]]
        return [] if sum(not each for each in found) == 1 else [f"{at}: not exactly one of: {found}"]
    if "const" in schema and value != schema["const"]:
        return [f"{at}: {value!r} is not {schema['const']!r}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at}: {value!r} is none of {schema['enum']}"]
    return [*_type_faults(value, schema, at), *_inner_faults(value, schema, at)]


def _type_faults(value: object, schema: dict[str, Any], at: str) -> list[str]:
    wanted = schema.get("type", [])
    kinds = tuple(kind for name in ([wanted] if isinstance(wanted, str) else wanted) for kind in TYPES[name])
    wrong = bool(kinds) and (not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds))
    low, high = schema.get("minimum"), schema.get("maximum")
    outside = isinstance(value, int | float) and ((low is not None and value < low) or (high or value) < value)
    return [f"{at}: {value!r} is no {wanted}"] if wrong or outside else []


def _inner_faults(value: object, schema: dict[str, Any], at: str) -> list[str]:
    found = []
    if isinstance(value, dict):
        known = schema.get("properties", {})
        found += [f"{at}: {name} is missing" for name in schema.get("required", []) if name not in value]
        found += [f"{at}: {name} is not documented" for name in value if name not in known]
        for name in value.keys() & known.keys():
            found += faults(value[name], known[name], f"{at}.{name}")
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{at}: {len(value)} items")
        for number, item in enumerate(value):
            found += faults(item, schema["items"], f"{at}[{number}]")
    return found


def test_every_result_is_as_the_schema_says(
    outcomes: tuple[Outcome, ...], hostile: Result, context: RunContext
) -> None:
    for outcome in (*outcomes, hostile):
        assert faults(json.loads(to_json(result_document(outcome, context))), SCHEMA) == []


def test_the_run_is_as_the_schema_says(context: RunContext, summary: Summary) -> None:
    document = json.loads(to_json(run_document(context, summary)))
    assert faults(document, SCHEMA["$defs"]["run"]) == []
    assert document["summary"]["rows"] == 5


def test_the_checker_finds_what_is_wrong(outcomes: tuple[Outcome, ...], context: RunContext) -> None:
    document = json.loads(to_json(result_document(outcomes[0], context)))
    del document["matches"][0]["score"]
    document["matches"][0]["bits"] = 1.5
    document["surplus"] = 1
    said = " ".join(faults(document, SCHEMA))
    assert "score is missing" in said
    assert "1.5 is no integer" in said
    assert "surplus is not documented" in said


def test_every_object_of_the_schema_is_closed() -> None:
    def walk(node: object) -> None:
        if isinstance(node, dict):
            if "properties" in node:
                assert node["additionalProperties"] is False
                assert sorted(node["required"]) == sorted(node["properties"])
            for inner in node.values():
                walk(inner)

    walk(SCHEMA["$defs"])


def test_results_are_those_of_the_golden_file(
    outcomes: tuple[Outcome, ...], context: RunContext, summary: Summary
) -> None:
    documents = [*(result_document(outcome, context) for outcome in outcomes), run_document(context, summary)]
    assert [to_json(document) for document in documents] == GOLDEN.read_text("utf-8").splitlines()


def test_bits_add_up(outcomes: tuple[Outcome, ...], context: RunContext) -> None:
    checked = 0
    for outcome in outcomes:
        for match in json.loads(to_json(result_document(outcome, context))).get("matches", []):
            explanation = match["explanation"]
            assert explanation["prior"] + sum(e["bits"] for e in explanation["evidence"]) == match["bits"]
            assert match["bits_number"] * BIT == match["bits"]
            assert match["score"] == 1 / (1 + 2 ** -match["bits_number"])
            checked += 1
    assert checked == 3


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        pytest.param("a\u2028b", "\u2028", id="line-separator"),
        pytest.param("a\u202eb", "\u202e", id="bidi-override"),
        pytest.param("a\u0085b", "\u0085", id="next-line"),
        pytest.param("a\ud800b", "\ud800", id="lone-surrogate"),
        pytest.param("a\nb\x00", "\n", id="line-break"),
    ],
)
def test_a_document_is_one_safe_line_and_verbatim(
    text: str, absent: str, outcomes: tuple[Outcome, ...], context: RunContext
) -> None:
    subject = replace(outcomes[3].subject, key=text) if isinstance(outcomes[3], Result) else None
    assert subject is not None
    line = to_json(result_document(Result(subject, ()), context))
    assert absent not in line
    line.encode("utf-8")
    assert json.loads(line)["subject"]["key"] == text


def test_a_list_that_is_overdue_or_not_whole_says_so(context: RunContext, outcomes: tuple[Outcome, ...]) -> None:
    late = replace(context.lists[0], overdue=True, left_out=4)
    found: Any = result_document(outcomes[3], replace(context, lists=(late,)))
    (said,) = found["context"]["lists"]
    assert (said["overdue"], said["left_out"]) == (True, 4)
