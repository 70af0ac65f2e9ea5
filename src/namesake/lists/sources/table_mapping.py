"""The mapping of an in-house table: what the list is, and which column says what."""

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast

from namesake.errors import MalformedError, MappingError, OversizeError, Where
from namesake.fields.properties import COUNTRIES
from namesake.fields.properties_identifiers import PROPERTIES as IDENTIFIERS
from namesake.fields.properties_names import PARTS, WHOLE
from namesake.values.schemas import KINDS
from namesake.values.versions import Part

MAX_BYTES = 1024 * 1024

SINGLE = ("id", "schema", "source", "legalBasis", "expires", "listingDate", "programme")
"""What a row says of itself, once."""

FACTS = (
    *WHOLE,
    *PARTS,
    "birthDate",
    "birthPlace",
    "gender",
    *COUNTRIES,
    *IDENTIFIERS,
    "publicKey",
    "currency",
    "address",
    "title",
    "position",
    "notes",
)
"""What a row says of the person or organisation, in FollowTheMoney's words; there may be several of each."""

NAMES = ("name", "firstName", "lastName")
"""One of these must be mapped: without a name nothing can be screened."""

_SECTIONS = ("list", "columns", "separators")
_MANDATORY = ("id", "title", "owner")
_TEXTS = (*_MANDATORY, "source", "legal_basis", "schema", "encoding", "delimiter", "sheet")
SETTINGS = (*_TEXTS, "dated", "day_first")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping that is complete in itself; whether its columns exist is seen when the table is opened.

    `source` and `legal_basis` hold for rows that state none. `day_first` says which of "03/04/1985" is the
    day, None where the operator does not say. `columns` maps a property to the columns that hold it,
    `separators` a property to what stands between several values in one cell.
    """

    id: str
    title: str
    owner: str
    columns: dict[str, tuple[str, ...]]
    separators: dict[str, str] = field(default_factory=dict)
    source: str = ""
    legal_basis: str = ""
    schema: str = ""
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    dated: date | None = None
    day_first: bool | None = None

    @property
    def wanted(self) -> tuple[str, ...]:
        """Every column that the mapping names, once, in its order."""
        return tuple(dict.fromkeys(column for columns in self.columns.values() for column in columns))


def read_mapping(part: Part) -> Mapping:
    """The mapping in a TOML file. Raises `MappingError`, `MalformedError` (no TOML) or `OversizeError`."""
    with part.open() as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise OversizeError(f"a mapping of more than {MAX_BYTES:,} bytes", where=Where(part.name))
    hint = "Correct the mapping: it is a text file in TOML, saved as UTF-8."
    try:
        told = tomllib.loads(raw.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MalformedError(f"no TOML: {error}", where=Where(part.name), hint=hint) from error
    return _Reading(part.name).mapping(told)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Checks one file; every complaint names it."""

    file: str

    def mapping(self, told: dict[str, object]) -> Mapping:
        self._known(told, _SECTIONS, "section")
        settings = self._section(told, "list")
        columns = self._columns(self._section(told, "columns"))
        self._known(settings, SETTINGS, "setting of [list]")
        self._settled(settings)
        texts = {key: self._text(settings, key) for key in _TEXTS if key in settings}
        return Mapping(
            **texts,
            columns=columns,
            separators=self._separators(self._section(told, "separators"), columns),
            dated=self._dated(settings.get("dated")),
            day_first=self._flag(settings.get("day_first")),
        )

    def _error(self, what: str, column: str = "") -> MappingError:
        return MappingError(what, where=Where(self.file, column=column))

    def _known(self, told: Iterable[str], known: Collection[str], what: str) -> None:
        if strange := [key for key in told if key not in known]:
            raise self._error(f"{strange[0]!r} is no {what}; known are: {', '.join(known)}")

    def _section(self, told: dict[str, object], name: str) -> dict[str, object]:
        found = told.get(name, {})
        if not isinstance(found, dict):
            raise self._error(f"{name!r} must be a section: [{name}]")
        return cast("dict[str, object]", found)

    def _settled(self, settings: dict[str, object]) -> None:
        for key in _MANDATORY:
            if not settings.get(key):
                raise self._error(f"[list] must say {key!r}")
        if not _ID.fullmatch(str(settings["id"])):
            raise self._error("the id of the list must be small letters, digits, '-' and '_', at most 64")
        if (schema := settings.get("schema", "Thing")) not in KINDS:
            raise self._error(f"{schema!r} is no schema; known are: {', '.join(KINDS)}")
        if len(str(settings.get("delimiter", ","))) != 1:
            raise self._error("the delimiter must be one character")

    def _text(self, settings: dict[str, object], key: str) -> str:
        value = settings[key]
        if not isinstance(value, str):
            raise self._error(f"{key!r} in [list] must be a text")
        return value if key == "delimiter" else " ".join(value.split())

    def _dated(self, value: object) -> date | None:
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise self._error(f"'dated' is {value!r}, not a date such as 2026-03-01") from None

    def _flag(self, value: object) -> bool | None:
        if value is None or isinstance(value, bool):
            return value
        raise self._error("'day_first' must be true or false")

    def _columns(self, told: dict[str, object]) -> dict[str, tuple[str, ...]]:
        self._known(told, (*SINGLE, *FACTS), "property in [columns]")
        if "id" not in told:
            raise self._error("[columns] must say which column holds the 'id' of a row")
        if not any(name in told for name in NAMES):
            raise self._error("[columns] must say which column holds the 'name'")
        return {key: self._column(key, value) for key, value in told.items()}

    def _column(self, key: str, value: object) -> tuple[str, ...]:
        given = value if isinstance(value, list) else [value]
        names = [name for name in given if isinstance(name, str) and name.strip()]
        if not names or len(names) < len(given):
            raise self._error(f"{key!r} in [columns] must be the name of a column or a list of names")
        if key in SINGLE and len(names) > 1:
            raise self._error(f"{key!r} is in one column only")
        return tuple(" ".join(name.split()) for name in names)

    def _separators(self, told: dict[str, object], columns: dict[str, tuple[str, ...]]) -> dict[str, str]:
        for key, value in told.items():
            if key not in columns or key in SINGLE:
                raise self._error(f"[separators] names {key!r}, which is not mapped or has one value only")
            if not isinstance(value, str) or not value:
                raise self._error(f"the separator of {key!r} must be a text")
        return cast("dict[str, str]", told)
