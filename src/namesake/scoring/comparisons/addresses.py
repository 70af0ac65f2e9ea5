"""Postal addresses: the same house is evidence, another one is none.

People move, companies have several offices, and sources write different ones: that addresses differ is said, and not
weighed. A town, a region or a country is no address: two must share a number with what stands beside it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from namesake.fields.addresses import keys, parts
from namesake.scoring.finding import Finding
from namesake.values.facts import Address
from namesake.values.tokens import NameClass

FEWEST = 3
"""Words and numbers that two addresses must have in common."""

ENOUGH = 4
"""As many make them the same, where all of one stand in the other."""

MOST = 0.7
"""The share of the shorter one from which they are much the same."""

_UNSAID = (Finding("address", "unknown", "", ""),)


def compare(left: Sequence[Address], right: Sequence[Address], kind: NameClass) -> tuple[Finding, ...]:
    """The two addresses that agree best; else that none do, or that there was nothing to compare."""
    if not left and not right:
        return _UNSAID
    if not left or not right:
        return (Finding("address", "unknown", _texts(left), _texts(right)),)
    found = max(_alike(left, right), key=lambda item: (item[0], *sorted(item[1:])), default=(0, "", ""))
    if not found[0]:
        return (Finding("address", "differs", _texts(left), _texts(right)),)
    level, amount = ("same", "address") if found[0] == 2 else ("much the same", "address_mostly")
    feature = amount if kind == "person" else f"{amount}_other"
    return (Finding("address", level, found[1], found[2], ((feature, 1),)),)


def _alike(left: Sequence[Address], right: Sequence[Address]) -> Iterator[tuple[int, str, str]]:
    """2 for the same address, 1 for much the same, and the two texts."""
    holders = defaultdict(list)
    for address in right:
        for key in keys(address.text):
            holders[key].append(address.text)
    for address in left:
        for other in {text for key in keys(address.text) for text in holders.get(key, ())}:
            if found := _likeness(parts(address.text), parts(other)):
                yield found, address.text, other


def _likeness(left: Sequence[str], right: Sequence[str]) -> int:
    common = (Counter(left) & Counter(right)).total()
    shorter = min(len(left), len(right))
    if common >= max(FEWEST, MOST * shorter):
        return 2 if common == shorter >= ENOUGH else 1
    return 0


def _texts(addresses: Sequence[Address]) -> str:
    return "; ".join(address.text for address in addresses[:3])
