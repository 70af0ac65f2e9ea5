"""Words moved, joined, split, left out, shortened or added."""

import re

from namesake.evaluation.draw import Draw
from namesake.evaluation.original import Original

_TITLES = ("Mr", "Mr.", "Mrs", "Ms", "Dr", "Dr.", "Prof.", "Eng.", "Sheikh", "Haji", "General", "Colonel", "Mullah")
_SPLIT = re.compile(r"[^\W\d_]{6,}")
_PARTICLES = frozenset(
    ("al", "el", "ul", "bin", "ibn", "ben", "bint", "abu", "abd", "umm", "van", "von", "de", "del", "da", "di", "dos",
     "la", "le", "du", "der", "den")
)  # fmt: skip


def family_first(name: Original, _draw: Draw) -> str | None:
    """The family name before the given names, or after them where the list has it first."""
    if not (name.person and name.given and name.family):
        return None
    turned = " ".join(name.family + name.given)
    return name.line if turned.casefold() == name.text.casefold() else turned


def comma(name: Original, _draw: Draw) -> str | None:
    """The family name, a comma, the given names."""
    if not (name.person and name.given and name.family):
        return None
    return f"{' '.join(name.family)}, {' '.join(name.given)}"


def joined(name: Original, draw: Draw) -> str | None:
    """Two neighbouring words written as one, in a name of at least three."""
    return _joined(name, draw) if len(name.words) > 2 else None


def all_joined(name: Original, _draw: Draw) -> str | None:
    """All words of a person's name, at least two, written as one."""
    return "".join(name.words) if name.person and len(name.words) > 1 else None


def _joined(name: Original, draw: Draw) -> str:
    at = draw.below(len(name.words) - 1)
    together = name.words[at] + name.words[at + 1].lower()
    return " ".join((*name.words[:at], together, *name.words[at + 2 :]))


def split(name: Original, draw: Draw) -> str | None:
    """A word of at least six letters written as two of at least three, in a name of several words."""
    found = [match.span() for match in _SPLIT.finditer(name.line)]
    if not name.letter_by_letter or len(name.words) < 2 or not found:
        return None
    start, end = draw.of(found)
    at = start + 3 + draw.below(end - start - 5)
    return f"{name.line[:at]} {name.line[at:]}"


def without_middle(name: Original, draw: Draw) -> str | None:
    """One of the words between the first and the last left out, in a person's name of at least three."""
    inner = [at for at in range(1, len(name.words) - 1) if _weighty(name.words[at])]
    if not name.person or not inner:
        return None
    at = draw.of(inner)
    return " ".join((*name.words[:at], *name.words[at + 1 :]))


def first_and_last(name: Original, _draw: Draw) -> str | None:
    """Of a person's name of at least four words the first and the last only."""
    if not name.person or len([word for word in name.words if _weighty(word)]) < 4:
        return None
    return f"{name.words[0]} {name.words[-1]}"


def initials(name: Original, _draw: Draw) -> str | None:
    """The given names as initials before the family name."""
    if not (name.person and name.letter_by_letter and name.given and name.family):
        return None
    return " ".join((*(f"{word[0].upper()}." for word in name.given if word[0].isalpha()), *name.family))


def middle_initials(name: Original, _draw: Draw) -> str | None:
    """The further given names as initials."""
    further = [word for word in name.given[1:] if _weighty(word) and word[0].isalpha()]
    if not (name.person and name.letter_by_letter and name.family and further):
        return None
    return " ".join((name.given[0], *(f"{word[0].upper()}." for word in further), *name.family))


def title(name: Original, draw: Draw) -> str | None:
    """A title before a person's name."""
    return f"{draw.of(_TITLES)} {name.line}" if name.person and name.latin and len(name.words) > 1 else None


def _weighty(word: str) -> bool:
    return len(word) > 2 and word.casefold().strip("-'.") not in _PARTICLES
