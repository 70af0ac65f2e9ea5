"""OpenSanctions data sets: entities.ftm.json, targets.nested.json or targets.simple.csv.

Source: https://www.opensanctions.org/docs/bulk/ (formats) and https://followthemoney.tech (entities).
The data set's own index.json may be given with any of them: it names the data set, its date and its count,
and holds the checksum by which a file that was cut or edited is found out.
"""

from collections.abc import Sequence

from namesake.errors import PartMissingError, PartUnknownError, Where
from namesake.lists.source import ListSource, load_facts
from namesake.lists.sources import opensanctions_index as index
from namesake.lists.sources import opensanctions_lines as lines
from namesake.lists.sources import opensanctions_table as table
from namesake.values.versions import Part, Publication

_FACTS = load_facts("namesake.lists.sources", "opensanctions")


def read(parts: Sequence[Part]) -> Publication:
    """The publication in one data file, with or without its index.

    Raises `PartMissingError` without a data file, `PartUnknownError` for a second one or another file,
    and `MalformedError` for a file that is damaged, cut, or not the one that the index describes.
    """
    indexes = [part for part in parts if index.matches(part)]
    data = [part for part in parts if part not in indexes]
    if not data:
        raise PartMissingError("give entities.ftm.json, targets.nested.json or targets.simple.csv")
    if len(data) > 1 or len(indexes) > 1:
        second = (data[1:] or indexes[1:])[0]
        hint = "Add one data file at a time: the three hold the same entities."
        raise PartUnknownError("a second file of the same kind", where=Where(second.name), hint=hint)
    publication = _publication(data[0])
    return index.applied(publication, indexes[0], data[0]) if indexes else publication


def _publication(part: Part) -> Publication:
    if table.matches(part):
        return table.read(part)
    if lines.matches(part):
        return lines.read(part)
    raise PartUnknownError("neither FollowTheMoney entities nor a table of targets", where=Where(part.name))


SOURCE = ListSource(facts=_FACTS, read=read)
"""The source, for the registry."""
