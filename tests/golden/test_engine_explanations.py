"""Whole explanations, word for word and bit for bit. A change of the model or of a comparison shows here.

To accept one: run this file as a program, and read the difference before committing it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from namesake.screener import compare

GOLDEN = Path(__file__).with_name("explanations.json")


def party(name: str, schema: str = "Person", **facts: str) -> dict[str, str]:
    return {"name": name, "schema": schema, **facts}


PAIRS = {
    "exact": (party("Talvek Quoren"), party("Talvek Quoren")),
    "other script": (party("Юсуф Тестов"), party("Yusuf Testov")),
    "arabic": (party("يوسف بن عمر المالكي"), party("Yusuf bin Omar al-Maliki")),
    "han": (party("王文海"), party("Wang Wenhai")),
    "joined": (party("Abdul Rahman Quoren"), party("Abdulrahman Quoren")),
    "initial": (party("T. Quoren"), party("Talvek Quoren")),
    "father and son": (party("Yusuf bin Omar"), party("Omar bin Yusuf")),
    "namesake": (party("Talvek Mimsy"), party("Talvek Quoren")),
    "weak alias": (party("Omar"), {**party("Bandersnatch Mimsy"), "weakAlias": "Omar"}),
    "birth date": (party("Omar Khan", birthDate="1980-05-06"), party("Omar Khan", birthDate="1980-06-05")),
    "facts conflict": (
        party("Omar Khan", birthDate="1980", nationality="gb", gender="male"),
        party("Omar Khan", birthDate="1951", nationality="fr", gender="female"),
    ),
    "company": (party("ООО Бороговия Трейдинг", "Company"), party("Borogovia Trading LLC", "Company")),
    "number": (party("Victory 3", "Vessel"), party("Victory 5", "Vessel")),
    "ship": (party("Star", "Vessel", imoNumber="9074729"), party("Moon", "Vessel", imoNumber="IMO 9074729")),
    "not comparable": (party("Talvek Quoren"), party("Talvek Quoren", "Vessel")),
}


def explained(case: str) -> dict[str, Any] | None:
    match = compare(*PAIRS[case])
    if match is None:
        return None
    lines = [
        f"{item.code} | {item.level} | {item.subject_value} | {item.entry_value} | {item.bits}"
        for item in match.explanation.evidence
    ]
    return {"bits": match.bits, "band": match.band, "prior": match.explanation.prior, "evidence": lines}


@pytest.mark.parametrize("case", PAIRS)
def test_explanation(case: str) -> None:
    golden = json.loads(GOLDEN.read_text("utf-8"))
    assert explained(case) == golden[case]


def test_no_explanation_is_left_behind() -> None:
    assert list(json.loads(GOLDEN.read_text("utf-8"))) == list(PAIRS)


if __name__ == "__main__":
    text = json.dumps({case: explained(case) for case in PAIRS}, ensure_ascii=False, indent=1)
    GOLDEN.write_text(text + "\n", "utf-8")
