"""Files of subjects as rows: the format is recognised by content, and said.

CSV and its relatives, XLSX, Parquet, JSON Lines and FollowTheMoney. Every reader streams, numbers its rows
as a person sees them, and hands out a row that it cannot read as a `Skipped` with the reason.
"""

from pathlib import Path

from namesake.errors import FormatUnknownError, UnreadableError, Where
from namesake.feeds.tables.csv import open_csv
from namesake.feeds.tables.file import check, head
from namesake.feeds.tables.json import open_json
from namesake.feeds.tables.parquet import open_parquet
from namesake.feeds.tables.shape import Form, Limits, Table

__all__ = ["Form", "Limits", "Table", "open_table"]

_TEXT = {".csv", ".tsv", ".tab", ".txt", ".psv"}
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old or encrypted workbook", "Save it as XLSX without a password."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"%PDF", "a PDF document", "Export the table as CSV or XLSX."),
    (b"<", "HTML or XML", "Open it in a spreadsheet program and save it as XLSX or CSV."),
)
_JSON_HINT = "Write one object a line (JSON Lines)."


def open_table(
    path: Path,
    *,
    sheet: str | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    limits: Limits | None = None,
) -> Table:
    """Recognise a file of subjects; `sheet`, `delimiter` and `encoding` override what is detected.

    Reads the file once or twice, for its hash, its encoding and its columns. Raises `UnreadableError`,
    `FormatUnknownError`, `EmptyInputError`, `InputOversizeError`, `UnmappedColumnsError` (no header) or
    `MissingExtraError`.
    """
    bounds = limits or Limits()
    check(path)
    form = _form(path, head(path))
    if form == "xlsx":
        # Imported here: openpyxl takes a fifth of a second, which `--help` has not got.
        from namesake.feeds.tables.xlsx import open_xlsx

        return open_xlsx(path, sheet, bounds)
    if form == "parquet":
        return open_parquet(path, bounds)
    if form == "jsonl":
        return open_json(path, encoding, bounds)
    return open_csv(path, delimiter, encoding, bounds)


def _form(path: Path, start: bytes) -> Form:
    if start.startswith(b"PK\x03\x04"):
        return "xlsx"
    if start.startswith(b"PAR1"):
        return "parquet"
    ending, where = path.suffix.lower(), Where(str(path))
    text = start.decode("utf-8-sig", "ignore").lstrip()
    for mark, what, hint in _FOREIGN:
        if start.startswith(mark) or text.encode()[:4].startswith(mark):
            raise FormatUnknownError(f"this is {what}", where=where, hint=hint)
    if ending in {".xlsx", ".xlsm", ".parquet"}:
        raise UnreadableError(f"the file is not what its ending {ending} says, or it is damaged", where=where)
    if ending not in _TEXT and text.startswith("["):
        raise FormatUnknownError("this is one JSON array", where=where, hint=_JSON_HINT)
    return "jsonl" if ending not in _TEXT and _json(text, ending) else "csv"


def _json(text: str, ending: str) -> bool:
    return text.startswith("{") or ending in {".jsonl", ".ndjson", ".json", ".ftm"}
