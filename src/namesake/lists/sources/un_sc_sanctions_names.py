"""Names in the United Nations list.

FIRST_NAME to FOURTH_NAME are positions, not roles: they say nothing of given and family names, so the names
have no typed parts. QUALITY means Good or Low for individuals and a.k.a. or f.k.a. for entities.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from namesake.lists import markup
from namesake.text.scripts import script_of
from namesake.values.names import Name

Said = list[tuple[str, str]]
"""What a reader should know about a record: codes and texts of notes."""

_NOTHING = {"na", "null"}  # in lower case: "NA" is a name in Korean
_POSITIONS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_ALIASES = ("INDIVIDUAL_ALIAS", "ENTITY_ALIAS")
_QUALITIES = {
    "": Name("", "alias"),
    "good": Name("", "alias"),
    "low": Name("", "alias", weak=True),
    "a.k.a.": Name("", "alias"),
    "f.k.a.": Name("", "former"),
}
# What the publisher adds to an alias in brackets: every wording that occurs from 2017 to 2026.
_ANNOTATION = re.compile(
    r"\(\s*(?:previously listed as|formerly listed as|birth name|combat name|nom de guerre|original script"
    r"|third|false identity [^()]*)\s*\)",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"(?<=\S)\s*\([A-Za-z ]+\)$")  # "... (Tigrinya)" after an original script
_SUB_UNIT = re.compile(r"\s+-\s+sub-unit name\s*$", re.IGNORECASE)
_BORN = re.compile(r",\s*born (?:in|on|\d).*$", re.IGNORECASE)
_SEPARATOR = re.compile(r";|\s[a-h]\)\s")
_SCRIPT_LABEL = re.compile(r"^\s*(?:original script|in arabic(?: script)?)\s*:", re.IGNORECASE)
_SCRIPT_IN_NOTE = re.compile(r"(?:original script|in arabic(?: script)?)\s*:\s*([^;]+)$", re.IGNORECASE)
_TRANSLITERATIONS = re.compile(r"^([^();:\d]+)\(transliterations of original script name\)$", re.IGNORECASE)
_NOT_IN_A_NAME = re.compile(r"[():\d]")
_LONGEST_NOTE = 1000  # longer notes are prose; the longest list of names has 200 characters


def squeeze(text: str) -> str:
    """The text in one line with single blanks: the publisher breaks lines inside values."""
    return " ".join(text.split())


def value(element: markup.Element, *path: str) -> str:
    """The text of an element (or of the first one along `path`) in one line; '' for the words for nothing."""
    text = squeeze(markup.text(element, *path))
    return "" if text in _NOTHING else text


def names(record: markup.Element, said: Said) -> tuple[Name, ...]:
    """All names: the listed one first, then original script, then aliases in published order."""
    found = [*_listed(record, said), *_original_script(record)]
    for alias in _aliases(record):
        found += _alias(alias, said)
    if not found:
        said.append(("name-missing", "the entry has no name"))
    said += (("name-damaged", f"{name.text!r} has lost letters") for name in found if "\ufffd" in name.text)
    return tuple(dict.fromkeys(found))


def remarks(record: markup.Element) -> Iterator[str]:
    """What the publisher notes on single aliases."""
    for alias in _aliases(record):
        if note := value(alias, "NOTE"):
            yield f"Alias {value(alias, 'ALIAS_NAME')}: {note}"


def separate(text: str) -> tuple[str, ...]:
    """The names that one value holds, without the publisher's annotations.

    Names are separated by ";" or enumerated "b) ". A bracket holds further names if it lists several or is
    written in another script than what stands before it; any other bracket belongs to the name.
    """
    plain = _BORN.sub("", _ANNOTATION.sub("", squeeze(text)))
    found, more = [""], list[str]()
    before = script_of(plain.partition("(")[0])
    for verbatim, bracketed in _brackets(plain):
        piece = _SCRIPT_LABEL.sub("", verbatim)
        if not bracketed:
            first, *rest = _SEPARATOR.split(piece)
            found[-1] += first
            found += rest
        elif ";" in piece or script_of(piece) != before:
            more += _SEPARATOR.split(_SUB_UNIT.sub("", piece))
        else:
            found[-1] += f"({piece})"
    cleaned = (squeeze(item).strip(" ,;") for item in (*found, *more))
    return tuple(dict.fromkeys(item for item in cleaned if any(c.isalpha() for c in item)))


def _brackets(text: str) -> list[tuple[str, bool]]:
    """The text cut at its outermost brackets; whole if they do not balance."""
    pieces, depth, current = list[tuple[str, bool]](), 0, ""
    for c in text:
        if (c == "(" and depth == 0) or (c == ")" and depth == 1):
            pieces.append((current, c == ")"))
            current = ""
        else:
            current += c
        depth += (c == "(") - (c == ")")
        if depth < 0:
            return [(text, False)]
    return [*pieces, (current, False)] if depth == 0 else [(text, False)]


def _aliases(record: markup.Element) -> Iterator[markup.Element]:
    return (item for item in markup.children(record) if markup.local(item) in _ALIASES)


def _listed(record: markup.Element, said: Said) -> Iterator[Name]:
    verbatim = squeeze(" ".join(value(record, position) for position in _POSITIONS))
    for number, text in enumerate(_separated(verbatim, said)):
        yield Name(text, "alias" if number else "primary")


def _original_script(record: markup.Element) -> Iterator[Name]:
    if text := _LANGUAGE.sub("", value(record, "NAME_ORIGINAL_SCRIPT")):
        yield _scripted(Name(text, "alias"))


def _alias(alias: markup.Element, said: Said) -> Iterator[Name]:
    verbatim = value(alias, "ALIAS_NAME")
    if not verbatim:
        return
    quality = markup.text(alias, "QUALITY")
    model = _QUALITIES.get(quality.casefold())
    if model is None:
        said.append(("alias-quality-unknown", f"the quality {quality!r} of {verbatim!r} is not known; read as good"))
        model = _QUALITIES[""]
    for text in (*_separated(verbatim, said), *_names_in_note(markup.text(alias, "NOTE"), said)):
        yield _scripted(replace(model, text=text))


def _separated(verbatim: str, said: Said) -> tuple[str, ...]:
    if not verbatim:
        return ()
    found = separate(verbatim) or (verbatim,)
    if found != (verbatim,):
        said.append(("name-separated", f"{verbatim!r} is read as {' | '.join(found)}"))
    return found


def _names_in_note(note: str, said: Said) -> tuple[str, ...]:
    """Further spellings of an alias: stated in another script, or a bare list of names."""
    plain = squeeze(note)
    if len(plain) > _LONGEST_NOTE:
        return ()
    found: tuple[str, ...] = ()
    if match := _TRANSLITERATIONS.fullmatch(plain):
        found = tuple(text.strip() for text in match[1].split(",") if text.strip())
    elif (match := _SCRIPT_IN_NOTE.search(plain)) and script_of(match[1]) != "Latn":
        found = (match[1].strip(" .,)"),)
    elif ";" in plain and not _NOT_IN_A_NAME.search(plain):
        found = separate(plain)
    if found:
        said.append(("name-separated", f"the note {plain!r} is read as {' | '.join(found)}"))
    return found


def _scripted(name: Name) -> Name:
    """With the script where it is evidently not Latin."""
    script = script_of(name.text)
    return replace(name, script=script) if script != "Latn" else name
