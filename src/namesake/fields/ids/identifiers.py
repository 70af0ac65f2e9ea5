"""Identifiers as values, and the form in which two of them are compared."""

from types import ModuleType

from namesake.fields import countries
from namesake.fields.ids import craft, kinds, labels, wallets
from namesake.fields.ids.kinds import Kind, passes
from namesake.values.facts import Identifier

_FAMILY: dict[str, ModuleType] = {kind.scheme: family for family in labels.FAMILIES for kind in family.KINDS}

SCHEMES = (*dict.fromkeys(kind.scheme for family in labels.FAMILIES for kind in family.KINDS), "other")
"""Every scheme: documents of persons, tax numbers, registers of organisations, banks and securities, ships
and aircraft, wallets ("wallet:" and the currency as OFAC writes it, "wallet" where that is not known; a
currency not listed here may follow the colon too), and "other" for a kind that is not known."""

_NOT_UNIQUE = frozenset({"ticker", "kpp"})  # a share's name on one exchange; a tax office's code
_PLACEHOLDERS = frozenset(
    [
        "NA",
        "NONE",
        "NULL",
        "NIL",
        "UNKNOWN",
        "UNK",
        "NOTAVAILABLE",
        "NOTAPPLICABLE",
        "NOTKNOWN",
        "TBD",
        "TEST",
        "PENDING",
        "MISSING",
        "OTHER",
        "NOTPROVIDED",
        "NODATA",
        "NOTISSUED",
        "KEINE",
        "UNBEKANNT",
        "INCONNU",
        "DESCONOCIDO",
        "НЕТ",
        "НЕИЗВЕСТНО",
        "YOK",
    ]
)
_SHORTEST = 4  # fewer letters and digits tell nobody apart
_LONGEST = 200


def identifier(label: str, value: str, country: str = "") -> Identifier:
    """The identifier that a label, a value and a country (name or code) say. Never raises.

    The scheme comes from the label, made narrower where value and country leave no doubt: a Russian
    tax number with the check digit of an INN is an "inn". The value is kept as published, stripped.
    """
    kind, text = labels.kind_of(label), value.strip()
    issuer = countries.code(country) or (kind.country if kind else "")
    scheme = _refined(labels.scheme_of(label) or "other", text, issuer)
    return Identifier(scheme, text, issuer, _valid(kind, scheme, text, issuer), " ".join(label.split()))


def comparable(identifier: Identifier) -> str:
    """What two identifiers have in common if they are the same; '' if this one must not be compared.

    Letters (upper case) and digits; wallets as `wallets.compact` says. Not comparable are placeholders
    ("N/A", "0", "-"), values of fewer than four letters and digits, and schemes that are not unique.
    """
    value = identifier.value
    if identifier.scheme in _NOT_UNIQUE or len(value) > _LONGEST:
        return ""
    plain = kinds.compact(value)
    if len(plain) < _SHORTEST or len(set(plain)) == 1 or plain in _PLACEHOLDERS:
        return ""
    if identifier.scheme.startswith("wallet"):
        return wallets.compact(value)
    return plain.removeprefix("IMO") if identifier.scheme in ("imo", "imo_company") else plain


def _refined(scheme: str, value: str, country: str) -> str:
    scheme = wallets.refined(craft.refined(scheme, value), value)
    narrower = {
        ("tax", "ru"): "inn",
        ("registration", "ru"): "ogrn",
        ("tax", "cn"): "uscc",
        ("registration", "cn"): "uscc",
    }
    target = narrower.get((scheme, country))
    checks = {"inn": "ru.inn", "ogrn": "ru.ogrn", "uscc": "cn.uscc"}
    return target if target and passes((checks[target],), value) else scheme


def _valid(kind: Kind | None, scheme: str, value: str, country: str) -> bool | None:
    """By the check of the label's own kind, else by that of the family."""
    if kind and kind.checks and kind.scheme == scheme:
        return kind.accepts(value, country)
    if scheme in ("ogrn", "uscc"):
        return True  # that is how the scheme was found
    found: bool | None = _FAMILY[scheme].valid(scheme, value, country) if scheme in _FAMILY else None
    return found
