"""Figures as they are kept: rounded, so that the file stays small and its differences can be read."""

import json
import re
from typing import Any

DIGITS = 5
_INNERMOST = re.compile(r"\{[^{}\[\]]*\}")


def written(found: Any) -> str:  # noqa: ANN401 - any value that JSON has
    """JSON with every innermost object on a line of its own."""
    text = json.dumps(rounded(found), indent=1)
    return _INNERMOST.sub(lambda piece: re.sub(r"\n\s*", " ", piece[0]), text) + "\n"


def rounded(found: Any) -> Any:  # noqa: ANN401 - any value that JSON has
    """The same with every number rounded."""
    if isinstance(found, float):
        return round(found, DIGITS)
    if isinstance(found, dict):
        return {name: rounded(value) for name, value in found.items()}
    if isinstance(found, list | tuple):
        return [rounded(value) for value in found]
    return found
