"""What a list source is: facts about the publication and a function that reads it."""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.resources import files

from namesake.values.versions import Part, Publication


@dataclass(frozen=True, slots=True)
class Expectations:
    """What a version must show before it comes into force.

    `min_entries` is the smallest count ever plausible, `max_removed_share` the largest share of entries
    (0..1) that one step may remove, `fill` the smallest share of entries of a schema ("Person.birth_dates")
    that have a value.
    """

    min_entries: int = 1
    max_removed_share: float = 0.15
    fill: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Download:
    """One file that the publisher offers; `optional` files may be absent."""

    part: str
    url: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """Facts about a publication, from the TOML beside its module.

    `cadence_days` is how often the publisher renews it at the latest, in days: an older version is stale.
    """

    id: str
    title: str
    publisher: str
    homepage: str
    licence: str
    cadence_days: int
    downloads: tuple[Download, ...] = ()
    expectations: Expectations = field(default_factory=Expectations)


@dataclass(frozen=True, slots=True)
class ListSource:
    """A list that Namesake can read. `read` is pure: the same parts always give the same publication.

    `read` raises a `ListError` when the parts are no publication of this source; a single record that
    cannot be read is a note of the publication and its `original` is kept all the same.
    """

    facts: SourceFacts
    read: Callable[[Sequence[Part]], Publication]


def load_facts(package: str, name: str) -> SourceFacts:
    """The facts in `name`.toml inside a package. A missing or misspelt field raises `TypeError`."""
    raw = tomllib.loads(files(package).joinpath(f"{name}.toml").read_text("utf-8"))
    expectations = Expectations(**raw.pop("expectations", {}))
    downloads = tuple(Download(**item) for item in raw.pop("downloads", []))
    return SourceFacts(**raw, downloads=downloads, expectations=expectations)
