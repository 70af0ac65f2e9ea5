"""What the weights of names are fitted on: pairs of records as features."""

import csv
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.adapter import prepared
from benchmarks.quality.bounds import BOUNDS
from namesake.candidates.index import Index, build_index
from namesake.data import rows as data_rows
from namesake.evaluation.innocents import invented, read_pools
from namesake.kernels import items as kinds
from namesake.kernels.bank import Bank
from namesake.kernels.bench import Bench
from namesake.kernels.evidence import compare
from namesake.kernels.items import Items, Weights
from namesake.scoring.model import Model
from namesake.scoring.scorer import class_of
from namesake.screening.weights import measures
from namesake.text.scripts import script_of
from namesake.values.matches import BIT
from namesake.values.tokens import NameClass, Prepared

SOURCES = ("ofac_alias", "ssb_ofac", "nk_name_bench", "nk_entity_checks", "xlit_tokens", "xlit_fullnames",
           "us_congress", "company_name_matcher")  # fmt: skip
"""Labelled sets whose licence lets a shipped parameter rest on them. `febrl4` is about other fields than names."""

NEAREST = 3
"""So many of the entries that resemble an innocent most are taken."""

LOW = -6 * BIT

SEED = 20_000
"""Draws other people than any evaluation of ours does."""

COMPANIES = Path(__file__).with_name("companies.csv")
"""Companies of stock exchanges: see `reference.companies`."""

OWN_SCRIPT = 1_000
"""So many invented people of each culture; those whose names are written in another script than Latin count."""

Floats = NDArray[np.float64]
Json = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Row:
    """One pair: `amounts` in the order of `BOUNDS`, and `fixed`, the bits that are not fitted."""

    source: str
    kind: NameClass
    half: int
    label: bool
    labelled: bool
    amounts: Floats
    fixed: float


def lines(path: Path) -> list[Json]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def half_of(key: str) -> int:
    """Which half of the entities a case belongs to."""
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % 2


class Measurer:
    """Takes the features of a pair's best names, with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._bench, self._items = Bench(), Items()
        self._banks = {kind: Bank(model.rarities[kind], 1 << 17) for kind in model.names}
        self._units = {kind: [Weights({name: BIT}, person=kind == "person") for name in BOUNDS] for kind in model.names}

    def row(
        self, source: str, key: str, sides: tuple[Prepared, Prepared], *, label: bool, labelled: bool
    ) -> Row | None:
        """The features of a pair; None where too little agrees closely for anything else to count."""
        left, right = sides
        kind = class_of(left, right)
        bank = self._banks[kind]
        names = bank.names(left.names), bank.names(right.names)
        pairs = [(i, j) for i in range(len(left.names)) for j in range(len(right.names))]
        if not pairs:
            return None
        weights = self._model.weights[kind]
        i, j = max(pairs, key=lambda pair: self._compare(names, pair, weights))
        self._compare(names, (i, j), weights)
        seen = {self._items.kinds[k] for k in range(self._items.count)}
        if kinds.NO_WORD in seen:
            return None
        fixed = weights.whole / BIT if kinds.WHOLE in seen else 0.0
        amounts = [1.0, *(self._amount(names, (i, j), unit) for unit in self._units[kind][1:])]
        return Row(source, kind, half_of(key), label, labelled, np.array(amounts), fixed)

    def _compare(self, names: tuple[Any, Any], pair: tuple[int, int], weights: Weights) -> int:
        return compare(names[0], pair[0], names[1], pair[1], weights, self._model.rules, self._bench, self._items)

    def _amount(self, names: tuple[Any, Any], pair: tuple[int, int], unit: Weights) -> float:
        """How much of one feature: what the pair is worth where that alone is worth one bit."""
        self._compare(names, pair, unit)
        items = self._items
        lifts = (kinds.WHOLE, kinds.TURNED_WHOLE, kinds.WEAK_ALIAS)
        return sum(items.bits[k] for k in range(items.count) if items.kinds[k] not in lifts) / BIT


class Nearest:
    """Finds the entries that resemble a record most."""

    def __init__(self, entries: Sequence[Prepared], model: Model) -> None:
        self.entries = entries
        self._index = Index(build_index(entries, model.rarities), measures(model))

    def to(self, subject: Prepared, count: int) -> list[Prepared]:
        """So many entries at most, the nearest first."""
        found = [
            (-candidate.bits, candidate.entity)
            for candidate in self._index.candidates(subject, LOW)
            if self.entries[candidate.entity] is not subject
        ]
        return [self.entries[number] for _, number in sorted(found)[:count]]


def rows(folder: Path, model: Model) -> list[Row]:
    """All rows: labelled pairs, queries with their targets; innocents, companies, organisations with their nearest."""
    measurer = Measurer(model)
    found = (*_labelled(folder, measurer), *_mined(folder, measurer, model))
    return [row for row in found if row]


def _labelled(folder: Path, measurer: Measurer) -> Iterator[Row | None]:
    for source in SOURCES:
        for case in lines(folder / "cases" / f"{source}.dev.jsonl"):
            if not case.get("undecidable"):
                sides = (prepared(case["left"], case["schema"]), prepared(case["right"], case["schema"]))
                yield measurer.row(source, case["group"], sides, label=case["label"], labelled=True)


def _mined(folder: Path, measurer: Measurer, model: Model) -> Iterator[Row | None]:
    listed = lines(folder / "retrieval/index_ofac.jsonl")
    entries = {item["id"]: prepared(_lists(item), item["schema"], item["id"]) for item in listed}
    nearest = Nearest(list(entries.values()), model)
    for query in lines(folder / "retrieval/queries.jsonl"):
        if query["index"] == "ofac" and query["split"] == "dev":
            sides = (prepared({"name": [query["name"]]}, query["schema"]), entries[query["targets"][0]])
            yield measurer.row("query", query["nearest"], sides, label=True, labelled=False)
    for innocent in lines(folder / "retrieval/negatives.jsonl"):
        if not innocent["exact_collision"] and innocent["split"] == "dev":
            subject = prepared({"name": [innocent["name"]]}, innocent["schema"])
            for entry in nearest.to(subject, NEAREST):
                yield measurer.row("innocent", innocent["id"], (subject, entry), label=False, labelled=False)
    yield from _own_script(nearest, measurer)
    yield from _companies(nearest, measurer)
    for entry in nearest.entries:
        if entry.entity.schema != "Person":
            for other in nearest.to(entry, NEAREST):
                yield measurer.row("organisation", entry.entity.id, (entry, other), label=False, labelled=False)


def _companies(nearest: Nearest, measurer: Measurer) -> Iterator[Row | None]:
    """Companies of stock exchanges, which are innocent unless a listed one has their very name."""
    with COMPANIES.open(encoding="utf-8", newline="") as stream:
        for company in csv.DictReader(stream):
            subject = prepared({"name": [company["name"]]}, "Company")
            for entry in nearest.to(subject, NEAREST):
                row = measurer.row("company", company["name"], (subject, entry), label=False, labelled=False)
                yield row if row and not row.fixed else None


def _own_script(nearest: Nearest, measurer: Measurer) -> Iterator[Row | None]:
    """Invented people whose names are written in another script than Latin."""
    for person in invented(read_pools(data_rows("innocent_names.csv")), SEED, OWN_SCRIPT):
        if script_of(person.name) != "Latn":
            subject = prepared({"name": [person.name]}, person.schema)
            for entry in nearest.to(subject, NEAREST):
                yield measurer.row("own script", person.name, (subject, entry), label=False, labelled=False)


def _lists(item: Json) -> Json:
    return {name: values for name, values in item.items() if isinstance(values, list)}
