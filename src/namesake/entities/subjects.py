"""A row becomes a subject (or several, when it names several parties), or is skipped with the reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from namesake.entities import codes, schemas
from namesake.entities.births import DateFrame, birth_dates
from namesake.entities.cells import values_of
from namesake.entities.columns import ColumnMapping
from namesake.entities.listed import distinct_names
from namesake.entities.parties import Parties, aliases_in, parties_in
from namesake.entities.remarks import remarks_on
from namesake.entities.row_names import has_letters, has_name, has_number, longest, with_numbers
from namesake.entities.row_parties import PERSONAL_FACTS, Named, individual, parties_of
from namesake.entities.schemas import Schema
from namesake.entities.words import REDRESS
from namesake.errors import Where
from namesake.fields import redress
from namesake.fields.properties import facts_of
from namesake.values.entities import Entity, Note, Skipped, Subject
from namesake.values.rows import Row, flat

LONGEST_NAME = 1_000
"""Characters of a name: what is longer is no name."""

_Values = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class SubjectOptions:
    """What holds for every row of a file.

    `day_first` is the order of its dates (see `order.date_order`), `today` the day of the screening (birth
    dates after it are refused), `schema` what every row is, where the user says so.
    """

    file: str = ""
    day_first: bool | None = None
    today: date | None = None
    schema: str = ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A row on its way: where it is from, its key, its own columns, and what was said of it so far."""

    where: Where
    key: str
    columns: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...] = ()

    def skipped(self, code: str, reason: str) -> list[Subject | Skipped]:
        return [Skipped(code, reason, self.where, self.key, self.columns)]


def subject_of(row: Row, mapping: ColumnMapping, options: SubjectOptions | None = None) -> list[Subject | Skipped]:
    """The subjects of a row, mostly one; their keys are the row's own, else its number. Never raises."""
    given = options or SubjectOptions()
    where = Where(given.file, row.number)
    columns = tuple(zip(mapping.columns, map(flat, row.cells), strict=True))
    read = values_of(row, mapping, where)
    key = next(iter(read.values.get("key", ())), "") or str(row.number)
    reading = _Reading(where, key, columns, (*row.notes, *_short(row, mapping, where), *read.notes))
    if row.given is not None and any(item.index >= row.given for item in mapping.mapped):
        reason = f"the row has {row.given} cells; a column in use is missing"
        return reading.skipped(codes.ROW_RAGGED, reason)
    found, parties = parties_of(read.values, read.names, mapping)
    values = with_numbers({**found, "name": [name for party in parties for name in party.names]})
    if problem := _problem(values):
        return reading.skipped(*problem)
    if len(parties) > 1:
        return list(_several(values, parties, (reading, mapping, given)))
    values = parties[0].values(values) if parties else values
    schema = schemas.schema_of(values, mapping, given.schema, where)
    if parties and parties[0].open and not given.schema:
        schema = schemas.opened(schema, where)
    return list(_subjects(values, schema, reading, given))


def _short(row: Row, mapping: ColumnMapping, where: Where) -> Iterator[Note]:
    if row.given is not None:
        text = f"the row has {row.given} cells and the table {len(mapping.columns)} columns"
        yield Note(codes.ROW_SHORT, text, where)


def _problem(values: _Values) -> tuple[str, str] | None:
    if schemas.is_no_party(values):
        return codes.ROW_NOT_A_PARTY, f"a {values['schema'][0][:40]} is not screened"
    if not has_name(values):
        return None if has_number(values) else (codes.ROW_NO_NAME, "the row names nobody and has no identifier")
    if (length := longest(values)) > LONGEST_NAME:
        return codes.ROW_NAME_TOO_LONG, f"a name has {length:,} characters; the limit is {LONGEST_NAME:,}"
    if not has_letters(values) and not has_number(values):
        return codes.ROW_NAME_UNREADABLE, "what stands in place of the name has no letters"
    return None


def _subjects(values: _Values, schema: Schema, reading: _Reading, options: SubjectOptions) -> Iterator[Subject]:
    names = values.get("name", ())
    parties = parties_in(names[0], schema.kind) if len(names) == 1 else Parties(tuple(names))
    notes = (*reading.notes, *_split_note(parties, reading.where), *_nameless(values, reading.where))
    if parties.code != codes.NAMES_SPLIT:
        whole = {**values, "name": list(parties.names)}
        yield _subject(whole, schema.name, reading, (*notes, *schema.notes), options)
        return
    for number, name in enumerate(parties.names, 1):
        own = {**_shared(values, len(parties.names), number), "name": [name]}
        part = _Reading(reading.where, f"{reading.key}#{number}", reading.columns)
        kind = schemas.schema_of_party(name, schema, reading.where)
        said = (*notes, *kind.notes, *_unshared(values, own, reading.where))
        yield _subject(own, kind.name, part, said, options)


def _several(
    values: _Values, parties: Sequence[Named], given: tuple[_Reading, ColumnMapping, SubjectOptions]
) -> Iterator[Subject]:
    """The parties that different columns name, each with what is its own."""
    reading, mapping, options = given
    schema = schemas.schema_of(values, mapping, options.schema, reading.where)
    apart = [(piece, said) for party in parties for piece, said in _pieces(party, reading.where)]
    persons = [party for party, _ in apart if not party.organisation]
    text = f"the columns name {len(apart)} parties"
    notes = (*reading.notes, Note(codes.ROW_SEVERAL_PARTIES, text, reading.where))
    for number, (party, said) in enumerate(apart, 1):
        alone = persons == [party]
        own = individual(party, values)
        own = own if alone or party.organisation else _shared(own, len(apart), number)
        lost = () if alone or party.organisation else tuple(_unshared(values, own, reading.where))
        kind = schemas.schema_beside(own, schema, options.schema, alone, reading.where)
        part = _Reading(reading.where, f"{reading.key}#{number}", reading.columns)
        yield _subject(own, kind.name, part, (*notes, *said, *kind.notes, *lost), options)


def _pieces(party: Named, where: Where) -> list[tuple[Named, tuple[Note, ...]]]:
    """A cell among several that name parties may name several itself."""
    if len(party.names) != 1:
        return [(party, ())]
    found = parties_in(party.names[0], "organisation" if party.company else "any")
    notes = tuple(_split_note(found, where))
    return [(replace(party, names=(name,)), notes) for name in found.names]


def _nameless(values: _Values, where: Where) -> Iterator[Note]:
    if not has_name(values):
        yield Note(codes.ROW_IDENTIFIER_ONLY, "the row has no name: only its identifiers were compared", where)


def _split_note(parties: Parties, where: Where) -> Iterator[Note]:
    if parties.code == codes.NAMES_SPLIT:
        besides = "; the whole cell was screened as well" if parties.whole else ""
        yield Note(parties.code, f"the cell names {len(parties.names) - parties.whole} parties{besides}", where)
    elif parties.code:
        yield Note(parties.code, "the cell may name several parties and was screened whole", where)


def _shared(values: _Values, parties: int, number: int) -> dict[str, Sequence[str]]:
    """What holds for every party of a row: not birth date and gender, unless there is one for each."""
    return {name: own for name, texts in values.items() if (own := _share(name, texts, parties, number))}


def _share(name: str, texts: Sequence[str], parties: int, number: int) -> Sequence[str]:
    if name not in PERSONAL_FACTS:
        return texts
    return [texts[number - 1]] if len(texts) == parties else []


def _unshared(values: _Values, own: _Values, where: Where) -> Iterator[Note]:
    if lost := [name for name in PERSONAL_FACTS if name in values and name not in own]:
        yield Note(codes.FACTS_NOT_SHARED, f"{', '.join(lost)} could belong to any party of the row", where)


def _subject(
    values: _Values, schema: str, reading: _Reading, notes: tuple[Note, ...], options: SubjectOptions
) -> Subject:
    frame = DateFrame(options.day_first, options.today)
    dates, dated = birth_dates(values, frame, reading.where)
    full, found = _with_aliases(values, reading.where)
    facts = facts_of({name: texts for name, texts in full.items() if name != "birthDate"}, schema)
    entity = Entity(
        id=reading.key,
        schema=schema,
        names=distinct_names(facts.names),
        birth_dates=dates,
        birth_places=facts.birth_places,
        genders=facts.genders,
        countries=tuple(country for country in facts.countries if country.code),
        identifiers=facts.identifiers,
        addresses=facts.addresses,
    )
    references, unread = _redress(values, reading.where)
    said = tuple(dict.fromkeys((*notes, *dated, *found, *remarks_on(facts, reading.where), *unread)))
    return Subject(reading.key, entity, reading.where.row or 0, reading.columns, said, references)


def _redress(values: _Values, where: Where) -> tuple[tuple[str, ...], list[Note]]:
    """The references of redress of a row; what is none, or is mistyped, is said."""
    given = {text: redress.read(text) for text in values.get(REDRESS, ())}
    lost = [Note(codes.REDRESS_UNREADABLE, f"{text[:40]!r} is no reference of redress", where)
            for text, read in given.items() if not read]  # fmt: skip
    return tuple(dict.fromkeys(filter(None, given.values()))), lost


def _with_aliases(values: _Values, where: Where) -> tuple[dict[str, Sequence[str]], list[Note]]:
    """Further names that the cell of the name itself gives become aliases."""
    names, aliases = [], list(values.get("alias", ()))
    for text in values.get("name", ()):
        first, *others = aliases_in(text)
        names.append(first)
        aliases += others
    found = {**values, "name": names, "alias": aliases}
    if len(aliases) == len(values.get("alias", ())):
        return found, []
    text = f"further names in the cell: {', '.join(aliases)[:200]}"
    return found, [Note(codes.NAME_ALIAS_FOUND, text, where)]
