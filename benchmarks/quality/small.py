"""Figures as they are kept: rounded, so that the file stays small and its differences can be read."""

from typing import Any

DIGITS = 5


def rounded(found: Any) -> Any:  # noqa: ANN401 - any value that JSON has
    """The same with every number rounded."""
    if isinstance(found, float):
        return round(found, DIGITS)
    if isinstance(found, dict):
        return {name: rounded(value) for name, value in found.items()}
    if isinstance(found, list | tuple):
        return [rounded(value) for value in found]
    return found
