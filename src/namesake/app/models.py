"""Models of the operator's own: made from a file of the own population, and brought into force by decision."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from namesake.adapting.counting import Counting, words_of
from namesake.adapting.mixing import Change, Frequencies, changes, mixed, stored, weight_of
from namesake.adapting.reference import FILES, reference
from namesake.app.files import Plan, Progress
from namesake.errors import ModelDamagedError, ModelNameError, ModelUnknownError, PromotionError
from namesake.ports import Clock
from namesake.scoring.model import Model, shipped, shipped_hash
from namesake.values.entities import Skipped, Subject
from namesake.values.models import AdaptedModel, Counted, PopulationKind, Promotion
from namesake.values.tokens import NameClass

SHIPPED = "shipped"
"""How the model of the package is called."""

WEIGHT = 0.25
"""What the own population weighs at most, unless the operator asks for something else."""

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_RESERVED = frozenset({SHIPPED, "promotions", "con", "nul", "prn", "aux"})
_LONGEST_REASON = 1000
_SHOWN = 10
_LONGEST_NAME = 200
_KINDS: Mapping[NameClass, PopulationKind] = {"person": "person", "other": "organisation"}


class ModelStore(Protocol):
    """Keeps models for good: none is ever changed."""

    def kept(self) -> Sequence[AdaptedModel]:
        """What is said of every model."""
        ...

    def record(self, name: str) -> AdaptedModel:
        """What is said of one."""
        ...

    def model(self, name: str) -> Model:
        """A model, ready to score."""
        ...

    def keep(
        self, record: AdaptedModel, frequencies: Mapping[PopulationKind, Frequencies], population: str
    ) -> AdaptedModel:
        """Keep a new one; its record with the hash."""
        ...

    def promotions(self) -> Sequence[Promotion]:
        """Which came into force, in order."""
        ...

    def promote(self, promotion: Promotion) -> None:
        """Record that one comes into force."""
        ...


@dataclass(frozen=True, slots=True)
class Adapted:
    """A new model, the words that changed most by it, and rows that could not be counted, the first of them."""

    record: AdaptedModel
    changes: Sequence[Change]
    skipped: Sequence[Skipped]


@dataclass(frozen=True, slots=True)
class Models:
    """The use cases of models."""

    store: ModelStore
    clock: Clock

    def in_force(self) -> Model:
        """The model that screens: that of the package until another is promoted.

        Raises `ModelError` where the one that was promoted cannot be used; no other takes its place unasked.
        """
        promotions = self.store.promotions()
        if not promotions or promotions[-1].model == SHIPPED:
            return shipped()
        last = promotions[-1]
        model = self.named(last.model)
        if model.hash != last.hash:
            raise ModelDamagedError(f"{last.model} is {model.hash[:12]}, but {last.hash[:12]} was promoted")
        return model

    def named(self, name: str) -> Model:
        """A model by its name; "shipped" is that of the package. Raises `ModelError`."""
        return shipped() if name == SHIPPED else self.store.model(_checked(name))

    def hashed(self, digest: str) -> Model:
        """A model by its hash. Raises `ModelError`."""
        if digest == shipped_hash():
            return shipped()
        current = self.in_force()
        if current.hash == digest:
            return current
        found = next((record.name for record in self.store.kept() if record.hash == digest), None)
        if found is None:
            raise ModelUnknownError(f"no model has the hash {digest[:12]}")
        return self.store.model(found)

    def check_free(self, name: str) -> None:
        """Raises `ModelNameError` where no new model can be called so."""
        taken = f"there is a model called {name!r} already"
        if _checked(name) in _RESERVED:
            raise ModelNameError(f"{name!r} is reserved")
        with suppress(ModelUnknownError):
            self.store.record(name)
            raise ModelNameError(taken)

    def adapt(self, name: str, file: str, planned: Plan, weight: float, progress: Progress = lambda _: None) -> Adapted:
        """Make a model from the subjects of a file. Raises `ModelNameError`, and what reading the file raises."""
        self.check_free(name)
        rows = _Rows()
        for number, outcome in enumerate(planned.outcomes(), 1):
            rows.add(outcome)
            progress(number)
        mixtures = {kind: _mixture(kind, rows.counting[kind], weight) for kind in FILES}
        counted = tuple(_counted(kind, rows.counting[kind], weight) for kind in FILES)
        base = shipped()
        record = AdaptedModel(
            name=name, hash="", base=base.name, base_hash=base.hash, made=self.clock.now(),
            file=file[:_LONGEST_NAME], file_sha256=planned.table.sha256, subjects=rows.subjects,
            skipped=rows.skipped, weight=weight, counted=counted,
        )  # fmt: skip
        frequencies = {kind: new for kind, (new, _) in mixtures.items()}
        kept = self.store.keep(record, frequencies, population_of(base.population, counted))
        changed = sorted((c for _, found in mixtures.values() for c in found), key=lambda c: (-abs(c.bits), c.word))
        return Adapted(kept, changed, rows.first)

    def promote(self, name: str, reason: str, by: str) -> Promotion:
        """Bring a model into force. Raises `PromotionError` without a reason or a name, `ModelError`."""
        why, who = " ".join(reason.split()), " ".join(by.split())
        if not why or not who or len(why) > _LONGEST_REASON or len(who) > _LONGEST_NAME:
            raise PromotionError("a promotion records why and by whom, in at most 1,000 and 200 characters")
        model = self.named(name)
        past = self.store.promotions()
        old, old_hash = (past[-1].model, past[-1].hash) if past else (SHIPPED, shipped().hash)
        promotion = Promotion(self.clock.now(), old, old_hash, name, model.hash, why, who)
        self.store.promote(promotion)
        return promotion


class _Rows:
    """Takes in what becomes of every row."""

    def __init__(self) -> None:
        self.counting: dict[PopulationKind, Counting] = {kind: Counting() for kind in FILES}
        self.subjects = 0
        self.skipped = 0
        self.first: list[Skipped] = []

    def add(self, outcome: Subject | Skipped) -> None:
        """Count a subject, or what is skipped."""
        if isinstance(outcome, Skipped):
            self.skipped += 1
            self.first += [outcome] if len(self.first) < _SHOWN else []
            return
        self.subjects += 1
        kind, words = words_of(outcome.entity)
        self.counting[_KINDS[kind]].add(words)


def population_of(base: str, counted: Sequence[Counted]) -> str:
    """What the frequencies of an adapted model are of, in words."""
    own = [f"{item.subjects:,} own {item.kind}s at weight {item.weight:.3f}" for item in counted if item.subjects]
    return "; ".join([base, *own])


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ModelNameError(f"{name[:60]!r} is no name of a model")
    return name


def _mixture(kind: PopulationKind, counting: Counting, weight: float) -> tuple[Frequencies, list[Change]]:
    before, held = reference(kind), stored(counting.held)
    after = mixed(before, held, counting.subjects, weight)
    return after, changes(before, after, held)


def _counted(kind: PopulationKind, counting: Counting, weight: float) -> Counted:
    words = len(stored(counting.held))
    return Counted(kind, counting.subjects, counting.others, words, weight_of(weight, counting.subjects))
