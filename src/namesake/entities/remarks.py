"""What a person should know about the facts that were read from a row."""

from collections.abc import Iterator
from dataclasses import replace

from namesake.entities.codes import COUNTRY_UNREADABLE, ID_INVALID, NAME_MIXED_SCRIPT
from namesake.errors import Where
from namesake.fields.properties import Facts
from namesake.text.scripts import imitates
from namesake.text.words import words
from namesake.values.entities import Note


def remarks_on(facts: Facts, where: Where) -> Iterator[Note]:
    """Notes on values that could not be read, fail their check, or imitate another alphabet."""
    for note in facts.notes:
        yield replace(note, where=where)
    for country in facts.countries:
        if not country.code:
            yield Note(COUNTRY_UNREADABLE, f"{country.role} {country.text[:60]!r} is not understood", where)
    for identifier in facts.identifiers:
        if identifier.valid is False:
            text = f"{identifier.label} {identifier.value[:60]!r} fails its check; it may be mistyped"
            yield Note(ID_INVALID, text, where)
    for name in facts.names:
        if mixed := [word for word in words(name.text) if imitates(word)]:
            yield Note(NAME_MIXED_SCRIPT, f"mixes alphabets within a word: {', '.join(mixed)[:120]}", where)
