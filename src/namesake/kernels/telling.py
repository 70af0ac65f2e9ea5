"""What the loops leave behind, as values that outlive the next comparison."""

from __future__ import annotations

from namesake.kernels.items import Items
from namesake.kernels.links import Bench

_LINK = 0

Said = tuple[int, int, int, tuple[int, ...]]


def told(items: Items, bench: Bench) -> list[Said]:
    """The findings on the names that were compared last: kind, level, bits, and the fields of a link (else none)."""
    found: list[Said] = []
    links = bench.links
    for k in range(items.count):
        kind = items.kinds[k]
        level = items.levels[k]
        bits = items.bits[k]
        if kind == _LINK:
            fields = (
                links[level], links[level + 1], links[level + 2], links[level + 3], links[level + 4],
                links[level + 5], links[level + 6], links[level + 7], links[level + 8],
            )  # fmt: skip
            found.append((kind, level, bits, fields))
        else:
            found.append((kind, level, bits, ()))
    return found


def unused(bench: Bench, left: bool, count: int) -> list[int]:
    """Which of the first words of the left name, or else of the right one, no link uses."""
    used = bench.left_used if left else bench.right_used
    return [k for k in range(count) if not used[k]]
