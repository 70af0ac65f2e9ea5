"""How long something takes. Imports nothing of the product, which may have to be loaded in another way afterwards."""

import time
from collections.abc import Callable, Sequence
from statistics import quantiles

Took = tuple[float, float]
"""Seconds by the clock and of the processor."""


def took(work: Callable[[], object]) -> Took:
    """How long something takes."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def percentile(times: Sequence[Took], percent: int) -> Took:
    """A percentile of times, by the clock and by the processor."""
    at = percent - 1
    clock, processor = (quantiles([each[side] for each in times], n=100, method="inclusive")[at] for side in (0, 1))
    return clock, processor
