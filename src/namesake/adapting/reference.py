"""The frequencies of the reference population that comes with the package."""

from importlib.resources import as_file, files

import numpy as np

from namesake.adapting.mixing import Frequencies
from namesake.values.models import PopulationKind

FILES: tuple[PopulationKind, ...] = ("person", "organisation")


def reference(kind: PopulationKind) -> Frequencies:
    """Words and rarities of one kind of names."""
    with as_file(files("namesake.data")) as folder:
        return Frequencies(np.load(folder / f"{kind}_words.npy"), np.load(folder / f"{kind}_rarity.npy"))
