"""A name taken apart for comparing."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from namesake.values.entities import Entity
from namesake.values.made import Made
from namesake.values.names import Name

Role = Literal["name", "particle", "honorific", "initial", "number", "generic", "legal"]
NameClass = Literal["person", "other"]

_ASIDE = frozenset({"particle", "honorific"})
"""Roles of words that name nobody."""


class Token(Made, frozen=True):
    """One word of a name.

    `text` is what is compared: a-z and 0-9, or the canonical symbol of a generic word or legal form.
    `word` is verbatim, `script` the ISO 15924 code of that word; `article` says that an article stood
    before it ("al-"). `alike` names the classes of names that it belongs to, such as those of a nickname
    ("nick:robert") or a name without its ending ("stem:rahmon"): two tokens that share a class may stand for
    one another, whatever their spelling.
    """

    text: str
    role: Role
    word: str
    script: str = "Latn"
    article: bool = False
    alike: tuple[str, ...] = ()


class NameParts(Made, frozen=True):
    """A name and its tokens in order; person names begin with the given name where the order is known.

    `besides` is what it may be known by, or with, besides its words: of organisations and the like the abbreviations,
    in lower case, that its initial letters make ("nioc"); of a person's the titles that are left out ("haji"), which
    elsewhere may be taken for names. `letters` are all its words in a-z and 0-9, written as one.
    """

    name: Name
    kind: NameClass
    tokens: tuple[Token, ...]
    besides: tuple[str, ...] = ()
    letters: str = ""

    @property
    def compared(self) -> tuple[Token, ...]:
        """The tokens that tell one name from another: neither particles nor honorifics."""
        for token in self.tokens:
            if token.role in _ASIDE:
                return tuple([token for token in self.tokens if token.role not in _ASIDE])
        return self.tokens


class Prepared(Made, frozen=True):
    """An entity with its names taken apart, ready for comparing."""

    entity: Entity
    names: tuple[NameParts, ...]


Alone = Callable[[str], Token | None]


class Reading(NamedTuple):
    """How names are taken apart by those who are not to know more of it.

    `prepare` takes all names of an entity apart, `parse` a single one. Most names of persons need neither: `alone`
    gives the token of what stands between two blanks where it is one name, whatever stands beside it, and None of all
    else. A name of such words has their tokens, in that order, and no others, and their letters.
    """

    prepare: Callable[[Entity], Prepared]
    parse: Callable[[Name, NameClass], NameParts]
    alone: Alone
