"""One frozen object of settings; `bootstrap` alone reads them from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from namesake.errors import SettingsError, Where
from namesake.values.limits import MIB, NetworkLimits, UnpackLimits

HOME = "NAMESAKE_HOME"
STORE = "NAMESAKE_STORE"
UNPACKED = "NAMESAKE_MAX_UNPACKED_MIB"
DOWNLOADED = "NAMESAKE_MAX_DOWNLOAD_MIB"
TIMEOUT = "NAMESAKE_DOWNLOAD_SECONDS"
FRONT = "NAMESAKE_TRUSTED_FRONT"
CHECKPOINTS = "NAMESAKE_CHECKPOINTS"
CHECKPOINT_KEY = "NAMESAKE_CHECKPOINT_KEY"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are kept, how much is let in, and what we call ourselves to publishers.

    `store` is the URL of the database of populations, which may hold a password; empty means a file in the home.
    `trusts_front` says that whoever runs commands knows who is at work, and names them in `--by`.
    `checkpoints` are the folders that checkpoints of the record are written to besides the store's own, and
    `checkpoint_key` is the file of the private key that signs them, if any does.
    """

    home: Path
    store: str = field(default="", repr=False)
    unpack: UnpackLimits = field(default_factory=UnpackLimits)
    network: NetworkLimits = field(default_factory=NetworkLimits)
    agent: str = "namesake"
    trusts_front: bool = False
    checkpoints: tuple[Path, ...] = ()
    checkpoint_key: Path | None = None


def from_environment(environ: Mapping[str, str], default_home: Path) -> Settings:
    """The settings that an environment asks for. Raises `SettingsError` for what is not a number."""
    unpack, network = UnpackLimits(), NetworkLimits()
    return Settings(
        home=Path(environ.get(HOME) or default_home),
        store=environ.get(STORE, "").strip(),
        unpack=replace(unpack, total=MIB * _number(environ, UNPACKED, unpack.total // MIB)),
        network=replace(
            network,
            size=MIB * _number(environ, DOWNLOADED, network.size // MIB),
            total=float(_number(environ, TIMEOUT, int(network.total))),
        ),
        trusts_front=_yes(environ, FRONT),
        checkpoints=tuple(Path(name) for name in environ.get(CHECKPOINTS, "").split(os.pathsep) if name.strip()),
        checkpoint_key=Path(name) if (name := environ.get(CHECKPOINT_KEY, "").strip()) else None,
    )


def _yes(environ: Mapping[str, str], name: str) -> bool:
    text = environ.get(name, "").strip()
    if text not in ("", "0", "1"):
        raise SettingsError(f"{name} is {text!r}, which is neither 1 nor 0", where=Where(name))
    return text == "1"


def _number(environ: Mapping[str, str], name: str, default: int) -> int:
    text = environ.get(name, "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdecimal() and 0 < len(text) < 10 and int(text) > 0):
        raise SettingsError(f"{name} is {text!r}, which is not a whole number above 0", where=Where(name))
    return int(text)
