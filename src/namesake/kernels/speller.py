"""The cost between two single words."""

from array import array
from functools import lru_cache

from namesake.kernels.spelling import Costs, Vocabulary, encode, walk
from namesake.kernels.tables import abjad_costs, letter_costs

ABJADS = frozenset({"Arab", "Hebr"})
_NOTHING_SHARED = array("B", [0])


def writes_vowels(script: str) -> bool:
    """Whether a script writes all its vowels; Arabic and Hebrew leave most of them out."""
    return script not in ABJADS


def costs_between(left_vowels: bool, right_vowels: bool, joined: bool) -> Costs:
    """The table that fits two scripts, by whether they write their vowels, and two words, one of which may
    stand for several."""
    if left_vowels == right_vowels:
        return letter_costs(joined=joined)
    return abjad_costs(abjad_on_left=right_vowels, joined=joined)


@lru_cache(maxsize=1 << 18)
def cost(
    left: str, right: str, left_vowels: bool = True, right_vowels: bool = True, joined: bool = False
) -> int | None:
    """The cost between two romanised words in 1/1024 bit, or None where they are out of reach.

    The two flags say whether the original script wrote vowels. Exchanging the sides gives the same cost.
    """
    letters = encode(right)
    single = Vocabulary(letters, array("i", [0, len(letters)]), _NOTHING_SHARED)
    _, costs = walk(encode(left), single, 0, 1, costs_between(left_vowels, right_vowels, joined))
    return costs[0] if costs else None
