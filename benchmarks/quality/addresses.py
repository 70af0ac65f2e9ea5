"""How often postal addresses agree between entries that are the same party, and between namesakes on one list.

The same are entries of two lists whose names could match and whose birth date or identifier is equal; different ones
are two entries of one list whose names could. What the weights of addresses were judged by.
"""

import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from math import log2
from pathlib import Path

import click

from benchmarks.quality.full_lists import MAIN, OTHERS, files_of, fill
from benchmarks.tables import markdown
from namesake.app.opening import parties
from namesake.bootstrap import open_lists
from namesake.candidates.index import Index, build_index
from namesake.fields.addresses import keys
from namesake.names.prepare import prepare
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scorer, class_of
from namesake.screening.weights import measures
from namesake.settings import Settings
from namesake.values.matches import Explanation, ListedRef

COULD_MATCH = -2 * 1024
LEVELS = ("same", "much the same", "differs")


def entries(lists_folder: Path, home: Path) -> list[ListedRef]:
    """The entries of the lists that a folder has, in force."""
    for edition in (*MAIN, OTHERS[0]):
        if found := files_of(lists_folder, edition):
            fill(home, found, edition)
    store = open_lists(Settings(home=home)).store
    return list(chain.from_iterable(parties(store, item) for item in store.versions() if item.state == "in-force"))


def counted(listed: list[ListedRef]) -> Counter[tuple[str, str, str]]:
    """Pairs with comparable addresses on both sides: class, whether they are the same party, and level."""
    model = shipped()
    prepared = [prepare(item.entity) for item in listed]
    index, scorer = Index(build_index(prepared, model.rarities), measures(model)), Scorer(model)
    found: Counter[tuple[str, str, str]] = Counter()
    living = [any(keys(address.text) for address in item.entity.addresses) for item in listed]
    for number, one in enumerate(prepared):
        others = index.candidates(one, COULD_MATCH) if living[number] else ()
        for other in (item.entity for item in others if item.entity > number and living[item.entity]):
            scored = scorer.score(one, prepared[other])
            truth = _truth(listed[number], listed[other], scored.explanation) if scored else ""
            if scored and truth:
                found[class_of(one, prepared[other]), truth, _level(scored.explanation, "address")] += 1
    return found


def _truth(one: ListedRef, other: ListedRef, found: Explanation) -> str:
    if one.source != other.source:
        same = _level(found, "identifier") == "equal" or _level(found, "birth_date") == "exact"
        return "same" if same else ""
    return "different" if one.identity != other.identity else ""


def _level(found: Explanation, code: str) -> str:
    return next((item.level for item in found.evidence if item.code == code), "")


def rows(found: Counter[tuple[str, str, str]]) -> Iterator[tuple[str, ...]]:
    """Class, level, the pairs of each kind at that level, and what the ratio of their shares is in bits."""
    for kind in ("person", "other"):
        all_same, all_different = (
            sum(found[kind, truth, level] for level in LEVELS) for truth in ("same", "different")
        )
        for level in LEVELS:
            same, different = found[kind, "same", level], found[kind, "different", level]
            bits = log2((same + 0.5) / (all_same + 1.5) / ((different + 0.5) / (all_different + 1.5)))
            yield kind, level, f"{same:,} of {all_same:,}", f"{different:,} of {all_different:,}", f"{bits:+.1f}"


@click.command()
@click.option("--lists-folder", type=click.Path(path_type=Path, exists=True, file_okay=False), required=True)
def main(lists_folder: Path) -> None:
    """Count how addresses agree on the lists of a folder."""
    with tempfile.TemporaryDirectory() as home:
        found = counted(entries(lists_folder, Path(home) / "home"))
    click.echo(markdown(("class", "address", "same party", "different parties of one list", "bits"), list(rows(found))))


if __name__ == "__main__":
    main()
