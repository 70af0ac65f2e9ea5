"""OFAC's Consolidated (non-SDN) Sanctions List."""

from collections.abc import Sequence

from namesake.lists.formats import ofac
from namesake.lists.source import ListSource, load_facts
from namesake.values.versions import Part, Publication

_FACTS = load_facts("namesake.lists.sources", "us_ofac_cons")


def _read(parts: Sequence[Part]) -> Publication:
    return ofac.read(_FACTS.id, parts, sdn=False)


SOURCE = ListSource(facts=_FACTS, read=_read)
