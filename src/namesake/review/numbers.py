"""Numbers as a person reads them: bits, scores, chances, counts."""

import math

from namesake.values.matches import BIT

RAREST_PER_MILLION = 0.01
"""Below this nothing is claimed: no reference population is large enough to tell 1 in 100 million."""


def bits_text(bits: int) -> str:
    """Bits (given in 1/1024) with their sign and one decimal: "+2.1", "−0.6", "0"."""
    size = f"{abs(bits) / BIT:.1f}"
    if size == "0.0":
        return "0"
    return f"{'+' if bits > 0 else '−'}{size}"


def score_text(score: float) -> str:
    """A score as a percentage, rounded down, so that it never looks like a band it has not reached.

    A probability is never shown as certain: "99.9%" is the most.
    """
    return f"{min(math.floor(score * 1000 + 1e-9) / 10, 99.9):.1f}%"


def chance(per_million: float) -> str:
    """How rare something is: "about 1 person in 41,000", "fewer than 1 in 100 million"."""
    return chance_of(per_million, "person")


def chance_of(per_million: float, noun: str) -> str:
    """How rare something is among things called `noun`."""
    if per_million < RAREST_PER_MILLION:
        return "fewer than 1 in 100 million"
    if per_million > 500_000:
        return "more than half of all"
    return f"about 1 {noun} in {_magnitude(1_000_000 / per_million)}"


def expected(per_million: float) -> float:
    """Expected namesakes as a number to read: two significant digits, and never less than can be claimed."""
    return max(float(f"{per_million:.2g}"), RAREST_PER_MILLION)


def in_a_million(per_million: float, noun: str, nouns: str) -> str:
    """How many in a million, or one in how many where there are fewer than one in a million."""
    if per_million < 1:
        return chance_of(per_million, noun)
    count = _rounded(per_million)
    return f"about {count:,} {noun if count == 1 else nouns} in a million"


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 match", "2,300 matches"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(words: list[str], last: str = "and") -> str:
    """Words as an English list: "a", "a and b", "a, b and c"; `last` joins the last two."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _rounded(value: float) -> int:
    """A number to two significant digits."""
    step = int(f"1{'0' * max(len(str(int(value))) - 2, 0)}")
    return round(value / step) * step


def _magnitude(value: float) -> str:
    if value < 1_000_000:
        return f"{_rounded(value):,}"
    millions = value / 1_000_000
    return f"{millions:.1f}".removesuffix(".0") + " million" if millions < 10 else f"{_rounded(millions)} million"
