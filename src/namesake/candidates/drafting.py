"""Entities of one class, taken down one after the other while an index is built."""

from array import array

from namesake.candidates.births import born_of
from namesake.kernels.drafting import DraftNames
from namesake.kernels.rarity import Rarities
from namesake.values.entities import Entity
from namesake.values.tokens import Prepared, Reading


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
            self._note(number, entity.entity)
            self.names.add(entity.names)

    def read(self, number: int, person: Entity, reading: Reading) -> None:
        """The same of a person, whose names are taken apart only where they must be."""
        if person.names:
            self._note(number, person)
            for name in person.names:
                if not self.names.add_plain(name.text, reading.alone, name.weak):
                    self.names.add((reading.parse(name, "person"),))

    def _note(self, number: int, entity: Entity) -> None:
        if entity.birth_dates:
            self.births.extend((len(self.numbers), *born_of(entity)))
        self.numbers.append(number)
        self.counts.append(len(entity.names))
