"""The labels that OFAC puts before a number in remarks, and how to take an item apart.

Source of the labels: the `idType` values of OFAC's SDN and Consolidated XML files, 2018 to 2025, which are
the same words as in the remarks of the delimited files. Labels that introduce no number are left out.
"""

import re
from dataclasses import dataclass

from namesake.fields import countries

_LABELS = (
    "Afghan Money Service Provider License Number",
    "Aircraft Construction Number (also called L/N or S/N or F/N)",
    "Aircraft Manufacturer's Serial Number (MSN)",
    "Aircraft Mode S Transponder Code",
    "Aircraft Serial Identification",
    "Aircraft Tail Number",
    "BIK (RU)",
    "Birth Certificate Number",
    "Bosnian Personal ID No.",
    "Branch Unit Number",
    "British National Overseas Passport",
    "Business Number",
    "Business Registration Document #",
    "Business Registration Number",
    "C.I.F.",
    "C.I.N.",
    "C.R. No.",
    "C.U.I.",
    "C.U.I.P.",
    "C.U.I.T.",
    "C.U.R.P.",
    "CNP (Personal Numerical Code)",
    "Cartilla de Servicio Militar Nacional",
    "Cedula No.",
    "Central Registration System Number",
    "Certificate of Incorporation Number",
    "Chamber of Commerce Number",
    "Chinese Commercial Code",
    "Citizen's Card Number",
    "Commercial Registry Number",
    "Company Number",
    "Credencial electoral",
    "D-U-N-S Number",
    "D.N.I.",
    "Diplomatic Passport",
    "Driver's License No.",
    "Dubai Chamber of Commerce Membership No.",
    "Economic Register Number (CBLS)",
    "Electoral Registry No.",
    "Email Address",
    "Enterprise Number",
    "Equity Ticker",
    "File Number",
    "Fiscal Code",
    "Folio Mercantil No.",
    "Government Gazette Number",
    "I.F.E.",
    "ISIN",
    "Identification Number",
    "Immigration No.",
    "Istanbul Chamber of Comm. No.",
    "Italian Fiscal Code",
    "Kenyan ID No.",
    "LE Number",
    "Legal Entity Number",
    "License",
    "MICEX Code",
    "MMSI",
    "MSB Registration Number",
    "Matricula Mercantil No",
    "Military Registration Number",
    "Moroccan Personal ID No.",
    "N.I.E.",
    "N.I.F.",
    "NIT #",
    "National Foreign ID Number",
    "National ID No.",
    "Numero Unico de Identificacao Tributaria (NUIT)",
    "Numero de Identidad",
    "Organization Code",
    "Other Vessel Call Sign",
    "Paraguayan tax identification number",
    "Passport",
    "Permit Number",
    "Personal ID Card",
    "Phone Number",
    "Pilot License Number",
    "Previous Aircraft Tail Number",
    "Public Registration Number",
    "Public Security and Immigration No.",
    "R.F.C.",
    "RFC",
    "RIF #",
    "RSIN",
    "RTN",
    "RUC #",
    "Refugee ID Card",
    "Registered Charity No.",
    "Registration Certificate Number (Dubai)",
    "Registration ID",
    "Registration Number",
    "Residency Number",
    "Romanian C.R.",
    "Romanian Permanent Resident",
    "Romanian Tax Registration",
    "Russian State Individual Business Registration Number Pattern (OGRNIP)",
    "SRE Permit No.",
    "SSN",
    "SWIFT/BIC",
    "Seafarer's Identification Document",
    "Serial No.",
    "Stateless Person ID Card",
    "Stateless Person Passport",
    "Tarjeta Profesional",
    "Tax ID No.",
    "Tazkira National ID Card",
    "Tourism License No.",
    "Trade License No.",
    "Trademark number",
    "Travel Document Number",
    "Turkish Identification Number",
    "UAE Identification",
    "UK Company Number",
    "UN/LOCODE",
    "US FEIN",
    "Unified Social Credit Code (USCC)",
    "United Social Credit Code Certificate (USCCC)",
    "V.A.T. Number",
    "Vessel Registration Identification",
    "VisaNumberID",
)

_LABEL = re.compile(
    r"(?P<label>Digital Currency Address - [A-Z0-9]{2,10}|"
    + "|".join(re.escape(label) for label in sorted(_LABELS, key=len, reverse=True))
    + r"|[A-Z][^\s:;]*(?: [^\s:;]+){0,5}? (?:No\.|Number|#))\s+(?P<rest>\S.*)",
    re.DOTALL,
)
_DETAIL = re.compile(r" (?:issued|expires) (?=\d|[A-Z][a-z]{2} \d|circa).{4,60}$")
_COUNTRY = re.compile(r"^(?P<value>.*\S)\s+\((?P<country>[^()]+)\)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item with a number: the label, the number, the country's name, and dates of issue and expiry."""

    label: str
    value: str
    country: str = ""
    detail: str = ""


def numbered(item: str) -> Numbered | None:
    """An item such as `Passport A0002987 (Iran) issued 1999` taken apart, or None if it has no known label.

    A label that OFAC adds one day is known by its last word (No., Number, #) if a digit follows. A word in
    brackets at the end is the country only if it is one: `42969 (Jalisco)` stays whole.
    """
    found = _LABEL.fullmatch(item)
    if found is None:
        return None
    label, rest = found["label"], found["rest"]
    if not re.search(r"\d", rest) and (not _known(label) or rest.count(" ") > 2):
        return None  # "Passport and National ID were issued in ..." is prose
    dated = _DETAIL.search(rest)
    body, detail = (rest[: dated.start()], dated[0].strip()) if dated else (rest, "")
    bracketed = _COUNTRY.match(body)
    if bracketed and countries.code(bracketed["country"]):
        return Numbered(label, bracketed["value"], bracketed["country"], detail)
    return Numbered(label, body, "", detail)


def _known(label: str) -> bool:
    return label in _LABELS or label.startswith("Digital Currency Address")
