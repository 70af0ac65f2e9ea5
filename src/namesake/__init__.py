"""Namesake tells a listed person from their namesake, today and every day after.

from namesake import Screener, compare

screener = Screener.open()
for match in screener.screen({"name": "...", "birthDate": "1985-12-15"}).matches:
    print(match.entry.caption, match.score)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from namesake.errors import NamesakeError
    from namesake.screener import Screener, compare
    from namesake.values.entities import Entity, Skipped, Subject
    from namesake.values.matches import Evidence, Explanation, Match, Result
    from namesake.values.policies import Policy

__all__ = [
    "Entity",
    "Evidence",
    "Explanation",
    "Match",
    "NamesakeError",
    "Policy",
    "Result",
    "Screener",
    "Skipped",
    "Subject",
    "compare",
]

_ROOMS = {
    "Screener": "screener",
    "compare": "screener",
    "NamesakeError": "errors",
    "Entity": "values.entities",
    "Skipped": "values.entities",
    "Subject": "values.entities",
    "Evidence": "values.matches",
    "Explanation": "values.matches",
    "Match": "values.matches",
    "Result": "values.matches",
    "Policy": "values.policies",
}


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for, so that `import namesake` stays light."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
