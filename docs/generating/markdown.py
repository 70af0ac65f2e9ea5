"""Markdown, as far as the reference needs it."""

from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; line breaks and bars in cells are made harmless."""
    lines = [_row(header), "|" + "---|" * len(header), *(_row(row) for row in rows)]
    return "\n".join(lines) + "\n"


def code(text: object) -> str:
    """A text as code."""
    return f"`{text}`"


def sections(pieces: Iterable[str]) -> str:
    """Pieces with one blank line between them."""
    return "\n\n".join(piece.strip("\n") for piece in pieces) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("\n", " ").replace("|", "\\|") for cell in cells) + " |"
