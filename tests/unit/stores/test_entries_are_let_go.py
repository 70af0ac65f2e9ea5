"""Whoever lets the entries of an index go has let their file go as well, without waiting for Python's collector."""

import gc
import weakref
from datetime import date
from io import BytesIO
from pathlib import Path

from namesake.stores.entries import EntryWriter, StoredEntries
from namesake.values.entities import Entity
from namesake.values.matches import ListedRef


def test_entries_are_let_go(tmp_path: Path) -> None:
    file = BytesIO()
    writer = EntryWriter(file)
    entity = Entity("1", "Person", (), (), (), (), (), (), ())
    writer.keep(ListedRef("table", "own", "1", "1", "1", "Talvek", "Person", entity, expires=date(2030, 1, 1)))
    path = tmp_path / "entries"
    path.write_bytes(file.getvalue())
    entries = StoredEntries(path, writer.arrays)
    assert entries[0].caption == "Talvek"
    gone = weakref.ref(entries)
    gc.disable()
    try:
        del entries
        assert gone() is None
    finally:
        gc.enable()
