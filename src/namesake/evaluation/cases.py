"""One case of a test deck: a name to be screened, and what should come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Severity = Literal["exact", "minor", "major", "innocent"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)

EXACT = "exact"
INNOCENT = "innocent"
INNOCENT_DATED = "innocent-dated"
"""The two classes of innocents: names only, and the same people with their birth dates."""

COLUMNS = (
    "case_id", "class", "severity", "script", "culture", "name", "schema", "birth_date", "expect", "original",
)  # fmt: skip
"""The columns of a deck, in their order. A deck of somebody else's needs `name`, and `expect` for listed names."""

BETWEEN = " | "
"""Stands between several expected entries."""


@dataclass(frozen=True, slots=True)
class Case:
    """A name to be screened as somebody might write it.

    `expect` names the list entries of which at least one must be found, each as `source@scope:id`; an innocent
    expects none. `kind` is the class. `original` is the listed name verbatim. `script` is an ISO 15924 code.
    """

    id: str
    kind: str
    severity: Severity
    name: str
    schema: str = ""
    script: str = ""
    culture: str = ""
    birth_date: str = ""
    expect: tuple[str, ...] = ()
    original: str = ""

    @property
    def innocent(self) -> bool:
        """Whether nothing must be found."""
        return not self.expect

    def cells(self) -> tuple[str, ...]:
        """The case as a row of `COLUMNS`."""
        return (
            self.id, self.kind, self.severity, self.script, self.culture, self.name, self.schema, self.birth_date,
            BETWEEN.join(self.expect), self.original,
        )  # fmt: skip


def case_of(cells: Mapping[str, str], number: int) -> Case:
    """A case from the cells of a row by column; `number` is its id where it has none.

    A row without a class counts as "given", its severity is then major, or innocent where it expects nothing.
    Raises `ValueError` for a severity that does not exist, or that contradicts what is expected.
    """
    expect = tuple(part for text in cells.get("expect", "").split(BETWEEN.strip()) if (part := text.strip()))
    usual = "major" if expect else "innocent"
    told = cells.get("severity", "").strip().casefold() or usual
    severity = next((known for known in SEVERITIES if known == told), None)
    if severity is None:
        raise ValueError(f"the severity {told[:40]!r} is none of {', '.join(SEVERITIES)}")
    if (severity == "innocent") is bool(expect):
        raise ValueError("an innocent expects no entry, and every other case at least one")
    return Case(
        id=cells.get("case_id", "").strip() or str(number),
        kind=cells.get("class", "").strip() or "given",
        severity=severity,
        name=cells.get("name", ""),
        schema=cells.get("schema", "").strip(),
        script=cells.get("script", "").strip(),
        culture=cells.get("culture", "").strip(),
        birth_date=cells.get("birth_date", "").strip(),
        expect=expect,
        original=cells.get("original", ""),
    )
