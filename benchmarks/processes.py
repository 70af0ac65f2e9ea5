"""Whole processes, measured from outside: time by the clock, time of the processor, and peak memory."""

import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
_PEAKS_A_MIB = 1 << 20 if sys.platform == "darwin" else 1 << 10  # there in bytes, elsewhere in KiB


@dataclass(frozen=True, slots=True)
class Finished:
    """A process that has ended: seconds by the clock; seconds of processor and peak MiB of it and of the processes
    that it started (their times add up; the peak is that of the largest)."""

    clock: float
    processor: float
    peak: float
    code: int
    output: str
    errors: str


class BenchmarkFailedError(Exception):
    """A process of a benchmark ended otherwise than it should."""


def rapidfuzz_installed() -> bool:
    """Whether there is something to compare with (`pip install -e '.[bench]'`)."""
    return find_spec("rapidfuzz") is not None


def namesake() -> str:
    """The command as it is installed beside this Python."""
    return str(Path(sysconfig.get_path("scripts")) / "namesake")


def finish(command: Sequence[str], allowed: Sequence[int] = (0,)) -> Finished:
    """Run a command to its end. Raises `BenchmarkFailedError` where its exit code is not allowed.

    The process that calls this must be small: a child's peak counts that of its parent when it was started.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile("w+", encoding="utf-8") as err:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=err)
        _, status, used = os.wait4(process.pid, 0)
        clock = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)  # already waited for: told so that nobody waits again
        out.seek(0)
        err.seek(0)
        peak = used.ru_maxrss / _PEAKS_A_MIB
        processor = used.ru_utime + used.ru_stime
        done = Finished(clock, processor, peak, process.returncode, out.read(), err.read()[-2000:])
    if done.code not in allowed:
        raise BenchmarkFailedError(f"{' '.join(command[:4])} ended with {done.code}: {done.errors}")
    return done
