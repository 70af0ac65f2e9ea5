"""Stories in words: a line for each chapter, the data that it rests on, and how it stands at the end."""

from collections.abc import Iterator
from dataclasses import dataclass

from namesake.review import chapter_words as words
from namesake.review.cases import moment
from namesake.review.chapters import Chapter, Covered, Decided, Knew, Matched, Screened
from namesake.review.numbers import counted, listed, score_text
from namesake.review.stories import Story, states
from namesake.values.revets import Found


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a story: when (in UTC), what kind of thing, the events that recorded it, and what happened."""

    when: str
    what: str
    events: str
    told: str


@dataclass(frozen=True, slots=True)
class Datum:
    """Something that the story rests on: what, its hash, where it counted, and the event that recorded it (0: none of
    its own)."""

    what: str
    hash: str
    where: str
    event: int = 0


def title(story: Story) -> str:
    """Whose story it is, and as of when."""
    subject = story.subject
    name = f"{subject.key} {subject.subject.entity.caption} in {subject.population}"
    return f"{name}, as of {_until(story)}" if story.until else name


def lines(story: Story) -> Iterator[Line]:
    """The story, a line for each chapter. What a run rested on is not said again where it is as before."""
    before: Covered | None = None
    for chapter in story.chapters:
        told = words.screened(chapter, before) if isinstance(chapter, Screened) else words.told(chapter)
        before = chapter.runs[-1] if isinstance(chapter, Screened) else before
        yield Line(f"{chapter.at:%Y-%m-%d %H:%M}", words.kind(chapter), _events(chapter), "; ".join(filter(None, told)))


def data(story: Story) -> list[Datum]:
    """What the story rests on, with hashes: versions of the subject and of lists, models and policies."""
    runs = _runs(story)
    found: dict[tuple[str, str], list[int]] = {}
    knew = {one.version: one for one in reversed(story.chapters) if isinstance(one, Knew)}
    events = {**story.accepted, **{one.hash: one.event for one in knew.values()}}
    for version, known in sorted(knew.items()):
        used = (one.run for one in runs if one.run.state == "complete" and one.version == version)
        found[f"the subject in version {version}", known.hash] = [run.id for run in used]
    for one in runs:
        if one.run.state == "complete":
            pins = [(f"{item.reference} {item.version}", item.hash) for item in one.run.lists]
            pins += [("the model", one.run.begun.model_hash), ("the policy", one.run.begun.policy_hash)]
            for pin in pins:
                found.setdefault(pin, []).append(one.run.id)
    order = sorted(found, key=lambda pin: pin[0] in ("the model", "the policy"))
    return [Datum(*pin, words.run_numbers(found[pin]), events.get(pin[1], 0)) for pin in order]


def ending(story: Story) -> list[str]:
    """How it all stands at the end of the story, and where that can be checked, a sentence each."""
    runs = _runs(story)
    failed = sum(one.run.state == "failed" for one in runs)
    knew = [one for one in story.chapters if isinstance(one, Knew)]
    versions = len({one.version for one in knew})
    covered = f"{counted(len(runs), 'run')}{f', {failed:,} of which failed' if failed else ''}"
    withdrawn = f", withdrawn on {moment(knew[-1].at)}" if knew[-1].what == "withdrawn" else ""
    key = story.subject.key
    said = [f"{key}: {counted(versions, 'version')}{withdrawn}; covered by {covered}; {_matches(story)}."]
    said += [_alert(number, state, story) for number, state in states(story).items()]
    if story.later:
        said.append(
            f"{counted(story.later, 'thing')} happened later and {'is' if story.later == 1 else 'are'} not told."
        )
    numbers = [number for one in story.chapters for number in events_of(one) if number]
    if numbers:
        span = f"events {min(numbers):,} to {max(numbers):,}"
        said.append(
            f"Told from {counted(len(numbers), 'event')} of the record, {span}; `namesake audit verify` holds it."
        )
    if old := sum(not number for one in story.chapters for number in events_of(one)):
        said.append(f"{counted(old, 'thing')} happened before there was a record, and no event vouches for it.")
    return said


def events_of(chapter: Chapter) -> list[int]:
    """The events that recorded a chapter, 0 for what none did."""
    return [one.event for one in chapter.runs] if isinstance(chapter, Screened) else [chapter.event]


def standing(story: Story) -> list[Found]:
    """The matches that stand at the end of the story, by entry."""
    found = {one.change.entry: one.change.after for one in story.chapters if isinstance(one, Matched)}
    return [one for _, one in sorted(found.items()) if one]


def _matches(story: Story) -> str:
    matched = [one for one in story.chapters if isinstance(one, Matched)]
    ever = {one.change.entry for one in matched}
    if not ever:
        return "no match was ever found" if _runs(story) else "it was not screened yet"
    stand = [f"{one.entry.reference} {one.entry.id} ({score_text(one.score)})" for one in standing(story)]
    now = f"of which {len(stand):,} stand{'s' if len(stand) == 1 else ''}: {listed(stand)}" if stand else "none stands"
    return f"{counted(len(ever), 'match', 'matches')} found, {now}"


def _alert(number: int, state: tuple[str, str], story: Story) -> str:
    steps = [one for one in story.chapters if isinstance(one, Decided) and one.alert == number]
    lost = "; it holds no longer" if state[0] in ("open", "closed") and steps and steps[-1].step == "in force" else ""
    last = f"; last decision: {words.who_decided(steps[-1])}{lost}" if steps else "; nobody decided"
    why = f": {state[1]}" if state[1] else ""
    return f"Alert {number} is {state[0]}{why}{last}."


def _until(story: Story) -> str:
    assert story.until
    return f"{moment(story.until.at)} (event {story.until.event:,})"


def _events(chapter: Chapter) -> str:
    found = [number for number in events_of(chapter) if number]
    if not found:
        return "-"
    return f"{found[0]:,}" if len(found) == 1 else f"{found[0]:,} to {found[-1]:,}"


def _runs(story: Story) -> list[Covered]:
    return [one for chapter in story.chapters if isinstance(chapter, Screened) for one in chapter.runs]
