"""Invented people of many name cultures, who are on no list: what they set off is a false alert."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from namesake.evaluation.cases import INNOCENT, INNOCENT_DATED, Case
from namesake.evaluation.draw import Draw
from namesake.text.scripts import script_of

EACH = 1_000
"""People of each culture, where the user names no other number."""

OWN = "own"
"""The culture of the people that the user brings."""

_TRIES = 20
"""How often a name that was drawn before is drawn again."""

_OLDEST, _DAYS = date(1940, 1, 1), 24_800
"""Birth dates are spread evenly over the days from 1940 to 2007."""


@dataclass(frozen=True, slots=True)
class NamePool:
    """The commonest names of a culture, or of a part of it in a script of its own.

    `orders` say how a name is put together: {g} and {m} given names, {p} that of a father, {f} and {s} family names.
    `feminine` gives the endings that family names change for women. `spaced` says whether the script has blanks.
    """

    culture: str
    men: tuple[str, ...]
    women: tuple[str, ...]
    families: tuple[str, ...]
    orders: tuple[str, ...] = ("{g} {f}",)
    feminine: Mapping[str, str] = field(default_factory=dict)
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is on no list; `birth_date` is ISO 8601 or empty."""

    culture: str
    name: str
    birth_date: str = ""
    schema: str = "Person"


def read_pools(rows: Iterable[Sequence[str]]) -> tuple[NamePool, ...]:
    """Pools from the rows of `innocent_names.csv`: pool, culture, part, name, source."""
    parts: dict[str, dict[str, list[str]]] = {}
    cultures: dict[str, str] = {}
    for pool, culture, part, name, *_ in rows:
        cultures[pool] = culture
        parts.setdefault(pool, {}).setdefault(part, []).append(name)
    return tuple(_pool(cultures[pool], found) for pool, found in parts.items())


def _pool(culture: str, parts: Mapping[str, list[str]]) -> NamePool:
    endings = (text.partition(">") for text in parts.get("feminine", ()))
    return NamePool(
        culture,
        tuple(parts["man"]),
        tuple(parts["woman"]),
        tuple(parts["family"]),
        tuple(parts.get("order", ("{g} {f}",))),
        {ending: other for ending, _, other in endings},
        "unspaced" not in parts,
    )


def invented(pools: Sequence[NamePool], seed: int, each: int = EACH) -> Iterator[Person]:
    """`each` people of every culture, its pools in turn, with birth dates; hardly anybody twice."""
    for culture in dict.fromkeys(pool.culture for pool in pools):
        own = [pool for pool in pools if pool.culture == culture]
        names: set[str] = set()
        for number in range(each):
            draw = Draw(seed, culture, number)
            name = _unused(own[number % len(own)], draw, names)
            names.add(name)
            yield Person(culture, name, (_OLDEST + timedelta(draw.below(_DAYS))).isoformat())


def cases(people: Iterable[Person]) -> Iterator[Case]:
    """Two cases a person: the name only, and with the birth date where one is known."""
    for number, person in enumerate(people, 1):
        for kind, born in ((INNOCENT, ""), (INNOCENT_DATED, person.birth_date)):
            if kind == INNOCENT or born:
                yield Case(f"{kind}-{number:06}", kind, "innocent", person.name, person.schema,
                           script_of(person.name), person.culture, born)  # fmt: skip


def _unused(pool: NamePool, draw: Draw, names: set[str]) -> str:
    tries = (_name(pool, draw) for _ in range(_TRIES))
    return next((name for name in tries if name not in names), _name(pool, draw))


def _name(pool: NamePool, draw: Draw) -> str:
    woman = draw.below(2) == 1
    given, second = _two(pool.women if woman else pool.men, draw)
    family, other = (_family(pool, text, woman) for text in _two(pool.families, draw))
    name = draw.of(pool.orders).format(g=given, m=second, p=draw.of(pool.men), f=family, s=other)
    return name if pool.spaced else name.replace(" ", "")


def _two(names: Sequence[str], draw: Draw) -> tuple[str, str]:
    """Two different names, where there are two."""
    first = draw.of(names)
    return first, draw.of([name for name in names if name != first] or names)


def _family(pool: NamePool, family: str, woman: bool) -> str:
    ending = next((ending for ending in pool.feminine if woman and family.endswith(ending)), "")
    return family.removesuffix(ending) + pool.feminine[ending] if ending else family
