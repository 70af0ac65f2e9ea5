"""The abbreviations that the words of a name make by their initial letters: NIOC, National Iranian Oil Company."""

from collections.abc import Sequence
from functools import lru_cache

from namesake.text.romanise import romanise
from namesake.values.tokens import Token

SHORTEST, LONGEST = 3, 8
_SCRIPTS = frozenset({"Latn", "Cyrl", "Grek"})
_LEFT_OUT = (frozenset[str](), frozenset({"particle"}), frozenset({"legal"}), frozenset({"particle", "legal"}))


def acronyms(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The abbreviations in lower case, in alphabetic order: with and without particles, and legal forms.

    Three letters are too few where one is a legal form's: with it any two words make them. General words count by the
    first letter of what was written. Numbers count not at all, nor do words in scripts that make no such abbreviations.
    """
    if len(tokens) < SHORTEST:
        return ()
    initials = [(t.role, _initials(t.word)) for t in tokens if t.role != "number" and t.script in _SCRIPTS]
    roles = {role for role, _ in initials}
    found = set()
    for left_out in _LEFT_OUT:
        if left_out <= roles:
            text = "".join([letter for role, letter in initials if role not in left_out])
            if SHORTEST + ("legal" in roles - left_out) <= len(text) <= LONGEST:
                found.add(text)
    return tuple(sorted(found))


@lru_cache(maxsize=1 << 16)
def _initials(text: str) -> str:
    return "".join(piece[0] for word in text.split() for piece in romanise(word)[:1])
