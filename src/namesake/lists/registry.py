"""The sources at hand: ours by name, third parties' through the entry-point group `namesake.sources`."""

from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from namesake.errors import UnknownSourceError
from namesake.lists.source import ListSource, SourceFacts, load_facts

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


def source_ids() -> tuple[str, ...]:
    """Every source id, ours first."""
    return SOURCES + tuple(sorted(_third_party()))


@cache
def source(source_id: str) -> ListSource:
    """The source of an id. Raises `UnknownSourceError`."""
    if source_id in SOURCES:
        module = import_module(f"namesake.lists.sources.{source_id}")
        found: ListSource = module.SOURCE
        return found
    point = _third_party().get(source_id)
    if point is None:
        raise UnknownSourceError(f"no source is called {source_id!r}")
    loaded: ListSource = point.load()
    return loaded


@cache
def facts(source_id: str) -> SourceFacts:
    """The facts of a source, without importing the code that reads it. Raises `UnknownSourceError`."""
    if source_id in SOURCES:
        return load_facts("namesake.lists.sources", source_id)
    return source(source_id).facts


def _third_party() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group="namesake.sources")}
