"""Names of parts, safe to show and to compare; they never become paths."""

import unicodedata

LONGEST = 120
"""Characters kept of a name."""


def safe_name(name: str) -> str:
    """The last piece of a path of any system, without control, format and surrogate characters."""
    base = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    kept = "".join(c for c in base if not unicodedata.category(c).startswith("C")).strip()
    return "unnamed" if kept.strip(". ") == "" else kept[-LONGEST:]
