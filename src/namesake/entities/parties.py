"""Several parties in one cell: taken apart where that is safe, kept whole and said where it is not.

Rules. Semicolon, bar, line break and a slash between blanks separate when every piece is a full name: two to six
words of a person, or anything with a legal form. "&" and "and" separate only two full names of persons, since
firms are called like that too; unless the row says that it is about persons, the whole is screened as well.
"""

import re
from dataclasses import dataclass

from namesake.entities.codes import NAMES_NOT_SPLIT, NAMES_SPLIT
from namesake.entities.kinds import looks_like_organisation

_HARD = re.compile(r"\s*(?:[;\n|]|\s/\s|\s//\s)\s*")
_SOFT = re.compile(r"\s+(?:&|\+|and|und|et|и|та|y|e|ve|و|en|i|oraz)\s+", re.IGNORECASE)
_ALIAS = re.compile(
    r"[\s,(\[]+(?:a\.?\s?k\.?\s?a\.?|f\.?k\.?a\.?|also known as|formerly known as|alias|née|geb\.|dit|он же|она же"
    r"|также известен как|المعروف بـ?)[\s:]+",
    re.IGNORECASE,
)
_SAID = re.compile(r"\sdit\s", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|snr|jnr|ii|iii|iv|phd|md|esq|mba|dr)\.?", re.IGNORECASE)
_MOST = 20


@dataclass(frozen=True, slots=True)
class Parties:
    """The names of the parties in a cell. `code` is "" where it was plainly one; `whole` says that the
    last of them is the undivided cell, screened besides."""

    names: tuple[str, ...]
    code: str = ""
    whole: bool = False


def parties_in(text: str, kind: str) -> Parties:
    """The parties that a cell names; `kind` is "person", "organisation" or "any", as the row has it."""
    pieces = [piece for piece in _HARD.split(text.strip()) if piece]
    plain = " ".join(text.split())
    if len(pieces) > 1:
        safe = len(pieces) <= _MOST and all(_is_full(piece, kind) for piece in pieces)
        return Parties(tuple(pieces), NAMES_SPLIT) if safe else Parties((plain,), NAMES_NOT_SPLIT)
    soft = [piece.strip() for piece in _SOFT.split(plain)]
    if len(soft) < 2 or kind == "organisation":
        return Parties((plain,))
    return _softly(plain, soft, kind)


def _softly(plain: str, pieces: list[str], kind: str) -> Parties:
    if looks_like_organisation(plain) == "certain":
        return Parties((plain,))
    most = 6 if kind == "person" else 4
    if len(pieces) != 2 or not all(_is_person(piece, most) for piece in pieces):
        return Parties((plain,), NAMES_NOT_SPLIT if kind == "person" or "&" in plain else "")
    if kind == "person":
        return Parties(tuple(pieces), NAMES_SPLIT)
    return Parties((*pieces, plain), NAMES_SPLIT, whole=True)


def aliases_in(text: str) -> tuple[str, ...]:
    """A name and the further ones that the cell itself gives: "X a.k.a. Y", "X (alias Y)". "X dit Y" may be one name,
    which comes last then."""
    pieces = [piece.strip(" ,;()[]\"'") for piece in _ALIAS.split(text)]
    if len(pieces) < 2 or not all(pieces):
        return (text,)
    return (*pieces, " ".join(text.split())) if _SAID.search(text) else tuple(pieces)


def _is_full(text: str, kind: str) -> bool:
    certain = looks_like_organisation(text) == "certain"
    if kind == "organisation":
        return certain
    return (certain and kind != "person") or _is_person(text)


def _is_person(text: str, most: int = 6) -> bool:
    """Two to `most` words of letters, no digits, not an organisation, and not a mere suffix such as "Jr"."""
    if any(c.isdigit() or c in '()[]{}@#"«»“”„' for c in text) or text.count(",") > 1:
        return False
    words = [word for word in re.split(r"[\s,]+", text) if word]
    long = [word for word in words if sum(map(str.isalpha, word)) > 1 and not _SUFFIX.fullmatch(word)]
    return len(long) >= 2 and len(words) <= most and looks_like_organisation(text) == "none"
