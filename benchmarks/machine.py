"""The machine that something was measured on, in words: never its name, its user or a path on it."""

import os
import platform
from pathlib import Path

_CPUINFO = Path("/proc/cpuinfo")
_GIB = 1 << 30


def described() -> str:
    """Processors, memory, system and Python."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / _GIB
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} x {_processor()}, {memory:.0f} GiB, {platform.system()}, {python}"


def _processor() -> str:
    if _CPUINFO.is_file():
        for line in _CPUINFO.read_text("utf-8", "replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()
