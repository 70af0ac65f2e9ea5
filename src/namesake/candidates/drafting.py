"""Entities of one class, taken down one after the other while an index is built."""

from array import array

from namesake.candidates.births import born_of
from namesake.kernels.drafting import DraftNames
from namesake.kernels.rarity import Rarities
from namesake.values.tokens import Prepared


class Draft:
    """For each entity with a name its number and how many names it has (`numbers`, `counts`), these names, and when
    those may be born of whom that is known: the how-manieth each is and a `Born` (`births`, end to end)."""

    def __init__(self, rarities: Rarities) -> None:
        self.names = DraftNames(rarities)
        self.numbers = array("i")
        self.counts = array("i")
        self.births = array("i")

    def add(self, number: int, entity: Prepared) -> None:
        """Take down the names of an entity."""
        if entity.names:
            if entity.entity.birth_dates:
                self.births.extend((len(self.numbers), *born_of(entity.entity)))
            self.numbers.append(number)
            self.counts.append(len(entity.names))
            self.names.add(entity.names)
