"""Companies of the world's stock exchanges: how common words are in their names, and innocents among organisations.

    pip download --no-deps --no-binary :all: investpy==1.0.8      # MIT
    python -m reference.companies investpy-1.0.8.tar.gz           # writes benchmarks/quality/companies.csv

A listed company's name is a public fact. Three in ten are chosen by hash and counted in no frequency: of these the
first ones by hash are the innocents that weights of organisations are fitted with.
"""

import csv
import hashlib
import io
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

from reference.split import held_out

INNOCENTS = Path(__file__).parent.parent / "benchmarks/quality/companies.csv"
STOCKS = "investpy-1.0.8/investpy/resources/stocks.csv"
MOST = 2000

_SHARES = re.compile(r"\b(ADR|BDR|CEDEAR|DRC|Prf|Pref|Pfd|Cum|Ser|Class|PK|FII|Units?)\b", re.IGNORECASE)
"""What stands in names of shares and not in those of companies."""


def companies(sdist: Path) -> dict[str, str]:
    """The companies with their countries, by name, each once; names of classes of shares are left out."""
    with tarfile.open(sdist) as archive:
        member = archive.extractfile(STOCKS)
        assert member is not None
        rows = list(csv.DictReader(io.StringIO(member.read().decode("utf-8"))))
    named = {" ".join(row["full_name"].split()): row["country"] for row in rows}
    return {name: named[name] for name in sorted(named) if name and not _SHARES.search(name)}


def kept_apart(name: str) -> bool:
    """Whether a company is counted in no frequency."""
    return held_out(f"company:{name}")


def counted(sdist: Path) -> Iterator[tuple[str, float]]:
    """Those that frequencies are counted from."""
    return ((name, 1.0) for name in companies(sdist) if not kept_apart(name))


def innocents(sdist: Path) -> dict[str, str]:
    """Some of those that are kept apart, by name."""
    apart = {name: country for name, country in companies(sdist).items() if kept_apart(name)}
    chosen = sorted(apart, key=lambda name: hashlib.sha256(name.encode()).digest())[:MOST]
    return {name: apart[name] for name in sorted(chosen)}


def main(sdist: Path) -> None:
    """Write the innocents."""
    found = innocents(sdist)
    with INNOCENTS.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("name", "country"))
        writer.writerows(found.items())
    print(f"{len(found):,} of {len(companies(sdist)):,} companies")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
