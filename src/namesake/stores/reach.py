"""Since when a publisher could not be reached, remembered in the home folder."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from namesake.stores.home import Home, settle

_decoder = msgspec.json.Decoder(dict[str, datetime])


@dataclass(frozen=True, slots=True)
class HomeReach:
    """By source, the first of the failures since it was last reached. What is damaged counts as forgotten."""

    home: Home

    def unreachable(self) -> dict[str, datetime]:
        """The sources that could not be reached the last time, and since when."""
        try:
            return _decoder.decode(self._place.read_bytes())
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return {}

    def failed(self, source: str, at: datetime) -> None:
        """Remember that a source could not be reached. Raises `HomeError`."""
        if source not in (known := self.unreachable()):
            self._remember({**known, source: at})

    def reached(self, source: str) -> None:
        """Remember that a source was reached. Raises `HomeError`."""
        if source in (known := self.unreachable()):
            self._remember({name: at for name, at in known.items() if name != source})

    def _remember(self, known: dict[str, datetime]) -> None:
        with self.home.writing() as staging:
            staged = staging / "unreachable.json"
            staged.write_bytes(msgspec.json.encode(known))
            settle(staged, self._place)

    @property
    def _place(self) -> Path:
        return self.home.downloads / "unreachable.json"
