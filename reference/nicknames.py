"""Builds `src/namesake/data/nicknames.csv`: given and family names that may stand for one another.

    pip download --no-deps nicknames==1.0.1 rigour==1.8.0         # Apache-2.0, MIT
    python -m reference.nicknames nicknames-1.0.1-py3-none-any.whl rigour-1.8.0-py3-none-any.whl

One row a name of a group, in a-z. A group is one full name with its short forms ("elizabeth": liz, bella), one name in
several languages ("john-forms": ivan, juan), or one Korean or Chinese family name in several transcriptions
("park-korean": pak, bak). It ends there: what stands for the same full name
stands for one another, and nothing is carried from group to group.
"""

import csv
import io
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from namesake.text.romanise import romanise
from namesake.text.unicode import plain
from reference.lexicon import literals, write

OWN = Path(__file__).parent / "given_names.toml"
FAMILIES = Path(__file__).parent / "family_names.toml"
SHORTEST = 2


def published(wheel: Path) -> Iterator[tuple[str, str]]:
    """(full name, short form) of the package nicknames."""
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read("nicknames/names.csv").decode("utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        yield row["name1"], row["name1"]
        yield row["name1"], row["name2"]


def pairs(nicknames: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """The pairs of rigour, under their full name: the longest."""
    for names in nicknames.values():
        full = max(names, key=len).lower()
        yield from ((full, name) for name in names)


def own(table: dict[str, Any], suffix: str) -> Iterator[tuple[str, str]]:
    """The groups of a file of one's own; a table within a table only orders the file."""
    for group, names in table.items():
        if isinstance(names, dict):
            yield from own(names, suffix)
        else:
            yield from ((group + suffix, name) for name in names.split())


def folded(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The rows with their names in a-z; names of a single letter are left out."""
    for group, name in rows:
        text = "".join(romanise(plain(name)))
        if len(text) >= SHORTEST:
            yield group.lower(), text


def main(nicknames: Path, rigour: Path) -> None:
    """Write the file."""
    tables = tomllib.loads(OWN.read_text("utf-8"))
    nick = literals(rigour, "rigour/data/names/data.py")["PERSON_NICK"]
    families = tomllib.loads(FAMILIES.read_text("utf-8"))
    rows = [*published(nicknames), *pairs(nick), *own(tables["short"], ""), *own(tables["forms"], "-forms")]
    rows += [row for language, table in families.items() for row in own(table, f"-{language}")]
    write("nicknames.csv", ["group", "name"], folded(rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
