"""From the publishers' words for an identifier to its scheme."""

import re
from functools import cache, lru_cache

from namesake.fields.folding import fold
from namesake.fields.ids import banks, companies, craft, documents, taxes, wallets
from namesake.fields.ids.kinds import Kind

FAMILIES = (documents, taxes, companies, banks, craft, wallets)
_LONGEST = 200

_NOT_IDENTIFIERS = (
    "Gender; Website; Email Address; Phone Number; Organization Type:; Target Type; Aircraft Model; "
    "Aircraft Operator; Aircraft Manufacture Date; Former Vessel Flag; Other Vessel Flag; Other Vessel "
    "Type; Vessel Year of Build; Vessel Flag; Vessel Owner; Vessel Type; Vessel Tonnage; Aircraft Name; "
    "Vessel Gross Registered Tonnage; Nationality of Registration; Registration Country; UN/LOCODE; "
    "Location; Chinese Commercial Code; Issuer Name; Title; Birthdate; Place of Birth; Nationality "
    "Country; Citizenship Country; Organization Established Date; Secondary sanctions risk:; PEESA "
    "Information:; Additional Sanctions Information -; IFCA Determination -; CAATSA Section 235 "
    "Information:; Nationality; Transactions Prohibited For Persons Owned or Controlled By U.S. Financial "
    "Institutions:; Email; Phone; Alternative names; name; notes"
)
# Chinese commercial codes number the characters of a name: they are shared by all who bear it.
_NOT_PATTERN = re.compile(
    r"\b(?:date|information|determination|directives?|executive order|sanctions)\b", re.IGNORECASE
)
_WORDS = {  # for a label that is not known word by word: the first that it contains decides
    "passport": "passport pasaporte passeport passaporto паспорт",
    "driving_licence": "driver driving",
    "birth_certificate": "birthcertificate",
    "social_security": "socialsecurity",
    "military_id": "military",
    "voter_id": "voter electoral",
    "residence_permit": "residen immigration",
    "tax": "taxid taxpayer taxnumber fiscalcode",
    "registration": "registrationnumber businessregist companynumber commercialregist chamberofcommerce",
    "licence": "license licence",
    "national_id": "tazkira nationalid identitycard identificationcard identitynumber identificationnumber "
    "nationalnumber personalid civilid personalnumber citizenship bundespersonalausweis identificationno",
}


def scheme_of(label: str) -> str:
    """The scheme that a label means: "other" for a label that is not known, '' for no identifier at all.

    A publisher's label may have line breaks, a final colon, or the number itself at its end.
    """
    return _scheme_of(label[:_LONGEST])


@lru_cache(maxsize=1 << 12)
def _scheme_of(label: str) -> str:
    kind = kind_of(label)
    if kind:
        return kind.scheme
    folded = fold(label)
    if folded in _not_identifiers() or _NOT_PATTERN.search(label):
        return ""
    return next((s for s, words in _WORDS.items() if any(word in folded for word in words.split())), "other")


def kind_of(label: str) -> Kind | None:
    """The kind whose label this is, word by word; None for any other."""
    return _kind_of(label[:_LONGEST])


@lru_cache(maxsize=1 << 12)
def _kind_of(label: str) -> Kind | None:
    plain = " ".join(label.split())
    if currency := wallets.scheme_of(plain):
        return Kind(currency, plain)
    return _kinds().get(_key(plain)) if _key(plain) else None


def _key(label: str) -> str:
    """Case, punctuation and a final "number" or number make no difference."""
    folded = re.sub(r"\d+$", "", fold(label)) or fold(label)
    return re.sub(r"(?<=[^\W\d]{2})(?:numbers?|no|nr|num)$", "", folded)


@cache
def _kinds() -> dict[str, Kind]:
    return {_key(label): kind for family in FAMILIES for kind in family.KINDS for label in kind.labels.split("; ")}


@cache
def _not_identifiers() -> frozenset[str]:
    return frozenset(fold(label) for label in _NOT_IDENTIFIERS.split("; "))
