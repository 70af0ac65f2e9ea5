"""How much of the outside is let in."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class UnpackLimits:
    """Bounds on what files may unpack to, counted over one publication.

    `ratio` is unpacked to packed size and is looked at only after `ratio_from` bytes: small files of blanks
    compress well and harm nobody. Real lists stay under 40:1.
    """

    total: int = 4096 * MIB
    ratio: int = 200
    ratio_from: int = 64 * MIB
    members: int = 100


@dataclass(frozen=True, slots=True)
class NetworkLimits:
    """Bounds on a download; times in seconds, sizes in bytes.

    `total` is for one file with everything but retries. `plain_hosts` are hosts that may be asked without
    encryption: none, save a server on the machine itself.
    """

    connect: float = 10.0
    read: float = 60.0
    total: float = 1800.0
    attempts: int = 4
    first_wait: float = 1.0
    longest_wait: float = 60.0
    redirects: int = 5
    size: int = 1024 * MIB
    plain_hosts: tuple[str, ...] = ()
