"""A name becomes tokens with roles.

What is remembered is words, not names: these hardly ever come again, and remembering costs as much as taking apart.
"""

from functools import lru_cache

from namesake.names.acronyms import acronyms
from namesake.names.organisations import organisation_tokens, organisation_words, organises
from namesake.names.persons import given_first, one_name, person_tokens, person_words, titles
from namesake.text.romanise import romanise
from namesake.text.scripts import unmask
from namesake.text.unicode import plain
from namesake.text.words import words
from namesake.values.names import Name
from namesake.values.tokens import NameClass, NameParts, Token


def parse(name: Name, kind: NameClass) -> NameParts:
    """The tokens of a name, as a person's or as anything else's; () where it holds no letter or digit."""
    found = name.text.split()
    letters = "".join(found)
    if _is_plain(letters):
        return _parts(name, kind, found, letters.lower())
    text = plain(name.text)
    if kind == "person":
        text = given_first(text)
        return _parts(name, kind, person_words(text), _letters(text))
    return _parts(name, kind, organisation_words(text), _letters(text))


def plain_alone(text: str) -> Token | None:
    """The token of what stands between two blanks of a person's name, where it is one name, whatever stands beside it;
    None where it has signs."""
    return one_name(text) if _is_plain(text) else None


def may_organise(name: Name) -> bool:
    """Whether a name may hold words that only names of organisations have: soon told where it is plain."""
    found = name.text.split()
    return not _is_plain("".join(found)) or any(map(organises, found))


def _is_plain(letters: str) -> bool:
    """Whether the words of a name are what stands between its blanks, as most are: no sign has a meaning, and nothing
    is to be made plain."""
    return letters.isascii() and letters.isalnum()


def _parts(name: Name, kind: NameClass, found: list[str], letters: str) -> NameParts:
    if kind == "person":
        tokens = person_tokens(found)
        return NameParts(name, kind, tokens, titles(tokens), letters)
    tokens = organisation_tokens(found)
    return NameParts(name, kind, tokens, acronyms(tokens), letters)


def _letters(text: str) -> str:
    found = words(text)
    return "".join(found).lower() if text.isascii() else "".join(map(_romanised, found))


@lru_cache(maxsize=1 << 16)
def _romanised(word: str) -> str:
    return "".join(romanise(unmask(word)))
