"""Countries: a name, adjective or code in any language becomes an ISO 3166-1 alpha-2 code.

Known besides ISO's codes are xk (Kosovo) and, under the codes that they had, the former states su, yu,
cs, dd and an. What data the answers rest on: `data/README.md`.
"""

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files

from namesake.fields.folding import fold

_LONGEST = 120
_PREFIX = re.compile(r"^(?:region|country|nationality|citizenship|state)\s*:\s*", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?:citizenship|citizen|nationality|national|passport)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|la|le|les|l'|die|der|das)\s+", re.IGNORECASE)
_INVERTED = re.compile(r"^(?P<name>[^,(]+?)\s*[,(]\s*(?P<form>[^,()]+?)\s*\)?$")
_PART_OF_COUNTRY = re.compile(r"^([a-z]{2})-[a-z0-9]{1,4}$")  # ISO 3166-2, as FollowTheMoney uses it


def code(text: str) -> str:
    """The alpha-2 code in lower case, '' where the text is not understood. Never raises.

    Understood are codes (alpha-2, alpha-3, ISO 3166-2), names in the languages of CLDR, the publishers' own
    forms ("Korea, North", "Russia / Russie") and English adjectives of nationality. A text that names
    several countries, or a name that several share ("Congolese"), is not understood.
    """
    return _code(text) if len(text) <= _LONGEST else ""


@lru_cache(maxsize=1 << 12)
def _code(text: str) -> str:
    plain = _SUFFIX.sub("", _PREFIX.sub("", text.strip())).strip(" .;,")
    lower = _PART_OF_COUNTRY.sub(r"\1", plain.casefold())
    if found := _codes().get(lower):
        return found
    return _by_name(plain) or _by_parts(plain)


def name(code: str) -> str:
    """The English name of a code; '' for a code that is not known."""
    return _names().get(code.strip().casefold(), "")


def _by_name(plain: str) -> str:
    return next((found for form in _forms(plain) if (found := _table().get(fold(form)))), "")


def _by_parts(plain: str) -> str:
    """Of "Russia / Russie" or "Hong Kong (China SAR)": the country, if the parts agree on one."""
    if " / " in plain:
        found = {_by_name(part) for part in plain.split(" / ")} - {""}
        return found.pop() if len(found) == 1 else ""
    return _by_name(plain.split("(")[0]) if "(" in plain else ""


def _forms(plain: str) -> list[str]:
    """The text itself, without its article, and turned round: "Korea, North", "Korea (North)"."""
    forms = [plain, _ARTICLE.sub("", plain), plain.replace(" and ", " & ")]
    if inverted := _INVERTED.match(plain):
        turned = f"{inverted['form']} {inverted['name']}"
        forms += [turned, _ARTICLE.sub("", turned)]
    return [form for form in forms if form]


@cache
def rows() -> tuple[dict[str, str], ...]:
    """The countries: code, alpha3 (separated by spaces), name, folded_names (separated by "|")."""
    text = files("namesake").joinpath("data", "countries.csv").read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def forms() -> tuple[dict[str, str], ...]:
    """The publishers' own forms: code, forms (separated by "|")."""
    text = files("namesake").joinpath("data", "country_forms.csv").read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows()}


@cache
def _codes() -> dict[str, str]:
    """Alpha-2 and alpha-3 codes, and the codes that publishers use besides."""
    alpha3 = {three: row["code"] for row in rows() for three in row["alpha3"].split()}
    return {row["code"]: row["code"] for row in rows()} | alpha3


@cache
def _table() -> dict[str, str]:
    """From folded names; publishers' forms, written by hand, come before those of CLDR."""
    found = {folded: row["code"] for row in rows() for folded in row["folded_names"].split("|") if folded}
    found |= {fold(row["name"]): row["code"] for row in rows()}
    for row in forms():
        found |= {fold(form): row["code"] for form in row["forms"].split("|") if form}
    return found
