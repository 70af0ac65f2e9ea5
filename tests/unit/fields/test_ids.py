import subprocess
import sys
from importlib import import_module

import pytest

from namesake.fields import ids
from namesake.fields.ids import banks, companies, craft, documents, taxes, wallets
from namesake.values.facts import Identifier

LABELS = {
    "Passport": "passport", "Numéro de passeport ": "passport", "Número de pasaporte": "passport",
    "National passport": "passport", "passportNumber": "passport", "Diplomatic Passport": "passport",
    "National Identification\n            Number": "national_id", "Civil\nIdentification\nnumber": "national_id",
    "National ID No.": "national_id", "id": "national_id", "idNumber": "national_id", "C.U.R.P.": "national_id",
    "Afghan national identification card (tazkira) number 545167": "national_id", "D.N.I.": "national_id",
    "Some identity card number": "national_id", "SSN": "social_security", "ssn": "social_security",
    "Tax ID No.": "tax", "fiscalcode": "tax", "taxNumber": "tax", "R.F.C.": "tax", "V.A.T. Number": "vat",
    "innCode": "inn", "ИНН": "inn", "ogrnCode": "ogrn", "Registration Number": "registration",
    "regnumber": "registration", "Legal Entity Number": "registration", "C.R. No.": "registration",
    "registrationNumber": "registration", "LEI": "lei", "leiCode": "lei", "D-U-N-S Number": "duns", "SWIFT/BIC": "bic",
    "swiftBic": "bic", "SWIFT BIC": "bic", "IBAN": "iban", "ISIN": "isin", "BIK (RU)": "bik", "MMSI": "mmsi",
    "Vessel Registration Identification": "imo", "imoNumber": "imo", "IMO (vessel identification)": "imo",
    "Aircraft Serial": "aircraft_serial", "Aircraft Manufacturer's Serial Number (MSN)": "aircraft_serial",
    "Aircraft Manufacturer’s Serial Number (MSN)": "aircraft_serial", "Aircraft Tail Number": "aircraft_tail",
    "Trade License No.": "licence", "Driver's License No.": "driving_licence", "drivinglicence": "driving_licence",
    "Digital Currency Address - XBT": "wallet:XBT", "Digital Currency Address - BTC": "wallet:XBT",
    "Digital Currency Address - NEW": "wallet:NEW", "publicKey": "wallet", "Bitcoin address": "wallet:XBT",
    "other": "other", "": "other", "number: ": "other", "05258253": "other", "zork": "other", "x" * 5000: "other",
    "Gender": "", "Secondary sanctions risk:": "", "Website": "", "Email Address": "", "Phone Number": "",
    "Organization Established Date": "", "Listing Date (EO 14024 Directive 2):": "", "Chinese Commercial Code": "",
    "Executive Order 13662 Directive Determination -": "", "Former Vessel Flag": "", "Nationality of Registration": "",
    "Executive Order 14059 information:": "", "Aircraft Model": "", "Organization Type:": "",
}  # fmt: skip


@pytest.mark.parametrize(("label", "scheme"), LABELS.items(), ids=[repr(label)[:60] for label in LABELS])
def test_scheme_of(label: str, scheme: str) -> None:
    assert ids.scheme_of(label) == scheme


VALID = [
    ("Vessel Registration Identification", "IMO 9074729", "", "imo", True),
    ("Vessel Registration Identification", "IMO 9074728", "", "imo", False),
    ("Vessel Registration Identification", "15411", "Malta", "vessel_registration", None),
    ("Identification Number", "IMO 5899824", "", "imo_company", None),
    ("MMSI", "352002176", "", "mmsi", True),
    ("MMSI", "952002176", "", "mmsi", False),
    ("LEI", "213800KUD8LAJWSQ9D15", "", "lei", True),
    ("LEI", "213800KUD8LXJWSQ9D15", "", "lei", False),
    ("SWIFT/BIC", "AGRIFRPP882", "", "bic", True),
    ("SWIFT/BIC", "AGRIF1PP", "", "bic", False),
    ("IBAN", "GR16 0110 1050 0000 1054 7023 795", "", "iban", True),
    ("IBAN", "GR16 0110 1050 0000 1054 7023 796", "", "iban", False),
    ("ISIN", "US0378331005", "", "isin", True),
    ("INN", "123456789047", "", "inn", True),
    ("INN", "123456789037", "", "inn", False),
    ("Tax ID No.", "123456789047", "Russia", "inn", True),
    ("Tax ID No.", "123456789037", "Russia", "tax", None),
    ("Tax ID No.", "123456789047", "Iran", "tax", None),
    ("Registration Number", "1022200525819", "ru", "ogrn", True),
    ("C.U.R.P.", "BOXW310820HNERXN09", "Mexico", "national_id", True),
    ("C.U.R.P.", "BOXW310820HNERXN08", "Mexico", "national_id", False),
    ("D.N.I.", "54362315K", "Spain", "national_id", True),
    ("D.N.I.", "54362315", "Spain", "national_id", None),
    ("RUC #", "2991141409851", "Panama", "tax", None),
    ("D-U-N-S Number", "123456789", "", "duns", True),
    ("D-U-N-S Number", "12345", "", "duns", False),
    ("BIK (RU)", "044525225", "", "bik", True),
    ("Passport", "A1234567", "Iran", "passport", None),
    ("Aircraft Mode S Transponder Code", "730C11", "", "mode_s", True),
    ("Digital Currency Address - XBT", "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD", "", "wallet:XBT", True),
    ("Digital Currency Address - XBT", "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfX", "", "wallet:XBT", False),
    ("Digital Currency Address - XBT", "BC1QARDV855YJNGSPVXUTTQ897AQCA3LXJU2Y69JCE", "", "wallet:XBT", True),
    ("Digital Currency Address - ETH", "0x" + "aB" * 20, "", "wallet:ETH", True),
    ("Digital Currency Address - ETH", "0x" + "aB" * 19, "", "wallet:ETH", False),
    ("Digital Currency Address - USDT", "0x" + "ab" * 20, "", "wallet:USDT", True),
    ("Digital Currency Address - TRX", "T" + "1" * 33, "", "wallet:TRX", False),
    ("Digital Currency Address - XRP", "rrrrrrrrrrrrrrrrrrrrrhoLvTp", "", "wallet:XRP", True),
    ("Digital Currency Address - XRP", "rrrrrrrrrrrrrrrrrrrrrhoLvTq", "", "wallet:XRP", False),
    ("Digital Currency Address - NEW", "whatever", "", "wallet:NEW", None),
    ("publicKey", "0x" + "ab" * 20, "", "wallet:ETH", True),
    ("publicKey", "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD", "", "wallet:XBT", True),
    ("publicKey", "whatever", "", "wallet", None),
    ("Gender", "Male", "", "other", None),
]


@pytest.mark.parametrize(("label", "value", "country", "scheme", "valid"), VALID)
def test_identifier(label: str, value: str, country: str, scheme: str, valid: bool | None) -> None:
    found = ids.identifier(label, f" {value} ", country)
    assert (found.scheme, found.value, found.label) == (scheme, value, label)
    if scheme != "imo_company":
        assert found.valid is valid


def test_country_from_the_text_else_from_the_kind() -> None:
    assert ids.identifier("Passport", "X1", "Korea, North").country == "kp"
    assert ids.identifier("C.U.R.P.", "X1").country == "mx"
    assert ids.identifier("Passport", "X1", "nowhere").country == ""


def test_an_owners_number_under_the_ships_label_is_told_by_its_check_digit() -> None:
    weighted = 5 * 8 + 1 * 6 + 2 * 4 + 3 * 2 + 4 * 9 + 5 * 7
    number = f"512345{(11 - weighted % 11) % 10}"
    for label in ("imo", "Vessel Registration Identification", "imoCompanyNumber"):
        found = ids.identifier(label, f"IMO {number}")
        assert (found.scheme, found.valid) == ("imo_company", True)


COMPARABLE = [
    ("passport", "A-123 456/7", "A1234567"),
    ("passport", "а1234567", "A1234567"),
    ("passport", "١٢٣٤٥٦٧", "1234567"),
    ("imo", "IMO 9074729", "9074729"),
    ("imo_company", "IMO5899824", "5899824"),
    ("wallet:ETH", "0x" + "aB" * 20, "0x" + "ab" * 20),
    ("wallet:XBT", "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD", "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD"),
    ("wallet:XBT", "BC1QARDV855", "bc1qardv855"),
    ("wallet:BCH", "bitcoincash:qpf2cphc5d", "qpf2cphc5d"),
    *(("passport", value, "") for value in ["", "-", "0", "N/A", "n.a.", "unknown", "None", "000000", "XXXXXX", "665"]),
    *(("wallet", value, "") for value in ["", "N/A", "unknown"]),
    ("ticker", "CHL US", ""),
    ("other", "A" * 5000, ""),
    ("other", "A1" * 5000, ""),
]


@pytest.mark.parametrize(("scheme", "value", "expected"), COMPARABLE)
def test_comparable(scheme: str, value: str, expected: str) -> None:
    assert ids.comparable(Identifier(scheme, value)) == expected


def test_every_scheme_is_declared_once() -> None:
    assert len(set(ids.SCHEMES)) == len(ids.SCHEMES)
    assert {scheme for scheme in LABELS.values() if scheme} - {"wallet:NEW"} <= set(ids.SCHEMES)


def test_every_check_exists_in_the_library() -> None:
    tables = [documents._CHECKS, taxes._CHECKS, companies._REGISTERS]
    by_country = {check for table in tables for checks in table.values() for check in checks}
    families = (documents, taxes, companies, banks, craft, wallets)
    by_label = {check for family in families for kind in family.KINDS for check in kind.checks}
    for check in by_country | by_label:
        assert callable(import_module(f"stdnum.{check}").is_valid)


def test_no_label_has_two_kinds() -> None:
    families = (documents, taxes, companies, banks, craft, wallets)
    for kind in (kind for family in families for kind in family.KINDS):
        for label in kind.labels.split("; "):
            assert ids.scheme_of(label) == kind.scheme, label


def test_the_library_is_loaded_when_first_needed() -> None:
    code = "import sys, namesake.fields.ids; sys.exit('stdnum' in sys.modules or 'hijridate' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
