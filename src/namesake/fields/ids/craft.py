"""Ships and aircraft."""

import re

from namesake.fields.ids.kinds import Kind, compact, passes

_IMO = re.compile(r"(?:IMO)?\d{7}")

KINDS = (
    Kind(
        "imo",
        "Vessel Registration Identification; IMO; imo; imoNumber; IMO number; IMO (vessel "
        "identification); Vessel IMO",
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
    """Publishers put several kinds under one label, and say so in the value: "IMO 6431603" as the
    identification number of a company is its IMO number; a ship may have a national number.
    """
    if scheme == "imo" and not _IMO.fullmatch(compact(value)):
        return "vessel_registration"
    if scheme in ("national_id", "registration", "other") and re.match(
        r"IMO\s*\d{7}$", value.strip().upper()
    ):
        return "imo_company"
    return scheme


def valid(scheme: str, value: str, _country: str) -> bool | None:
    """The check digit of a ship's IMO number; the shape of an MMSI (nine digits, the first 2 to 7 for a
    ship: ITU-R M.585), of an IMO company number (seven digits) and of a Mode S code (six hex digits).
    """
    number = compact(value)
    if scheme == "imo":
        return passes(("imo",), number)
    shapes = {"mmsi": r"[2-7]\d{8}", "imo_company": r"(IMO)?\d{7}", "mode_s": r"[0-9A-F]{6}"}
    return re.fullmatch(shapes[scheme], number) is not None if scheme in shapes else None
