"""Other spellings of a name, as customers' files have them."""

from collections.abc import Callable
from random import Random

_TITLES = ("Mr", "Mrs", "Dr", "Sheikh", "Haji")


def _turned(name: str, _: Random) -> str:
    first, *rest = name.split()
    return f"{' '.join(rest)}, {first}"


def _slip(name: str, random: Random) -> str:
    at = random.randrange(1, len(name) - 1)
    return random.choice((name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:]))


def _exchanged(name: str, random: Random) -> str:
    at = random.randrange(1, len(name) - 1)
    return name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]


def _titled(name: str, random: Random) -> str:
    return f"{random.choice(_TITLES)} {name}"


def _capitals(name: str, _: Random) -> str:
    return name.upper()


def _joined(name: str, _: Random) -> str:
    first, second, *rest = name.replace("-", " ").split()
    return " ".join([first + second.lower(), *rest])


_WAYS: tuple[Callable[[str, Random], str], ...] = (_turned, _slip, _exchanged, _titled, _capitals, _joined)


def variant(name: str, random: Random) -> str:
    """A name of at least two words in one of six ways: turned round, a letter lost or doubled, two exchanged, with
    a title, in capitals, two words as one."""
    return random.choice(_WAYS)(name, random)
