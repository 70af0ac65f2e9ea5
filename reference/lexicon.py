"""Builds the lists of legal forms, generic company words and honorifics.

pip download --no-deps rigour==1.8.0
python -m reference.lexicon rigour-1.8.0-py3-none-any.whl
python -m reference.word_keys
"""

import ast
import csv
import re
import sys
import tomllib
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "src/namesake/data"

# Words that are as often a distinctive part of a name as a generic one, or a person's name.
NOT_GENERIC = {"ev", "dom", "al", "la", "sa", "as", "ag", "sol", "star", "mar", "sun", "ser", "per", "pro"}
# Short forms that are words of the languages that they stand among.
NOT_FORMS = {"in", "of", "no", "im", "is", "at", "do", "go", "up", "ed", "pa", "da", "or", "by", "to", "et"} | {
    "yu",
    "(yu)",
    "ii",
    "na",
    "pr",
    "ay",
    "sp",
    "kb",
}
OWN_GENERIC = Path(__file__).parent / "generic_words.toml"
OWN_FORMS = Path(__file__).parent / "legal_forms.toml"
# Endings of Russian adjectives in their cases: after most letters, after к, г, х, and after щ.
HARD = ("ый", "ая", "ое", "ого", "ой", "ые", "ых")
VELAR = ("ий", "ая", "ое", "ого", "ой", "ие", "их")
HUSHING = ("ий", "ая", "ее", "его", "ей", "ие", "их")
SAME_SYMBOL = {"CORP": "CO"}
MORE_HONORIFICS = """
mullah mulla maulana mawlana maulavi maulawi mawlawi moulavi mawlavi hajji haji hajj hadji al-haj sheikh shaikh
shaykh sheik cheikh sayyid sayed syed sayyed seyed hafiz qari ustad ustaz ayatollah hojjatoleslam imam emir
general gen lieutenant lt colonel col major maj captain capt brigadier brig commander cmdr admiral adm marshal
sergeant sgt engineer eng ing dr doctor prof professor judge justice minister president hon honourable honorable
sir dame lord lady rev reverend father sister pastor bishop archbishop cardinal prince princess king queen mr
mrs ms miss mister mme madame monsieur herr frau don dona senor senora señor señora sr sra jr junior senior esq
phd md doktor professeur ingeniero licenciado lic gospodin gospozha pan pani tovarishch akhund akhunda hakim
sardar г-н господин госпожа доктор профессор генерал полковник الدكتور دكتور الشيخ شيخ الحاج حاج السيد المهندس
اللواء العميد العقيد ملا مولوی حاجی آیت الملا المولوي mohtarma brigadegeneral lieut vice adjutant
colonel-general сержант майор капитан лейтенант адмирал маршал шейх мулла хаджи имам д-р проф دكتورة الدكتورة
دکتر سید سيد سردار سرتیپ سرهنگ سرلشکر مهندس آیت‌الله المقدم الفريق الرئيس مولوي حاجي الحاجة شیخ
جنرال عقيد سرگرد حجت‌الاسلام seyyed seyid sayid saiyed saiyid seyd mufti maulvi moulvi molavi mowlawi mowlavi
mowlana moulana mollah molla mulah hojatoleslam hojjatolislam hojjat-ol-eslam alhaji alhaj al-hajj hadj
allamah allama ostad sheikha shaykha shaikha ayatullah ayatolah муфтий мавлави маулави мавлоно сейид
сайид المفتي مفتي مفتی آية علامه سرلشگر
"""
PARTICLES = """
de del della delle dei di da do dos das du des la le les lo los las van von vom der den ter ten te zu zum zur af
av y e and und et i bar bat ap st saint san santa ولد
"""


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


def own_forms() -> Iterable[tuple[str, str]]:
    """(canonical, form) of the project's own list."""
    for canonical, forms in tomllib.loads(OWN_FORMS.read_text("utf-8")).items():
        yield from ((canonical, " ".join(form.split())) for form in re.split(r"[|\n]", forms) if form.strip())


def distinct_forms(rows: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """The first canonical form of every form that is no common word."""
    seen: set[str] = set()
    for canonical, form in rows:
        lower = form.lower()
        if lower not in seen | NOT_FORMS:
            seen.add(lower)
            yield canonical, lower


def own_words() -> dict[str, tuple[str, ...]]:
    """The project's own general words by symbol."""
    table = tomllib.loads(OWN_GENERIC.read_text("utf-8"))
    return {
        symbol: tuple(word for entry in words.split() for word in inflected(entry)) for symbol, words in table.items()
    }


def inflected(entry: str) -> tuple[str, ...]:
    """A word, or all cases of an adjective that is written as its stem and a star."""
    if not entry.endswith("*"):
        return (entry,)
    endings = VELAR if entry[-2] in "кгх" else HUSHING if entry[-2] == "щ" else HARD
    return tuple(entry[:-1] + ending for ending in endings)


def generic_words(*groups: dict[str, tuple[str, ...]]) -> Iterable[tuple[str, str]]:
    """(symbol, word) of single words; the first group that knows a word wins."""
    seen: set[str] = set()
    for group in groups:
        for symbol, words in group.items():
            for word in words:
                if " " not in word and word and word.lower() not in seen | NOT_GENERIC:
                    seen.add(word.lower())
                    yield SAME_SYMBOL.get(symbol, symbol), word.lower()


def main(wheel: Path) -> None:
    """Write the files."""
    data = literals(wheel, "rigour/data/names/data.py")
    types = literals(wheel, "rigour/data/names/org_types.py")["ORG_TYPES"]
    generic = generic_words(own_words(), data["ORG_SYMBOLS"], data["ORG_DOMAINS"])
    write("generic_words.csv", ["symbol", "word"], generic)
    write("legal_forms.csv", ["canonical", "form"], distinct_forms([*own_forms(), *legal_forms(types)]))
    prefixes = [word.lower() for word in data["PERSON_NAME_PREFIXES"] if " " not in word]
    write("honorifics.csv", ["word"], ((word,) for word in [*prefixes, *MORE_HONORIFICS.split()]))
    write("particles.csv", ["word"], ((word,) for word in PARTICLES.split()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
