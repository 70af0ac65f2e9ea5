"""Reading a stream through within limits, for its hash and its size."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from namesake.errors import OversizeError, Where
from namesake.values.limits import MIB, UnpackLimits


@dataclass(frozen=True, slots=True)
class Measured:
    """What a stream held: SHA-256 in hex, and bytes."""

    sha256: str
    size: int


@dataclass(slots=True)
class Budget:
    """The limits and what has been spent of them so far, in bytes and archive members."""

    limits: UnpackLimits
    size: int = 0
    members: int = 0

    def spend(self, count: int, where: Where) -> None:
        """Count bytes. Raises `OversizeError` beyond the limit."""
        self.size += count
        if self.size > self.limits.total:
            raise OversizeError(f"unpacks to more than {self.limits.total // MIB:,} MiB", where=where)

    def admit(self, where: Where) -> None:
        """Count an archive member. Raises `OversizeError` beyond the limit."""
        self.members += 1
        if self.members > self.limits.members:
            raise OversizeError(f"holds more than {self.limits.members} files", where=where)

    def compare(self, unpacked: int, packed: int, where: Where) -> None:
        """Hold an archive's sizes against each other. Raises `OversizeError` where they are a bomb's."""
        if unpacked > self.limits.ratio_from and unpacked > self.limits.ratio * max(packed, 1):
            raise OversizeError(f"unpacks to more than {self.limits.ratio} times its size", where=where)


def measure(opener: Callable[[], BinaryIO], budget: Budget, packed: int | None, where: Where) -> Measured:
    """Read a stream to its end. `packed` is the size of the file it comes out of, None if it is plain."""
    digest = hashlib.sha256()
    size = 0
    with opener() as stream:
        while chunk := stream.read(MIB):
            size += len(chunk)
            budget.spend(len(chunk), where)
            if packed is not None:
                budget.compare(size, packed, where)
            digest.update(chunk)
    return Measured(digest.hexdigest(), size)
