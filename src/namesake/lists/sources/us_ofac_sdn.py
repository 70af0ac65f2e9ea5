"""OFAC's Specially Designated Nationals and Blocked Persons List."""

from collections.abc import Sequence

from namesake.lists.formats import ofac
from namesake.lists.source import ListSource, load_facts
from namesake.values.versions import Part, Publication

_FACTS = load_facts("namesake.lists.sources", "us_ofac_sdn")


def _read(parts: Sequence[Part]) -> Publication:
    return ofac.read(_FACTS.id, parts, sdn=True)


SOURCE = ListSource(facts=_FACTS, read=_read)
