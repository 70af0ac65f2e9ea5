"""The pages on errors, exit codes, notes and skipped rows."""

from collections.abc import Iterator, Mapping

from generating.markdown import code, sections, table
from namesake.cli.exit_codes import MEANINGS
from namesake.entities import codes as rows
from namesake.errors import NamesakeError
from namesake.lists import codes as lists

_ERRORS = """# Errors

An expected failure ends with its code, what happened, where (file, row, column as far as known) and what to do next,
on standard error, and with exit code 2 (a list version that was refused or held back: 1). In Python each code is a
class of `namesake.errors`; all are subclasses of `NamesakeError`, with the attributes `code`, `what`, `where` and
`next_step`. Codes are stable: a program may rely on them. A Python traceback is a fault of ours: please report it."""

_EXITS = """# Exit codes

A control that did not complete outweighs what it found: `screen` ends with 2 if rows were skipped, even when there
are matches, unless `--allow-skipped` says that this is expected."""

_NOTES = """# Notes and skipped rows

Nothing is dropped in silence. A row that cannot be screened is reported as skipped, with one of the first codes; what
was inferred, repaired or left out of a row that was screened is a note on its result; what a publisher's file had to
be forgiven is a note on the list version (`namesake lists show SOURCE --version VERSION`)."""


def errors() -> str:
    """Every error by its code, in the order of the tree."""
    families = [kind for kind in NamesakeError.__subclasses__() if kind.__subclasses__()]
    alone = [kind for kind in NamesakeError.__subclasses__() if not kind.__subclasses__()]
    pieces = [_ERRORS]
    for family in families:
        pieces += [f"## `{family.code}`: {_first(family.__doc__)}", _table(_leaves(family))]
    return sections([*pieces, "## Others", _table(iter(alone))])


def exit_codes() -> str:
    """The table of exit codes per command."""
    found = ((code(f"namesake {name}"), code(n), text) for name, m in MEANINGS.items() for n, text in m.items())
    return sections([_EXITS, table(("command", "code", "meaning"), found)])


def notes_and_skips() -> str:
    """The codes of rows and of list versions."""
    return sections(
        [
            _NOTES,
            "## Rows that are skipped",
            _meanings(rows.SKIPS),
            "## Notes on a row",
            _meanings(rows.NOTES),
            "## Notes on a list version",
            _meanings(lists.NOTES),
        ]
    )


def _meanings(found: Mapping[str, str]) -> str:
    return table(("code", "meaning"), ((code(key), text) for key, text in found.items()))


def _leaves(kind: type[NamesakeError]) -> Iterator[type[NamesakeError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _leaves(child)


def _table(kinds: Iterator[type[NamesakeError]]) -> str:
    found = ((code(kind.code), code(kind.__name__), _first(kind.__doc__), kind.hint) for kind in kinds)
    return table(("code", "class", "meaning", "what to do next"), found)


def _first(doc: str | None) -> str:
    return " ".join((doc or "").split())
