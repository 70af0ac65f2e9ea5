"""Homes with the publishers' own files, for the full evaluation."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from namesake.app.drafts import Asked
from namesake.bootstrap import open_lists
from namesake.settings import Settings


@dataclass(frozen=True, slots=True)
class Edition:
    """Where a folder has the editions of a list, one folder a date: the files of the latest that has all of them."""

    source: str
    parts: tuple[str, ...]
    excerpt: str = ""


_EXCERPT = "excerpt"
"""What the name of a folder says that holds a part of an edition."""

MAIN = (
    Edition("us_ofac_sdn", ("ofac/sdn-xml/*/sdn.xml*",)),
    Edition("us_ofac_cons", ("ofac/consolidated-xml/*/consolidated.xml*",)),
    Edition("un_sc_sanctions", ("un/consolidated-xml/*/consolidated*.xml*",)),
    Edition("eu_fsf", ("eu/fsf-xml-1.1/*/*.xml*",)),
)
"""What every full evaluation must have: a smaller list would flatter."""

OTHERS = (
    Edition("gb_hmt_sanctions", ("uk/ofsi-conlist-csv/*/sanctionsconlist.csv*",)),
    Edition("gb_fcdo_sanctions", ("uk/uksl-xml/*/*.xml*",), "an excerpt"),
    Edition("us_ofac_sdn", ("ofac/sdn-csv/*/sdn.csv*", "ofac/sdn-csv/*/alt.csv*", "ofac/sdn-csv/*/add.csv*")),
    Edition("us_ofac_cons", tuple(f"ofac/consolidated-csv/*/cons_{part}.csv*" for part in ("prim", "alt", "add"))),
    Edition("opensanctions", ("opensanctions/targets-simple-csv/*interpol*/targets.simple.csv*",)),
    Edition("opensanctions", ("opensanctions/targets-simple-csv/*war_sanctions*/targets.simple.csv*",)),
    Edition("opensanctions", ("opensanctions/targets-simple-csv/*cor_members*/targets.simple.csv*",)),
    Edition("opensanctions", ("opensanctions/zavod-export-*/*/entities.ftm.json",)),
)
"""Other formats and lists; names as listed only. Those that a folder does not have are left out, and said."""


def files_of(folder: Path, edition: Edition) -> list[Path]:
    """The files of the latest edition that has all of them, and is no excerpt unless that is what is wanted; none where
    there is none."""
    found = [
        {path.parent: path for path in sorted(folder.glob(part)) if edition.excerpt or _EXCERPT not in path.parent.name}
        for part in edition.parts
    ]
    whole = sorted(set.intersection(*(set(paths) for paths in found)))
    return [paths[whole[-1]] for paths in found] if whole else []


def fill(home: Path, files: list[Path], edition: Edition) -> None:
    """Add an edition to a home. Raises what the list raises that is not accepted."""
    settings = Settings(home=home)
    asked = Asked(dated=_dated(files[0].parent.name), because=edition.excerpt)
    offer = open_lists(settings).offer(edition.source, files, asked)
    if offer.error:
        raise offer.error


def _dated(name: str) -> date | None:
    """The date that a folder's name begins with."""
    try:
        return date.fromisoformat(name[:10])
    except ValueError:
        return None
