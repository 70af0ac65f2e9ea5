"""Parts of the model card from files kept by hand: what peers reach, and labels that we believe wrong."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality import text_slices as slices
from benchmarks.tables import markdown

HERE = Path(__file__).parent
WORST = 12
Json = dict[str, Any]


def peers() -> Json:
    """What peers reach."""
    return tomllib.loads((HERE / "peers.toml").read_text("utf-8"))


def pairs(sets: Mapping[str, Json]) -> Iterator[str]:
    """Our F1 and average precision beside a peer's, and the best F1 of any."""
    found = peers()
    yield (
        f"Beside {found['name']} ({found['licence']}) at {found['threshold']}, {found['threshold_from']}; the best of "
        f"any besides: {found['others']}. **On the same development data**; the peer's parameters were made without "
        "most of these sets, ours were fitted on the sets marked in-sample above. Facts, not a ranking."
    )
    rows = []
    for name, item in sets.items():
        key = name.partition(".")[0]
        if key in found["pairs"]:
            *_, f1, ap = found["pairs"][key]
            best, who = found["best"][key]
            ours = (f"{item['f1']['value']:.2f}", f"{item['ap']['value']:.2f}")
            rows.append((key, *ours, f"{f1:.2f}", f"{ap:.2f}", f"{best:.2f} ({who})"))
    header = ("set", "our F1", "our AP", "peer's F1", "peer's AP", "best F1 of any peer at its default")
    yield markdown(header, rows, right=(1, 2, 3, 4))


def scripts() -> str:
    """What the peer reaches by script."""
    found = peers()
    rows = [(name, f"{recall:.2f}", f"{false:.3f}") for name, (recall, false) in found["scripts"].items()]
    table = markdown(("scripts", "true pairs found", "false ones found"), rows, right=(1, 2))
    return f"{found['name']}, all parts of the same sets (held-out ones too, so only about comparable):\n\n{table}"


def retrieval(runs: Sequence[Json]) -> Iterator[str]:
    """Our detection beside the peer's."""
    found = peers()
    rows = []
    for run in runs:
        name, ours = slices.run_name(run), run["kinds"]["ALL"]
        theirs, default = found["retrieval"].get(name), found["defaults"].get(name)
        rows.append((
            name,
            *(f"{ours[f'at_{share}%']['value']:.2f}" for share in ("0.5", "1.0")),
            *((f"{share:.2f}" for share in theirs) if theirs else ("not measured",) * 2),
            f"{ours['at_default']:.2f} at {run['alerts_per_1000']:.1f}",
            f"{default[0]:.2f} at {default[1]:.1f}" if default else "not measured",
        ))  # fmt: skip
    header = (
        "run",
        "at 0.5 %",
        "at 1 %",
        "peer at 0.5 %",
        "peer at 1 %",
        "default, alerts per 1,000",
        "peer's default",
    )
    yield f"Beside {found['name']}, **on the same development data**:"
    yield markdown(header, rows, right=(1, 2, 3, 4, 5, 6))


def cultures() -> str:
    """The peer's false alerts by culture."""
    found = peers()
    said = ", ".join(f"{culture} {rate}" for culture, rate in found["cultures"].items())
    return (
        f"{found['name']} at its default, names only, OFAC, people of the same encyclopaedia (all parts), per 1,000: "
        f"{said}. Its detection there is lower; compare at equal shares of innocents alerted."
    )


def worst(rows: Sequence[Json]) -> str:
    """The categories with the lowest detection, and those with most false ones."""
    lost = sorted((row for row in rows if "detection" in row), key=lambda row: float(row["detection"]["value"]))
    false = sorted((row for row in rows if "false" in row), key=lambda row: -float(row["false"]["value"]))
    cells = [
        *(("missed", row["set"], row["slice"], f"{row['same']:,}",
           f"{round(row['same'] * (1 - row['detection']['value'])):,}") for row in lost[:WORST]),
        *(("falsely found", row["set"], row["slice"], f"{row['different']:,}",
           f"{round(row['different'] * row['false']['value']):,}") for row in false[:WORST]),
    ]  # fmt: skip
    return markdown(("failure", "set", "category", "pairs", "wrong"), cells, right=(3, 4))


def labels() -> str:
    """Labels that we believe wrong, by set, with the ids of the cases or their category."""
    rows = []
    for item in tomllib.loads((HERE / "labels.toml").read_text("utf-8"))["label"]:
        which = item.get("cases") or item.get("categories") or ()
        rows.append((item["set"], ", ".join(f"`{name}`" for name in which) or "some", item["why"]))
    return markdown(("set", "cases or categories", "why"), rows)
