"""The lists of words are whole and say one thing each."""

import csv
import io
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from namesake.data import lines, rows
from namesake.fields import countries

ROOT = Path(__file__).parents[3]
_PRINT_KEYS = "import csv, sys; from reference.word_keys import all_rows; csv.writer(sys.stdout).writerows(all_rows())"


@pytest.mark.parametrize(
    ("file", "key"),
    [
        pytest.param("generic_words.csv", 1, id="general-words"),
        pytest.param("legal_forms.csv", 1, id="legal-forms"),
        pytest.param("honorifics.csv", 0, id="honorifics"),
        pytest.param("particles.csv", 0, id="particles"),
    ],
)
def test_a_word_stands_once(file: str, key: int) -> None:
    counted = Counter(row[key] for row in rows(file))
    assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(
    "file",
    ["generic_words.csv", "legal_forms.csv", "honorifics.csv", "particles.csv", "nicknames.csv", "numbers.csv",
     "place_words.csv", "word_keys.csv"],
)  # fmt: skip
def test_rows_are_whole_and_sorted(file: str) -> None:
    found = list(rows(file))
    assert found == sorted(found)
    assert all(all(cell.strip() == cell and cell for cell in row) for row in found)


def test_ordinary_words_are_plain_and_sorted() -> None:
    found = lines("ordinary_words.txt")
    assert found == sorted(set(found))
    assert len(found) > 60_000
    assert [word for word in found if not re.fullmatch("[a-z]{3,}", word)] == []


def test_numbers_are_from_0_to_100() -> None:
    found = list(rows("numbers.csv"))
    assert {int(value) for value, *_ in found} >= {*range(1, 21), 30, 40, 50, 60, 70, 80, 90, 100}
    assert all(0 <= int(value) <= 100 for value, *_ in found)
    assert {kind for _, _, kind, _ in found} == {"unit", "after", "ten", "word"}


def test_places_are_countries() -> None:
    assert [code for code, _ in rows("place_words.csv") if not countries.name(code)] == []


def test_spellings_are_those_of_the_words_and_of_the_romaniser() -> None:
    printed = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", _PRINT_KEYS], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert sorted(set(map(tuple, csv.reader(io.StringIO(printed.stdout))))) == [
        tuple(row) for row in rows("word_keys.csv")
    ]
