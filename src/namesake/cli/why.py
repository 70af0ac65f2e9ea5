"""`namesake why`: the story of a subject."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click
import msgspec

from namesake.bootstrap import open_stories, read_settings
from namesake.cli.options import format_option, home_of, home_option
from namesake.cli.rendering import print_json, print_table, say

if TYPE_CHECKING:
    from namesake.review.chapters import Chapter
    from namesake.review.stories import Story


def _moment(_ctx: click.Context, _param: click.Parameter, value: str | None) -> datetime | None:
    """A moment in UTC; a day is all of that day."""
    if value is None:
        return None
    try:
        given = datetime.fromisoformat(value.strip())
    except ValueError as error:
        raise click.BadParameter("a day, such as 2026-01-31, or a time in UTC, such as 2026-01-31T18:00.") from error
    if len(value.strip()) == len("2026-01-31"):
        given += timedelta(days=1, microseconds=-1)
    return given if given.tzinfo else given.replace(tzinfo=UTC)


@click.command()
@click.argument("subject")
@click.option("--population", "-p", default="", metavar="NAME", help="Which population; else each that has the key.")
@click.option("--at", callback=_moment, metavar="DATE", help="As it stood at the end of that day, or at a time (UTC).")
@format_option
@home_option
def why(subject: str, population: str, at: datetime | None, style: str) -> None:
    """Tell the story of SUBJECT, by its key: what was known, which runs screened it against what, what they found, who
    decided what and why, and on what data; each by the event of the record that says so.

    --at tells it as it stood then: only what was recorded by then.
    """
    told = open_stories(read_settings(home_of(click.get_current_context()))).told(subject, population, at)
    if style == "json":
        print_json({"format": "namesake.why/1", "stories": [document(one) for one in told]})
        return
    for one in told:
        _show(one)


def _show(story: "Story") -> None:
    from namesake.review import storytelling as words

    columns = ("When (UTC)", "What", "Event#", "What happened")
    rows = [(line.when, line.what, line.events, line.told) for line in words.lines(story)]
    print_table(words.title(story), columns, rows)
    data = [
        (item.what, item.hash[:12], f"{item.event:,}" if item.event else "-", item.where) for item in words.data(story)
    ]
    print_table("On what data", ("What", "SHA-256", "Event#", "Used in"), data)
    for sentence in words.ending(story):
        say(sentence)


def document(story: "Story") -> dict[str, Any]:
    """A story for programs: every run and every hash in full."""
    from namesake.review import storytelling as words
    from namesake.review.stories import states

    subject, until = story.subject, story.until
    return {
        "population": subject.population,
        "key": subject.key,
        "number": subject.number,
        "name": subject.subject.entity.caption,
        "until": {"event": until.event, "at": until.at.isoformat()} if until else None,
        "chapters": [
            {**_chapter(one), "told": line.told} for one, line in zip(story.chapters, words.lines(story), strict=True)
        ],
        "data": [msgspec.to_builtins(item) for item in words.data(story)],
        "matches": [_found(msgspec.to_builtins(one)) for one in words.standing(story)],
        "alerts": [{"alert": number, "state": state, "why": why} for number, (state, why) in states(story).items()],
        "later": story.later,
        "said": words.ending(story),
    }


def _chapter(chapter: "Chapter") -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(chapter)
    if change := found.get("change"):
        change.update({side: _found(change[side]) for side in ("before", "after")})
    if "facts" in found:
        found["facts"] = msgspec.json.decode(found["facts"])
    if "decision" in found and "rest" in found["decision"]:
        found["decision"]["rest"] = found["decision"]["rest"]["digest"]
    kind = type(chapter).__name__.lower()
    return {"chapter": kind, "at": chapter.at.isoformat(), "event": chapter.event, **found}


def _found(found: dict[str, Any] | None) -> dict[str, Any] | None:
    return {**found, "match": msgspec.json.decode(found["match"])} if found else None
