"""Which model is in force: the package's until another is promoted, and never one that was not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from namesake.adapting.mixing import Frequencies
from namesake.app.models import Models, population_of
from namesake.errors import ModelDamagedError, ModelNameError, ModelUnknownError, NamesakeError, PromotionError
from namesake.scoring.model import Model, shipped
from namesake.values.models import AdaptedModel, Counted, PopulationKind, Promotion

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)


class Clock:
    def now(self) -> datetime:
        return NOW


@dataclass
class Kept:
    """Models at hand, by name with a hash."""

    hashes: dict[str, str]
    done: list[Promotion] = field(default_factory=list)

    def kept(self) -> Sequence[AdaptedModel]:
        return [self.record(name) for name in self.hashes]

    def record(self, name: str) -> AdaptedModel:
        if name not in self.hashes:
            raise ModelUnknownError(name)
        base = shipped()
        return AdaptedModel(name, self.hashes[name], base.name, base.hash, NOW, "f", "", 0, 0, 0.5, ())

    def model(self, name: str) -> Model:
        return replace(shipped(), name=name, hash=self.record(name).hash)

    def keep(
        self, record: AdaptedModel, frequencies: Mapping[PopulationKind, Frequencies], population: str
    ) -> AdaptedModel:
        raise AssertionError(f"{record.name}: nothing is made here ({population}, {len(frequencies)})")

    def promotions(self) -> Sequence[Promotion]:
        return self.done

    def promote(self, promotion: Promotion) -> None:
        self.done.append(promotion)


@pytest.fixture
def models() -> Models:
    return Models(Kept({"one": "1" * 64, "two": "2" * 64}), Clock())


@pytest.mark.parametrize(
    ("promoted", "in_force"),
    [
        pytest.param([], None, id="none promoted"),
        pytest.param(["one"], "1" * 64, id="one"),
        pytest.param(["one", "two"], "2" * 64, id="the last of two"),
        pytest.param(["one", "shipped"], None, id="back"),
    ],
)
def test_the_model_in_force(models: Models, promoted: list[str], in_force: str | None) -> None:
    for name in promoted:
        models.promote(name, "fewer false alerts", "board")
    assert models.in_force().hash == (in_force or shipped().hash)


def test_what_a_promotion_records(models: Models) -> None:
    models.promote("one", "fewer false alerts", "board")
    done = models.promote("two", " even  fewer\n", "desk")
    assert done == Promotion(NOW, "one", "1" * 64, "two", "2" * 64, "even fewer", "desk")
    assert models.store.promotions()[-1] == done


@pytest.mark.parametrize(
    ("name", "reason", "by", "error"),
    [
        pytest.param("one", "  ", "board", PromotionError, id="no reason"),
        pytest.param("one", "because", "", PromotionError, id="nobody"),
        pytest.param("one", "b" * 1001, "board", PromotionError, id="a long reason"),
        pytest.param("one", "because", "b" * 201, PromotionError, id="a long name"),
        pytest.param("three", "because", "board", ModelUnknownError, id="unknown"),
        pytest.param("../one", "because", "board", ModelNameError, id="a path"),
    ],
)
def test_a_promotion_that_is_refused_changes_nothing(
    models: Models, name: str, reason: str, by: str, error: type[NamesakeError]
) -> None:
    with pytest.raises(error):
        models.promote(name, reason, by)
    assert models.store.promotions() == []


def test_a_model_that_was_exchanged_is_not_in_force() -> None:
    store = Kept({"one": "1" * 64})
    models = Models(store, Clock())
    models.promote("one", "because", "board")
    store.hashes["one"] = "3" * 64
    with pytest.raises(ModelDamagedError):
        models.in_force()


def test_no_other_takes_the_place_of_one_that_is_gone() -> None:
    store = Kept({"one": "1" * 64})
    models = Models(store, Clock())
    models.promote("one", "because", "board")
    del store.hashes["one"]
    with pytest.raises(ModelUnknownError):
        models.in_force()


@pytest.mark.parametrize("promoted", ["shipped", "one", "two"])
def test_a_model_by_its_hash_whichever_is_in_force(models: Models, promoted: str) -> None:
    models.promote(promoted, "because", "board")
    for digest in ("1" * 64, "2" * 64, shipped().hash):
        assert models.hashed(digest).hash == digest
    with pytest.raises(ModelUnknownError):
        models.hashed("9" * 64)


@pytest.mark.parametrize(
    "name",
    ["", "shipped", "promotions", "One", "a b", "../up", "-a", "a-", "a.toml", "a" * 41, "a\n", "ä", "con", "one"],
)
def test_a_name_that_no_new_model_can_have(models: Models, name: str) -> None:
    with pytest.raises(ModelNameError):
        models.check_free(name)


@pytest.mark.parametrize("name", ["a", "own-2026", "3", "a" * 40])
def test_a_name_that_is_free(models: Models, name: str) -> None:
    models.check_free(name)


def test_the_population_says_what_was_mixed() -> None:
    counted = [Counted("person", 1204, 3, 20, 0.27313), Counted("organisation", 0, 0, 0, 0.0)]
    assert population_of("reference", counted) == "reference; 1,204 own persons at weight 0.273"
