"""What a decision rests on, and what is material in it: declared here as data, tested, and shown by `case show`.

Material is whatever could make a person decide otherwise. Of the subject that is everything that is known of it; of a
list entry everything that tells one party from another, but for its names, which count by what they were worth as
evidence: a name more that changes no evidence wakes nobody. Order, repetition, spelling of a date and empty space are
never material. The findings, the model and the policy are.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from namesake.review.sides import group_of
from namesake.values.cases import FieldChange, Rest
from namesake.values.entities import Entity
from namesake.values.facts import Identifier, PartialDate
from namesake.values.matches import BIT, Evidence, ListedRef, Match

_SideName = Literal["subject", "entry", "result"]
Reader = Callable[[Entity], Iterable[str]]

_SHARED: Mapping[str, Reader] = {
    "kind": lambda entity: [entity.schema],
    "birth dates": lambda entity: map(_date, entity.birth_dates),
    "birth places": lambda entity: (_said(place.text, place.country) for place in entity.birth_places),
    "genders": lambda entity: entity.genders,
    "countries": lambda entity: (_said(item.code or item.text, item.role) for item in entity.countries),
    "identifiers": lambda entity: map(_identifier, entity.identifiers),
    "addresses": lambda entity: (address.text for address in entity.addresses),
}

SUBJECT: Mapping[str, Reader] = {
    "names": lambda entity: (_said(name.text, "weak" if name.weak else "") for name in entity.names),
    **_SHARED,
}
"""The material fields of a subject, and how each is read."""

ENTRY: Mapping[str, Reader] = _SHARED
"""The material fields of a list entry."""

IMMATERIAL: Mapping[str, Callable[[ListedRef], Iterable[str]]] = {
    "names": lambda entry: (_said(name.text, "weak" if name.weak else "") for name in entry.entity.names),
    "caption": lambda entry: [entry.caption],
    "programmes": lambda entry: entry.programmes,
    "marks": lambda entry: entry.marks,
    "in force until": lambda entry: [entry.expires.isoformat()] if entry.expires else [],
}
"""What is shown where it is another, and wakes nobody. Titles, remarks, legal bases and links are not even read."""

BY_FIELDS = frozenset({"birth_date", "birth_place", "country", "gender", "identifier"})
"""Groups of findings whose values are material fields already: of the finding itself its level and bits count."""


def rest(subject: Entity, matches: Sequence[Match], model: str, policy: str) -> Rest:
    """What a decision on all matches of a subject with one listed identity rests on; `model` and `policy` by hash."""
    entries = sorted(matches, key=_name)
    content = {
        "subject": _fields(subject, SUBJECT),
        "entries": {_name(match): _fields(match.entry.entity, ENTRY) for match in entries},
        "findings": {_name(match): _findings(match) for match in entries},
        "model": model,
        "policy": policy,
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Rest(hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest(), text)


def differences(before: Rest, after: Rest) -> tuple[FieldChange, ...]:
    """What is materially another: subject, entries, findings, model and policy, in this order."""
    if before.digest == after.digest:
        return ()
    old, new = _read(before), _read(after)
    return (
        *_different("subject", "", old.get("subject", {}), new.get("subject", {})),
        *_by_entry("entry", old.get("entries", {}), new.get("entries", {})),
        *_by_entry("result", old.get("findings", {}), new.get("findings", {})),
        *_basis(old, new),
    )


def immaterial(before: ListedRef, after: ListedRef) -> tuple[FieldChange, ...]:
    """What an entry says otherwise that is not material."""
    name = f"{after.reference} {after.entry_id}"
    old = {field: sorted(set(read(before))) for field, read in IMMATERIAL.items()}
    new = {field: sorted(set(read(after))) for field, read in IMMATERIAL.items()}
    return tuple(_different("entry", f"{name}: ", old, new, material=False))


def subject_names(content: Rest) -> tuple[str, ...]:
    """The names of the subject that a decision rests on; none where it was erased."""
    return tuple(_read(content).get("subject", {}).get("names", ()))


def of_person(content: Rest) -> bool:
    """Whether the subject that a decision rests on is a person."""
    return "Person" in _read(content).get("subject", {}).get("kind", ())


def _fields(entity: Entity, fields: Mapping[str, Reader]) -> dict[str, list[str]]:
    read = {name: sorted({" ".join(value.split()) for value in reader(entity)}) for name, reader in fields.items()}
    return {name: values for name, values in read.items() if values}


def _findings(match: Match) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"band": [match.band], "prior": [_bits(match.explanation.prior)]}
    for item in match.explanation.evidence:
        found.setdefault(item.code, []).append(_finding(item))
    return {code: sorted(values) for code, values in found.items()}


def _finding(item: Evidence) -> str:
    said = f"{item.level} {_bits(item.bits)}"
    if group_of(item.code) in BY_FIELDS or not (item.subject_value or item.entry_value):
        return said
    return f"{said} “{item.subject_value}” ~ “{item.entry_value}”"


def _bits(bits: int) -> str:
    """Bits exactly, as a person reads them: a digest must tell 1/1024 from none."""
    return f"{bits / BIT:+.10g} bits"


def _date(value: PartialDate) -> str:
    days = value.first.isoformat() if value.first == value.last else f"{value.first} to {value.last}"
    return f"circa {days}" if value.circa else days


def _identifier(item: Identifier) -> str:
    return _said(f"{item.scheme} {item.value}", item.country)


def _said(text: str, mark: str) -> str:
    return f"{text} ({mark})" if mark else text


def _name(match: Match) -> str:
    return f"{match.entry.reference} {match.entry.entry_id}"


def _read(content: Rest) -> dict[str, Any]:
    found = json.loads(content.content) if content.content else {}
    return found if isinstance(found, dict) else {}


def _by_entry(side: _SideName, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FieldChange]:
    for name in sorted(old.keys() | new.keys()):
        yield from _different(side, f"{name}: ", old.get(name, {}), new.get(name, {}))


def _different(
    side: _SideName,
    under: str,
    old: Mapping[str, Sequence[str]],
    new: Mapping[str, Sequence[str]],
    *,
    material: bool = True,
) -> Iterator[FieldChange]:
    for field in dict.fromkeys((*old, *new)):
        before, after = tuple(old.get(field, ())), tuple(new.get(field, ()))
        if before != after:
            yield FieldChange(side, f"{under}{field}", before, after, material)


def _basis(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FieldChange]:
    for field in ("model", "policy"):
        before, after = old.get(field, ""), new.get(field, "")
        if before != after:
            yield FieldChange("result", field, (before[:12],), (after[:12],), material=True)
