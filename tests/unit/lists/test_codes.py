"""Every note code that the source can give is in a catalogue, and every catalogued one can be given."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import namesake
from namesake.entities import codes as row_codes
from namesake.lists import codes as list_codes

ROOT = Path(namesake.__path__[0])
LISTS = [*ROOT.joinpath("lists").rglob("*.py"), ROOT / "app/drafts.py", ROOT / "feeds/downloads.py"]
CODE = re.compile(r"[a-z]+(-[a-z]+)+")


def _text(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _given(path: Path) -> Iterator[str]:
    """The literal first arguments of `Note` and `Skipped`, and the first of (code, text) pairs that become notes."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        text = ""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Note", "Skipped"):
            text = _text(node.args[0])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "append":
            text = _text(node.args[0].elts[0]) if isinstance(node.args[0], ast.Tuple) else ""
        elif isinstance(node, ast.GeneratorExp) and isinstance(node.elt, ast.Tuple):
            text = _text(node.elt.elts[0])
        if CODE.fullmatch(text):
            yield text


def test_the_notes_of_lists_are_the_catalogued_ones() -> None:
    given = {code for path in LISTS for code in _given(path) if path.name != "codes.py"}
    assert given == set(list_codes.NOTES)


def test_every_other_code_is_catalogued() -> None:
    given = {code for path in ROOT.rglob("*.py") for code in _given(path)}
    assert given
    assert given <= {*list_codes.NOTES, *row_codes.NOTES, *row_codes.SKIPS}
