"""The page on the columns that are recognised in a file of subjects."""

import tomllib
from importlib.resources import files

from generating.markdown import code, sections, table

_INTRODUCTION = """# Columns

How the columns of a file of subjects are recognised. Case, accents, blanks and punctuation make no difference:
`Date_of-Birth` and `dateOfBirth` are one. The names of FollowTheMoney's properties themselves are recognised too. A
column that is not recognised is carried through to the output and not compared. `--map COLUMN=PROPERTY` outweighs what
was recognised, and `--map COLUMN=-` leaves a column out; every run prints the mapping that it used.

`anyName` is a whole name where it stands alone, and the other half of the name beside a column of first or of last
names (German "Name" beside "Vorname"). `companyName` is the party of a row that names nobody else, and otherwise
screened as a party of its own beside the person of the row. `key` is your own number of the row; a column called no
more than "Client" or "Kunde" holds names, and the key in rows where it holds a number or a code.

The table shows the English names and how many other languages are known; all of them are in
[`columns.toml`](../../src/namesake/data/columns.toml)."""


def page() -> str:
    """Properties with the names that lead to them."""
    columns = tomllib.loads(files("namesake.data").joinpath("columns.toml").read_text("utf-8"))["columns"]
    rows = (
        (code(name), ", ".join(found.get("en", [])), ", ".join(key for key in found if key != "en"))
        for name, found in columns.items()
    )
    return sections([_INTRODUCTION, table(("property", "English names", "other languages"), rows)])
