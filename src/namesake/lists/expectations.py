"""What a version must show before it comes into force."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from namesake.lists.source import Expectations
from namesake.values.entities import ListEntry
from namesake.values.versions import Check, Publication


@dataclass(frozen=True, slots=True)
class Previous:
    """The accepted version that comes before: its id and who is on it."""

    version: str
    identities: Set[str]


def examine(publication: Publication, expectations: Expectations, previous: Previous | None) -> tuple[Check, ...]:
    """How a publication stands up to what is expected of it.

    A filtered export is as long as its filter makes it and holds whom it selects, so that neither the
    smallest count nor the filled fields of the whole list are expected of it.
    """
    return tuple(_checks(publication, expectations, previous))


def _checks(publication: Publication, expectations: Expectations, previous: Previous | None) -> Iterator[Check]:
    yield Check("well-formed", True, f"parts read as {publication.form}: {len(publication.kinds)}")
    yield _main_part(publication)
    yield _count(publication, 1 if publication.filtered else expectations.min_entries)
    if publication.declared_count is not None:
        yield _declared(len(publication.entries), publication.declared_count)
    yield _unique(publication.entries)
    if previous:
        yield _removed(publication.entries, previous, expectations.max_removed_share)
    if not publication.filtered:
        for name, least in expectations.fill.items():
            yield _filled(publication.entries, name, least)


def _main_part(publication: Publication) -> Check:
    found = [name for name, kind in publication.kinds if kind == "main"]
    return Check("main-part", bool(found), f"main part: {', '.join(found) or 'none'}")


def _count(publication: Publication, least: int) -> Check:
    count = len(publication.entries)
    return Check("min-entries", count >= least, f"{count:,} entries; at least {least:,} are expected")


def _declared(counted: int, declared: int) -> Check:
    return Check("declared-count", counted == declared, f"{counted:,} entries; the publication declares {declared:,}")


def _unique(entries: Sequence[ListEntry]) -> Check:
    repeated = [key for key, count in Counter(entry.id for entry in entries).items() if count > 1]
    detail = f"ids that occur more than once: {len(repeated):,}" + (f", such as {repeated[0]}" if repeated else "")
    return Check("unique-ids", not repeated, detail)


def _removed(entries: Sequence[ListEntry], previous: Previous, most: float) -> Check:
    """Identities are counted, not entries: one person listed twice who is listed once more is still there."""
    gone = len(previous.identities - {entry.identity for entry in entries})
    share = gone / len(previous.identities) if previous.identities else 0.0
    return Check(
        "removed-share",
        share <= most,
        f"{gone:,} of {len(previous.identities):,} listed in version {previous.version} are gone "
        f"({share:.1%}); at most {most:.1%} are expected to go in one step",
    )


def _filled(entries: Sequence[ListEntry], name: str, least: float) -> Check:
    schema, _, attribute = name.partition(".")
    values = [getattr(entry, attribute, None) for entry in entries if entry.schema == schema]
    if not values:
        return Check(f"fill {name}", True, f"no entry is of schema {schema}")
    share = sum(bool(value) for value in values) / len(values)
    return Check(
        f"fill {name}",
        share >= least,
        f"{share:.1%} of {len(values):,} have one; at least {least:.1%} are expected",
    )
