"""Neutralising: nothing that a list or a customer wrote acts on the program that shows it.

The rules, one a function:

- `spreadsheet`: a cell that a spreadsheet would execute gets an apostrophe in front. It would when its first
  character, after white space and invisible characters and in its compatibility form (full-width variants
  are folded), is = + - or @, or when it starts with a tab, carriage return or line feed. Plain numbers
  such as -5 or +3.2e4 stay. Source: OWASP, "CSV Injection".
- `csv_cell`: the same for every piece of a cell between characters that some program takes for a
  separator, because a comma-separated file opened where the semicolon separates falls apart elsewhere.
- `visible`: control characters, bidirectional controls, invisible characters, lone surrogates and
  non-characters are written out ("␀", "⟨U+202E⟩"), so that a reader sees what is there.
- `storable`: only what a text file or XML cannot hold is written out; all else stays verbatim.
"""

import re
import unicodedata

_EXECUTES = frozenset("=+-@−")  # NFKC leaves the minus sign U+2212 alone, and spreadsheets read it as one
_LINE_STARTS = frozenset("\t\r\n")
_NUMBER = re.compile(r"[+\-−]?\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?%?", re.ASCII)
_SEPARATORS = re.compile(r"([;,|\t\r\n])")
_LAID_OUT = frozenset("\t\n\r")
_JOINERS = frozenset("\u200c\u200d")


def spreadsheet(text: str) -> str:
    """The cell as a spreadsheet may have it: with an apostrophe in front where it would be executed."""
    return f"'{text}" if _executes(text) else text


def csv_cell(text: str) -> str:
    """A cell of a delimited file: `spreadsheet` for each piece that another separator would cut out of it."""
    if not _executes(text) and not _SEPARATORS.search(text):
        return text
    pieces = _SEPARATORS.split(spreadsheet(text))
    return "".join(_piece(piece) if at and at % 2 == 0 else piece for at, piece in enumerate(pieces))


def visible(text: str) -> str:
    """The text with every character that cannot be seen, or that moves others, written out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_seen(text, at) for at in range(len(text)))


def storable(text: str) -> str:
    """The text as UTF-8 and XML 1.0 can hold it; tabs and line breaks stay."""
    if text.isprintable():
        return text
    return "".join(_written(char) if _unstorable(char) else char for char in text)


def _executes(text: str) -> bool:
    if not text:
        return False
    if text[0] in _LINE_STARTS:
        return True
    first = next((char for char in text if not _blank(char)), "")
    folded = unicodedata.normalize("NFKC", first)[:1]
    return folded in _EXECUTES and bool(folded) and not _NUMBER.fullmatch(text.strip())


def _piece(text: str) -> str:
    return spreadsheet(text) if text[:1] not in _LINE_STARTS else text


def _blank(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in {"Cc", "Cf"}


def _seen(text: str, at: int) -> str:
    char = text[at]
    if char.isprintable() or char == "\u00a0" or unicodedata.category(char) == "Zs":
        return char
    if char in _JOINERS and at and "\u0600" <= text[at - 1] < "\u2000":
        return char  # Persian and Indic spelling needs the joiners; between Latin letters they only hide
    return _written(char)


def _unstorable(char: str) -> bool:
    code = ord(char)
    if code < 0x20:
        return char not in _LAID_OUT
    return 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF)


def _written(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"⟨U+{code:04X}⟩"
