"""Words that play a part in names of organisations, by script and spelling in a-z.

The spellings are worked out when the data is built (`reference/word_keys.py`), not at every start.
"""

from collections.abc import Mapping
from functools import cache

from namesake.data import rows

Keys = Mapping[tuple[str, str], str]
"""From (script, words in a-z with blanks between them) to what they stand for."""

_NONE: Keys = {}


def keys(kind: str) -> Keys:
    """The words of a kind: "generic", "legal" or "place", and of one in Han or Hangul: "generic-syllabic" ...

    Those in Han and Hangul stand as they are written, for they are looked for within longer words.
    """
    return _read().get(kind, _NONE)


@cache
def _read() -> Mapping[str, Keys]:
    found: dict[str, dict[tuple[str, str], str]] = {}
    for kind, script, letters, value in rows("word_keys.csv"):
        found.setdefault(kind, {})[(script, letters)] = value
    return found
