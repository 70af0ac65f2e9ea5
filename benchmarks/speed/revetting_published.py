"""The same on published files: OFAC's largest single action between two editions, beside the UN and the EU."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.processes import finish, namesake
from benchmarks.speed import home
from benchmarks.speed.lines import Line
from benchmarks.speed.revetting_sized import Asked, Office, again, runs

BEFORE, AFTER = (f"ofac/sdn-csv/{day}/sdn.csv*" for day in ("2024-02-20", "2024-02-23"))
OTHERS = ("un_sc_sanctions", "eu_fsf")


def measure(asked: Asked, lists: Path, size: int, folder: Path) -> Iterator[Line]:
    """One size. Raises `FileNotFoundError` where the folder lacks one of the files."""
    office, of = Office(asked, size, folder), f"{size:,} subjects, published lists"
    for source in OTHERS:
        _add(office, source, home.latest(lists, home.LAYOUT[source]))
    _add(office, "us_ofac_sdn", home.latest(lists, BEFORE), "--dated", "2024-02-20")
    office.enrol(range(size))
    first = office.revet(everything=True)
    yield runs(f"first run over {of}", [first], f"{first.found['listed']:,} entries in force")
    _add(office, "us_ofac_sdn", home.latest(lists, AFTER), "--dated", "2024-02-23")
    changed = [office.revet()]
    yield runs(f"re-vet {of}", changed, f"{changed[0].found['entries']:,} changed entries of OFAC looked up")
    yield from again(office, changed, of)


def _add(office: Office, source: str, file: Path, *options: str) -> None:
    finish([namesake(), "--home", str(office.home), "lists", "add", source, str(file), *options])
