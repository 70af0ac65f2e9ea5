"""The sources at hand: ours by name, third parties' through the entry-point group `namesake.sources`."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, partial
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from namesake.errors import SourceBrokenError, UnknownSourceError
from namesake.lists.source import ListSource, SourceFacts, load_facts
from namesake.values.versions import Part, Publication

SOURCES = (
    "us_ofac_sdn",
    "us_ofac_cons",
    "un_sc_sanctions",
    "eu_fsf",
    "gb_hmt_sanctions",
    "gb_fcdo_sanctions",
    "opensanctions",
    "table",
)
GROUP = "namesake.sources"


def source_ids() -> tuple[str, ...]:
    """Every source id, ours first; whether a third party's can be loaded shows when it is asked for."""
    return SOURCES + tuple(sorted(_third_party()))


@cache
def source(source_id: str) -> ListSource:
    """The source of an id. Our own readers are imported when they first read.

    Raises `UnknownSourceError`, and `SourceBrokenError` for a third party's that cannot be loaded.
    """
    if source_id in SOURCES:
        return ListSource(facts(source_id), partial(_read, source_id))
    point = _third_party().get(source_id)
    if point is None:
        raise UnknownSourceError(f"no source is called {source_id!r}")
    return _loaded(point)


@cache
def facts(source_id: str) -> SourceFacts:
    """The facts of a source; of ours without importing the code that reads it. Raises as `source` does."""
    if source_id in SOURCES:
        return load_facts("namesake.lists.sources", source_id)
    return source(source_id).facts


def clashes() -> tuple[str, ...]:
    """What is said of third parties' sources that are not used, because their id is taken."""
    counts = Counter(point.name for point in entry_points(group=GROUP))
    ours = [f"{name}: our own source is used, not that of an installed package" for name in counts if name in SOURCES]
    theirs = [
        f"{name}: {count} installed packages bring a source of this id; one of them is used"
        for name, count in counts.items()
        if count > 1 and name not in SOURCES
    ]
    return tuple(sorted([*ours, *theirs]))


def _read(source_id: str, parts: Sequence[Part]) -> Publication:
    found: ListSource = import_module(f"namesake.lists.sources.{source_id}").SOURCE
    return found.read(parts)


def _loaded(point: EntryPoint) -> ListSource:
    """The source of an entry point, whatever its package does when it is imported."""
    try:
        loaded = point.load()
    except Exception as error:
        what = f"the reader of {point.name!r} cannot be loaded: {type(error).__name__}: {error}"
        raise SourceBrokenError(what) from error
    if not isinstance(loaded, ListSource):
        raise SourceBrokenError(f"{point.value} is no list source")
    if loaded.facts.id != point.name:
        raise SourceBrokenError(f"{point.value} calls itself {loaded.facts.id!r}, not {point.name!r}")
    return loaded


def _third_party() -> dict[str, EntryPoint]:
    """Their entry points by id; an id of ours is ours, and the first of several packages by name has its id."""
    points = sorted(entry_points(group=GROUP), key=lambda point: point.value, reverse=True)
    return {point.name: point for point in points if point.name not in SOURCES}
