"""`namesake model`: models adapted to the operator's own population, and which one is in force."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from namesake.app.models import SHIPPED, WEIGHT, Adapted, Models
from namesake.bootstrap import SystemClock, open_models, operator, read_settings
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.rendering import counted, print_json, print_table, say, visible
from namesake.cli.screen import delimiter_option, encoding_option, map_option, sheet_option
from namesake.scoring.model import Model, shipped
from namesake.values.matches import BIT
from namesake.values.models import AdaptedModel, Counted

SHOWN = 10
"""Words shown, of those that changed most."""

SCHEMAS = {"person": "Person", "organisation": "Organization"}


@click.group()
@home_option
def model() -> None:
    """Adapt the model to your own population, and bring a model into force."""


@model.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", required=True, help="How the new model is called: lower-case letters, digits and hyphens.")
@click.option(
    "--weight", type=click.FloatRange(0, 1), default=WEIGHT, show_default=True,
    help="What your population weighs; of n subjects only this times n / (n + 1000).",
)  # fmt: skip
@click.option("--kind", type=click.Choice(list(SCHEMAS)), help="What every row is; else decided for each row.")
@map_option
@sheet_option
@encoding_option
@delimiter_option
@home_option
def adapt(  # noqa: PLR0913 - one parameter an option is how click works
    file: Path, name: str, weight: float, kind: str | None, overrides: dict[str, str], sheet: str | None,
    encoding: str | None, delimiter: str | None,
) -> None:  # fmt: skip
    """Make a model that knows how common words are in the names of your own population, FILE, read as `screen` reads
    it. Only counts of words that at least 3 subjects hold are kept. The model is not in force until it is promoted."""
    from namesake.app import files
    from namesake.cli.progress import counting
    from namesake.feeds.tables import open_table

    models = _models()
    models.check_free(name)
    table = open_table(file, sheet=sheet, delimiter=delimiter, encoding=encoding)
    asked = files.Asked(overrides, SCHEMAS[kind] if kind else "")
    planned = files.plan(visible(str(file)), table, asked, SystemClock())
    for line in planned.said:
        click.echo(visible(line), err=True)
    with counting("counting", table.total) as progress:
        adapted = models.adapt(name, file.name, planned, weight, progress)
    _say_skipped(adapted)
    _show_changes(adapted)
    say(_summary(adapted.record))


def _say_skipped(adapted: Adapted) -> None:
    for item in adapted.skipped:
        place = f"{item.where}: " if str(item.where) else ""
        click.echo(visible(f"left out: {place}{item.reason} [{item.code}]"), err=True)
    if more := adapted.record.skipped - len(adapted.skipped):
        click.echo(f"left out: {more:,} more", err=True)


def _show_changes(adapted: Adapted) -> None:
    rows = [
        (item.word, f"{item.held:,}", f"{item.before / BIT:.1f}", f"{item.after / BIT:.1f}", f"{item.bits / BIT:+.1f}")
        for item in adapted.changes[:SHOWN]
    ]
    if rows:
        print_table("Words that changed most", ("Word", "Subjects#", "Bits before#", "Bits after#", "Change#"), rows)


def _summary(record: AdaptedModel) -> str:
    parts = [_counted(item) for item in record.counted if item.subjects or item.others]
    left_out = f"; {counted(record.skipped, 'row')} left out" if record.skipped else ""
    return (
        f"{record.name} ({record.hash[:12]}) was made from {'; '.join(parts) or 'no subject'}{left_out}. "
        "It is not in force: compare it with `namesake evaluate compare`, then `namesake model promote`."
    )


def _counted(item: Counted) -> str:
    others = f", {item.others:,} more without a word in Latin letters" if item.others else ""
    return (
        f"{counted(item.subjects, item.kind)} ({counted(item.words, 'word')} held by 3 or more, "
        f"weight {item.weight:.3f}{others})"
    )


@model.command(name="list")
@format_option
@home_option
def list_models(style: str) -> None:
    """Show the models that are kept, and which is in force."""
    models = _models()
    records, current = models.store.kept(), _in_force(models)
    if style == "json":
        print_json({"in_force": current, "models": [_document(record) for record in records]})
        return
    rows = [_row(SHIPPED, shipped().hash, "with the package", "", current)]
    rows += [_row(item.name, item.hash, item.made.date().isoformat(), _subjects(item), current) for item in records]
    print_table("", ("Model", "Hash", "Made", "Subjects#", "In force"), rows)


def _row(name: str, digest: str, made: str, subjects: str, current: str) -> tuple[str, ...]:
    return name, digest[:12], made, subjects, "yes" if name == current else ""


def _subjects(record: AdaptedModel) -> str:
    return f"{record.subjects:,}"


def _in_force(models: Models) -> str:
    past = models.store.promotions()
    return past[-1].model if past else SHIPPED


@model.command()
@click.argument("name")
@format_option
@home_option
def show(name: str, style: str) -> None:
    """Show what a model was made of, and when it came into force."""
    models = _models()
    found = models.named(name)
    record = None if name == SHIPPED else models.store.record(name)
    past = [item for item in models.store.promotions() if item.model == name]
    if style == "json":
        print_json(
            {**(_document(record) if record else _bare(found)), "promotions": [_document(item) for item in past]}
        )
        return
    print_table("", ("", name), _lines(found, record))
    for item in past:
        say(f"in force from {item.at:%Y-%m-%d %H:%M} UTC, in place of {item.old}: {item.reason} ({item.by})")


def _lines(found: Model, record: AdaptedModel | None) -> Sequence[tuple[str, str]]:
    lines = [("hash", found.hash), ("population", found.population)]
    if record is None:
        return lines
    lines += [
        ("adapted from", f"{record.base} {record.base_hash}"),
        ("made", f"{record.made:%Y-%m-%d %H:%M} UTC"),
        ("file", f"{record.file}, sha256 {record.file_sha256}"),
        ("weight asked for", f"{record.weight:g}"),
        ("left out", f"{record.skipped:,}"),
    ]
    return [*lines, *((f"{item.kind}s", _counted(item)) for item in record.counted)]


def _bare(found: Model) -> dict[str, object]:
    return {"name": SHIPPED, "hash": found.hash, "population": found.population}


def _document(value: object) -> dict[str, Any]:
    found = msgspec.to_builtins(value)
    assert isinstance(found, dict)
    return found


@model.command()
@click.argument("name")
@click.option("--reason", required=True, help="Why: recorded for good.")
@click.option("--by", help="Who decided it; else the user of the system.")
@home_option
def promote(name: str, reason: str, by: str | None) -> None:
    """Bring a model into force for `screen`, `lookup`, `evaluate` and Python; "shipped" goes back to the package's."""
    done = _models().promote(name, reason, operator() if by is None else by)
    say(f"{done.model} ({done.hash[:12]}) is in force, in place of {done.old} ({done.old_hash[:12]}).")


def _models() -> Models:
    return open_models(read_settings(home_of(click.get_current_context())))
