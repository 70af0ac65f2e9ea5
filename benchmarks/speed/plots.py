"""A curve on two logarithmic axes as SVG: small, without a library, readable on a light and a dark page."""

import math
from collections.abc import Mapping, Sequence
from html import escape

Point = tuple[float, float]

_WIDTH, _HEIGHT = 560, 300
_LEFT, _TOP, _RIGHT, _BOTTOM = 64, 34, 110, 48
_COLOURS = ("#1f6feb", "#d1641f", "#2e8b57", "#8a4fbf")
_STYLE = "text{font:12px sans-serif;fill:#888}.title{font-size:14px;fill:#777}line{stroke:#888;stroke-opacity:.3}"


def plot(title: str, axes: tuple[str, str], series: Mapping[str, Sequence[Point]]) -> str:
    """Some named curves. Values must be above zero."""
    points = [point for each in series.values() for point in each]
    across, up = (_decades([point[side] for point in points]) for side in (0, 1))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>",
        f'<text class="title" x="{_LEFT}" y="20">{escape(title)}</text>',
        *_grid(across, up),
        f'<text x="{(_LEFT + _WIDTH - _RIGHT) // 2}" y="{_HEIGHT - 8}" text-anchor="middle">{escape(axes[0])}</text>',
        f'<text x="{_LEFT}" y="{_HEIGHT - 8}" text-anchor="end">{escape(axes[1])}</text>',
    ]
    for number, (name, each) in enumerate(series.items()):
        parts += _curve(name, [(_x(x, across), _y(y, up)) for x, y in each], _COLOURS[number % len(_COLOURS)])
    return "\n".join([*parts, "</svg>", ""])


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _x(value: float, decades: tuple[int, int]) -> float:
    return _LEFT + (math.log10(value) - decades[0]) / (decades[1] - decades[0]) * (_WIDTH - _LEFT - _RIGHT)


def _y(value: float, decades: tuple[int, int]) -> float:
    share = (math.log10(value) - decades[0]) / (decades[1] - decades[0])
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)


def _grid(across: tuple[int, int], up: tuple[int, int]) -> list[str]:
    bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
    found = []
    for power in range(across[0], across[1] + 1):
        x = _x(10.0**power, across)
        found.append(f'<line x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{bottom}"/>')
        found.append(f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{_label(power)}</text>')
    for power in range(up[0], up[1] + 1):
        y = _y(10.0**power, up)
        found.append(f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}"/>')
        found.append(f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{_label(power)}</text>')
    return found


def _label(power: int) -> str:
    return f"{10**power:,}" if power >= 0 else f"{10.0**power:.{-power}f}"


def _curve(name: str, points: Sequence[Point], colour: str) -> list[str]:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
    x, y = points[-1]
    return [
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>',
        *dots,
        f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" style="fill:{colour}">{escape(name)}</text>',
    ]
