"""The calibration plot as a small SVG, without a library: what a score says against how often it is so."""

from collections.abc import Sequence
from typing import Any

SIDE, LEFT, TOP = 360, 56, 24
WIDTH, HEIGHT = LEFT + SIDE + 24, TOP + SIDE + 56
_STYLE = (
    "text{font:12px sans-serif;fill:#333}.axis{stroke:#777;fill:none}.grid{stroke:#ddd}"
    ".ideal{stroke:#999;stroke-dasharray:4 4}.bar{stroke:#1f5a99;stroke-width:2}.dot{fill:#1f5a99}"
)
Json = dict[str, Any]


def calibration(rows: Sequence[Json], title: str) -> str:
    """One dot a bin: its mean score, and the share of true pairs with its interval; larger for more pairs."""
    marks = [_mark(row) for row in rows if row["pairs"]]
    box = f'<rect class="axis" x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}"/>'
    ideal = f'<line class="ideal" x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"/>'
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}">',
        f"<style>{_STYLE}</style>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        *(_grid(step / 5) for step in range(6)), box, ideal, *marks,
        f'<text x="{LEFT}" y="16">{title}</text>',
        f'<text x="{LEFT + SIDE / 2:.0f}" y="{TOP + SIDE + 42}" text-anchor="middle">score</text>',
        f'<text transform="translate(14 {TOP + SIDE / 2:.0f}) rotate(-90)" text-anchor="middle">true pairs</text>',
        "</svg>\n",
    ])  # fmt: skip


def _x(value: float) -> float:
    return round(LEFT + SIDE * value, 1)


def _y(value: float) -> float:
    return round(TOP + SIDE * (1 - value), 1)


def _grid(at: float) -> str:
    lines = (
        f'<line class="grid" x1="{_x(at)}" y1="{_y(0)}" x2="{_x(at)}" y2="{_y(1)}"/>'
        f'<line class="grid" x1="{_x(0)}" y1="{_y(at)}" x2="{_x(1)}" y2="{_y(at)}"/>'
    )
    return (
        f'{lines}<text x="{_x(at)}" y="{_y(0) + 18:.1f}" text-anchor="middle">{at:.1f}</text>'
        f'<text x="{LEFT - 8}" y="{_y(at) + 4:.1f}" text-anchor="end">{at:.1f}</text>'
    )


def _mark(row: Json) -> str:
    x, same = _x(row["mean_score"]), row["same"]
    radius = 2 + len(str(row["pairs"]))
    return (
        f'<line class="bar" x1="{x}" y1="{_y(same["low"])}" x2="{x}" y2="{_y(same["high"])}"/>'
        f'<circle class="dot" cx="{x}" cy="{_y(same["value"])}" r="{radius}">'
        f"<title>{row['pairs']:,} pairs: score {row['mean_score']:.2f}, same {same['value']:.2f}</title></circle>"
    )
