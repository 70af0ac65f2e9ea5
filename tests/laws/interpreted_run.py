"""Prints a hash of all that the engine says about seeded worlds; with `interpreted`, by the kernels' source as Python.

Run in a process of its own, so that nothing is imported before it is decided which kernels are.
"""

import hashlib
import random
import runpy
import sys
from collections.abc import Sequence
from dataclasses import astuple
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

WORLDS = 12
ENTRIES = 6


class FromSource(MetaPathFinder):
    """Finds the kernels' sources before their compiled forms."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The specification of a kernel; None for any other module."""
        package, _, name = fullname.rpartition(".")
        source = self._folder / f"{name}.py"
        del path, target
        if package != "namesake.kernels" or not source.is_file():
            return None
        return spec_from_file_location(fullname, source)


def main(interpreted: bool) -> None:
    """Screen some seeded worlds and print what was found, hashed, and where the kernels came from."""
    package = find_spec("namesake")
    assert package is not None
    assert package.origin is not None
    if interpreted:
        sys.meta_path.insert(0, FromSource(Path(package.origin).parent / "kernels"))
    found = _found()
    kernels = [module for name, module in sys.modules.items() if name.startswith("namesake.kernels.")]
    endings = sorted({Path(str(module.__file__)).suffix for module in kernels})
    print(hashlib.sha256(repr(found).encode()).hexdigest(), len(found), *endings)  # noqa: T201 - its purpose


def _found() -> list[object]:
    from namesake.candidates.index import Index, build_index
    from namesake.names.prepare import prepare
    from namesake.scoring.model import shipped
    from namesake.scoring.scorer import Scorer
    from namesake.screening.weights import measures

    world_of = runpy.run_path(str(Path(__file__).with_name("engine_worlds.py")))["World"]
    model = shipped()
    scorer = Scorer(model)
    found: list[object] = []
    for seed in range(WORLDS):
        world = world_of(random.Random(seed))
        entries = [prepare(world.entity(number)) for number in range(ENTRIES)]
        index = Index(build_index(entries, model.rarities), measures(model))
        for number, entry in enumerate(entries):
            subject = prepare(world.variant(entry.entity, 100 + number))
            found += [astuple(item) for item in index.candidates(subject, 0)]
            scored = (scorer.score(subject, other) for other in entries)
            found += [(item.explanation, item.namesakes_per_million) for item in scored if item]
    return found


if __name__ == "__main__":
    main("interpreted" in sys.argv[1:])
