"""One entry of the delimited set: its row of the main table with those of the side tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from namesake.lists.formats.ofac_delimited_tables import COLUMNS, LIMIT, Row
from namesake.lists.formats.ofac_remarks import items
from namesake.lists.formats.ofac_remarks_facts import Facts, country_code, kind_of, name
from namesake.lists.markup import Json, canonical
from namesake.values.entities import ListEntry
from namesake.values.facts import Address, Listing
from namesake.values.names import Name

SCHEMAS = {"": "Organization", "individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
"""SDN_Type to schema. Null means an organisation; a word that OFAC adds one day may be anything."""

CUT = f"remarks cut by the publisher at {LIMIT:,} characters"
EXACT = f"remarks are exactly {LIMIT:,} characters long and the comments part has no more of them: taken as whole"
CUT_AGAIN = "the continuation of the remarks in the comments part is itself cut off"
MISMATCHED = "the comments part continues remarks that are not cut: the two parts may be of different days"
DAMAGED = "the row of this entry is damaged"

_ENT_NUM, _NAME, _TYPE, _PROGRAM, _TITLE, _CALL_SIGN = range(6)
_FLAG, _REMARKS = 9, 11
_DETAILS = {6: "Vessel Type", 7: "Tonnage", 8: "Gross Registered Tonnage", 10: "Vessel Owner"}


@dataclass(frozen=True, slots=True)
class Remarks:
    """Remarks joined with their continuation: the text, whether its last item may be cut, what to mark."""

    text: str
    cut: bool = False
    mark: str = ""
    apart: str = ""


def read_entry(source_id: str, row: Row, sides: Mapping[str, Sequence[Row]], *, spilled: bool = False) -> ListEntry:
    """An entry. `sides` has the rows of each side table that was supplied, also where there are none.

    `spilled` says that a comments table was supplied and holds something: then it tells whole from cut.
    """
    schema = SCHEMAS.get(row.cell(_TYPE).lower(), "LegalEntity")
    facts = Facts(person=schema == "Person")
    if primary := row.cell(_NAME):
        facts.names.append(name(primary, "primary", person=facts.person))
    facts.names.extend(_aliases(sides.get("alt", ()), person=facts.person))
    _vessel(facts, row)
    remarks = join(row, sides.get("comments", ()), spilled=spilled)
    _remarks(facts, remarks)
    marks = (remarks.mark, DAMAGED if row.damage else "")
    return ListEntry(
        source=source_id,
        id=row.key,
        identity=f"{source_id}:{row.key}",
        schema=schema,
        names=tuple(facts.names),
        original=canonical(_original(row, sides)),
        birth_dates=tuple(facts.birth_dates),
        birth_places=tuple(facts.birth_places),
        genders=tuple(facts.genders),
        countries=tuple(facts.countries),
        identifiers=tuple(facts.identifiers),
        addresses=tuple(a for side in sides.get("add", ()) if (a := _address(side)).text),
        listings=tuple(Listing(programme) for programme in programmes(row.cell(_PROGRAM))),
        links=tuple(facts.links),
        titles=(row.cell(_TITLE),) if row.cell(_TITLE) else (),
        remarks=tuple(facts.remarks),
        marks=tuple(mark for mark in marks if mark),
    )


def programmes(text: str) -> tuple[str, ...]:
    """`SDGT] [SYRIA`, with the outer brackets left out by the publisher, as two programmes."""
    return tuple(part.strip() for part in text.strip("[] ").split("] [") if part.strip())


def join(row: Row, comments: Sequence[Row], *, spilled: bool) -> Remarks:
    """Remarks with their continuation, without a separator: the cut may lie inside a word.

    Remarks of exactly the column's width without a continuation are cut, unless a comments table with
    other continuations was supplied and the text ends as whole remarks do, in a full stop: then the
    publisher says that nothing was left over.
    """
    text = row.cells[_REMARKS] if row.cell(_REMARKS) else ""
    more = "".join(side.cells[1] for side in comments)
    if len(text) < LIMIT:
        return Remarks(text, bool(text and row.damage), MISMATCHED if more else "", more)
    if more:
        cut = not more.rstrip().endswith(".")
        return Remarks(text + more, cut, CUT_AGAIN if cut else "")
    if spilled and text.rstrip().endswith("."):
        return Remarks(text, False, EXACT)
    return Remarks(text, True, CUT)


def _remarks(facts: Facts, remarks: Remarks) -> None:
    """Read the items; one that may be cut stays a remark: half a wallet address is no address."""
    found = items(remarks.text)
    if remarks.cut and found and not remarks.text.rstrip().endswith(";"):
        facts.read(found[:-1])
        facts.remarks.append(found[-1])
    else:
        facts.read(found)
    if remarks.apart:
        facts.remarks.append(remarks.apart)


def _aliases(rows: Sequence[Row], *, person: bool) -> list[Name]:
    return [name(text, kind_of(row.cell(2)), person=person) for row in rows if (text := row.cell(3))]


def _vessel(facts: Facts, row: Row) -> None:
    """Flag and call sign are facts; what identifies nobody stays a remark under the column's name."""
    if flag := row.cell(_FLAG):
        facts.country("flag", flag)
    if call_sign := row.cell(_CALL_SIGN):
        facts.identifier("Call Sign", call_sign, "")
    facts.remarks.extend(f"{label} {value}" for n, label in _DETAILS.items() if (value := row.cell(n)))


def _address(row: Row) -> Address:
    """An address in one line. The town's cell may hold a region and a code too: then it is no town's name."""
    street, town, country = row.cell(2), row.cell(3), row.cell(4)
    plain_town = "" if any(letter.isdigit() or letter == "," for letter in town) else town
    text = ", ".join(piece for piece in (street, town, country, row.cell(5)) if piece)
    return Address(text, city=plain_town, country=country_code(country))


def _original(row: Row, sides: Mapping[str, Sequence[Row]]) -> Json:
    """Every cell as published, by part. A part that was not supplied is absent, not empty."""
    found: dict[str, Json] = {"main": _cells("main", row)}
    for kind in ("alt", "add"):
        if kind in sides:
            found[kind] = [_cells(kind, side) for side in sides[kind]]
    if "comments" in sides:
        rows = [_cells("comments", side) for side in sides["comments"]]
        found["comments"] = rows[0] if len(rows) == 1 else list(rows)
    return found


def _cells(kind: str, row: Row) -> Json:
    return {column: cell.rstrip() for column, cell in zip(COLUMNS[kind], row.cells, strict=True)}
