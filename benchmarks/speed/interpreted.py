"""The hot loops as Python, although they are compiled: imported before anything of the product is."""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

from benchmarks.processes import ROOT

KERNELS = ROOT / "src/namesake/kernels"


def compiled() -> list[str]:
    """The hot loops that are compiled on this machine."""
    return sorted(path.stem for path in KERNELS.glob("*.py") if _extensions(path.stem))


def interpret() -> None:
    """From now on, modules of `namesake.kernels` are loaded from their source."""
    sys.meta_path.insert(0, _FromSource())


class _FromSource(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        package, _, name = fullname.rpartition(".")
        source = KERNELS / f"{name}.py"
        if package != "namesake.kernels" or not source.is_file():
            return None
        return spec_from_file_location(fullname, source)


def _extensions(name: str) -> list[Path]:
    return [path for ending in EXTENSION_SUFFIXES for path in KERNELS.glob(f"{name}{ending}")]
