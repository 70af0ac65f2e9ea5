"""Cells as customers' files have them: birth dates in many forms, countries as names or codes, untidy names."""

from datetime import date, timedelta

from namesake.fields import countries
from reference.demo_draw import Draw

_OLDEST = date(1941, 1, 1)
_DAYS = 24_000  # to about 2006: customers are of age
_DAY_ZERO = date(1899, 12, 30)  # of spreadsheets
_USUAL = "%Y-%m-%d"
_UNUSUAL = ("%d/%m/%Y", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%y", "%m/%d/%Y", "%d %B %Y", "%Y", "")
_PLACEHOLDERS = ("N/A", "unknown", "00/00/0000", "-", "not provided")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def birth_date(draw: Draw) -> str:
    """A birth date: mostly as it should be, now and then in another form, as a placeholder or left out."""
    day = _OLDEST + timedelta(draw.below(_DAYS))
    share = draw.share()
    if share < 0.84:
        return day.strftime(_USUAL)
    if share < 0.91:
        return ""
    if share < 0.925:
        return draw.of(_PLACEHOLDERS)
    if share < 0.93:
        return str((day - _DAY_ZERO).days)
    return _unusual(day, draw.of(_UNUSUAL))


def _unusual(day: date, form: str) -> str:
    return day.strftime(form.replace("%B", _MONTHS[day.month - 1]))  # not in the language of the machine


def country(name: str, draw: Draw) -> str:
    """A country by name, by code, or left out."""
    share = draw.share()
    if share < 0.8:
        return name
    return countries.code(name).upper() if share < 0.95 else ""


def untidy(name: str, draw: Draw) -> str:
    """A name, now and then in capitals, in small letters or with blanks too many."""
    share = draw.share()
    if share < 0.94:
        return name
    if share < 0.97:
        return name.upper()
    return name.lower() if share < 0.98 else f" {name.replace(' ', '  ')} "


def tax_number(draw: Draw, likely: float) -> str:
    """A number that means nothing, or none."""
    return draw.digits(10) if draw.share() < likely else ""
