"""Names among FollowTheMoney properties."""

from collections.abc import Iterator, Mapping, Sequence

from namesake.values.names import Name, NameKind, NamePart, PartKind

WHOLE: dict[str, tuple[NameKind, bool]] = {
    "name": ("primary", False),
    "alias": ("alias", False),
    "abbreviation": ("alias", False),
    "weakAlias": ("alias", True),
    "previousName": ("former", False),
}
"""The properties that hold whole names, with their kind and whether they are weak."""

PARTS: dict[str, PartKind] = {
    "firstName": "given",
    "secondName": "middle",
    "middleName": "middle",
    "fatherName": "patronymic",
    "lastName": "family",
}
"""The properties that hold parts of a name, in the order in which a name is put together from them.

`motherName` is not among them: it is the name of another person."""

_MOST = 16  # names put together from parts: more would be guesses, not names


def names_of(properties: Mapping[str, Sequence[str]]) -> tuple[Name, ...]:
    """Every name once, and without one those that the parts of a name make up.

    Whatever the schema: a table may have the one name of an organisation in a column of first or last names.

    A name given twice keeps the stronger kind. FollowTheMoney does not say to which name a part belongs: a
    name gets typed parts only where they spell the whole of it.
    """
    typed = not PARTS.keys().isdisjoint(properties)
    found = [
        Name(text, kind, weak, parts=_parts(text, properties) if typed else ())
        for key, (kind, weak) in WHOLE.items()
        if key in properties
        for text in properties[key]
    ]
    if typed and not found:
        found = list(_composed(properties))
    return distinct(found)


def distinct(names: Sequence[Name]) -> tuple[Name, ...]:
    """Names, each text once: the first of those that have it."""
    if len(names) < 2:
        return tuple(names)
    first: dict[str, Name] = {}
    for name in names:
        first.setdefault(name.text, name)
    return tuple(first.values())


def _parts(text: str, properties: Mapping[str, Sequence[str]]) -> tuple[NamePart, ...]:
    """The parts in the order of the name, or none if a word of it is left unexplained."""
    rest = _words(text)
    given = [(tuple(_words(value)), part) for part, value in _values(properties)]
    found: list[NamePart] = []
    while rest:
        fitting = [item for item in given if item[0] and tuple(rest[: len(item[0])]) == item[0]]
        if not fitting:
            return ()
        words, part = max(fitting, key=lambda item: len(item[0]))
        found.append(part)
        given.remove((words, part))
        rest = rest[len(words) :]
    return tuple(found)


def _values(properties: Mapping[str, Sequence[str]]) -> Iterator[tuple[NamePart, str]]:
    for name, kind in PARTS.items():
        for value in properties.get(name, ()):
            yield NamePart(kind, value), value


def _words(text: str) -> list[str]:
    return text.casefold().replace(",", " ").split()


def _composed(properties: Mapping[str, Sequence[str]]) -> Iterator[Name]:
    """The first values together, then the second ones, and so on; the last value of a property repeats."""
    given = [(kind, values) for name, kind in PARTS.items() if (values := properties.get(name, ()))]
    for number in range(min(_MOST, max((len(values) for _, values in given), default=0))):
        parts = tuple(NamePart(kind, values[min(number, len(values) - 1)]) for kind, values in given)
        yield Name(" ".join(part.text for part in parts), parts=parts)
