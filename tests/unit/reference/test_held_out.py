"""Entities that are held out for evaluation are used to fit nothing."""

import csv
import hashlib
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

frequencies = import_module("reference.frequencies")
held_out = import_module("reference.split").held_out
organisations, shares = frequencies.organisations, frequencies.shares


def _key(wanted: bool) -> str:
    """The first number of an entry on one side of the split."""
    return next(str(number) for number in range(1000) if held_out(f"ofac:{number}") is wanted)


KEPT, HELD = _key(False), _key(True)


def _sdn(folder: Path, rows: list[tuple[str, str, str]]) -> Path:
    """Number, name and type as the publisher's file has them: twelve columns, "-0-" where there is nothing."""
    path = folder / "sdn.csv"
    with path.open("w", encoding="latin-1", newline="") as stream:
        csv.writer(stream).writerows([number, name, kind, *["-0- "] * 9] for number, name, kind in rows)
    return path


def _alt(folder: Path, rows: list[tuple[str, str]]) -> Path:
    path = folder / "alt.csv"
    with path.open("w", encoding="latin-1", newline="") as stream:
        csv.writer(stream).writerows([number, "1", "aka", name, "-0- "] for number, name in rows)
    return path


def _listed_pairs(sdn: Path, alt: Path) -> "Counter[tuple[str, str]]":
    pytest.importorskip("rapidfuzz", reason="the command needs rapidfuzz: pip install -e '.[bench]'")
    found: Counter[tuple[str, str]] = import_module("reference.spelling").listed_pairs(sdn, alt)
    return found


def test_the_rule_is_the_published_one() -> None:
    share = sum(held_out(f"ofac:{number}") for number in range(5000)) / 5000
    assert share == pytest.approx(0.30, abs=0.02)
    for key in ("ofac:36", "ofac:1002", "un:CDi.001", "un:CDi.003"):
        restated = int(hashlib.sha256(f"split:{key}".encode()).hexdigest()[:8], 16) % 100 >= 70
        assert held_out(key) is restated
    assert (held_out("un:CDi.001"), held_out("un:CDi.003")) == (True, False)


def test_a_word_that_only_a_held_out_organisation_has_gets_no_frequency(tmp_path: Path) -> None:
    rows = [(KEPT, "SILVERFALCON SHIPPING", "-0- "), (HELD, "QUARTERMAINE SHIPPING", "-0- ")]
    found = shares(organisations(_sdn(tmp_path, rows)), "other")
    assert "silverfalcon" in found
    assert "quartermaine" not in found


def test_no_person_is_counted_among_organisations(tmp_path: Path) -> None:
    found = list(organisations(_sdn(tmp_path, [(KEPT, "QUARTERMAINE, Zebulon", "individual")])))
    assert found == []


def test_aliases_of_a_held_out_entity_teach_no_spelling(tmp_path: Path) -> None:
    sdn = _sdn(tmp_path, [(KEPT, "FAIRWEATHER, Zebulon", "individual"), (HELD, "QUARTERMAINE, Ottoline", "individual")])
    alt = _alt(tmp_path, [(KEPT, "FAIRWETHER, Zebulon"), (HELD, "QUARTERMAYNE, Ottoline")])
    found = _listed_pairs(sdn, alt)
    assert found["fairweather", "fairwether"] == found["fairwether", "fairweather"] == 1
    assert not any("quarterma" in word for pair in found for word in pair)


def test_the_same_entry_is_used_where_it_is_not_held_out(tmp_path: Path) -> None:
    sdn = _sdn(tmp_path, [(KEPT, "QUARTERMAINE, Ottoline", "individual")])
    found = _listed_pairs(sdn, _alt(tmp_path, [(KEPT, "QUARTERMAYNE, Ottoline")]))
    assert ("quartermaine", "quartermayne") in found
