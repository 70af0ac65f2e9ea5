"""Builds the invented customers of the demonstration: 1,000 rows as a customer's own file would have them.

    python -m reference.demo_subjects [FOLDER]

Names are put together from `demo_names.toml`; `demo_cases.csv` adds true matches, namesakes and rows that cannot
be screened. The same files always give the same bytes. What each row is goes to the tests, not into the package.
Both files are written into FOLDER if one is named.
"""

import csv
import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reference.demo_cells import birth_date, country, tax_number, untidy
from reference.demo_draw import Draw
from reference.demo_pools import Pool, pools

ROOT = Path(__file__).parent.parent
CASES = ROOT / "reference/demo_cases.csv"
LIST = ROOT / "src/namesake/data/demo/starter-list.csv"
SUBJECTS = ROOT / "src/namesake/data/demo/subjects.csv"
EXPECTED = ROOT / "tests/unit/data/demo-subjects.expected.csv"
COLUMNS = ("Customer no", "Full name", "Date of birth", "Nationality", "Type", "City", "Tax no", "IMO no", "Wallet")

ROWS = 1000
FIRST_NUMBER = 10001
EMPTY_ROW = 618
SEED = 20240614
_FIRMS = 0.17
_UNTYPED = 0.04


@dataclass(frozen=True, slots=True)
class Customer:
    """A row and what it is: `kind`, the `entry` it was written for, and its name culture where it was drawn."""

    cells: tuple[str, ...]
    kind: str = "innocent"
    entry: str = ""
    culture: str = ""


def words(name: str) -> tuple[str, ...]:
    """What two names share if they are the same but for order, case and punctuation."""
    return tuple(sorted(re.findall(r"\w+", name.casefold())))


def listed() -> frozenset[tuple[str, ...]]:
    """Every name of the starter list: no innocent customer may be called so."""
    with LIST.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    cells = (row[column] for row in rows for column in ("Name", "Other names", "Former names", "Weak names"))
    return frozenset(words(name) for cell in cells for name in cell.split(";") if name.strip())


def cases(draw: Draw) -> Iterator[Customer]:
    """The rows that were written one by one."""
    with CASES.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            tax = tax_number(draw, 0.3)
            facts = (row["name"], row["born"], row["nationality"], row["type"], row["city"])
            yield Customer((*facts, tax, row["imo"], row["wallet"]), row["kind"], row["entry"])


def innocents(count: int, draw: Draw) -> list[Customer]:
    """Customers who are nobody: no two of one name, and none called like an entry of the list."""
    drawn, taken, found = pools(), set(listed()), list[Customer]()
    while len(found) < count:
        pool = draw.of(drawn)
        firm = bool(pool.firms) and draw.share() < _FIRMS
        name = pool.firm(draw) if firm else pool.person(draw)
        if words(name) not in taken:
            taken.add(words(name))
            found.append(_innocent(name, firm, pool, draw))
    return found


def _innocent(name: str, firm: bool, pool: Pool, draw: Draw) -> Customer:
    born = "" if firm else birth_date(draw)
    kind = "Company" if firm else "Individual"
    written = name if firm else untidy(name, draw)
    land, city = country(draw.of(pool.countries), draw), draw.of(pool.cities)
    tax = tax_number(draw, 0.8 if firm else 0.3)
    cells = (written, born, land, "" if draw.share() < _UNTYPED else kind, city, tax, "", "")
    return Customer(cells, culture=pool.culture)


def customers() -> list[Customer]:
    """The whole file in its order, with one row that has nothing in it."""
    draw = Draw(SEED)
    written = list(cases(draw))
    found = draw.mixed([*written, *innocents(ROWS - 1 - len(written), draw)])
    empty = Customer(("",) * (len(COLUMNS) - 1), "skipped")
    return [*found[:EMPTY_ROW], empty, *found[EMPTY_ROW:]]


def text(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table as CSV."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return stream.getvalue()


def tables() -> tuple[str, str]:
    """The file of customers, and what is expected of each of its rows."""
    numbered = [(str(number) if any(each.cells) else "", each) for number, each in enumerate(customers(), FIRST_NUMBER)]
    subjects = text(COLUMNS, ((number, *each.cells) for number, each in numbered))
    header = ("Customer no", "kind", "entry", "culture")
    expected = text(header, ((number, each.kind, each.entry, each.culture) for number, each in numbered))
    return subjects, expected


if __name__ == "__main__":
    for path, content in zip((SUBJECTS, EXPECTED), tables(), strict=True):
        target = Path(sys.argv[1]) / path.name if len(sys.argv) > 1 else path
        target.write_bytes(content.encode())
        print(f"{target}: {content.count(chr(10)) - 1} rows")
