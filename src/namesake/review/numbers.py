"""Numbers as a person reads them: bits, scores, chances, counts."""

import math

from namesake.values.matches import BIT

RAREST_PER_MILLION = 0.1
"""Below this nothing is claimed: no reference population is large enough to tell more than 1 in 10 million."""


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
    """How rare something is: "about 1 person in 41,000", "fewer than 1 in 10 million"."""
    return chance_of(per_million, "person")


def chance_of(per_million: float, noun: str) -> str:
    """How rare something is among things called `noun`, to two significant digits."""
    if per_million < RAREST_PER_MILLION:
        return "fewer than 1 in 10 million"
    if per_million > 500_000:
        return "more than half of all"
    return f"about 1 {noun} in {_magnitude(1_000_000 / per_million)}"


def share_of(per_million: float, noun: str, nouns: str, whole: str) -> str:
    """The same said of a whole: "about 1 person in 41,000 of the reference population"."""
    if per_million < RAREST_PER_MILLION:
        return f"fewer than 1 {noun} in 10 million of {whole}"
    if per_million > 500_000:
        return f"more than half of all {nouns} of {whole}"
    return f"{chance_of(per_million, noun)} of {whole}"


def expected(per_million: float) -> float:
    """Expected namesakes as a number to read: two significant digits, and never less than can be claimed."""
    return max(float(f"{per_million:.2g}"), RAREST_PER_MILLION)


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
    if _rounded(value) < 1_000_000:
        return f"{_rounded(value):,}"
    millions = value / 1_000_000
    return f"{millions:.1f}".removesuffix(".0") + " million" if millions < 9.95 else f"{_rounded(millions)} million"
