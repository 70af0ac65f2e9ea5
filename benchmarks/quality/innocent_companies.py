"""False alerts on companies of stock exchanges, at the default policy, against lists of a folder.

    python -m benchmarks.quality.innocent_companies --lists-folder FOLDER   # writes quality/companies.md

A company that has the very name of a listed one is left out: it may be that one. Weights of organisations were fitted
with these companies as innocents; `--names FILE` takes other ones, a name a line, and writes nothing.
"""

import csv
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from benchmarks.quality.addresses import entries
from benchmarks.quality.rows import COMPANIES
from benchmarks.tables import markdown
from namesake.candidates.index import Index, build_index
from namesake.evaluation.rates import Rate
from namesake.names.prepare import prepare
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scorer
from namesake.screening.screening import Screening
from namesake.screening.weights import measures
from namesake.values.entities import Entity, Subject
from namesake.values.matches import ListedRef, Result
from namesake.values.names import Name
from namesake.values.policies import Policy

PAGE = Path(__file__).with_name("companies.md")
_HEAD = """# False alerts on companies

Written by `python -m benchmarks.quality.innocent_companies`: {count:,} companies of stock exchanges, screened by name
as organisations at the default policy. {same} more have the very name of a listed one and are left out. {fitted}

- date {date}, model `{model}`
"""

_FITTED = """Weights of
organisations were fitted with these companies beside OFAC's list, so these figures are in-sample."""
_OTHERS = "No weight was\nfitted with them."


def screening(listed: Sequence[ListedRef]) -> Screening:
    """The default policy on some entries."""
    model = shipped()
    index = Index(build_index([prepare(item.entity) for item in listed], model.rarities), measures(model))
    return Screening(index, listed, Scorer(model), Policy())


def screened(names: Sequence[str], against: Screening) -> Iterator[Result]:
    """The results of companies, less those that have the name of a listed one."""
    for number, name in enumerate(names):
        entity = Entity(id=str(number), schema="Company", names=(Name(name),))
        result = against.screen(Subject(entity.id, entity))
        if not any(_same(result, place) for place in range(len(result.matches))):
            yield result


def _same(result: Result, place: int) -> bool:
    said = result.matches[place].explanation.evidence
    return any(item.code == "name.whole" and item.level == "exact" for item in said)


def rows(found: Sequence[Result]) -> Iterator[tuple[str, str, str]]:
    """Alerts per 1,000 companies with their interval: by list, and on any."""
    matches = [[(match.entry.source, match.band) for match in result.matches] for result in found]
    lists = sorted({source for each in matches for source, _ in each})
    for name in (*lists, "any of them"):
        alerted = [{band for source, band in each if name in (source, "any of them")} for each in matches]
        some, strong = sum(map(bool, alerted)), sum("strong" in bands for bands in alerted)
        yield name, _per_thousand(Rate(some, len(found))), _per_thousand(Rate(strong, len(found)))


def _per_thousand(rate: Rate) -> str:
    return f"{1000 * rate.value:.1f} ({1000 * rate.low:.1f}-{1000 * rate.high:.1f})"


def known() -> list[str]:
    """The companies that the weights were fitted with."""
    with COMPANIES.open(encoding="utf-8", newline="") as stream:
        return [row["name"] for row in csv.DictReader(stream)]


@click.command()
@click.option("--lists-folder", type=click.Path(path_type=Path, exists=True, file_okay=False), required=True)
@click.option("--names", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="other companies")
def main(lists_folder: Path, names: Path | None) -> None:
    """Count false alerts on companies."""
    with tempfile.TemporaryDirectory() as home:
        against = screening(entries(lists_folder, Path(home) / "home"))
    asked = names.read_text("utf-8").splitlines() if names else known()
    found = list(screened(asked, against))
    head = _HEAD.format(
        count=len(found), same=len(asked) - len(found), fitted=_OTHERS if names else _FITTED,
        date=datetime.now(UTC).date(), model=shipped().hash[:16],
    )  # fmt: skip
    table = markdown(("list", "alerts per 1,000", "of them strong"), list(rows(found)), right=(1, 2))
    click.echo(f"{head}\n{table}")
    if not names:
        PAGE.write_text(f"{head}\n{table}\n", "utf-8")


if __name__ == "__main__":
    main()
