"""Files for populations that are re-vetted: invented people, and editions of a list of other invented people.

Everybody has a birth date and a nationality as an application form asks for them. Between two editions some entries
change: half of them are new (and as many others gone), half gain another alias.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks.speed.crowd import CUSTOMERS, LISTED, Crowd

ENTRIES = 25_000
CHANGED = 500
_LANDS = ("France", "Kenya", "Peru", "Germany", "India", "Turkey", "Ukraine", "Brazil")
_FIRST, _DAYS = date(1940, 1, 1).toordinal(), 25_000
_STRIDE = 7919
"""A prime: of a list that is not a multiple of it, every entry comes once."""
_ALIASES, _LATER, _NEW, _SURNAMES = (number * 10_000_000 for number in range(1, 5))

MAPPING = """[list]
id = "crowd"
title = "Invented people"
owner = "The benchmark"
source = "Invented for a measurement"
legal_basis = "none is needed"
schema = "Person"
dated = {dated}

[columns]
id = "Id"
name = "Name"
alias = ["Alias", "Another"]
birthDate = "Born"
nationality = "Nationality"
"""

Row = tuple[str, ...]


def edition(folder: Path, number: int, entries: int, touched: int) -> tuple[Path, Path]:
    """A table and its mapping. So many entries are not as in the first edition: the same in every edition, and more."""
    table, mapping = folder / f"edition-{number}.csv", folder / f"edition-{number}.toml"
    _write(table, ("Id", "Name", "Alias", "Another", "Born", "Nationality"), _entries(entries, touched))
    mapping.write_text(MAPPING.format(dated=date(2026, 1, number).isoformat()), "utf-8")
    return table, mapping


def people(path: Path, numbers: Iterable[int], *, renamed: bool = False) -> Path:
    """Subjects by number, under their own names or others that they took since."""
    crowd = Crowd(CUSTOMERS)
    shift = _SURNAMES if renamed else 0
    rows = ((f"{n}", crowd.name(n + shift), _born(31 * n + 5), _LANDS[5 * n % 8]) for n in numbers)
    return _write(path, ("Id", "Name", "Born", "Nationality"), rows)


def _entries(entries: int, touched: int) -> Iterator[Row]:
    crowd = Crowd(LISTED)
    became = _became(entries, touched)
    for number in range(entries):
        new = _NEW * (became.get(number) == "new")
        another = crowd.name(_LATER + number) if became.get(number) == "called otherwise" else ""
        alias = crowd.name(_ALIASES + number) if number % 2 else ""
        born = _born(number) if number % 3 else ""
        yield (
            f"{new + number}",
            crowd.name(new + number),
            alias,
            another,
            born,
            _LANDS[number % 8] if number % 4 else "",
        )


def _became(entries: int, touched: int) -> dict[int, str]:
    """What became of the entries that are not as in the first edition: every other one is new in its place."""
    spread = enumerate(_STRIDE * place % entries for place in range(touched))
    return {number: "called otherwise" if place % 2 else "new" for place, number in spread}


def _born(number: int) -> str:
    return date.fromordinal(_FIRST + _STRIDE * number % _DAYS).isoformat()


def _write(path: Path, header: Sequence[str], rows: Iterable[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows(rows)
    return path
