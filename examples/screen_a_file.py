"""Screens a file with the command and reads the JSON Lines: `python screen_a_file.py customers.csv`.

The way to go for any programming language: run the command, look at its exit code, read one object a line.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any


def main(customers: Path) -> int:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "results.jsonl"
        done = subprocess.run(["namesake", "screen", str(customers), "--out", str(out)], check=False)  # noqa: S603, S607 - fixed words; found on PATH
        if not out.exists():
            return done.returncode
        documents = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    for document in documents[:-1]:
        report(document)
    print(documents[-1]["sentence"])
    return done.returncode  # 0 nobody, 1 somebody to review, 2 the control did not complete


def report(document: dict[str, Any]) -> None:
    """Print a skipped row with its reason, or each match with its strongest evidence."""
    subject = document["subject"]
    if document["status"] == "skipped":
        print(f"row {subject['row']}: skipped, {document['reason']['text']}")
        return
    for match in document["matches"]:
        best = max(match["explanation"]["evidence"], key=lambda item: item["bits"])
        print(f"row {subject['row']}: {match['band']} {match['entry']['id']}, mostly {best['code']} ({best['level']})")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
