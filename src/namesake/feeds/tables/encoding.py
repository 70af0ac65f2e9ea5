"""Which encoding a text file is in: UTF-8 where the whole file allows it, a declared guess where not."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from namesake.errors import FormatUnknownError, UnreadableError, Where
from namesake.feeds.tables.file import blocks, head

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What customers' programs write; the wide ones only by mark or by their zero bytes.
_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r",
    "koi8_u", "gb18030", "big5", "shift_jis", "euc_kr", "euc_jp", "cp874", "cp437", "cp850", "cp866",
    "mac_roman", "mac_cyrillic",
]  # fmt: skip
_SAMPLE = 1 << 15
_AROUND = re.compile(rb"[^\r\n]{0,120}[\x80-\xff][^\r\n]{0,120}")


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding as Python names it, how it was found, and about how many lines the file has if known."""

    name: str
    how: str
    lines: int | None = None

    def __str__(self) -> str:
        return f"encoding: {self.name} ({self.how})"


@dataclass(slots=True)
class _Survey:
    """What one pass over the bytes shows, read as UTF-8."""

    wide: int = 0
    damaged: int = 0
    zeros: int = 0
    lines: int = 0
    sample: bytes = b""


def encoding_of(path: Path, given: str | None = None) -> Encoding:
    """The encoding of a text file.

    In this order: as given; by byte order mark; UTF-16 without one by its zero bytes; UTF-8 if the whole
    file is valid (or nearly: single damaged bytes do not make a file another encoding); else a guess by
    frequency, which says that it is one. Raises `UnreadableError` for an encoding that does not exist and
    `FormatUnknownError` for a file that is no text.
    """
    if given:
        return Encoding(_known(given, path), "as given")
    start = head(path)
    if marked := next((name for mark, name in _MARKS if start.startswith(mark)), ""):
        return Encoding(marked, "byte order mark")
    if (wide := _sixteen(start)) and _decodes(path, wide):
        return Encoding(wide, "zero bytes in every other place")
    survey = _surveyed(path)
    if survey.zeros > 0.1 * len(start):
        raise FormatUnknownError("this is neither text nor a format that is known", where=Where(str(path)))
    if not survey.damaged:
        return Encoding("utf-8", "valid throughout", survey.lines)
    if survey.damaged <= survey.wide // 20:
        return Encoding("utf-8", f"except {survey.damaged} damaged places", survey.lines)
    return Encoding(_guessed(path, survey.sample), "a guess; --encoding overrides it", survey.lines)


def _known(name: str, path: Path) -> str:
    try:
        found = codecs.lookup(name)
        "".encode(found.name)  # refuses codecs that do not make text, such as base64
    except (LookupError, ValueError, TypeError) as error:
        raise UnreadableError(
            f"there is no encoding {name!r}",
            where=Where(str(path)),
            hint="Name it as Python does, for example utf-8, cp1252, cp1251, utf-16.",
        ) from error
    return found.name


def _sixteen(start: bytes) -> str:
    """UTF-16 without a mark: separators and digits leave zero bytes at places of one parity only."""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if even + odd < max(2, len(start) // 50):
        return ""
    if odd > 20 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 20 * odd else ""


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for block in blocks(path):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _surveyed(path: Path) -> _Survey:
    survey, decoder, pieces = _Survey(), codecs.getincrementaldecoder("utf-8")("replace"), list[bytes]()
    for block in blocks(path):
        survey.zeros += block.count(0)
        survey.lines += block.count(b"\n") or block.count(b"\r")
        if block.isascii():
            text = decoder.decode(block)
        else:
            text = decoder.decode(block)
            survey.wide += sum(map(len, re.findall("[^\x00-\x7f\ufffd]+", text)))
            if sum(map(len, pieces)) < _SAMPLE:
                pieces.extend(_AROUND.findall(block)[:400])
        survey.damaged += text.count("\ufffd") - block.count(b"\xef\xbf\xbd")
    survey.damaged += decoder.decode(b"", final=True).count("\ufffd")
    survey.damaged = max(survey.damaged, 0)
    survey.sample = b"\n".join(pieces)[:_SAMPLE]
    return survey


def _guessed(path: Path, sample: bytes) -> str:
    best = from_bytes(sample, cp_isolation=_CANDIDATES, enable_fallback=False).best()
    if best is None:
        raise UnreadableError(
            "the encoding could not be recognised",
            where=Where(str(path)),
            hint="Name it with --encoding, or save the file as UTF-8.",
        )
    # Where several give the very same text, the one that more programs write.
    same = {best.encoding, *best.could_be_from_charset}
    return next((name for name in _CANDIDATES if name in same), best.encoding)
