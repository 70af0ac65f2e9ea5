"""What publishers said of their files, remembered in the home folder."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from namesake.stores.blobs import kept_part
from namesake.stores.home import Home, settle
from namesake.values.downloads import Remembered
from namesake.values.versions import Part, PartRef

_decoder = msgspec.json.Decoder(Remembered)


@dataclass(frozen=True, slots=True)
class HomeDownloadMemory:
    """A `DownloadMemory` of plain files. It only ever spares work: what is damaged counts as forgotten."""

    home: Home

    def recall(self, url: str) -> Remembered | None:
        """What was remembered of an address, or None."""
        try:
            found = _decoder.decode(self._place(url).read_bytes())
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None
        return found if found.url == url else None

    def remember(self, remembered: Remembered) -> None:
        """Remember an answer in place of the one before. Raises `HomeError`."""
        with self.home.writing() as staging:
            staged = staging / "answer.json"
            staged.write_bytes(msgspec.json.encode(remembered))
            settle(staged, self._place(remembered.url))

    def part(self, ref: PartRef) -> Part | None:
        """The content of a part that is kept, or None."""
        return kept_part(self.home, ref)

    def _place(self, url: str) -> Path:
        return self.home.downloads / f"{hashlib.sha256(url.encode()).hexdigest()}.json"
