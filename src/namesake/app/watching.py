"""Watching: the sources are read and the populations re-vetted, again and again.

Whatever fails is told and tried again; only what no waiting mends ends the watch.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Protocol

from namesake.app.lists import Tell
from namesake.app.offers import Offer
from namesake.app.pacing import Pacing, Resting
from namesake.app.revetting_run import Asked, Revetted, Watch
from namesake.errors import (
    ListError,
    NamesakeError,
    SettingsError,
    StoreError,
    StoreExtraMissingError,
    StoreLayoutError,
    UnexpectedError,
    WatchBusyError,
)
from namesake.ports import Clock
from namesake.values.policies import Policy
from namesake.values.populations import EnrolledSubject
from namesake.values.revets import Change
from namesake.values.rounds import Concerned, PopulationTold, Round, SourceTold

ENDING = (SettingsError, StoreExtraMissingError, StoreLayoutError, WatchBusyError)
"""What no waiting mends: a person must act, or another process does the work already."""


class Reading(Protocol):
    """Reads sources; see `app.lists.Lists`."""

    def updatable(self) -> tuple[str, ...]:
        """The sources that can be asked."""
        ...

    def update(self, source_id: str, tell: Tell) -> Offer:
        """Ask the publisher of one."""
        ...


class Vetting(Protocol):
    """Re-vets populations; see `app.revetting.Revetting`."""

    def populations(self) -> tuple[str, ...]:
        """The names of all."""
        ...

    def revet(self, name: str, policy: Policy, asked: Asked | None = None, watch: Watch | None = None) -> Revetted:
        """Bring the matches of one up to date."""
        ...

    def subjects(self, name: str, numbers: Iterable[int]) -> Mapping[int, EnrolledSubject]:
        """Some of its subjects."""
        ...


@dataclass(frozen=True, slots=True)
class Duty:
    """What is watched: the seconds from one round to the next, and which sources and populations (all without any
    named); `offline` asks no publisher."""

    every: int
    sources: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Timing:
    """The dealings with time: the clock, seconds that never run backwards, and waiting for some seconds."""

    clock: Clock
    monotonic: Callable[[], float]
    wait: Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Means:
    """What a watch works with. `hold` makes sure, at each round, that nobody else watches over the same home or store;
    `revetting` and `policy` are asked at each round, because a store may be away and a policy change."""

    lists: Reading
    hold: Callable[[], None]
    revetting: Callable[[], Vetting]
    policy: Callable[[], Policy]
    timing: Timing


class Watching:
    """Goes round after round."""

    def __init__(self, means: Means, duty: Duty, tell: Tell = lambda _: None) -> None:
        self._means, self._duty, self._tell = means, duty, tell
        self._pacing = Pacing(duty.every)
        self._resting = Resting(duty.every)

    def rounds(self, most: int | None = None) -> Iterator[Round]:
        """Each round when it is done; the pause is made when the next one is asked for.

        Raises `WatchBusyError` where another process watches already, `SettingsError`, `StoreExtraMissingError` and
        `StoreLayoutError`; everything else is told in the rounds.
        """
        timing = self._means.timing
        for number in count(1):
            done = self._round(number)
            last = number == most
            pause = self._pacing.pause(timing.monotonic(), again=_again(done))
            yield done if last else replace(done, pause=pause)
            if last:
                return
            timing.wait(pause)

    def _round(self, number: int) -> Round:
        means = self._means
        began = means.timing.clock.now()
        regular = self._pacing.begin(means.timing.monotonic())
        missing = _failure(means.hold)
        asked = regular and not self._duty.offline
        sources = tuple(self._source(source) for source in self._sources()) if asked else ()
        populations: tuple[PopulationTold, ...] = ()
        if missing is None:
            populations, missing = self._populations()
        return Round(number, began, means.timing.clock.now(), asked, sources, populations, missing)

    def _sources(self) -> tuple[str, ...]:
        return self._duty.sources or self._means.lists.updatable()

    def _source(self, source: str) -> SourceTold:
        if self._resting.rests(source):
            return SourceTold(source, "resting")
        try:
            offer = self._means.lists.update(source, self._tell)
        except Exception as error:  # one source, whatever its matter, keeps no other from being read
            told = _coded(error)
            if isinstance(told, (ListError, UnexpectedError)):  # another's fault: a full disk is not the publisher's
                self._resting.failed(source)
            return SourceTold(source, "failed", error=told)
        self._resting.reached(source)
        version = offer.version
        return SourceTold(source, offer.outcome, version.reference, version.id, offer.error)

    def _populations(self) -> tuple[tuple[PopulationTold, ...], NamesakeError | None]:
        """What became of each population, or why nothing could be done for any of them."""
        try:
            policy, revetting = self._means.policy(), self._means.revetting()
            names = self._duty.populations or revetting.populations()
        except Exception as error:  # a store that is away, or a policy that is being edited, is there again later
            return (), _coded(error)
        return tuple(self._population(revetting, name, policy) for name in names), None

    def _population(self, revetting: Vetting, name: str, policy: Policy) -> PopulationTold:
        try:
            self._tell(f"re-vetting {name}")
            done = revetting.revet(name, policy, watch=Watch(self._tell))
        except Exception as error:  # the run is recorded as failed; the others are re-vetted all the same
            return PopulationTold(name, error=_coded(error))
        left = tuple(run.id for run in done.left_behind)
        return PopulationTold(
            name, done.record, _concerned(revetting, name, done.changes), left, unsettled=done.unsettled
        )


def _again(done: Round) -> bool:
    """Whether something was in the way of re-vetting that may be out of it soon."""
    return bool(done.error) or any(told.error for told in done.populations)


def _failure(work: Callable[[], None]) -> NamesakeError | None:
    try:
        work()
    except Exception as error:  # said in the round, which goes on with what can be done
        return _coded(error)
    return None


def _coded(error: Exception) -> NamesakeError:
    """An error as it is told. Raises it where it ends the watch."""
    if isinstance(error, ENDING):
        raise error
    if isinstance(error, NamesakeError):
        return error
    return UnexpectedError.of(error)


def _concerned(revetting: Vetting, name: str, changes: tuple[Change, ...]) -> tuple[Concerned, ...]:
    told = [change for change in changes if change.kind != "unchanged"]
    try:
        people = revetting.subjects(name, [change.number for change in told])
        keys = {number: person.key for number, person in people.items()}
    except StoreError:  # the run is complete, whether its people can still be named or not
        keys = {}
    return tuple(_of(change, keys.get(change.number, f"subject {change.number}")) for change in told)


def _of(change: Change, key: str) -> Concerned:
    found = change.after or change.before
    assert found
    return Concerned(change.kind, key, change.entry, found.score, found.band, change.why)
