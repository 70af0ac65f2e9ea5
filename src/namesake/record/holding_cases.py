"""What is kept of alerts, decisions, comments and redress, against what was recorded of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from namesake.ports.events import Contents
from namesake.record.chain import when
from namesake.record.kept import digest
from namesake.values.events import Detail, Event, Fault

_BATCH = 500


class _Facts(msgspec.Struct, frozen=True):
    state: str = ""
    ended: int = msgspec.field(name="ended decision", default=0)
    superseded: int = msgspec.field(name="superseded decision", default=0)


class _Told(msgspec.Struct, frozen=True):
    kept: dict[str, str] = {}
    why: str = ""
    ended: str = ""
    text: str = ""
    attachment: str = ""
    name: str = ""
    reference: str = ""


class _Decided(NamedTuple):
    """What the last event on a decision says of it; `hash` is "" where that cannot be said any more."""

    event: int
    hash: str
    state: str
    ended: str


_facts = msgspec.json.Decoder(_Facts)
_told = msgspec.json.Decoder(_Told)


class HoldingCases:
    """Takes the events in order; alerts and decisions are compared with the last event on each, at the end."""

    def __init__(self, contents: Contents) -> None:
        self.unheld = 0
        self._contents = contents
        self._alerts: dict[int, tuple[int, str]] = {}
        self._decisions: dict[int, _Decided] = {}
        self._redresses: dict[tuple[int, int], tuple[int, str]] = {}
        self._history = _Trail(contents.happenings, "what happened to alert")
        self._comments = _Trail(contents.comments, "a comment on alert")

    def take(self, event: Event, detail: Detail | None) -> Iterator[Fault]:
        """What is wrong with what is kept of an event; `detail` is None where it was destroyed or is broken."""
        alert = _named(event, "alert ")
        if not alert:
            return
        told = _read(detail)
        if event.kind in ("comment", "attachment"):
            yield from self._comments.take(event.number, alert, _noted(event, told))
        elif event.kind == "redress":
            of = alert, _named(event, "decision ")
            self._redresses[of] = event.number, _redressed(event, told, of)
        elif event.kind in ("alert", "assignment", "decision"):
            kept = told.kept if told else {}
            self.unheld += detail is not None and not kept
            self._alerts[alert] = event.number, kept.get("alert", "")
            yield from self._history.take(event.number, alert, kept.get("happening", ""))
            self._decide(event, told)

    def finish(self) -> Iterator[Fault]:
        """What is wrong at the end, and what is kept without having been recorded."""
        yield from self._history.finish(self._contents.happened())
        yield from self._comments.finish(self._contents.commented())
        yield from self._finish_alerts()
        yield from self._finish_decisions()
        yield from self._finish_redresses()

    def _decide(self, event: Event, told: _Told | None) -> None:
        """What an event makes of decisions: of its own, and of one that it ends."""
        facts = _said(event)
        if (own := _named(event, "decision ")) and event.kind == "decision":
            hashed = told.kept.get("decision", "") if told else ""
            self._decisions[own] = _Decided(event.number, hashed, facts.state, told.ended if told else "")
            why = f"superseded by decision {own}"
        else:
            why = told.why if told else ""
        ended = facts.superseded or facts.ended
        if former := self._decisions.get(ended):
            hashed = former.hash if told else ""
            self._decisions[ended] = _Decided(event.number, hashed, "ended", why)

    def _finish_alerts(self) -> Iterator[Fault]:
        for number, hashed in self._contents.alerts():
            event, recorded = self._alerts.pop(number, (0, ""))
            if not event:
                yield Fault(0, f"alert {number} is kept, but was never recorded")
            elif recorded and recorded != hashed:
                yield Fault(event, f"records alert {number}, which was altered where it is kept")
        for number, (event, recorded) in self._alerts.items():
            if recorded:
                yield Fault(event, f"records alert {number}, which is not kept any more")

    def _finish_decisions(self) -> Iterator[Fault]:
        for number, *kept in self._contents.decisions():
            recorded = self._decisions.pop(number, None)
            if recorded is None:
                yield Fault(0, f"decision {number} is kept, but was never recorded")
            elif recorded.hash and recorded.hash != kept[0]:
                yield Fault(recorded.event, f"records decision {number}, which was altered where it is kept")
            elif recorded.hash and list(recorded[2:]) != kept[1:]:
                what = f"records decision {number} as {recorded.state!r}, which is kept otherwise"
                yield Fault(recorded.event, what)
        for number, one in self._decisions.items():
            if one.hash:
                yield Fault(one.event, f"records decision {number}, which is not kept any more")

    def _finish_redresses(self) -> Iterator[Fault]:
        for alert, decision, hashed in self._contents.redresses():
            event, recorded = self._redresses.pop((alert, decision), (0, ""))
            if not event:
                yield Fault(0, f"a reference of redress for alert {alert} is kept, but was never recorded")
            elif recorded and recorded != hashed:
                yield Fault(
                    event, f"records a reference of redress (alert {alert}), which was altered where it is kept"
                )
        for (alert, _), (event, recorded) in self._redresses.items():
            if recorded:
                yield Fault(event, f"records a reference of redress (alert {alert}), which is not kept any more")


class _Trail:
    """What was added to alerts one after the other: the positions count the events."""

    def __init__(self, read: Callable[[Sequence[int]], Iterable[tuple[int, int, str]]], what: str) -> None:
        self._read = read
        self._what = what
        self._counts: dict[int, int] = {}
        self._waiting: list[tuple[int, int, int, str]] = []

    def take(self, event: int, alert: int, recorded: str) -> Iterator[Fault]:
        """Go one event on; `recorded` is the hash of what must be kept, or "" where that cannot be said."""
        position = self._counts[alert] = self._counts.get(alert, 0) + 1
        if recorded:
            self._waiting.append((event, alert, position, recorded))
        if len(self._waiting) >= _BATCH:
            yield from self._compare()

    def finish(self, kept: Iterable[tuple[int, int]]) -> Iterator[Fault]:
        """What is wrong at the end."""
        yield from self._compare()
        for alert, count in kept:
            more = count - self._counts.get(alert, 0)
            if more > 0:
                yield Fault(0, f"of {self._what} {alert}, {more} more are kept than were recorded")

    def _compare(self) -> Iterator[Fault]:
        alerts = sorted({alert for _, alert, _, _ in self._waiting})
        kept = {(alert, position): hashed for alert, position, hashed in self._read(alerts)} if alerts else {}
        for event, alert, position, recorded in self._waiting:
            found = kept.get((alert, position))
            if found != recorded:
                how = "was altered where it is kept" if found else "is not kept any more"
                yield Fault(event, f"records {self._what} {alert} (number {position}), which {how}")
        self._waiting.clear()


def _noted(event: Event, told: _Told | None) -> str:
    """The hash of a comment, all of which its event holds."""
    if told is None:
        return ""
    return digest("comment", [event.by, when(event.at), told.text, told.attachment, told.name])


def _redressed(event: Event, told: _Told | None, of: tuple[int, int]) -> str:
    """The hash of a reference that was given, all of which its event holds."""
    if told is None:
        return ""
    return digest("redress", [told.reference, *of, when(event.at), event.by])


def _read(detail: Detail | None) -> _Told | None:
    if detail is None:
        return None
    try:
        return _told.decode(detail.content)
    except msgspec.MsgspecError:
        return None


def _said(event: Event) -> _Facts:
    try:
        return _facts.decode(event.facts)
    except msgspec.MsgspecError:
        return _Facts()


def _named(event: Event, what: str) -> int:
    """The number behind a name in `about`, or 0."""
    number = next((name.removeprefix(what) for name in event.about if name.startswith(what)), "")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else 0
