"""The page on list sources, from the facts beside each of them."""

from collections.abc import Iterator

from generating.markdown import code, sections, table
from namesake.lists.registry import SOURCES, facts
from namesake.lists.source import SourceFacts

_INTRODUCTION = """# List sources

The lists that Namesake reads from the publishers' own files: plain, as `.gz` or in a `.zip`. `namesake lists update
SOURCE` fetches those that have an address; `namesake lists add SOURCE FILE...` reads files that you have. A licence is
stated as the publisher states it; whether your use is covered is for you to decide.

A version comes into force when it meets every expectation; besides those below, every file must be well-formed, the
main part must be there, ids must be unique, a count that the publication declares must be right, and a version of the
same date and count as one in force must have the same content. A version older than the cadence is called stale.

Other sources can be added: see [add a list source](../how-to/add-a-list-source.md)."""

_FORMATS = {
    "us_ofac_sdn": "the legacy set `sdn`, `alt`, `add`, `sdn_comments` as `.csv`, `.del`, `.pip` or `.ff` (only the "
    "first is required); `sdn.xml`; Enhanced XML; Advanced XML. An export filtered by programme is a list of its own "
    "(`us_ofac_sdn@...`)",
    "us_ofac_cons": "the legacy set `cons_prim`, `cons_alt`, `cons_add`, `cons_comments` in the same four forms; "
    "`consolidated.xml`; Enhanced XML; Advanced XML",
    "un_sc_sanctions": "`consolidated.xml`",
    "eu_fsf": "`xmlFullSanctionsList_1_1.xml` (XML 1.1)",
    "gb_hmt_sanctions": "`ConList.csv`, in the layout before 2022 and in that of 2022",
    "gb_fcdo_sanctions": "`UK-Sanctions-List.xml`",
    "opensanctions": "`entities.ftm.json`, `targets.nested.json`, `targets.simple.csv`, each with `index.json` where "
    "it is given; every data set is a list of its own (`opensanctions@...`)",
    "table": "CSV, XLSX or Parquet with a mapping in TOML: see "
    "[add an in-house list](../how-to/add-an-in-house-list.md)",
}


def page() -> str:
    """One section a source."""
    assert set(_FORMATS) == set(SOURCES), "the formats of a source are not documented"
    pieces = [_INTRODUCTION]
    for name in SOURCES:
        found = facts(name)
        pieces += [f"## `{name}`", found.title + ".", table(("fact", "value"), _rows(found))]
    return sections(pieces)


def _rows(found: SourceFacts) -> Iterator[tuple[str, str]]:
    yield "publisher", found.publisher
    yield "homepage", f"<{found.homepage}>" if found.homepage.startswith("http") else found.homepage
    yield "licence", found.licence
    yield "cadence", f"{found.cadence_days} days"
    yield "formats", _FORMATS[found.id]
    for download in found.downloads:
        yield "fetched" + (" (optional)" if download.optional else ""), f"<{download.url}>"
    expected = found.expectations
    yield "at least", f"{expected.min_entries:,} entries"
    yield "gone in one step", f"at most {expected.max_removed_share:.0%} of the identities"
    if expected.fill:
        filled = ", ".join(f"{code(name)} {share:.0%}" for name, share in expected.fill.items())
        yield "filled at least", filled
