"""The words that OFAC's Enhanced and Advanced XML share for scripts, name parts, aliases and parties."""

from collections.abc import Sequence

from namesake.values.names import Name, NameKind, NamePart, PartKind

LISTS = {"us_ofac_sdn": "SDN List", "us_ofac_cons": "Consolidated List"}
"""What OFAC calls the list of each of our sources."""

_SCRIPTS = {
    "arabic": "Arab",
    "armenian": "Armn",
    "chinese simplified": "Hans",
    "chinese traditional": "Hant",
    "cyrillic": "Cyrl",
    "georgian": "Geor",
    "greek": "Grek",
    "hangul": "Hang",
    "hebrew": "Hebr",
    "japanese": "Jpan",
    "korean": "Kore",
    "latin": "Latn",
}
_PARTS: dict[str, PartKind] = {
    "last name": "family",
    "first name": "given",
    "middle name": "middle",
    "maiden name": "maiden",
    "nickname": "nickname",
    "patronymic": "patronymic",
    "matronymic": "matronymic",
}
_SCHEMAS = {"individual": "Person", "entity": "Organization", "vessel": "Vessel", "aircraft": "Airplane"}
_UNSPACED = {"Hans", "Hant", "Jpan", "Hang", "Kore"}
_GIVEN_FIRST = {"Arab", "Hebr"}
_EMBEDDINGS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"


def script(text: str) -> str:
    """The ISO 15924 code of OFAC's word for a script ("Chinese Simplified"); '' if it is a new one."""
    return _SCRIPTS.get(text.strip().casefold(), "")


def schema(text: str) -> str:
    """The FollowTheMoney schema of a party type; `LegalEntity` for a type that is not known."""
    return _SCHEMAS.get(text.strip().casefold(), "LegalEntity")


def name_kind(primary: bool, alias_type: str) -> NameKind:
    """N.K.A. ("now known as") is an alias: only F.K.A. says that a name is no longer used."""
    if primary:
        return "primary"
    return "former" if alias_type.strip().casefold().startswith("f.k.a") else "alias"


def name_part(kind: str, value: str) -> NamePart:
    """A typed part; the names of entities, vessels and aircraft are whole."""
    return NamePart(_PARTS.get(kind.strip().casefold(), "whole"), clean(value))


def clean(text: str) -> str:
    """Without the directional marks that OFAC wraps around Arabic text: they are layout, not spelling."""
    return text.strip().strip(_EMBEDDINGS).strip()


def written(parts: Sequence[NamePart], script_code: str) -> str:
    """A name from its parts in OFAC's own layout: "FAMILY, Given Middle", given name first in Arabic and
    Hebrew, without blanks in Chinese, Japanese and Korean."""
    if script_code in _UNSPACED:
        return "".join(part.text for part in parts)
    family = " ".join(part.text for part in parts if part.kind == "family")
    others = " ".join(part.text for part in parts if part.kind != "family")
    if not family or not others:
        return family or others
    return f"{others} {family}" if script_code in _GIVEN_FIRST else f"{family}, {others}"


def in_order(names: Sequence[Name]) -> tuple[Name, ...]:
    """Primary names first, of these the Latin ones before their originals; else as published; each once."""
    ranked = sorted(names, key=lambda name: 2 if name.kind != "primary" else int(name.script != "Latn"))
    return tuple(dict.fromkeys(ranked))
