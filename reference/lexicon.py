"""Builds the lists of legal forms, generic company words and honorifics.

pip download --no-deps rigour==1.8.0
python -m reference.lexicon rigour-1.8.0-py3-none-any.whl
"""

import ast
import csv
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "src/namesake/data"

# Words that are as often a distinctive part of a name as a generic one, or a person's name.
NOT_GENERIC = {"ev", "dom", "al", "la", "sa", "as", "ag", "sol", "star", "mar", "sun", "ser", "per", "pro"}
# Forms that the source leaves to its generic words.
MORE_FORMS = [
    ("LLC", "Limited"),
    ("LLC", "Ltd"),
    ("JSC", "PJSC"),
    ("JSC", "PAO"),
    ("JSC", "OAO"),
    ("JSC", "ZAO"),
    ("LLC", "OOO"),
]
MORE_HONORIFICS = [
    "mullah",
    "mulla",
    "maulana",
    "mawlana",
    "maulavi",
    "maulawi",
    "mawlawi",
    "moulavi",
    "mawlavi",
    "hajji",
    "haji",
    "hajj",
    "hadji",
    "al-haj",
    "sheikh",
    "shaikh",
    "shaykh",
    "sheik",
    "cheikh",
    "sayyid",
    "sayed",
    "syed",
    "said-title",
    "sayyed",
    "seyed",
    "hafiz",
    "qari",
    "ustad",
    "ustaz",
    "ayatollah",
    "hojjatoleslam",
    "imam",
    "emir",
    "amir-title",
    "general",
    "gen",
    "lieutenant",
    "lt",
    "colonel",
    "col",
    "major",
    "maj",
    "captain",
    "capt",
    "brigadier",
    "brig",
    "commander",
    "cmdr",
    "admiral",
    "adm",
    "marshal",
    "sergeant",
    "sgt",
    "engineer",
    "eng",
    "ing",
    "dr",
    "doctor",
    "prof",
    "professor",
    "judge",
    "justice",
    "minister",
    "president",
    "hon",
    "honourable",
    "honorable",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
    "reverend",
    "father",
    "sister",
    "pastor",
    "bishop",
    "archbishop",
    "cardinal",
    "prince",
    "princess",
    "king",
    "queen",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mister",
    "mme",
    "madame",
    "monsieur",
    "herr",
    "frau",
    "don",
    "dona",
    "senor",
    "senora",
    "señor",
    "señora",
    "sr",
    "sra",
    "jr",
    "junior",
    "senior",
    "esq",
    "phd",
    "md",
    "doktor",
    "professeur",
    "ingeniero",
    "licenciado",
    "lic",
    "gospodin",
    "gospozha",
    "pan",
    "pani",
    "tovarishch",
    "akhund",
    "akhunda",
    "hakim",
    "sardar",
    "malik-title",
    "г-н",
    "господин",
    "госпожа",
    "доктор",
    "профессор",
    "генерал",
    "полковник",
    "الدكتور",
    "دكتور",
    "الشيخ",
    "شيخ",
    "الحاج",
    "حاج",
    "السيد",
    "المهندس",
    "اللواء",
    "العميد",
    "العقيد",
    "ملا",
    "مولوی",
    "حاجی",
    "آیت",
    "الملا",
    "المولوي",
]
PARTICLES = [
    "de",
    "del",
    "della",
    "delle",
    "dei",
    "di",
    "da",
    "do",
    "dos",
    "das",
    "du",
    "des",
    "la",
    "le",
    "les",
    "lo",
    "los",
    "las",
    "van",
    "von",
    "vom",
    "der",
    "den",
    "ter",
    "ten",
    "te",
    "zu",
    "zum",
    "zur",
    "af",
    "av",
    "y",
    "e",
    "and",
    "und",
    "et",
    "i",
    "bar",
    "bat",
    "ap",
    "st",
    "saint",
    "san",
    "santa",
    "ولد",
]


def literals(wheel: Path, member: str) -> dict[str, Any]:
    """The literal assignments of a Python file in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        tree = ast.parse(archive.read(member))
    assigned = [node for node in tree.body if isinstance(node, ast.AnnAssign) and node.value is not None]
    return {ast.unparse(node.target): ast.literal_eval(node.value) for node in assigned if node.value is not None}


def write(name: str, header: list[str], rows: Iterable[tuple[str, ...]]) -> None:
    """Write a CSV of distinct rows in sorted order."""
    with (DATA / name).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted(set(rows)))


def legal_forms(types: list[dict[str, Any]]) -> Iterable[tuple[str, str]]:
    """(canonical, form) of every alias; the canonical form is the generic one where there is one."""
    for item in types:
        canonical = item.get("generic") or item.get("compare") or item.get("display") or item["aliases"][0]
        for form in [*item.get("aliases", []), item.get("display", ""), item.get("compare", "")]:
            if form:
                yield canonical.upper(), form


def generic_words(*groups: dict[str, tuple[str, ...]]) -> Iterable[tuple[str, str]]:
    """(symbol, word) of single words; the first group that knows a word wins."""
    seen: set[str] = set()
    for group in groups:
        for symbol, words in group.items():
            for word in words:
                if " " not in word and len(word) > 1 and word.lower() not in seen | NOT_GENERIC:
                    seen.add(word.lower())
                    yield symbol, word.lower()


def main(wheel: Path) -> None:
    """Write the files."""
    data = literals(wheel, "rigour/data/names/data.py")
    types = literals(wheel, "rigour/data/names/org_types.py")["ORG_TYPES"]
    write("legal_forms.csv", ["canonical", "form"], [*legal_forms(types), *MORE_FORMS])
    write("generic_words.csv", ["symbol", "word"], generic_words(data["ORG_SYMBOLS"], data["ORG_DOMAINS"]))
    prefixes = [word.lower() for word in data["PERSON_NAME_PREFIXES"] if " " not in word]
    more = [word for word in MORE_HONORIFICS if not word.endswith("-title")]
    write("honorifics.csv", ["word"], ((word,) for word in [*prefixes, *more]))
    write("particles.csv", ["word"], ((word,) for word in PARTICLES))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
