"""Builds the names from which `namesake evaluate deck` invents innocent people.

    python -m reference.innocents POPULAR

POPULAR is the folder of the CC0 data set "popular names by country"
(https://github.com/sigpwned/popular-names-by-country-dataset). Two sources: the pools of `demo_names.toml`, written for
this project, widened by `own_scripts.toml`, and for the cultures that they lack the MOST commonest given and family
names of some countries.
"""

import csv
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from reference.demo_pools import NAMES

WIDER = tomllib.loads(NAMES.with_name("own_scripts.toml").read_text("utf-8"))
DATA = Path(__file__).parent.parent / "src/namesake/data"
HEADER = ("pool", "culture", "part", "name", "source")
MOST = 40
OF_EACH_COUNTRY = {
    "albanian": ("AL",), "balkan": ("RS", "BA", "HR", "ME"), "dutch": ("NL", "BE"), "filipino": ("PH",),
    "israeli": ("IL",), "hungarian": ("HU",), "italian": ("IT",), "nordic": ("SV", "DK", "NO"), "polish": ("PL",),
    "portuguese": ("PT", "BR"), "ukrainian": ("UA",),
}  # fmt: skip
"""Cultures from the data set, by the codes that it uses (SV is Sweden there)."""


def of_the_project() -> Iterator[tuple[str, ...]]:
    """The pools of the demonstration, some of them wider."""
    for name, told in tomllib.loads(NAMES.read_text("utf-8")).items():
        man, woman, family = (
            (told[part] + " " + WIDER.get(name, {}).get(part, "")).split() for part in ("men", "women", "families")
        )
        parts = {
            "man": man, "woman": woman, "family": family,
            "order": told["order"], "unspaced": [] if told.get("spaced", True) else ["yes"],
            "feminine": [f"{ending}>{other}" for ending, other in told.get("feminine", {}).items()],
        }  # fmt: skip
        for part, texts in parts.items():
            for text in texts:
                yield name, told.get("culture", name), part, text.replace("_", " "), "own"


def of_the_data_set(folder: Path) -> Iterator[tuple[str, ...]]:
    """The commonest names of the countries of each culture, the countries in turn."""
    given = _read(folder / "common-forenames-by-country.csv")
    family = _read(folder / "common-surnames-by-country.csv")
    for culture, countries in OF_EACH_COUNTRY.items():
        men = _turns([row for row in given if row["Gender"] == "M"], countries)
        women = _turns([row for row in given if row["Gender"] == "F"], countries)
        for part, names in (("man", men), ("woman", women), ("family", _turns(family, countries))):
            yield from ((culture, culture, part, name, "CC0") for name in names)
        yield from ((culture, culture, "order", order, "own") for order in ("{g} {f}", "{g} {m} {f}"))


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _turns(rows: Sequence[Mapping[str, str]], countries: Iterable[str]) -> list[str]:
    """The first MOST different names: the first of each country by its rank, the second of each, and so on."""
    ranked = []
    for country in countries:
        own = dict.fromkeys(row["Romanized Name"].strip() for row in rows if row["Country"] == country)
        ranked += [(number, name) for number, name in enumerate(own) if name and len(name) < 30]
    return list(dict.fromkeys(name for _, name in sorted(ranked, key=lambda item: item[0])))[:MOST]


def main(popular: Path) -> None:
    """Write `innocent_names.csv`."""
    rows = [*of_the_project(), *of_the_data_set(popular)]
    with (DATA / "innocent_names.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows([HEADER, *rows])
    print(f"{len(rows)} names and rules of {len({row[1] for row in rows})} cultures")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
