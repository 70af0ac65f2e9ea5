"""What the two lists of the United Kingdom have in common: six name cells, dates, types and references."""

import re
from collections.abc import Sequence
from datetime import date

from namesake.fields import dates
from namesake.values.names import NamePart, PartKind

SCHEMAS = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}
"""The published type, in lower case, to the schema; whatever else it says may be anything (`LegalEntity`)."""

_SCRIPTS = {
    "arabic": "Arab",
    "armenian": "Armn",
    "burmese": "Mymr",
    "chinese": "Hani",
    "cyrillic": "Cyrl",
    "georgian": "Geor",
    "greek": "Grek",
    "hangul": "Hang",
    "hebrew": "Hebr",
    "korean": "Kore",
    "myanmar": "Mymr",
}
_LANGUAGES = {
    "arabic": "ar",
    "armenian": "hy",
    "belarusian": "be",
    "burmese": "my",
    "chinese": "zh",
    "dari": "prs",
    "farsi": "fa",
    "georgian": "ka",
    "hebrew": "he",
    "korean": "ko",
    "pashto": "ps",
    "persian": "fa",
    "russian": "ru",
    "serbian": "sr",
    "ukrainian": "uk",
    "urdu": "ur",
}
_UN_REFERENCE = re.compile(r"([A-Z]{2})([IE])\.(\d{3})")
_PARTS: tuple[PartKind, ...] = ("given", "middle", "middle", "middle", "middle", "family")


def schema(published: str) -> str:
    """The schema of a published type; `LegalEntity`, which is compared with everything, if not known."""
    return SCHEMAS.get(published.strip().casefold(), "LegalEntity")


def name(cells: Sequence[str], schema: str) -> tuple[str, tuple[NamePart, ...]]:
    """The text and the typed parts of a name from the cells Name 1 to Name 6, in this order.

    Name 6 is the family name of a person and the whole name of anything else, and is said last.
    """
    told = [(kind, " ".join(cell.split())) for kind, cell in zip(_PARTS, cells, strict=True) if cell.strip()]
    text = " ".join(cell for _, cell in told)
    if schema != "Person" or not told:
        return text, ()
    if len(told) == 1:
        return text, (NamePart("whole", text),)
    return text, tuple(NamePart(kind, cell) for kind, cell in told)


def day(text: str) -> date | None:
    """The day that "13/04/2018" means, or None where the text is no full date."""
    found = dates.day_month_year(text) or dates.parse(text)
    return found.first if found and found.exact else None


def un_identity(reference: str, schema: str) -> str:
    """The identity in the United Nations' list of a permanent reference number ("QDi.001"), else ''.

    Older references ("QI.A.1.01") cannot be mapped: the numbers were assigned anew in 2014-2015. The third
    letter says whether an individual or an entity is meant; one that contradicts the schema is a slip that
    would join two different entries, and is not taken.
    """
    match = _UN_REFERENCE.fullmatch(reference.strip().upper())
    if not match or (schema == "Person") != (match[2] == "I") or schema == "LegalEntity":
        return ""
    return f"un_sc_sanctions:{match[1]}{match[2].lower()}.{match[3]}"


def script(published: str) -> str:
    """The ISO 15924 code of a script's English name; '' if not known."""
    return _SCRIPTS.get(published.strip().casefold(), "")


def language(published: str) -> str:
    """The ISO 639 code of a language's English name; '' if not known."""
    return _LANGUAGES.get(published.strip().casefold(), "")
