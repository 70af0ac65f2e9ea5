"""Lengths of time as people write them: 30m, 2h, 1d."""

import re

UNITS = {"s": 1, "m": 60, "h": 60 * 60, "d": 24 * 60 * 60}
"""Seconds in what the letters stand for."""

_WRITTEN = re.compile(r"(\d{1,6}) ?([smhd])", re.ASCII)


def parse(text: str) -> int | None:
    """The seconds in a number of seconds, minutes, hours or days; None if not understood."""
    found = _WRITTEN.fullmatch(text.strip().casefold())
    return int(found[1]) * UNITS[found[2]] if found else None
