"""Models of the operator's own, and the record of which came into force.

models/<name>/             adapted.json, model.toml, and words and rarities of persons and organisations
models/promotions.jsonl    a line a promotion; only ever added to
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from namesake.adapting.counting import LONGEST
from namesake.adapting.mixing import MOST_STORED, Frequencies
from namesake.errors import ModelDamagedError, ModelNameError, ModelOutdatedError, ModelUnknownError, PolicyError, Where
from namesake.kernels.rarity import Rarities
from namesake.scoring.model import Model, digest_of, read, shipped_hash, text_for
from namesake.screening.weights import measures
from namesake.stores.home import Home, settle
from namesake.values.models import AdaptedModel, PopulationKind, Promotion
from namesake.values.tokens import NameClass

RECORD = "adapted.json"
TEXT = "model.toml"
PROMOTIONS = "promotions.jsonl"
KINDS: Mapping[PopulationKind, NameClass] = {"person": "person", "organisation": "other"}

_MOST_TEXT = 1 << 20
_MOST_ARRAY = (LONGEST + 2) * MOST_STORED + 4096
_MOST_MODELS = 1000
_TRIPPED = (
    OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError, msgspec.MsgspecError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HomeModels:
    """Models in the home folder. What is kept is read as input that anybody may have written."""

    home: Home

    @property
    def folder(self) -> Path:
        """The folder of models."""
        return self.home.folder / "models"

    def kept(self) -> Sequence[AdaptedModel]:
        """What is said of every model, by name. Raises `ModelDamagedError`."""
        if not self.folder.is_dir():
            return []
        found = sorted(path.name for path in self.folder.iterdir() if (path / RECORD).is_file())[:_MOST_MODELS]
        return [self.record(name) for name in found]

    def record(self, name: str) -> AdaptedModel:
        """What is said of a model. Raises `ModelUnknownError`, `ModelDamagedError`."""
        path = self.folder / name / RECORD
        if not path.is_file():
            raise ModelUnknownError(f"no model is called {name!r}")
        with _damage(path):
            record = msgspec.json.decode(_bytes(path, _MOST_TEXT), type=AdaptedModel)
        if record.name != name:
            raise ModelDamagedError(f"the record is that of {record.name!r}", where=Where(str(path)))
        return record

    def model(self, name: str) -> Model:
        """A model, ready to score. Raises `ModelUnknownError`, `ModelOutdatedError`, `ModelDamagedError`."""
        record, folder = self.record(name), self.folder / name
        if record.base_hash != shipped_hash():
            what = f"it was adapted from {record.base} {record.base_hash[:12]}, this release has {shipped_hash()[:12]}"
            raise ModelOutdatedError(what, where=Where(str(folder)))
        with _damage(folder):
            own = {TEXT: _bytes(folder / TEXT, _MOST_TEXT)}
            own |= {name: _bytes(folder / name, _MOST_ARRAY) for kind in KINDS for name in _files(kind)}
            if digest_of(own) != record.hash:
                raise ModelDamagedError("its files are not as they were written", where=Where(str(folder)))
            model = read(own[TEXT].decode("utf-8"), record.hash, _rarities(own))
            measures(model)
        return model

    def keep(
        self, record: AdaptedModel, frequencies: Mapping[PopulationKind, Frequencies], population: str
    ) -> AdaptedModel:
        """Keep a new model; the record with the hash that it gets. Raises `ModelNameError`, `HomeError`."""
        own = {TEXT: text_for(f"{record.base}+{record.name}", population).encode()}
        for kind, found in frequencies.items():
            words, rarity = _files(kind)
            own |= {words: _saved(found.words), rarity: _saved(found.bits)}
        pinned = replace(record, hash=digest_of(own))
        own[RECORD] = msgspec.json.format(msgspec.json.encode(pinned), indent=1) + b"\n"
        place = self.folder / record.name
        with self.home.writing() as staging:
            if place.exists():
                raise ModelNameError(f"there is a model called {record.name!r} already", where=Where(str(place)))
            staged = staging / "model"
            staged.mkdir()
            for name, content in own.items():
                (staged / name).write_bytes(content)
            settle(staged, place)
        return pinned

    def promotions(self) -> Sequence[Promotion]:
        """Which models came into force, in order. Raises `ModelDamagedError` rather than guess."""
        path = self.folder / PROMOTIONS
        if not path.exists():
            return []
        with _damage(path):
            return [
                msgspec.json.decode(line, type=Promotion) for line in _bytes(path, 16 * _MOST_TEXT).splitlines() if line
            ]

    def promote(self, promotion: Promotion) -> None:
        """Record that a model comes into force. Raises `HomeError`."""
        path = self.folder / PROMOTIONS
        with self.home.writing() as staging:
            before = path.read_bytes() if path.exists() else b""
            staged = staging / PROMOTIONS
            staged.write_bytes(before + msgspec.json.encode(promotion) + b"\n")
            settle(staged, path)


@contextmanager
def _damage(path: Path) -> Iterator[None]:
    """What a reader trips over in a file becomes `ModelDamagedError`."""
    try:
        yield
    except _TRIPPED as error:
        raise ModelDamagedError(f"cannot be read: {error}", where=Where(str(path))) from error
    except PolicyError as error:
        raise ModelDamagedError(error.what, where=Where(str(path))) from error


def _bytes(path: Path, most: int) -> bytes:
    if not path.is_file():  # a pipe or a device might never end
        raise ValueError(f"{path.name} is missing")
    with path.open("rb") as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise ValueError(f"{path.name} is larger than {most:,} bytes")
    return content


def _files(kind: PopulationKind) -> tuple[str, str]:
    return f"{kind}_words.npy", f"{kind}_rarity.npy"


def _saved(array: NDArray[Any]) -> bytes:
    content = io.BytesIO()
    np.save(content, array, allow_pickle=False)
    return content.getvalue()


def _rarities(own: Mapping[str, bytes]) -> dict[NameClass, Rarities]:
    found: dict[NameClass, Rarities] = {}
    for kind, name_class in KINDS.items():
        words, bits = (_array(own[name]) for name in _files(kind))
        if words.dtype.kind != "S" or bits.dtype != np.int16 or words.shape != bits.shape or words.ndim != 1:
            raise ValueError(f"the frequencies of {kind}s have another form")
        if not (all(word.isalnum() for word in words.tolist()) and bool(np.all(words[1:] > words[:-1]))):
            raise ValueError(f"the words of {kind}s are not in order")
        if bits.size and bits.min() < 0:
            raise ValueError(f"a word of {kind}s is commoner than everybody")
        found[name_class] = Rarities(words, bits)
    return found


def _array(content: bytes) -> NDArray[Any]:
    """An array, whose header must not promise more than there is: numpy would reserve the memory first."""
    stream = io.BytesIO(content)
    version = np.lib.format.read_magic(stream)
    if version != (1, 0):
        raise ValueError(f"an array of form {version}")
    shape, _, dtype = np.lib.format.read_array_header_1_0(stream)
    if dtype.hasobject or len(shape) != 1 or shape[0] * dtype.itemsize != len(content) - stream.tell():
        raise ValueError("an array is not as long as it says")
    return np.frombuffer(content, dtype, offset=stream.tell())
