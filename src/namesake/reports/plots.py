"""The geometry of plots: intervals on a scale, and a curve with its axes. Drawn as SVG by the templates."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from namesake.evaluation.rates import Rate
from namesake.evaluation.thresholds import Point

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 58, 18, 14, 44
ROOM = 40
HIGHEST = 0.95
"""Thresholds above it find so little that the rest of the curve would be squeezed into a corner."""
LEAST_ALERTS = 0.1
"""Per 1,000: the lowest point of the logarithmic axis, where "none" is drawn too."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A range of shares as places from 0 (left end) to 100; `ticks` are shares."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def at(self, share: float) -> float:
        """Where a share stands; what is outside stands at the end."""
        return 100 * (min(max(share, self.low), self.high) - self.low) / (self.high - self.low)


def detection_scale(rates: Iterable[Rate]) -> Scale:
    """From the tenth below the lowest interval to all; the ticks are round."""
    lowest = min((rate.low for rate in rates if rate.total), default=0.0)
    low = min(math.floor(lowest * 10 + 1e-9) / 10, 0.9)
    step = 0.02 if low >= 0.9 else 0.1 if low >= 0.5 else 0.25
    ticks = [1 - number * step for number in range(int((1 - low) / step + 1e-9) + 1)]
    return Scale(low, 1.0, tuple(reversed(ticks)))


def alert_scale(rates: Iterable[Rate]) -> Scale:
    """From none to a round number over the highest interval."""
    high = max((rate.high for rate in rates if rate.total), default=0.01)
    step = next(step for step in _steps() if high / step <= 5)
    count = max(math.ceil(high / step - 1e-9), 1)
    return Scale(0.0, step * count, tuple(step * number for number in range(count + 1)))


def _steps() -> Iterable[float]:
    for power in range(-4, 2):
        for first in (1, 2, 5):
            yield first * 10.0**power


@dataclass(frozen=True, slots=True)
class Mark:
    """One threshold on the curve: its place, and the ends of its intervals; `label` is empty where none fits."""

    x: float
    y: float
    left: float
    right: float
    top: float
    bottom: float
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The points of one kind of alerts."""

    kind: str
    name: str
    path: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """Alerts (up, logarithmic) against detection (right). Ticks are places with their labels."""

    lines: tuple[Line, ...]
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]


def curve(points: Sequence[Point], chosen: Point | None = None) -> Curve:
    """The plot of a curve up to `HIGHEST`; the detection axis begins below its lowest point."""
    drawn = [point for point in points if point.threshold <= HIGHEST or point == chosen]
    scale = detection_scale([point.detection for point in drawn])
    top = 10 ** math.ceil(math.log10(max(1.0, *(rate.high * 1000 for rate in _alerts(drawn)))))

    def x(share: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * scale.at(share) / 100

    def y(share: float) -> float:
        up = math.log10(max(share * 1000, LEAST_ALERTS) / LEAST_ALERTS) / math.log10(top / LEAST_ALERTS)
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * up

    named = _named(drawn, chosen, x)
    kinds: tuple[tuple[str, str, Callable[[Point], Rate]], ...] = (
        ("names", "names only", lambda point: point.names_only),
        ("dated", "with birth dates", lambda point: point.dated),
    )
    lines = [
        Line(kind, name, " ".join(f"{mark.x:.1f},{mark.y:.1f}" for mark in marks), marks)
        for kind, name, rate in kinds
        if (marks := tuple(_mark(point, rate(point), (x, y), named, chosen) for point in drawn if rate(point).total))
    ]
    decades = [LEAST_ALERTS * 10**number for number in range(round(math.log10(top / LEAST_ALERTS)) + 1)]
    return Curve(
        tuple(lines),
        tuple((x(tick), f"{tick:.0%}") for tick in scale.ticks),
        tuple((y(tick / 1000), f"{tick:g}" if number else "none") for number, tick in enumerate(decades)),
    )


def _alerts(points: Sequence[Point]) -> list[Rate]:
    return [rate for point in points for rate in (point.names_only, point.dated) if rate.total] or [Rate(0, 1)]


def _named(points: Sequence[Point], chosen: Point | None, x: Callable[[float], float]) -> set[float]:
    """The thresholds that have room for a label: the chosen one first, then from the lowest."""
    places: list[float] = []
    named = set()
    for point in sorted(points, key=lambda point: (point != chosen, point.threshold)):
        place = x(point.detection.value)
        if all(abs(place - other) > ROOM for other in places):
            places.append(place)
            named.add(point.threshold)
    return named


def _mark(
    point: Point,
    rate: Rate,
    places: tuple[Callable[[float], float], Callable[[float], float]],
    named: set[float],
    chosen: Point | None,
) -> Mark:
    (x, y), found = places, point.detection
    label = f"{point.threshold:.0%}" if point.threshold in named else ""
    ends = (x(found.low), x(found.high), y(rate.high), y(rate.low))
    return Mark(x(found.value), y(rate.value), *ends, label, point == chosen)
