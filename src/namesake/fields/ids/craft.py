"""Ships and aircraft."""

import re

from namesake.fields.ids.kinds import Kind, compact, passes

_IMO = re.compile(r"(?:IMO)?\d{7}")
_NAMED = re.compile(r"IMO\s*\d{7}")
_CATCH_ALL = ("national_id", "registration", "other")

KINDS = (
    Kind(
        "imo",
        "Vessel Registration Identification; IMO; imo; imoNumber; IMO number; IMO (vessel identification); Vessel IMO",
    ),
    Kind(
        "imo_company",
        "IMO company number; imoCompanyNumber; Company IMO",
    ),
    Kind(
        "vessel_registration",
        "Vessel registration number; Hull identification number; HIN; hullNumber",
    ),
    Kind(
        "mmsi",
        "MMSI; mmsi; Maritime Mobile Service Identity",
    ),
    Kind(
        "call_sign",
        "Vessel Call Sign; callSign; Other Vessel Call Sign; Call sign",
    ),
    Kind(
        "aircraft_serial",
        "Aircraft Manufacturer's Serial Number (MSN); Aircraft Serial Identification; Aircraft Serial; "
        "MSN; Aircraft Construction Number (also called L/N or S/N or F/N); Serial No.; serialNumber",
    ),
    Kind(
        "aircraft_tail",
        "Aircraft Tail Number; Previous Aircraft Tail Number; Tail number",
    ),
    Kind(
        "mode_s",
        "Aircraft Mode S Transponder Code; icaoCode; Mode S",
    ),
)


def refined(scheme: str, value: str) -> str:
    """Publishers put several kinds under one label: "IMO 6431603" as the identification number of a
    company is its IMO number, the number of a ship's owner stands where the ship's should, and a ship
    may have a national number instead. The check digits tell the two IMO numbers apart.
    """
    if scheme == "imo" and not _IMO.fullmatch(compact(value)):
        return "vessel_registration"
    if scheme in _CATCH_ALL and _NAMED.fullmatch(value.strip().upper()):
        scheme = "imo_company"
    other = {"imo": "imo_company", "imo_company": "imo"}.get(scheme)
    return other if other and valid(other, value, "") and not valid(scheme, value, "") else scheme


def valid(scheme: str, value: str, _country: str) -> bool | None:
    """The check digit of an IMO number; the shape of an MMSI (nine digits, for a ship from 2 to 7 the
    first: ITU-R M.585) and of a Mode S code (six hexadecimal digits); None for others.
    """
    number = compact(value).removeprefix("IMO")
    if scheme == "imo":
        return passes(("imo",), number)
    if scheme == "imo_company":
        return _company(number)
    shapes = {"mmsi": r"[2-7]\d{8}", "mode_s": r"[0-9A-F]{6}"}
    return re.fullmatch(shapes[scheme], number) is not None if scheme in shapes else None


def _company(number: str) -> bool:
    """The check digit of the IMO unique company and registered owner number: weights 8, 6, 4, 2, 9, 7."""
    if not re.fullmatch(r"[0-9]{7}", number):
        return False
    weighted = sum(int(digit) * weight for digit, weight in zip(number, (8, 6, 4, 2, 9, 7), strict=False))
    return (11 - weighted % 11) % 10 == int(number[6])
