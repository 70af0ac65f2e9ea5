"""What a measurement says: lines of one table."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.tables import markdown


@dataclass(frozen=True, slots=True)
class Line:
    """One measured value. `unit` is "x" for a ratio; `processor` is the same by processor time, which other work on
    the machine disturbs less than the clock."""

    what: str
    clock: float | None
    processor: float | None
    unit: str
    note: str = ""


def ratio(what: str, measured: Sequence[tuple[float, float]], base: Sequence[tuple[float, float]], note: str) -> Line:
    """The median of (clock, processor) seconds as a multiple of that of the base."""
    clock, processor = _medians(measured)
    base_clock, base_processor = _medians(base)
    return Line(what, clock / base_clock, processor / base_processor, "x", note)


def uncompared(what: str) -> Line:
    """Said in place of a ratio where there is nothing to compare with."""
    return Line(what, None, None, "x", "not measured: rapidfuzz is not installed (the extra 'bench')")


def seconds(what: str, measured: Sequence[tuple[float, float]], note: str = "") -> Line:
    """The median of (clock, processor) seconds."""
    return Line(what, *_medians(measured), "s", note)


def table(lines: Sequence[Line]) -> str:
    """The lines in Markdown."""
    header = ("measurement", "clock", "processor", "unit", "note")
    rows = [(line.what, _shown(line.clock), _shown(line.processor), line.unit, line.note) for line in lines]
    return markdown(header, rows, right=(1, 2))


def _medians(measured: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return median(clock for clock, _ in measured), median(processor for _, processor in measured)


def _shown(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}" if abs(value) >= 0.1 else f"{value:.3f}"
