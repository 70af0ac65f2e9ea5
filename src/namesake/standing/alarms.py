"""Alarms: what is not as it should be, and what to do. Whatever is overseen later adds alarms of its own."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from namesake.review.numbers import counted, listed
from namesake.standing.clocks import EVERYBODY
from namesake.standing.sources import OWN_LISTS
from namesake.values.standings import Alarm, Clock, PopulationStanding, SourceStanding, Urgency

CODES: Mapping[str, tuple[Urgency, str]] = {
    "population-never-screened": ("act", "Subjects are enrolled, and no run over them is complete yet."),
    "population-not-screenable": (
        "act",
        "A list that the policy names is not there: nobody can be screened.",
    ),
    "run-failed": ("act", "The last run failed; what stands is from an earlier one, or nothing does."),
    "matches-differ": (
        "act",
        "Other matches are kept than the last complete run recorded.",
    ),
    "list-overdue": ("act", "A list is older than the policy allows (`max_age_days`)."),
    "everybody-overdue": ("act", "Everybody was to be screened against everything again by now (`every_days`)."),
    "alerts-overdue": (
        "act",
        "The clock of an alert has run out: nothing was decided, or nobody was the second person.",
    ),
    "changes-waiting": ("look", "Lists, subjects, the model or the policy changed after the last complete run."),
    "alerts-open": ("look", "Alerts want a decision, or decisions a second person."),
    "decisions-lapsed": (
        "look",
        "Decisions hold no longer by their own date; `namesake cases` opens the alerts again.",
    ),
    "run-flagged": ("look", "The last complete run found something that a person should look at."),
    "run-unfinished": ("look", "A run has begun and not ended."),
    "version-turned-away": ("look", "A version of a list was refused or held back after the one in force."),
    "publisher-unreachable": ("look", "The publisher of a list could not be reached the last time."),
    "list-stale": ("look", "A list is older than its publisher's cadence, and the policy sets it no limit."),
    "list-without-version": ("look", "Versions of a list are kept, and none is in force."),
    "reader-broken": ("look", "The reader of a list cannot be loaded, so that the list cannot be renewed."),
    "policy-doubt": ("look", "The policy names a list or a population that is not there."),
}
"""Every kind of alarm, from the most urgent, with its urgency and what it means."""

_ORDER = {code: place for place, code in enumerate(CODES)}
RANK = {"act": 0, "look": 1, "well": 2}
"""The urgencies, the most urgent first."""


def in_order(found: Iterable[Alarm]) -> tuple[Alarm, ...]:
    """The alarms from the most urgent."""
    return tuple(sorted(found, key=lambda one: (RANK[one.urgency], _ORDER[one.code], one.about)))


def alarm(code: str, about: str, said: str, step: str = "") -> Alarm:
    """An alarm of a kind."""
    return Alarm(CODES[code][0], code, about, said, step)


def of_population(one: PopulationStanding) -> Iterator[Alarm]:
    """What is to be said of a population."""
    yield from _unscreened(one)
    if one.failing:
        yield alarm("run-failed", one.name, _failed(one), f"namesake revet -p {one.name}")
    if one.run is not None and one.tally.matches != one.recorded:
        kept = counted(one.tally.matches, "match", "matches")
        said = f"{kept} are kept, and run {one.run} recorded {one.recorded:,}."
        yield alarm("matches-differ", one.name, said, f"namesake revet -p {one.name} --look-back")
    if one.waiting:
        said = f"Since the last complete run ({moment(one.at)}): {listed(list(one.waiting))}."
        yield alarm("changes-waiting", one.name, said, f"namesake revet -p {one.name}")
    for flag in one.flags:
        yield alarm("run-flagged", one.name, f"Run {one.run} was flagged: {flag}.")
    if one.unfinished:
        said = f"Run {one.unfinished.id} began on {moment(one.unfinished.begun.began)} and has not ended: "
        yield alarm("run-unfinished", one.name, f"{said}it is at work, or was ended from outside.")


def of_cases(one: PopulationStanding) -> Iterator[Alarm]:
    """What is to be said of the alerts of a population."""
    cases, step = one.cases, f"namesake cases -p {one.name}"
    if cases.overdue:
        are = "alert is" if cases.overdue == 1 else "alerts are"
        yield alarm("alerts-overdue", one.name, f"{cases.overdue:,} {are} overdue.", f"{step} --overdue")
    if cases.open or cases.proposed:
        said = [f"{counted(cases.open, 'alert')} to decide"] if cases.open else []
        said += [f"{counted(cases.proposed, 'decision')} for a second person"] if cases.proposed else []
        since = f", the oldest since {moment(cases.oldest)}" if cases.oldest else ""
        yield alarm("alerts-open", one.name, f"{listed(said)}{since}.", step)
    if cases.lapsed:
        decisions = "decision holds" if cases.lapsed == 1 else "decisions hold"
        yield alarm("decisions-lapsed", one.name, f"{cases.lapsed:,} {decisions} no longer.", step)


def _unscreened(one: PopulationStanding) -> Iterator[Alarm]:
    if one.lacking:
        yield alarm("population-not-screenable", one.name, f"Nobody can be screened: {one.lacking}.")
    if one.run is None and one.subjects:
        enrolled = "1 subject is" if one.subjects == 1 else f"{one.subjects:,} subjects are"
        said = f"{enrolled} enrolled, and no run is complete yet: nobody was ever screened."
        yield alarm("population-never-screened", one.name, said, f"namesake revet -p {one.name}")


def _failed(one: PopulationStanding) -> str:
    failing = one.failing
    assert failing
    runs = "The last run" if failing.runs == 1 else f"The last {failing.runs:,} runs"
    since = f", since {moment(failing.since)}" if failing.runs > 1 else f" on {moment(failing.since)}"
    stands = f"what stands is from run {one.run} of {moment(one.at)}" if one.run else "no run is complete yet"
    return f"{runs} failed{since} [{failing.error}]: {failing.said}; {stands}."


def of_clock(clock: Clock) -> Iterator[Alarm]:
    """What is to be said of a clock."""
    if not clock.overdue:
        return
    if clock.kind == EVERYBODY:
        if clock.since is None:
            return  # that nobody was ever screened is said already
        said = f"Everybody was last screened against everything on {clock.since}, "
        said += f"{counted(clock.age_days or 0, 'day')} ago; the policy says every {counted(clock.limit_days, 'day')}."
        yield alarm("everybody-overdue", clock.about, said, f"namesake revet -p {clock.about}")
        return
    whom = f" for {listed(list(clock.populations))}" if clock.populations else ""
    said = f"The version of {clock.since} is {counted(clock.age_days or 0, 'day')} old; the policy allows "
    said += f"{counted(clock.limit_days, 'day')}{whom}."
    yield alarm("list-overdue", clock.about, said, renewing(clock.about))


def of_source(source: SourceStanding) -> Iterator[Alarm]:
    """What is to be said of a list besides its clock."""
    name = source.reference
    if away := source.turned_away:
        how = "held back" if away.how == "held-back" else "refused"
        instead = f"the version of {source.dated} stays in force" if source.version else "none is in force"
        said = f"The version of {away.dated} was {how} on {moment(away.arrived)}; {instead}."
        yield alarm("version-turned-away", name, said, f"namesake lists show {name} --version {away.version}")
    if source.unreachable:
        said = f"The publisher could not be reached since {moment(source.unreachable)}."
        yield alarm("publisher-unreachable", name, said, renewing(name))
    if source.stale and not source.overdue and source.cadence_days is not None:
        said = f"The version of {source.dated} is {counted(source.age_days or 0, 'day')} old; its publisher renews it "
        said += f"every {counted(source.cadence_days, 'day')}, and the policy sets no limit."
        yield alarm("list-stale", name, said, renewing(name))
    if not source.version and not source.turned_away:
        yield alarm("list-without-version", name, "No version of it is in force.", renewing(name))
    if source.broken:
        yield alarm("reader-broken", name, "Its reader cannot be loaded: it cannot be renewed.")


def renewing(reference: str) -> str:
    """How a list is renewed."""
    source = reference.partition("@")[0]
    return f"namesake lists add {source} FILE..." if source == OWN_LISTS else f"namesake lists update {source}"


def moment(at: datetime | None) -> str:
    """A moment as a person reads it."""
    return f"{at:%Y-%m-%d %H:%M} UTC" if at else "never"
