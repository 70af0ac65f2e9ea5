"""Values that are made by the million."""

from dataclasses import make_dataclass
from functools import cache
from typing import Any, ClassVar

from msgspec import Struct
from msgspec.structs import fields


@cache
def _as_dataclass(owner: type[Struct]) -> type:
    return make_dataclass(owner.__name__, [(item.name, item.type) for item in fields(owner)], frozen=True, repr=False)


class _Said:
    """What a dataclass says of itself."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, _: object, owner: type[Struct]) -> object:
        return getattr(_as_dataclass(owner), self._name)


class Made(Struct, frozen=True, gc=False):
    """A frozen value that is made in a tenth of the time of a dataclass, and is one to `dataclasses.replace`, `fields`
    and `asdict`.

    The collector of garbage passes it by: what is frozen is made of what was there before, and never of itself.
    """

    __dataclass_fields__: ClassVar[Any] = _Said("__dataclass_fields__")
    __dataclass_params__: ClassVar[Any] = _Said("__dataclass_params__")
