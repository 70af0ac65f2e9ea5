"""python -m benchmarks.quality.card: the model card, its plots, and what stands between, from the committed results.

With `--check` nothing is written and the exit code is 1 where a page is not what the results give.
"""

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality import between, card_peers, plot, text
from benchmarks.quality import text_slices as slices
from namesake.scoring.model import shipped

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DATA = ROOT / "src/namesake/data"
WORDS: dict[str, str] = tomllib.loads((HERE / "card_words.toml").read_text("utf-8"))
CARD = "docs/model-card.md"
PLOTS = {"within-reach": "reliability_within_reach", "all-pairs": "reliability"}
OF_THE_MODEL = ("model.toml", "spelling", "person_words", "organisation_words", "nicknames", "generic_words",
                "legal_forms", "place_words", "numbers", "honorifics", "particles")  # fmt: skip
Json = dict[str, Any]


def pages(found: Json) -> dict[str, str]:
    """Every page by its path in the repository."""
    plots = {f"docs/model-card/calibration-{name}.svg": plot.calibration(found["pairs"][key], f"Calibration, {name}")
             for name, key in PLOTS.items()}  # fmt: skip
    return {CARD: _card(found), between.PAGE: between.page(found), **plots}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write what is out of date, or name it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.card", description=__doc__)
    parser.add_argument("--results", type=Path, default=HERE / "results.json")
    parser.add_argument("--out", type=Path, default=ROOT, help="root of the checkout to write into")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args(arguments)
    found = pages(json.loads(asked.results.read_text("utf-8")))
    stale = [name for name, page in found.items() if not _same(asked.out / name, page)]
    for name in stale:
        sys.stdout.write(f"{name} {'is not what the results give' if asked.check else 'written'}\n")
        if not asked.check:
            (asked.out / name).parent.mkdir(parents=True, exist_ok=True)
            (asked.out / name).write_text(found[name], "utf-8")
    return 1 if asked.check and stale else 0


def _same(path: Path, page: str) -> bool:
    return path.exists() and path.read_text("utf-8") == page


def _card(found: Json) -> str:
    parts = [
        WORDS["notice"], "# Model card", _identity(found), WORDS["use"], _weights(),
        WORDS["fitted"].format(sources=", ".join(f"`{name}`" for name in found["fitted_on"])),
        "## Data in the package", _data(), *_accuracy(found), *_retrieval(found), *_failures(found),
    ]  # fmt: skip
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _identity(found: Json) -> str:
    model = tomllib.loads((DATA / "model.toml").read_text("utf-8"))
    lines = [
        f"- model `{model['name']}`, measured as `{found['model']}`",
        f"- {model['population']}",
        f"- measured on {found['date']} with {found['software']}",
    ]
    if found["model"] != shipped().hash:
        lines.append(f"- **not the model in this checkout**, which is `{shipped().hash}`: measure again")
    return "\n".join(lines)


def _weights() -> str:
    model = tomllib.loads((DATA / "model.toml").read_text("utf-8"))
    counts = {kind: len(model[kind]) for kind in ("person", "other", "facts")}
    return (
        "The evidence of a pair is a sum of integer bits; the score is the probability that belongs to it. "
        f"{counts['person']} weights for names of persons, {counts['other']} for all other names, "
        f"{counts['facts']} for dates, countries, gender and numbers: see [evidence](reference/evidence.md) and "
        "[how a match is scored](explanation/how-a-match-is-scored.md)."
    )


def _data() -> str:
    """The rows of the data folder's own page that the model rests on, with links as they are seen from here."""
    lines = (DATA / "README.md").read_text("utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| `") and line[3:].startswith(OF_THE_MODEL)]
    page = "\n".join(["| file | what | source | licence | built by |", "|---|---|---|---|---|", *rows])
    return re.sub(r"\]\((?!https?:)([^)]+)\)", r"](../src/namesake/data/\1)", page)


def _accuracy(found: Json) -> Iterator[str]:
    pairs, fitted_on = found["pairs"], found["fitted_on"]
    yield f"## Accuracy\n\n{WORDS['reading']}"
    yield f"### Labelled pairs, F1 at {pairs['threshold']}"
    yield text.sets(pairs["sets"], fitted_on)
    yield text.overall(pairs)
    yield from card_peers.pairs(pairs["sets"])
    yield "### By script\n\nAll sets without nicknames_en, mostly in-sample."
    yield slices.scripts(pairs["scripts"])
    yield card_peers.scripts()
    yield "### By category and class of perturbation"
    yield slices.categories(pairs["categories"], fitted_on)
    yield f"### Calibration, mostly in-sample\n\n{WORDS['reachable']}"
    yield "\n".join(f"![Calibration, {name}](model-card/calibration-{name}.svg)" for name in PLOTS)
    yield slices.reliability(pairs["reliability_within_reach"], pairs["reliability"])


def _retrieval(found: Json) -> Iterator[str]:
    runs: Sequence[Json] = found["retrieval"]
    if not runs:
        yield "## Screening against whole lists\n\nNot measured."
        return
    yield f"## Screening against whole lists\n\n{_what(runs)}"
    yield text.retrieval(runs)
    yield from card_peers.retrieval(runs)
    yield "### By kind of alias and perturbation, found at the default threshold"
    yield slices.queries(runs)
    yield "## False alerts and misses by culture"
    yield "People of an encyclopaedia who are not listed, per 1,000 alerted at the default threshold (in-sample):"
    yield slices.alerts(runs, "people")
    yield "Combinations of the commonest names of each country (in-sample):"
    yield slices.alerts(runs, "commonest")
    yield card_peers.cultures()
    yield "Listed people found at the default threshold, by the culture of their nationality (OFAC in-sample, UN not):"
    yield slices.detection(runs)
    yield "### Fairness\n\n" + "\n".join(
        f"- {index}, people and combinations together: {slices.fairness(item)}"
        for index, item in found["fairness"].items()
    )
    yield f"## Expected namesakes\n\n{WORDS['namesakes']}"
    yield from slices.expected(found["namesakes"])


def _what(runs: Sequence[Json]) -> str:
    sizes = {run["index"]: run["entities"] for run in runs}
    listed = ", ".join(f"{name} ({count:,} entries)" for name, count in sizes.items())
    return (
        f"Real aliases and perturbed names, taken out of the index, looked up in it: {listed}. "
        f"{runs[0]['innocents']:,} innocents. {WORDS['retrieval'].strip()}"
    )


def _failures(found: Json) -> Iterator[str]:
    yield f"## Known failures\n\n{WORDS['failures']}"
    yield slices.examples(found["examples"])
    yield "### Where fewest are found, or most falsely found"
    yield card_peers.worst(found["pairs"]["categories"])
    yield "## Labels that we believe wrong\n\nLeft as published, counted in every figure, and nothing is bent to them."
    yield card_peers.labels()


if __name__ == "__main__":
    raise SystemExit(main())
