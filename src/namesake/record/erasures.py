"""Which details an erasure destroyed: its facts name the events, as ranges, so that the chain says it for good."""

from collections.abc import Iterable, Sequence

import msgspec

from namesake.values.events import Event

_MOST = 10_000_000


class _Erased(msgspec.Struct, frozen=True):
    events: tuple[tuple[int, int], ...] = ()


_facts = msgspec.json.Decoder(_Erased)


def ranges(numbers: Iterable[int]) -> Sequence[tuple[int, int]]:
    """Numbers as ranges, both ends included."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def destroyed_by(event: Event) -> Iterable[int]:
    """The events before an erasure whose details it destroyed; none for any other event."""
    if event.kind != "erasure":
        return ()
    try:
        erased = _facts.decode(event.facts).events
    except msgspec.MsgspecError:
        return ()
    spans = [range(max(1, first), min(last, event.number) + 1) for first, last in erased]
    return (number for span in spans for number in span[:_MOST])
