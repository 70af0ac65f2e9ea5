"""What others need for the same work: run by a Python that has them installed, not by ours.

    PEER_PYTHON benchmarks/speed/peer_work.py rapidfuzz|duckdb|nomenklatura NAMES.json

The file has "listed" and "asked", two lists of names of people. Prints seconds (clock, processor) for making ready and
for asking, and how many pairs came back. Everything runs on one processor.
"""

import argparse
import importlib
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

CUTOFF = 0.85
_AT_ONCE = 100

Ask = Callable[[], int]
"""Asks for all names and says how many pairs came back."""


class Connection(Protocol):
    """What is needed of a DuckDB connection."""

    def execute(self, statement: str, values: list[str] | None = None) -> object:
        """Run a statement."""
        ...


def rapidfuzz(listed: list[str], asked: list[str]) -> Ask:
    """Every name against every other: sorted words, ratio, and only what is above the cut-off."""
    fuzz, process = importlib.import_module("rapidfuzz.fuzz"), importlib.import_module("rapidfuzz.process")
    known = [_sorted(name) for name in listed]

    def ask() -> int:
        ours = [_sorted(name) for name in asked]
        scorer, cut = fuzz.ratio, 100 * CUTOFF
        parts = (ours[at : at + _AT_ONCE] for at in range(0, len(ours), _AT_ONCE))
        return sum(int((process.cdist(part, known, scorer=scorer, score_cutoff=cut) > 0).sum()) for part in parts)

    return ask


def duckdb(listed: list[str], asked: list[str]) -> Ask:
    """A join on the Jaro-Winkler similarity of sorted words, as one would write it for a batch."""
    base = importlib.import_module("duckdb").connect(config={"threads": 1})
    _table(base, "listed", listed)

    def ask() -> int:
        _table(base, "asked", asked)
        join = f"asked a JOIN listed b ON jaro_winkler_similarity(a.name, b.name) >= {CUTOFF + 0.05}"
        return int(base.execute(f"SELECT count(*) FROM {join}").fetchone()[0])

    return ask


def duckdb_blocked(listed: list[str], asked: list[str]) -> Ask:
    """The same only for names that share a whole word: what a batch join does to end in time, and what it misses."""
    base = importlib.import_module("duckdb").connect(config={"threads": 1})
    _table(base, "listed", listed)
    words = "SELECT id, name, unnest(string_split(name, ' ')) AS word FROM"
    base.execute(f"CREATE TABLE listed_words AS {words} listed")

    def ask() -> int:
        _table(base, "asked", asked)
        pairs = f"SELECT DISTINCT a.id, b.id FROM ({words} asked) a JOIN listed_words b USING (word)"
        where = f"WHERE jaro_winkler_similarity(a.name, b.name) >= {CUTOFF + 0.05}"
        return int(base.execute(f"SELECT count(*) FROM ({pairs} {where})").fetchone()[0])

    return ask


def nomenklatura(listed: list[str], asked: list[str]) -> Ask:
    """Its blocker with default options, and logic-v2 for what the blocker lets through."""
    os.environ["NOMENKLATURA_DUCKDB_THREADS"] = "1"
    ftm = importlib.import_module("followthemoney")
    data = ftm.Dataset.make({"name": "crowd", "title": "Crowd"})
    store = importlib.import_module("nomenklatura.store.memory").MemoryStore(data, _linker())

    def entity(key: str, name: str) -> object:
        values = {"id": key, "schema": "Person", "datasets": ["crowd"], "properties": {"name": [name]}}
        return ftm.StatementEntity.from_data(data, values)

    with store.writer() as writer:
        for number, name in enumerate(listed):
            writer.add_entity(entity(f"l{number}", name))
    view = store.default_view()
    index = importlib.import_module("nomenklatura.blocker.index").Index(view, Path(tempfile.mkdtemp()), options={})
    index.build()
    index.con.execute("SET threads TO 1")
    matcher = importlib.import_module("nomenklatura.matching").get_algorithm("logic-v2")
    config = matcher.default_config()

    def ask() -> int:
        ours = {f"a{number}": entity(f"a{number}", name) for number, name in enumerate(asked)}
        found = 0
        for key, near in index.match_entities(list(ours.values())):
            theirs = (view.get_entity(str(getattr(other, "id", other))) for other, _ in near)
            one = ours[str(getattr(key, "id", key))]
            found += sum(matcher.compare(one, other, config).score >= 0.7 for other in theirs if other)
        return found

    return ask


def _linker() -> object:
    try:
        return importlib.import_module("nomenklatura.resolver").Linker({})
    except AttributeError:
        return importlib.import_module("nomenklatura.resolver.linker").Linker({})


def _table(base: "Connection", name: str, names: list[str]) -> None:
    base.execute(f"CREATE OR REPLACE TABLE {name} (id INTEGER, name VARCHAR)")
    rows = json.dumps([{"id": number, "name": _sorted(text)} for number, text in enumerate(names)])
    fields = '[{"id": "INTEGER", "name": "VARCHAR"}]'
    base.execute(f"INSERT INTO {name} SELECT unnest(from_json(?, '{fields}'), recursive := true)", [rows])


def _sorted(name: str) -> str:
    return " ".join(sorted(name.lower().split()))


PEERS = {"rapidfuzz": rapidfuzz, "duckdb": duckdb, "duckdb-blocked": duckdb_blocked, "nomenklatura": nomenklatura}


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("names", type=Path)
    asked = parser.parse_args()
    names = json.loads(asked.names.read_text("utf-8"))
    before = time.perf_counter(), time.process_time()
    ask = PEERS[asked.peer](names["listed"], names["asked"])
    ready = time.perf_counter(), time.process_time()
    pairs = ask()
    done = time.perf_counter(), time.process_time()
    times = {"ready": [b - a for a, b in zip(before, ready, strict=True)]}
    print(json.dumps({**times, "asked": [b - a for a, b in zip(ready, done, strict=True)], "pairs": pairs}))


if __name__ == "__main__":
    main()
