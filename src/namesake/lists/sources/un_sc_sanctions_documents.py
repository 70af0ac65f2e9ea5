"""Identity documents and addresses in the United Nations list."""

import re
from dataclasses import replace

from namesake.fields import countries, ids
from namesake.lists import markup
from namesake.lists.sources.un_sc_sanctions_names import Said
from namesake.lists.sources.un_sc_sanctions_names import value as stated
from namesake.values.facts import Address, Identifier

_ADDRESS = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
_ADDRESSES = ("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS")
_COUNTRIES = ("ISSUING_COUNTRY", "COUNTRY_OF_ISSUE")
_DETAILS = {"ISSUING_COUNTRY": "issued by", "COUNTRY_OF_ISSUE": "issued in", "CITY_OF_ISSUE": "issued in"}
# The number inside a text: after a word for it, else at the very start.
_NUMBER = re.compile(
    r"(?:\b(?:number|no\.?|card|code|ssn)\b\s*:?\s*|^)((?:[A-Z]{1,3}-?\s)?(?=[A-Z./-]*\d)[A-Z0-9][A-Z0-9./-]*\w)",
    re.IGNORECASE,
)


def identifiers(record: markup.Element, said: Said) -> tuple[tuple[Identifier, ...], tuple[str, ...]]:
    """The documents in published order without repetitions, and remarks on them."""
    found, remarks = list[Identifier](), list[str]()
    for item in markup.children(record, "INDIVIDUAL_DOCUMENT"):
        value = {markup.local(child): stated(child) for child in item}
        label = _label(value)
        if number := value.get("NUMBER", "") or _number_in_text(value, said):
            found.append(_identifier(value, label, number))
        if details := _details(value):
            remarks.append(" ".join(text for text in (label, number) if text) + f": {details}")
    return tuple(dict.fromkeys(found)), tuple(remarks)


def addresses(record: markup.Element) -> tuple[tuple[Address, ...], tuple[str, ...]]:
    """The addresses in published order without repetitions, and remarks on them."""
    found, remarks = list[Address](), list[str]()
    for item in markup.children(record):
        if markup.local(item) not in _ADDRESSES:
            continue
        value = {field: stated(item, field) for field in (*_ADDRESS, "NOTE")}
        text = ", ".join(value[field] for field in _ADDRESS if value[field])
        if text:
            found.append(_address(value, text))
        if value["NOTE"]:
            remarks.append(f"Address{' ' + text if text else ''}: {value['NOTE']}")
    return tuple(dict.fromkeys(found)), tuple(remarks)


def _address(value: dict[str, str], text: str) -> Address:
    country = countries.code(value["COUNTRY"])
    return Address(text, value["CITY"], value["STATE_PROVINCE"], value["ZIP_CODE"], country)


def _label(value: dict[str, str]) -> str:
    """The publisher's words for the kind; TYPE_OF_DOCUMENT2 is finer and in free text."""
    kind, finer = value.get("TYPE_OF_DOCUMENT", ""), value.get("TYPE_OF_DOCUMENT2", "").rstrip(" :")
    return kind if finer in ("", kind) else f"{kind} ({finer})" if kind else finer


def _identifier(value: dict[str, str], label: str, number: str) -> Identifier:
    """Classified by the finer kind ("Italian Fiscal Code") where that is understood, else by the coarse."""
    country = next((code for field in _COUNTRIES if (code := countries.code(value.get(field, "")))), "")
    for kind in (value.get("TYPE_OF_DOCUMENT2", ""), value.get("TYPE_OF_DOCUMENT", "")):
        read = ids.identifier(kind, number, country)
        if read.scheme != "other":
            break
    return replace(read, label=label)


def _number_in_text(value: dict[str, str], said: Said) -> str:
    """The number where the publisher wrote it into the kind or the note and left NUMBER empty."""
    for field in ("TYPE_OF_DOCUMENT2", "NOTE"):
        text = value.get(field, "")
        if match := _NUMBER.search(text):
            said.append(("identifier-from-text", f"the number {match[1]!r} is read from {text!r}"))
            return match[1]
    return ""


def _details(value: dict[str, str]) -> str:
    issued = [f"{word} {value[field]}" for field, word in _DETAILS.items() if value.get(field)]
    issued += [f"issued on {value['DATE_OF_ISSUE']}"] if value.get("DATE_OF_ISSUE") else []
    return "; ".join([*issued, value["NOTE"]] if value.get("NOTE") else issued)
