"""Canaries: invented people and one invented company that must match in every run (`docs/decisions/0010-canaries.md`).

Each list brings its own invented entries to an index, one for each script, under a reserved source; each index of
subjects holds the invented subjects. Whoever is not found shows that a list, a script or an index is silent, and the
run fails. Nobody is called so: the words are made up, and transcribed into other scripts.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from namesake.revetting.subject_index import SubjectIndex
from namesake.revetting.work import Vetting, by_number
from namesake.scoring.scorer import Scorer
from namesake.screening.screening import Candidates, Listed
from namesake.values.entities import Entity, Subject
from namesake.values.facts import PartialDate
from namesake.values.matches import ListedRef
from namesake.values.names import Name
from namesake.values.policies import Policy
from namesake.values.revets import Canary, EntryRef, Found

SOURCE = "namesake:canary"
"""The reserved source of invented entries; its scopes are the lists that they go with. No list can be called so."""
HIGHEST = 0.9
"""The highest threshold that canaries are held against: one that only identifiers reach would silence them all."""

_BORN = (PartialDate(date(1931, 5, 17), date(1931, 5, 17), text="1931-05-17"),)


@dataclass(frozen=True, slots=True)
class _Invented:
    """An entry in one script, and how subjects who must match it are written: never just as it is, so that words have
    to be found one by one."""

    script: str
    schema: str
    listed: str
    asked: tuple[str, ...]

    @property
    def key(self) -> str:
        """Its id as an entry."""
        return f"{self.script}-{self.schema}"


_INVENTED = (
    _Invented("Latn", "Person", "Zubrelin Quoxtalvek Mimsovar Dranthe", ("Zubrelin Quoxtalvek Mimsowar",)),
    _Invented(
        "Latn", "Company", "Zubrelin Quoxtalvek Mimsovar Shipping Limited", ("Zubrelin Quoxtalvek Mimsovar Ltd",)
    ),
    _Invented(
        "Cyrl", "Person", "Зубрелин Квохталвек Мимсовар Дранте",
        ("Зубрелин Квохталвек Мимсовар", "Zubrelin Kvokhtalvek Mimsovar"),
    ),
    _Invented(
        "Arab", "Person", "زبرلين طلفكور مميسوار درنطي", ("زبرلين طلفكور مميسوار", "Zubrelin Talfakur Mimiswar")
    ),
    _Invented(
        "Hebr", "Person", "זוברלין קווכטלבק מימסובר דרנטה",
        ("זוברלין קווכטלבק מימסובר", "Zubrelin Kvokhtalvek Mimsovar"),
    ),
    _Invented("Hang", "Person", "즈브렐린 콕스탈벡 밈소발", ("즈브렐린 콕스탈벡", "Jeubeurellin Kogseutalbeg")),
    _Invented(
        "Hani", "Person", "祖布雷林·阔赫塔尔维克·米姆", ("祖布雷林·阔赫塔尔维克", "Zubuleilin Kuohetaerweike")
    ),
    _Invented(
        "Kana", "Person", "ズブレリン・クォフタルヴェク・ミムソ",
        ("ズブレリン・クォフタルヴェク", "Zubererin Kuofutaruveku"),
    ),
)  # fmt: skip


@cache
def subjects() -> tuple[tuple[int, Subject], ...]:
    """The invented subjects and their numbers, which are below zero: no subject of a population has such."""
    asked = [(invented, name) for invented in _INVENTED for name in invented.asked]
    return tuple((-place, Subject(name, _entity("", each, name))) for place, (each, name) in enumerate(asked, 1))


def entries(reference: str) -> Iterator[ListedRef]:
    """The invented entries that go with a list."""
    for invented in _INVENTED:
        entity = _entity(invented.key, invented, invented.listed)
        identity = f"{SOURCE}:{invented.key}"
        yield ListedRef(SOURCE, reference, "", invented.key, identity, invented.listed, invented.schema, entity)


@cache
def digest() -> str:
    """A hash of all canaries: others make other indexes."""
    return hashlib.sha256(repr(_INVENTED).encode()).hexdigest()


def is_canary(entry: ListedRef) -> bool:
    """Whether an entry is invented."""
    return entry.source == SOURCE


def heard_in_lists(index: Candidates, listed: Listed, scorer: Scorer, policy: Policy) -> set[tuple[int, EntryRef]]:
    """The pairs of invented subjects and entries that an index of lists finds."""
    vetting = Vetting(scorer, _audible(policy))
    return _pairs(vetting.subjects(subjects(), index, _Only(listed)))


def heard_among_subjects(
    index: SubjectIndex, lists: Sequence[str], scorer: Scorer, policy: Policy
) -> set[tuple[int, EntryRef]]:
    """The pairs that every segment of an index of subjects finds, for some lists."""
    vetting = Vetting(scorer, _audible(policy))
    invented = [entry for reference in lists for entry in entries(reference)]
    found = [_pairs(vetting.entries(invented, part, by_number(dict(subjects())))) for part in index.canaries()]
    return set.intersection(*found) if found else set()


def canaries(lists: Sequence[str], *heard: set[tuple[int, EntryRef]]) -> tuple[Canary, ...]:
    """How the canaries of each list and script did, in all of the indexes that a run used."""
    both = set.intersection(*heard)
    scripts = dict.fromkeys(invented.script for invented in _INVENTED)
    return tuple(
        Canary(reference, script, "found" if _expected(reference, script) <= both else "silent")
        for reference in lists
        for script in scripts
    )


def _expected(reference: str, script: str) -> set[tuple[int, EntryRef]]:
    asked = [invented for invented in _INVENTED for _ in invented.asked]
    return {
        (-place, EntryRef(SOURCE, reference, invented.key))
        for place, invented in enumerate(asked, 1)
        if invented.script == script
    }


def _pairs(found: Iterable[Found]) -> set[tuple[int, EntryRef]]:
    return {(one.number, one.entry) for one in found}


def _audible(policy: Policy) -> Policy:
    return replace(policy, review_from=min(policy.review_from, HIGHEST))


def _entity(key: str, invented: _Invented, name: str) -> Entity:
    return Entity(key, invented.schema, (Name(name),), _BORN if invented.schema == "Person" else ())


class _Only(Listed):
    """The invented entries of an index."""

    def __init__(self, listed: Listed) -> None:
        self._listed = listed

    def __getitem__(self, number: int) -> ListedRef | None:
        entry = self._listed[number]
        return entry if entry is not None and is_canary(entry) else None
