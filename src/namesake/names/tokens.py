"""A name becomes tokens with roles.

What is remembered is words, not names: these hardly ever come again, and remembering costs as much as taking apart.
"""

from functools import lru_cache

from namesake.names.acronyms import acronyms
from namesake.names.organisations import organisation_tokens
from namesake.names.persons import given_first, person_tokens
from namesake.text.romanise import romanise
from namesake.text.scripts import unmask
from namesake.text.unicode import plain
from namesake.text.words import words
from namesake.values.names import Name
from namesake.values.tokens import NameClass, NameParts


def parse(name: Name, kind: NameClass) -> NameParts:
    """The tokens of a name, as a person's or as anything else's; () where it holds no letter or digit."""
    text = plain(name.text)
    if kind == "person":
        text = given_first(text)
        return NameParts(name, kind, person_tokens(text), (), _letters(text))
    tokens = organisation_tokens(text)
    return NameParts(name, kind, tokens, acronyms(tokens), _letters(text))


def _letters(text: str) -> str:
    found = words(text)
    return "".join(found).lower() if text.isascii() else "".join(map(_romanised, found))


@lru_cache(maxsize=1 << 16)
def _romanised(word: str) -> str:
    return "".join(romanise(unmask(word)))
