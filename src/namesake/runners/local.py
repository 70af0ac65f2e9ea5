"""Screening in this process or in several on this machine."""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any

from namesake.errors import WorkerLostError
from namesake.screening.screening import Screening
from namesake.values.entities import Skipped, Subject
from namesake.values.matches import Outcome

Batch = list[Subject | Skipped]
Open = Callable[[], Screening]

AHEAD = 3
"""Batches in flight per process: enough to keep it busy, few enough to bound memory."""

PATIENCE = 10.0
"""Seconds to wait for the end of a process that was killed. The system ends it soon; if not, we go on without it."""


@dataclass(frozen=True, slots=True)
class Inline:
    """Screens in this process."""

    screening: Screening

    def run(self, batches: Iterator[Batch]) -> Iterator[list[Outcome]]:
        """See `Runner`."""
        return (screened(self.screening, batch) for batch in batches)


@dataclass(frozen=True, slots=True)
class Processes:
    """Screens in several processes, each of which opens the same index; its memory is shared.

    The first batch is screened here, so that a small input starts no process at all.
    """

    screening: Screening
    open: Open
    workers: int

    def run(self, batches: Iterator[Batch]) -> Iterator[list[Outcome]]:
        """See `Runner`."""
        for first in islice(batches, 1):
            yield screened(self.screening, first)
        for second in islice(batches, 1):
            yield from self._pooled(second, batches)

    def _pooled(self, second: Batch, batches: Iterator[Batch]) -> Iterator[list[Outcome]]:
        # "spawn", because a process that is forked while a progress bar runs may inherit a held lock.
        context = _Remembering()
        pool = ProcessPoolExecutor(self.workers, context, _start, (self.open,))
        waiting: deque[Future[list[Outcome]]] = deque()
        finished = False
        try:
            for batch in chain((second,), batches):
                waiting.append(_submit(pool, batch))
                if len(waiting) > AHEAD * self.workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
            finished = True
        except BrokenProcessPool as error:
            raise WorkerLostError("a process that was screening has died") from error
        finally:
            if not finished:  # nobody will ask for what they still do
                context.end()
            pool.shutdown(cancel_futures=True)  # and wait: at the end of the program that is too late


class _Remembering(SpawnContext):
    """Starts processes and remembers them. A pool that breaks while it starts a process overlooks that one, and then
    waits for its end: CPython 3.11 to 3.13."""

    def __init__(self) -> None:
        self._started: list[SpawnProcess] = []

    def Process(self, *args: Any, **kwargs: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: ANN401, N802 - as there
        """A process, which is remembered."""
        self._started.append(SpawnProcess(*args, **kwargs))
        return self._started[-1]

    def end(self) -> None:
        """End all that were started, and see them gone."""
        begun = [process for process in self._started if process.pid is not None]
        for process in begun:
            process.kill()
        for process in begun:
            process.join(PATIENCE)


def screened(screening: Screening, batch: Batch) -> list[Outcome]:
    """The outcomes of a batch."""
    return [item if isinstance(item, Skipped) else screening.screen(item) for item in batch]


_opened: list[Screening] = []
"""The screening of a worker process; a list, because a process is told once what it works on."""


def _submit(pool: ProcessPoolExecutor, batch: Batch) -> "Future[list[Outcome]]":
    with _uninterrupted():  # a process may be started here, and it must not hear of an interruption first
        try:
            return pool.submit(_screen, batch)
        except OSError as error:  # another one died while this one started, or it did itself: its pipes are closed
            raise BrokenProcessPool("a process could not be started") from error


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put interruptions off. A process that is started meanwhile never hears of them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(open_screening: Open) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is the first process's business
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _opened.append(open_screening())
    gc.freeze()  # what was opened lives as long as this process: the collector need not look through it again


def _end_with_parent() -> None:
    """End when the first process is gone, however it went: nobody would ever give us work again."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _screen(batch: Batch) -> list[Outcome]:
    return screened(_opened[0], batch)
