"""Models of the operator's own on disk: kept as they are, never replaced, and refused where anything is wrong."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from namesake.adapting.mixing import Frequencies, mixed
from namesake.adapting.reference import FILES, reference
from namesake.errors import HomeError, ModelDamagedError, ModelNameError, ModelOutdatedError, ModelUnknownError
from namesake.scoring.model import digest_of, shipped
from namesake.stores.home import Home
from namesake.stores.models import PROMOTIONS, RECORD, TEXT, HomeModels
from namesake.values.models import AdaptedModel, Counted, Promotion
from namesake.values.tokens import Token

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
ARRAYS = tuple(f"{kind}_{part}.npy" for kind in FILES for part in ("words", "rarity"))


def record(name: str = "own") -> AdaptedModel:
    counted = (Counted("person", 1000, 0, 1, 0.25),)
    return AdaptedModel(name, "", shipped().name, shipped().hash, NOW, "own.csv", "f" * 64, 1000, 0, 0.5, counted)


def made(held: int = 300) -> dict[str, Frequencies]:
    person = mixed(reference("person"), {"quoren": held}, 1000, 0.5)
    return {"person": person, "organisation": reference("organisation")}


@pytest.fixture
def store(tmp_path: Path) -> HomeModels:
    return HomeModels(Home(tmp_path / "home"))


def keep(store: HomeModels, name: str = "own", held: int = 300) -> AdaptedModel:
    found = made(held)
    return store.keep(record(name), {"person": found["person"], "organisation": found["organisation"]}, "ours")


def folder(store: HomeModels) -> Path:
    return store.folder / "own"


def pin(store: HomeModels) -> None:
    """Make the record agree with whatever the files are now, as somebody would who means harm."""
    own = {name: (folder(store) / name).read_bytes() for name in (TEXT, *ARRAYS)}
    told = json.loads((folder(store) / RECORD).read_bytes())
    (folder(store) / RECORD).write_text(json.dumps({**told, "hash": digest_of(own)}))


def test_what_is_kept_is_what_was_made(store: HomeModels) -> None:
    kept = keep(store)
    found = store.model("own")
    assert (found.hash, found.population) == (kept.hash, "ours")
    assert found.name == f"{shipped().name}+own"
    assert (found.names, found.facts) == (shipped().names, shipped().facts)
    token = Token("quoren", "name", "Quoren")
    assert found.rarities["person"].of(token) < shipped().rarities["person"].of(token)
    assert store.kept() == [kept]


def test_every_model_has_its_own_hash(store: HomeModels) -> None:
    hashes = {keep(store).hash, keep(store, "other").hash, keep(store, "third", 301).hash, shipped().hash}
    assert len(hashes) == 4


def test_a_model_is_never_replaced(store: HomeModels) -> None:
    kept = keep(store)
    with pytest.raises(ModelNameError):
        keep(store, held=400)
    assert store.model("own").hash == kept.hash


@pytest.mark.parametrize("name", ["own", "", "..", "../own"])
def test_what_is_not_kept_is_unknown(store: HomeModels, name: str) -> None:
    with pytest.raises(ModelUnknownError):
        store.model(name)


def test_an_empty_home_has_no_models(store: HomeModels) -> None:
    assert (store.kept(), store.promotions()) == ([], [])


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


def turn(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(bytes(content))


@pytest.mark.parametrize("name", [RECORD, TEXT, *ARRAYS])
@pytest.mark.parametrize(
    "damage", [pytest.param(cut, id="cut off"), pytest.param(turn, id="a bit"), pytest.param(Path.unlink, id="gone")]
)
def test_damage_is_noticed(store: HomeModels, name: str, damage: Callable[[Path], None]) -> None:
    keep(store)
    damage(folder(store) / name)
    # A record that is gone leaves no model; one whose last line break is another character is still the same record.
    with pytest.raises((ModelDamagedError, ModelUnknownError)):
        store.model("own")


def array(value: "np.ndarray[tuple[int], np.dtype[np.generic]]") -> Callable[[Path], None]:
    return lambda path: np.save(path, value, allow_pickle=True)


def replaced(old: str, new: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


def promising(path: Path) -> None:
    """An array that says that it is very long."""
    content = path.read_bytes()
    size = content[content.index(b"(") : content.index(b",)") + 2]
    path.write_bytes(content.replace(size, b"(9000000000000,)", 1))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        pytest.param(TEXT, replaced("[facts]", "[facts]\ngender_agrees = 3.0"), id="a weight for belonging"),
        pytest.param(TEXT, replaced("[person]", "[person]\nnationality = 3.0"), id="a weight that nothing measures"),
        pytest.param(TEXT, replaced("rarity = ", "rarity = -"), id="a weight of the wrong sign"),
        pytest.param(TEXT, lambda path: path.write_text("= ="), id="not toml"),
        pytest.param(TEXT, lambda path: path.write_text('name = "x"'), id="without weights"),
        pytest.param("person_rarity.npy", array(np.array([object()], object)), id="objects"),
        pytest.param("person_rarity.npy", array(np.zeros(3, np.int16)), id="too few"),
        pytest.param("person_rarity.npy", array(np.zeros((2, 2), np.int16)), id="a square"),
        pytest.param("person_words.npy", array(np.array([b"b", b"a"])), id="not in order"),
        pytest.param("person_words.npy", array(np.array([1.5])), id="numbers for words"),
        pytest.param("person_words.npy", promising, id="a long promise"),
        pytest.param("person_words.npy", lambda path: path.write_bytes(b""), id="empty"),
    ],
)
def test_a_model_that_breaks_the_rules_is_refused(store: HomeModels, name: str, change: Callable[[Path], None]) -> None:
    keep(store)
    change(folder(store) / name)
    pin(store)
    with pytest.raises(ModelDamagedError):
        store.model("own")


@pytest.mark.parametrize("where", [RECORD, TEXT, *ARRAYS])
def test_a_folder_for_a_file(store: HomeModels, where: str) -> None:
    keep(store)
    (folder(store) / where).unlink()
    (folder(store) / where).mkdir()
    with pytest.raises((ModelDamagedError, ModelUnknownError)):
        store.model("own")


def test_a_model_of_another_release_is_refused(store: HomeModels, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store)
    monkeypatch.setattr("namesake.stores.models.shipped_hash", lambda: "0" * 64)
    with pytest.raises(ModelOutdatedError) as raised:
        store.model("own")
    assert shipped().hash[:12] in raised.value.what


def promotion(name: str) -> Promotion:
    return Promotion(NOW, "shipped", "0", name, "1", "fewer false alerts", "board")


def test_promotions_are_only_added_to(store: HomeModels) -> None:
    first = promotion("one")
    store.promote(first)
    before = (store.folder / PROMOTIONS).read_bytes()
    store.promote(promotion("two"))
    assert (store.folder / PROMOTIONS).read_bytes().startswith(before)
    assert [item.model for item in store.promotions()] == ["one", "two"]


@pytest.mark.parametrize("line", [b"{", b'{"at": 3}', b"\xff\xfe", b"[]"])
def test_a_damaged_record_of_promotions_is_refused(store: HomeModels, line: bytes) -> None:
    store.promote(promotion("one"))
    path = store.folder / PROMOTIONS
    path.write_bytes(path.read_bytes() + line + b"\n")
    with pytest.raises(ModelDamagedError):
        store.promotions()


def test_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(HomeError):
        HomeModels(Home(tmp_path / "home")).promote(promotion("one"))
