"""Names in the European Union list.

Every `nameAlias` says strong="true", so that attribute means nothing: quality and former names are told in
child remarks, in the language of the regulation they were entered from.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from namesake.lists import markup
from namesake.text.scripts import script_of
from namesake.values.names import Name, NamePart, PartKind

Said = list[tuple[str, str]]
"""What a reader should know about a record: codes and texts of notes."""

_PARTS: tuple[tuple[str, PartKind], ...] = (
    ("firstName", "given"),
    ("middleName", "middle"),
    ("lastName", "family"),
)
# "low quality alias", "Low quality a.k.a.", "Lo quality alias", "low quality aliias", "low quality aka".
_WEAK = re.compile(r"\blow? quality (?:a\.?k\.?a\b|ali)", re.IGNORECASE)
# Whole remarks that call the name they stand on a former one, in every wording of the editions of 2021 and
# 2024. "formerly known as X" is not among them: there X is the former name and not the one it stands on.
_FORMER = frozenset(
    (
        "formerly known as",
        "former name",
        "previous name",
        "maiden name",
        "anciennement connue sous le nom d’",
        "già",
        "ranije poznato kao",
        "anksčiau žinoma kaip",
        "korábbi elnevezése",
        "voorheen bekend als",
        "qabel kienet magħrufa bħala",
        "prej imenovano",
        "predtým známy ako",
        "dříve znám jako",
        "tidligere kendt som",
        "entinen",
        "παλαιότερα γνωστή ως",
        "προηγουμένως γνωστή ως",
        "ar a dtugtaí an",
        "cunoscută anterior drept",
        "cunoscută anterior ca o",
        "anteriormente denominada",
        "anteriormente conhecida como",
        "dawniej znany jako",
        "dawniej znane jako",
        "известно преди като",
        "antes conocida como",
        "conocida anteriormente como",
        "vormals",
        "tidigare känt som",
        "agrākais nosaukums",
        "agrāk zināms kā",
    )
)
_FORMER_OF = re.compile(r"(?:former|previous) name of ", re.IGNORECASE)
_SCRIPT = re.compile(r"\(?original script: ?([^();]+?)\)?", re.IGNORECASE)
_LANGUAGES = {"EN": 0, "": 0}  # English and unmarked names are the regulation's own


def squeeze(text: str) -> str:
    """The text in one line with single blanks."""
    return " ".join(text.split())


def names(record: markup.Element, said: Said) -> tuple[Name, ...]:
    """All names in published order, except that the primary one comes first."""
    aliases = list(markup.children(record, "nameAlias"))
    read = [(alias, _name(alias)) for alias in aliases]
    read = [(alias, name) for alias, name in read if name.text]
    if not read:
        said.append(("name-missing", "the entry has no name"))
        return ()
    chosen = min(range(len(read)), key=lambda number: _rank(*read[number]))
    primary = read[chosen][1]
    if primary.kind == "alias":
        primary = replace(primary, kind="primary")
    others = [name for number, (_, name) in enumerate(read) if number != chosen]
    more = [spelling for alias, name in read for spelling in _original_script(alias, name)]
    return (primary, *others, *more)


def titles(record: markup.Element) -> tuple[str, ...]:
    """Titles and functions, without repetitions."""
    aliases = list(markup.children(record, "nameAlias"))
    found = [squeeze(alias.get(field, "")) for field in ("title", "function") for alias in aliases]
    return tuple(dict.fromkeys(text for text in found if text))


def _name(alias: markup.Element) -> Name:
    parts = tuple(NamePart(kind, text) for field, kind in _PARTS if (text := squeeze(alias.get(field, ""))))
    text = squeeze(alias.get("wholeName", "")) or " ".join(part.text for part in parts)
    said = [squeeze(remark) for remark in markup.texts(alias, "remark")]
    return Name(
        text,
        "former" if any(map(_says_former, said)) else "alias",
        weak=any(_WEAK.search(remark) for remark in said),
        language=alias.get("nameLanguage", "").strip().lower(),
        parts=parts,
    )


def _says_former(remark: str) -> bool:
    """Whether a remark, or one of its clauses, calls the name it stands on a former one."""
    clauses = (clause.strip(" .:,()").casefold() for clause in remark.split(";"))
    return any(clause in _FORMER or _FORMER_OF.match(clause) for clause in clauses)


def _rank(alias: markup.Element, name: Name) -> tuple[bool, bool, int, bool]:
    """How far a name is from being the main one; the first of the lowest is chosen.

    The file does not say which is: order and numbers are no help. Of entries that name their United
    Nations counterpart, this order finds its main name most often: the main name carries gender, function
    or title and has no language of its own.
    """
    described = any(alias.get(field, "").strip() for field in ("gender", "function", "title"))
    latin = script_of(name.text) == "Latn"
    return (
        name.weak or name.kind == "former",
        not latin,
        _LANGUAGES.get(name.language.upper(), 1),
        not described,
    )


def _original_script(alias: markup.Element, name: Name) -> Iterator[Name]:
    """A spelling that a remark gives: "(original script: ...)"."""
    for remark in markup.texts(alias, "remark"):
        for clause in squeeze(remark).split(";"):
            match = _SCRIPT.fullmatch(clause.strip())
            if match and (script := script_of(match[1])) != "Latn":
                yield Name(match[1], name.kind, name.weak, script)
