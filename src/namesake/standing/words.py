"""A standing in words."""

from namesake.review.numbers import counted, listed
from namesake.standing.clocks import EVERYBODY
from namesake.values.standings import Clock, PopulationStanding, RunStanding, SourceStanding, Standing

TITLES = {"act": "Somebody must act", "look": "Somebody should look", "well": "All is as it should be"}


def title(found: Standing) -> str:
    """How things stand, in a few words."""
    if found.urgency == "act":
        return f"{counted(sum(alarm.urgency == 'act' for alarm in found.alarms), 'thing')} to act upon"
    if found.urgency == "look":
        return f"{counted(len(found.alarms), 'thing')} to look at"
    return "Nothing is overdue" if found.populations else "Nobody is under recurrent screening"


def sentence(found: Standing) -> str:
    """How things stand, in one sentence that counts honestly."""
    # Subjects of several populations are not added up: somebody may be in two of them.
    people = counted(len(found.populations), "population")
    people += f", {wholly(found):,} of them screened completely" if found.populations else ""
    late = sum(clock.overdue for clock in found.clocks)
    act = sum(alarm.urgency == "act" for alarm in found.alarms)
    look = len(found.alarms) - act
    in_force = counted(sum(bool(source.version) for source in found.sources), "list")
    clocks = f"{late:,} of {counted(len(found.clocks), 'clock')} overdue" if found.clocks else "no clock is set"
    return f"{in_force} in force; {people}; {clocks}; {act:,} to act upon, {look:,} to look at."


def wholly(found: Standing) -> int:
    """How many populations are screened completely: everybody as they are now, and nothing waits."""
    return sum(one.run is not None and not one.waiting and not one.lacking for one in found.populations)


def waiting(one: PopulationStanding) -> str:
    """What waits for the next run."""
    if one.run is None:
        return "everybody" if one.subjects else "nobody is enrolled"
    return "; ".join(one.waiting) or "nothing"


def whom(names: tuple[str, ...], found: Standing) -> str:
    """Which populations are meant."""
    if len(names) > 1 and len(names) == len(found.populations):
        return "all populations"
    return listed(list(names)) if names else "nobody"


def not_consulted(found: Standing) -> list[tuple[str, str, str]]:
    """Who was screened without which lists, and why: populations and lists that share a reason are told together."""
    lists: dict[tuple[str, str], list[str]] = {}
    for one in found.populations:
        for item in one.not_consulted:
            lists.setdefault((one.name, item.reason), []).append(item.reference)
    people: dict[tuple[str, str], list[str]] = {}
    for (name, reason), references in lists.items():
        people.setdefault((listed(references), reason), []).append(name)
    return [(whom(tuple(names), found), references, reason) for (references, reason), names in people.items()]


def outcome(run: RunStanding) -> str:
    """What a run came to."""
    if run.state == "failed":
        return f"failed [{run.error}]"
    changes = ((run.new, "new"), (run.changed, "changed"), (run.gone, "gone"))
    said = ", ".join(f"{count:,} {word}" for count, word in changes if count) or "nothing changed"
    return f"{said}; flagged" if run.flags else said


def what(clock: Clock) -> str:
    """What a clock is about."""
    return f"everybody in {clock.about}" if clock.kind == EVERYBODY else clock.about


def left(clock: Clock) -> str:
    """How much time a clock has left, or for how long it has been overdue."""
    if clock.age_days is None:
        return "never done"
    days = clock.limit_days - clock.age_days
    if not clock.overdue:
        return f"{counted(days, 'day')} left"
    return f"overdue by {counted(-days, 'day')}" if days < 0 else "overdue today"


def state(source: SourceStanding) -> str:
    """How a list stands, in a few words."""
    if not source.version:
        return "no version in force"
    marks = [
        "overdue" if source.overdue else "stale" if source.stale else "fresh",
        "a filtered export" if source.filtered else "",
        _away(source),
        f"unreachable since {source.unreachable:%Y-%m-%d}" if source.unreachable else "",
        "its reader cannot be loaded" if source.broken else "",
    ]
    return ", ".join(mark for mark in marks if mark)


def limit(source: SourceStanding) -> str:
    """How old a list may be, and who says so."""
    if source.limit_days is not None:
        return counted(source.limit_days, "day")
    return f"none ({source.cadence_days} d)" if source.cadence_days is not None else "none"


def duration(seconds: float) -> str:
    """How long something took."""
    if seconds < 1:
        return "< 1 s"
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _away(source: SourceStanding) -> str:
    away = source.turned_away
    return f"that of {away.dated} {'held back' if away.how == 'held-back' else 'refused'}" if away else ""
