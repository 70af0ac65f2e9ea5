"""Makes what is screened: customers of whom 3 % are spelt like listed people, and the listed names themselves.

    python -m benchmarks.speed.deck HOME FOLDER ROWS [--innocents FILE]

Innocent customers are invented: words drawn by how often names have them. Both files hold real listed names, so
they are written for one run and removed with it.
"""

import argparse
import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np

from benchmarks.processes import ROOT
from benchmarks.speed.variants import variant
from namesake.bootstrap import open_store, read_settings

VARIANTS = 0.03
FIRMS = 0.15
SEED = 20240614
CUSTOMERS = "customers.csv"
UNTYPED = "untyped.csv"
LISTED = "listed.json"
_WORDS = ROOT / "src/namesake/data"
_LENGTHS = {"person": (2, 2, 2, 3, 3, 4), "organisation": (2, 2, 3, 3, 4)}
_ENDINGS = ("Ltd", "LLC", "GmbH", "S.A.", "Co.", "")

Customer = tuple[str, str]
"""Name and type."""


def listed_names(home: Path) -> tuple[list[str], list[str]]:
    """Every name of the lists in force once, and the strong aliases of people."""
    store = open_store(read_settings(home))
    names: dict[str, None] = {}
    aliases: dict[str, None] = {}
    for version in store.in_force():
        for entry in store.entries(version):
            names.update(dict.fromkeys(name.text for name in entry.names))
            if entry.schema == "Person":
                aliases.update(dict.fromkeys(n.text for n in entry.names if not n.weak and " " in n.text.strip()))
    return list(names), list(aliases)


def customers(rows: int, aliases: Sequence[str], innocents: Iterator[Customer], random: Random) -> list[Customer]:
    """The customers in an order that tells nothing; none is called exactly like another."""
    found = dict.fromkeys((variant(random.choice(aliases), random), "Person") for _ in range(round(rows * VARIANTS)))
    while len(found) < rows:
        found.setdefault(next(innocents))
    mixed = list(found)
    random.shuffle(mixed)
    return mixed


def invented(random: Random) -> Iterator[Customer]:
    """People and firms that are nobody."""
    words = {kind: _frequencies(kind) for kind in _LENGTHS}
    while True:
        kind = "organisation" if random.random() < FIRMS else "person"
        known, weights = words[kind]
        name = " ".join(random.choices(known, cum_weights=weights, k=random.choice(_LENGTHS[kind]))).title()
        yield (f"{name} {random.choice(_ENDINGS)}".strip(), "Company") if kind == "organisation" else (name, "Person")


def given(path: Path) -> Iterator[Customer]:
    """Customers of a file of JSON Lines with "name" and perhaps "schema"."""
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line)
        yield item["name"], item.get("schema", "Person")
    raise ValueError(f"{path.name} has too few names")


def _frequencies(kind: str) -> tuple[list[str], list[float]]:
    words = [word.decode() for word in np.load(_WORDS / f"{kind}_words.npy").tolist()]
    weights = np.exp2(-np.load(_WORDS / f"{kind}_rarity.npy") / 1024.0)
    return words, np.cumsum(weights).tolist()


def write(folder: Path, found: Sequence[Customer], names: Sequence[str]) -> None:
    """Write the customers, also without what is a person and what a firm, and the listed names."""
    for name, columns in ((CUSTOMERS, 2), (UNTYPED, 1)):
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(["Customer no", *("Full name", "Type")[:columns]])
            writer.writerows((number, *customer[:columns]) for number, customer in enumerate(found, 1))
    (folder / LISTED).write_text(json.dumps(names), "utf-8")


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("rows", type=int)
    parser.add_argument("--innocents", type=Path)
    asked = parser.parse_args()
    names, aliases = listed_names(asked.home)
    random = Random(SEED)
    innocents = given(asked.innocents) if asked.innocents else invented(random)
    write(asked.folder, customers(asked.rows, aliases, innocents, random), names)
    print(json.dumps({"names": len(names)}))


if __name__ == "__main__":
    main()
