"""Invented names of people and firms, put together from the pools of `demo_names.toml`."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reference.demo_draw import Draw

NAMES = Path(__file__).parent / "demo_names.toml"
_WITHIN = "_"  # stands for a blank within one name


@dataclass(frozen=True, slots=True)
class Pool:
    """The names of one culture, or of a part of it in a script or country of its own."""

    culture: str
    share: int
    men: Sequence[str]
    women: Sequence[str]
    families: Sequence[str]
    order: Sequence[str]
    countries: Sequence[str]
    cities: Sequence[str]
    firms: Sequence[str] = ()
    trades: Sequence[str] = ()
    feminine: Mapping[str, str] = field(default_factory=dict)
    spaced: bool = True

    def person(self, draw: Draw) -> str:
        """The name of somebody who does not exist."""
        woman = draw.share() < 0.5
        given = self.women if woman else self.men
        families = [self._family(draw.of(self.families), woman) for _ in range(2)]
        name = draw.of(self.order).format(
            g=draw.of(given), m=draw.of(given), p=draw.of(self.men), f=families[0], s=families[1]
        )
        return (name if self.spaced else name.replace(" ", "")).replace(_WITHIN, " ")

    def firm(self, draw: Draw) -> str:
        """The name of a firm that does not exist, or belongs to nobody in particular."""
        given = draw.of(self.men)
        families = [draw.of(self.families) for _ in range(2)]
        name = draw.of(self.firms).format(
            g=given, f=families[0], s=families[1], c=draw.of(self.cities), t=draw.of(self.trades)
        )
        return name.replace(_WITHIN, " ")

    def _family(self, family: str, woman: bool) -> str:
        if woman:
            for ending, other in self.feminine.items():
                if family.endswith(ending):
                    return family.removesuffix(ending) + other
        return family


def pools() -> list[Pool]:
    """All pools, each as often as its share: one drawn at random is of a culture by its weight."""
    raw = tomllib.loads(NAMES.read_text("utf-8"))
    found = [_pool(name, told) for name, told in raw.items()]
    return [pool for pool in found for _ in range(pool.share)]


def _pool(name: str, told: dict[str, Any]) -> Pool:
    words = {key: told[key].split() for key in ("men", "women", "families")}
    return Pool(**{"culture": name, **told, **words})
