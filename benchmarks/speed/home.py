"""The home that is measured: with the publishers' own files where there are some, else with the starter list."""

import json
from pathlib import Path
from typing import Any

from benchmarks.processes import ROOT, finish, namesake

LAYOUT = {
    "us_ofac_sdn": "ofac/sdn-xml/*/sdn.xml*",
    "un_sc_sanctions": "un/consolidated-xml/*/*.xml*",
    "eu_fsf": "eu/fsf-xml-1.1/*/*.xml*",
}
"""Where a folder of lists has the editions of each, one folder a date."""

_STARTER = ROOT / "src/namesake/data/demo"


def fill(home: Path, lists: Path | None) -> str:
    """Add the latest edition of OFAC, UN and EU of a folder, or the bundled sample; says which.

    Raises `FileNotFoundError` where a folder lacks one of the three: a smaller list would flatter.
    """
    if lists is None:
        _add(home, "table", _STARTER / "starter-list.csv", _STARTER / "starter-list.toml")
    else:
        for source, pattern in LAYOUT.items():
            _add(home, source, latest(lists, pattern))
    found = _in_force(home)
    return ", ".join(f"{item['reference']} of {item['dated']} ({item['entries']:,} entries)" for item in found)


def latest(lists: Path, pattern: str) -> Path:
    """The last file that a pattern names. Raises `FileNotFoundError`."""
    found = sorted(lists.glob(pattern))
    if not found:
        raise FileNotFoundError(f"the folder of lists has no {pattern}")
    return found[-1]


def _add(home: Path, source: str, *files: Path) -> None:
    finish([namesake(), "--home", str(home), "lists", "add", source, *map(str, files)])


def _in_force(home: Path) -> list[dict[str, Any]]:
    status = json.loads(finish([namesake(), "--home", str(home), "lists", "status", "--format", "json"]).output)
    return [item["version"] for item in status["lists"] if item["version"] and item["version"]["state"] == "in-force"]
