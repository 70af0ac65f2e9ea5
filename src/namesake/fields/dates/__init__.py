"""Dates exactly as precise as they were published, and the readings of a customer's cell."""

from namesake.fields.dates.building import from_parts, iso, year_range
from namesake.fields.dates.calendars import islamic, solar_hijri
from namesake.fields.dates.cells import readings
from namesake.fields.dates.published import day_month_year, month_day_year, parse

__all__ = [
    "day_month_year",
    "from_parts",
    "islamic",
    "iso",
    "month_day_year",
    "parse",
    "readings",
    "solar_hijri",
    "year_range",
]
