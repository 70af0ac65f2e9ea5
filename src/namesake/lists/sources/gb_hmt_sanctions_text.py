"""The free text of OFSI's cells: numbered values, documents, and what "Other Information" holds."""

import re
from dataclasses import dataclass
from typing import TypeVar

from namesake.fields import countries, genders, ids
from namesake.lists.formats.uk import un_identity
from namesake.values.facts import Gender, Identifier

_T = TypeVar("_T")

_MARK = re.compile(r"(?<!\w)\(?(\d{1,2}|[A-Za-z])\)(?:\s*[-–]\s*\(?(\d{1,2}|[A-Za-z])\))?")
_EDGES = " \t\r\n,;-–"
_MAX_ITEMS = 99
# Short capitals and words with digits, one blank apart: "A 11263265", "BDA YSF 66P04 Z352Q", "OR801168".
_NUMBER = re.compile(
    r"(?:\b[A-Z]{1,3}[ -]){0,3}(?=[\w/.-]{0,12}\d)\b\w[\w/.-]{2,39}"
    r"(?: (?=\w{0,6}\d)[A-Z\d][A-Z\d]{2,12}\b){0,4}"
)
_NO_NUMBER = re.compile(r"^(?:(?:no|nr|id|ssn)\b[ .:]*)+", re.IGNORECASE)
# What follows these words is a date or a place, not the number.
_AFTERWARDS = re.compile(r"\b(?:issued?|expir\w+|valid|date of|under name)\b.*", re.IGNORECASE | re.DOTALL)
_FEWEST_DIGITS = 3
_BESIDE = re.compile(r"\s*\([^()]*\)(?:\s*\([^()]*\))?")
_BRACKETED = re.compile(r"\(\s*(?:[Ff]alse\s+)?([A-Z][^()\d,.]{2,40})")
_NOISE = re.compile(
    r"\b(?:passports?|international|diplomatic|foreign|travel|documents?|national\w*|civil|identification|identity"
    r"|numbers?|nos?|nat|cards?|id|issued|in|of|substitute)\b.*",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"travel document|fiscal code|social security|driv\w+ (?:licen[cs]e|permit)|ration card|residential card"
    r"|birth certificate|certificate of \w+ nationality|civil id|tazkira|identity card|identification card"
    r"|national identification",
    re.IGNORECASE,
)
_UN = re.compile(r"\bUN\s*Ref(?:erence)?\)?[\s.:]*([A-Z]{2}[ie]\.\d{3})(?!\d)", re.IGNORECASE)
_UKSL = re.compile(r"\(UK Sanctions List Ref\)\s*:\s*([A-Z]{3}\d{4})\b")
_GENDER = re.compile(r"\b(?:gender|sex)\)?\s*:\s*(\w{1,12})", re.IGNORECASE)
_IMO = re.compile(r"\bIMO\b\D{0,12}(\d{7})(?!\d)")
_WEAK = re.compile(r"\blow[ -]quality\s+a\.?\s?k\.?\s?a\.?s?[\s.:]*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=\w\w)\.(?:\s|$)")


def numbered(text: str) -> tuple[str, tuple[str, ...]]:
    """What stands before "(1) German (2) Moroccan", and the values in order, empty ones kept.

    Marks are "(1)", "1)", "(a)", "a)" and ranges "(1)-(3)", and count up from the first; a first value
    without a mark is understood. A text without them is one value.
    """
    accepted = _marks(text)
    if not accepted:
        return "", (text.strip(),)
    lead = text[: accepted[0][0].start()].strip(_EDGES)
    values: list[str] = [lead] if accepted[0][1] == 2 else []
    ends = [mark.start() for mark, *_ in accepted[1:]] + [len(text)]
    for (mark, first, last), end in zip(accepted, ends, strict=True):
        values += [text[mark.end() : end].strip(_EDGES)] * (last - first + 1)
    return ("" if accepted[0][1] == 2 else lead), tuple(values)


def values(text: str) -> tuple[str, ...]:
    """The values of a cell, empty ones left out."""
    return tuple(value for value in numbered(text)[1] if value)


def _marks(text: str) -> list[tuple[re.Match[str], int, int]]:
    """The marks that count up by one, each with its first and last number."""
    accepted: list[tuple[re.Match[str], int, int]] = []
    for mark in _MARK.finditer(text):
        first = _ordinal(mark[1])
        last = _ordinal(mark[2]) if mark[2] else first
        if accepted:
            fits = first == accepted[-1][2] + 1 and mark[1].isdigit() == accepted[0][0][1].isdigit()
        else:
            fits = first == 1 or (first == 2 and bool(text[: mark.start()].strip(_EDGES)))
        if fits and first <= last <= _MAX_ITEMS:
            accepted.append((mark, first, last))
    if len(accepted) == 1 and text[: accepted[0][0].start()].strip(_EDGES) and accepted[0][1] == 1:
        return []  # a lone "(a)" inside a sentence numbers nothing
    return accepted


def _ordinal(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark.casefold()) - ord("a") + 1


def documents(cell: str, label: str, details: str = "") -> tuple[Identifier, ...]:
    """The documents of a cell; those whose number cannot be told from the text around it are left out.

    `details` is the cell beside it in the newer layout, which names the countries in the same order.
    """
    lead, texts = numbered(cell)
    beside = numbered(details)[1]
    found = []
    for place, text in enumerate(texts):
        more = beside[place] if len(beside) == len(texts) else details
        if identifier := _document(text, lead, more, label):
            found.append(identifier)
    return tuple(dict.fromkeys(found))


def _document(text: str, lead: str, details: str, label: str) -> Identifier | None:
    found = _number(text)
    if not found:
        return None
    number, told = found
    named = _LABELS.search(" ".join((lead, told, details)))
    country = _country(f"{lead} {text}") or _country(details)
    return ids.identifier(named[0] if named else label, number, country)


def _number(text: str) -> tuple[str, str] | None:
    """The number, and the words around it that say of what kind it is."""
    bare = _AFTERWARDS.sub("", re.sub(r"(?<=\d)- (?=\d)", "-", text))
    for match in _NUMBER.finditer(bare):
        number = _NO_NUMBER.sub("", match[0]).strip(" .-/")
        if sum(character.isdigit() for character in number) >= _FEWEST_DIGITS:
            beside = _BESIDE.match(text, match.end())
            return number, bare[: match.start()] + (beside[0] if beside else "")
    return None


def _country(text: str) -> str:
    """The country that issued a document: the word in brackets, else the words at the beginning."""
    bracketed = _BRACKETED.search(text)
    for words in (bracketed[1] if bracketed else "", re.split(r"[\d(.,:]", text, maxsplit=1)[0]):
        if code := _code(_NOISE.sub("", words).strip()):
            return code
    return ""


def _code(words: str) -> str:
    """The code of the words or of the first of them; words of one or two letters are never countries here."""
    first = next(iter(words.split()), "")
    return countries.code(words) or countries.code(first) if len(first) > 2 else ""


@dataclass(frozen=True, slots=True)
class OtherInformation:
    """What can safely be read from the cell of this name; the rest stays a remark."""

    references: tuple[str, ...] = ()
    genders: tuple[Gender, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    weak_aliases: tuple[str, ...] = ()


def other_information(text: str, schema: str) -> OtherInformation:
    """References to the lists of the UN and the FCDO, gender, one IMO number and low-quality aliases.

    Several different UN references or IMO numbers in one text belong to others too, so none is taken.
    """
    un = _only(tuple(_UN.findall(text)))
    fcdo = _only(tuple(f"gb_fcdo_sanctions:{found}" for found in _UKSL.findall(text)))
    told = _only(tuple(gender for word in _GENDER.findall(text) if (gender := genders.parse(word))))
    imo = _only(tuple(_IMO.findall(text)))
    return OtherInformation(
        references=tuple(identity for found in un if (identity := un_identity(found, schema))) + fcdo,
        genders=told,
        identifiers=tuple(ids.identifier("IMO number", number, "") for number in imo),
        weak_aliases=_weak_aliases(text),
    )


def _only(found: tuple[_T, ...]) -> tuple[_T, ...]:
    distinct = tuple(dict.fromkeys(found))
    return distinct if len(distinct) == 1 else ()


def _weak_aliases(text: str) -> tuple[str, ...]:
    start = _WEAK.search(text)
    if not start:
        return ()
    found = [value for value in numbered(text[start.end() :])[1] if value]
    if found:
        found[-1] = _SENTENCE_END.split(found[-1], maxsplit=1)[0]
    return tuple(value.strip(" .,;") for value in found if value.strip(" .,;"))
