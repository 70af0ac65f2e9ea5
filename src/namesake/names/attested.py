"""Latin spellings of words of other scripts, as people write them: `data/attested.csv`.

The letters of a word say how it may be written in Latin ones, not how it is: nothing in جيمس or 제임스 tells James
from other words that sound alike. Where a spelling is attested it needs no letters, and tells how common the word is.
"""

from functools import cache
from importlib.resources import files

from namesake.text.kana import sounds

SYLLABIC = frozenset({"Hani", "Hang"})
"""Scripts whose words are looked up as they are written; kana by their sounds, which leave out marks that are often
left out, and others by their letters in a-z, as they are compared."""


def spellings(script: str, word: str, text: str) -> tuple[str, ...]:
    """The attested Latin spellings of a word, in a-z, the commonest first; () where there are none. `text` is the word
    in a-z letter by letter."""
    row = _row(key(script, word, text).encode() + b",")
    return tuple(row.decode().split()) if row else ()


def key(script: str, word: str, text: str) -> str:
    """What a word stands under in the file."""
    if script in SYLLABIC:
        return word.lower()
    return f"{script}:{sounds(word) or text}" if script == "Kana" else f"{script}:{text}"


def _row(start: bytes) -> bytes:
    """The rest of the one line that begins so; they stand in byte order, and are never all taken apart."""
    text = _text()
    low, high = 0, len(text)
    while low < high:
        line = text.rfind(b"\n", 0, (low + high) // 2) + 1
        end = text.index(b"\n", line)
        if text.startswith(start, line):
            return text[line + len(start) : end]
        if text[line:end] < start:
            low = end + 1
        else:
            high = line
    return b""


@cache
def _text() -> bytes:
    return files("namesake.data").joinpath("attested.csv").read_bytes()
