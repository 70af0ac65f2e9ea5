"""OFAC's four formats, told apart by content; the two OFAC sources read the same ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from namesake.errors import PartMissingError, PartUnknownError, Where
from namesake.lists.formats import ofac_advanced, ofac_delimited, ofac_enhanced, ofac_xml
from namesake.values.entities import ListEntry
from namesake.values.versions import Part, Publication


@dataclass(frozen=True, slots=True)
class Format:
    """A format that holds a whole publication in one file: how to know it and how to read it."""

    matches: Callable[[Part], bool]
    read: Callable[[str, Part], Publication]


FORMATS = (
    Format(ofac_xml.matches, ofac_xml.read),
    Format(ofac_enhanced.matches, ofac_enhanced.read),
    Format(ofac_advanced.matches, ofac_advanced.read),
)

NON_SDN = frozenset({"561-Related", "CMIC-EO13959", "FSE-IR", "FSE-SY", "NS-PLC", "UKRAINE-EO13662"})
"""Programmes most entries of the consolidated (non-SDN) list are under and few of the SDN list are."""

_TELLING = 100
_UNNAMED = (ofac_delimited.FORM, ofac_xml.FORM)
"""The forms that do not say which of the two lists they hold; the others are asked when they are read."""


def read(source_id: str, parts: Sequence[Part], *, sdn: bool) -> Publication:
    """A publication in whichever format its parts are. `sdn` says which of OFAC's two lists it must be.

    Raises `PartMissingError`, `PartUnknownError` (also for parts that cannot belong together and for the
    other one of the two lists), and what the formats raise.
    """
    if not parts:
        raise PartMissingError("no file was given")
    publication = _read(source_id, parts)
    if publication.form in _UNNAMED and _other_list(publication.entries, sdn=sdn):
        other = "the consolidated (non-SDN) list" if sdn else "the SDN list"
        hint = f"Add it to {'us_ofac_cons' if sdn else 'us_ofac_sdn'}."
        raise PartUnknownError(f"these are the entries of {other}", where=Where(parts[0].name), hint=hint)
    return publication


def _read(source_id: str, parts: Sequence[Part]) -> Publication:
    for part in parts:
        found = next((one for one in FORMATS if one.matches(part)), None)
        if found is not None and len(parts) > 1:
            what = "this file is a whole publication and was given together with others"
            raise PartUnknownError(what, where=Where(part.name), hint="Add it by itself.")
        if found is not None:
            return found.read(source_id, part)
    return ofac_delimited.read(source_id, parts)


def _other_list(entries: Sequence[ListEntry], *, sdn: bool) -> bool:
    """Whether the programmes are those of OFAC's other list. Too few entries tell nothing."""
    if len(entries) < _TELLING:
        return False
    non_sdn = sum(any(one.programme in NON_SDN for one in entry.listings) for entry in entries)
    share = non_sdn / len(entries)
    return share > 0.5 if sdn else share < 0.1
