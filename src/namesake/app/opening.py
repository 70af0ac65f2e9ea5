"""Opening a screening: which lists, of which date, and what is not consulted and why."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from namesake.app.choosing import chosen, limit_of
from namesake.app.ground import Ground, Indexed, InForce, counted
from namesake.candidates.index import Index, IndexData, index_of
from namesake.entities.listed import entity_of
from namesake.errors import SourceBrokenError, UnknownSourceError
from namesake.fields.ids import comparable
from namesake.lists.source import SourceFacts
from namesake.names.prepare import READING
from namesake.ports import Clock, ListStore
from namesake.revetting import canaries, ledger
from namesake.scoring.model import Model
from namesake.scoring.scorer import Scorer
from namesake.screening.policy import digest
from namesake.screening.screening import Listed, Screening, reference
from namesake.screening.weights import measures
from namesake.values.entities import NOT_A_PARTY, Entity, ListEntry
from namesake.values.matches import ListedRef
from namesake.values.policies import Policy
from namesake.values.runs import Consulted, NotConsulted, RunContext
from namesake.values.versions import ListVersion

if TYPE_CHECKING:
    from namesake.app.lists import Tell

OWN = "own"

Keep = Callable[[ListedRef], object]


class Opened(Protocol):
    """An index that is ready for use."""

    @property
    def data(self) -> IndexData:
        """Its arrays."""
        ...

    @property
    def listed(self) -> Listed:
        """Its entries by number."""
        ...

    def counts(self, today: date) -> Mapping[str, int]:
        """How many entries of each list have not expired."""
        ...


class Indexes(Protocol):
    """Keeps indexes."""

    def open(self, versions: Sequence[str], build: Callable[[Keep], IndexData]) -> Opened:
        """The index over some list versions and a model (by hash), built where there is none yet; `build` gives away
        each entry as it goes along."""
        ...


@dataclass(frozen=True, slots=True)
class Ready:
    """A screening and what it rests on."""

    screening: Screening
    context: RunContext


@dataclass(frozen=True, slots=True)
class Opening:
    """Opens screenings against the lists of a home. `unreachable` says since when the publisher of a source could not
    be reached."""

    store: ListStore
    indexes: Indexes
    clock: Clock
    facts: Callable[[str], SourceFacts]
    source_ids: Callable[[], tuple[str, ...]]
    model: Callable[[], Model]
    software: str
    unreachable: Callable[[], Mapping[str, datetime]] = dict

    def open(self, policy: Policy, lists: Sequence[str] = (), tell: "Tell" = lambda _: None) -> Ready:
        """A screening against the lists named here, else in the policy, else against all in force.

        Raises `ListNotAvailableError` where a list that was named, or any list at all, is not in force, and
        `UnknownSourceError` where there is no such source.
        """
        kept = self.store.versions(notes=False)
        return self._opened(policy, self._chosen(policy, lists, kept), kept, tell)

    def consulted(self, policy: Policy, lists: Sequence[str] = ()) -> list[ListVersion]:
        """The versions that `open` would screen against, without opening anything. Raises as `open` does."""
        return self._chosen(policy, lists, self.store.versions(notes=False))

    def again(self, policy: Policy, context: RunContext) -> Ready:
        """The same screening as another process opened, against the very same versions."""
        pinned = [(item.reference, item.version) for item in context.lists]
        kept = self.store.versions(notes=False)
        versions = {(version.reference, version.id): version for version in kept}
        return self._opened(policy, [versions[key] for key in pinned], kept, lambda _: None)

    def _chosen(self, policy: Policy, lists: Sequence[str], kept: Sequence[ListVersion]) -> list[ListVersion]:
        wanted = tuple(lists) or policy.lists
        known = {*self.source_ids(), *(version.source for version in kept)} if wanted else set()
        for name in wanted:
            if name.partition("@")[0] not in known:
                raise UnknownSourceError(f"no source is called {name.partition('@')[0]!r}")
        return chosen([version for version in kept if version.state == "in-force"], wanted)

    def ground(self, policy: Policy, lists: Sequence[str] = (), tell: "Tell" = lambda _: None) -> Ground:
        """What `open` screens against, for who has more to do with it than to screen. Raises as `open` does."""
        kept = self.store.versions(notes=False)
        versions, model, now = self._chosen(policy, lists, kept), self.model(), self.clock.now()
        indexed = lru_cache(maxsize=1)(partial(self._indexed, versions, model, now.date(), tell))
        return Ground(tuple(versions), model, self._context(policy, model, versions, kept, now), indexed)

    def pinned(self, versions: Sequence[ListVersion], model: Model, day: date, tell: "Tell") -> Indexed:
        """The index over some kept versions, whether they are in force now or not, with the entries that were in force
        on a day."""
        return self._indexed(versions, model, day, tell)

    def _opened(
        self, policy: Policy, versions: Sequence[ListVersion], kept: Sequence[ListVersion], tell: "Tell"
    ) -> Ready:
        model, now = self.model(), self.clock.now()  # read once: all must be of one and the same day
        indexed = self._indexed(versions, model, now.date(), tell)
        context = counted(self._context(policy, model, versions, kept, now), indexed.counts)
        return Ready(Screening(indexed.index, indexed.listed, Scorer(model), policy), context)

    def _indexed(self, versions: Sequence[ListVersion], model: Model, today: date, tell: "Tell") -> Indexed:
        index = self.indexes.open(
            # How rare words are is written into an index, so that every model has its own.
            [
                *(f"{version.reference} {version.id} {version.hash}" for version in versions),
                f"model {model.hash}",
                f"canaries {canaries.digest()}",
            ],
            partial(_build, self.store, versions, model, tell),
        )
        listed = InForce(index.listed, today)
        return Indexed(Index(index.data, measures(model)), listed, index.listed, index.counts(today))

    def _context(
        self, policy: Policy, model: Model, versions: Sequence[ListVersion], kept: Sequence[ListVersion], now: datetime
    ) -> RunContext:
        used = tuple(self._consulted(version, policy, now.date()) for version in versions)
        absent = (*self._not_consulted(versions, kept), *ledger.not_consulted(used, kept, self.unreachable()))
        return RunContext(
            started=now,
            software=self.software,
            model=model.name,
            model_hash=model.hash,
            policy=policy.name,
            policy_hash=digest(policy),
            population=model.population,
            review_from=policy.review_from,
            strong_from=policy.strong_from,
            lists=used,
            not_consulted=absent,
        )

    def _consulted(self, version: ListVersion, policy: Policy, today: date) -> Consulted:
        age = (today - version.dated).days
        limit = limit_of(policy, version)
        facts = self._facts(version.source)
        expected = facts.cadence_days if limit is None and isinstance(facts, SourceFacts) else limit
        return Consulted(
            source=version.source,
            scope=version.scope,
            version=version.id,
            hash=version.hash,
            dated=version.dated,
            entries=version.entries,
            age_days=age,
            stale=expected is not None and age > expected,
            filtered=version.filtered,
            overdue=limit is not None and age > limit,
            allowed_days=limit,
        )

    def _facts(self, source: str) -> SourceFacts | UnknownSourceError | SourceBrokenError:
        """The facts of a source, or why there are none: what it published is kept and can be screened against."""
        try:
            return self.facts(source)
        except (UnknownSourceError, SourceBrokenError) as error:
            return error

    def _not_consulted(self, used: Sequence[ListVersion], kept: Sequence[ListVersion]) -> Iterator[NotConsulted]:
        """Every list that is known and was not used, with the reason."""
        references = {version.reference for version in used}
        sources = {version.source for version in used}
        for name in sorted({version.reference for version in kept} - references):
            mine = [version for version in kept if version.reference == name]
            in_force = any(version.state == "in-force" for version in mine)
            yield NotConsulted(name, "not asked for" if in_force else f"its only version was {mine[-1].state}")
            sources.add(mine[-1].source)
        for source in self.source_ids():
            if source not in sources and source != "table":
                broken = isinstance(self._facts(source), SourceBrokenError)
                yield NotConsulted(source, "its reader cannot be loaded" if broken else "no version has been added")


def _build(store: ListStore, versions: Sequence[ListVersion], model: Model, tell: "Tell", keep: Keep) -> IndexData:
    """An index made entry by entry, so that a list is never held in memory as a whole."""

    def entities() -> Iterator[Entity]:
        for version in versions:
            tell(f"indexing {version.reference}")
            for listed in chain(parties(store, version), canaries.entries(version.reference)):
                keep(listed)
                yield listed.entity

    return index_of(entities(), READING, model.rarities)


def parties(store: ListStore, version: ListVersion) -> Iterator[ListedRef]:
    """The entries of a version that can be screened against, whether they have expired or not."""
    return parties_of(version, store.entries(version))


def parties_of(version: ListVersion, entries: Iterable[ListEntry]) -> Iterator[ListedRef]:
    """Those of some entries of a version that can be screened against, whether they have expired or not."""
    return (listed_ref(version, entry) for entry in entries if is_party(entry))


def is_party(entry: ListEntry) -> bool:
    """Whether an entry is somebody or something that can be screened against."""
    return NOT_A_PARTY not in entry.marks and bool(entry.names or any(map(comparable, entry.identifiers)))


def listed_ref(version: ListVersion, entry: ListEntry) -> ListedRef:
    """An entry as a match shows it."""
    entity: Entity = entity_of(entry)
    return ListedRef(
        source=version.source,
        scope=version.scope,
        version=version.id,
        entry_id=entry.id,
        identity=entry.identity,
        caption=entity.caption,
        schema=entry.schema,
        entity=entity,
        programmes=tuple(dict.fromkeys(item.programme for item in entry.listings if item.programme)),
        marks=entry.marks,
        expires=entry.expires,
    )


def own(entities: Sequence[Entity], policy: Policy, model: Model, now: datetime, software: str) -> Ready:
    """A screening against entities that a program brings: one list called "own", pinned by its content."""
    content = hashlib.sha256(repr(entities).encode()).hexdigest()
    index = Index(index_of(entities, READING, model.rarities), measures(model))
    listed = [reference(entity, OWN, now.date().isoformat()) for entity in entities]
    consulted = Consulted(OWN, "", now.date().isoformat(), content, now.date(), len(entities), 0)
    context = RunContext(
        started=now, software=software, model=model.name, model_hash=model.hash, policy=policy.name,
        policy_hash=digest(policy), population=model.population, review_from=policy.review_from,
        strong_from=policy.strong_from, lists=(consulted,),
    )  # fmt: skip
    return Ready(Screening(index, listed, Scorer(model), policy), context)
