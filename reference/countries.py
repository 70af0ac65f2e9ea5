"""Builds `src/namesake/data/countries.csv` from the CLDR data in Babel: `python -m reference.countries [TARGET]`.

One row a country: ISO 3166-1 alpha-2, alpha-3 codes, the English name, and the folded names in every
language of CLDR, separated by "|". A folded name that languages use for different countries goes to the
country that is called so in English, else to none; the command prints those.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

from babel import Locale, localedata
from babel.core import get_global

from namesake.fields.folding import fold

TARGET = Path(__file__).parents[1] / "src" / "namesake" / "data" / "countries.csv"
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
FORMER = {  # ISO 3166-3, by the alpha-2 codes that they had
    "an": ("ANT", "Netherlands Antilles"),
    "cs": ("CSK", "Czechoslovakia"),
    "dd": ("DDR", "German Democratic Republic"),
    "su": ("SUN", "Soviet Union"),
    "yu": ("YUG SCG", "Yugoslavia"),
}
OTHER_ALPHA3 = {"xk": ("XKX", "XKO"), "ro": ("ROM",), "mm": ("BUR",), "cd": ("ZAR",), "tl": ("TMP",)}


def main(target: Path = TARGET) -> None:
    english = Locale("en").territories
    codes = [code for code in english if code.isalpha() and code not in NOT_COUNTRIES]
    owners: dict[str, set[str]] = defaultdict(set)
    for identifier in localedata.locale_identifiers():
        territories = Locale.parse(identifier).territories
        for code in codes:
            if name := fold(territories.get(code, "")):
                owners[name].add(code)
    names = _unambiguous(owners, {fold(english[code]): code for code in codes})
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "alpha3", "name", "folded_names"))
        for code in sorted(codes):
            writer.writerow((code.lower(), _alpha3(code), english[code], "|".join(sorted(names[code]))))
        for code, (alpha3, name) in FORMER.items():
            writer.writerow((code, alpha3.lower(), name, ""))


def _unambiguous(owners: dict[str, set[str]], english: dict[str, str]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for name, codes in owners.items():
        if len(codes) == 1 or name in english:
            names[english.get(name) or next(iter(codes))].add(name)
        else:
            print(f"ambiguous, left out: {name} {sorted(codes)}")
    return names


def _alpha3(code: str) -> str:
    aliases = get_global("territory_aliases")
    former = {alpha3 for codes, _ in FORMER.values() for alpha3 in codes.split()}
    found = {a for a, targets in aliases.items() if len(a) == 3 and a.isalpha() and list(targets) == [code]}
    return " ".join(sorted({*found, *OTHER_ALPHA3.get(code.lower(), ())} - former)).lower()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
