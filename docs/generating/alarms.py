"""The page on alarms: what `namesake status` says that somebody must act upon, or should look at."""

from generating.markdown import code, sections, table
from namesake.standing.alarms import CODES

_PAGE = """# Alarms

`namesake status` begins with them, the most urgent first. "act" means that a control is not complete, and ends the
command with exit code 2; "look" means that a person should know of it, and ends it with 1. Codes are stable: a program
may rely on them."""


def page() -> str:
    """Every kind of alarm."""
    rows = ((code(name), urgency, meaning) for name, (urgency, meaning) in CODES.items())
    return sections([_PAGE, table(("alarm", "urgency", "meaning"), rows)])
