"""Which script a word is written in (ISO 15924 codes), and words that imitate another."""

from bisect import bisect_right
from collections import Counter
from functools import lru_cache

# (first code point, script) in rising order; "" where no letters of a script of interest stand.
_BLOCKS = (
    (0x0000, "Latn"), (0x0250, "Latn"), (0x02B0, ""), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"),
    (0x0590, "Hebr"), (0x0600, "Arab"), (0x0700, ""), (0x0750, "Arab"), (0x0780, ""), (0x08A0, "Arab"),
    (0x0900, "Deva"), (0x0980, "Beng"), (0x0A00, "Guru"), (0x0A80, "Gujr"), (0x0B00, ""), (0x0B80, "Taml"),
    (0x0C00, "Telu"), (0x0C80, "Knda"), (0x0D00, "Mlym"), (0x0D80, "Sinh"), (0x0E00, "Thai"),
    (0x0E80, "Laoo"), (0x0F00, "Tibt"), (0x1000, "Mymr"), (0x10A0, "Geor"), (0x1100, "Hang"),
    (0x1200, "Ethi"), (0x1400, ""), (0x1780, "Khmr"), (0x1800, "Mong"), (0x18B0, ""), (0x1C80, "Cyrl"),
    (0x1C90, "Geor"), (0x1CC0, ""), (0x1D00, "Latn"), (0x1F00, "Grek"), (0x2000, ""), (0x2C60, "Latn"),
    (0x2C80, ""), (0x2DE0, "Cyrl"), (0x2E00, ""), (0x3040, "Kana"), (0x3100, ""), (0x3130, "Hang"),
    (0x3190, ""), (0x31F0, "Kana"), (0x3200, ""), (0x3400, "Hani"), (0xA000, ""), (0xA640, "Cyrl"),
    (0xA6A0, ""), (0xA720, "Latn"), (0xA800, ""), (0xAC00, "Hang"), (0xD7B0, ""), (0xF900, "Hani"),
    (0xFB00, "Latn"), (0xFB1D, "Hebr"), (0xFB50, "Arab"), (0xFE00, ""), (0xFE70, "Arab"), (0xFF00, "Latn"),
    (0xFF66, "Kana"), (0xFFA0, ""), (0x20000, "Hani"), (0x32000, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _BLOCKS]

# Cyrillic and Greek letters that look like a Latin one (Unicode confusables, letters only).
_LOOKALIKES = str.maketrans(
    "АВЕКМНОРСТУХаеорсухіїјѕһԁԛԝғЅІЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινυρκχ",
    "ABEKMHOPCTYXaeopcyxiijshdqwfSIJABEZHIKMNOPTYXoaivupkx",
)
# Latin letters that look like one of the Russian or Ukrainian alphabet.
_CYRILLIC = str.maketrans("ABEKMHOPCTYXIaeopcyxi", "АВЕКМНОРСТУХІаеорсухі")


def script_of(word: str) -> str:
    """The script of most letters of a word; "Latn" where there are none (digits, symbols)."""
    return "Latn" if word.isascii() else _script_of(word)


@lru_cache(maxsize=1 << 16)
def _script_of(word: str) -> str:
    found = Counter(script for c in word if c.isalpha() and (script := _BLOCKS[bisect_right(_STARTS, ord(c)) - 1][1]))
    return found.most_common(1)[0][0] if found else "Latn"


def imitates(word: str) -> bool:
    """Whether a word mixes Latin letters with Cyrillic or Greek ones, as no language does."""
    if word.isascii():
        return False
    scripts = {_BLOCKS[bisect_right(_STARTS, ord(c)) - 1][1] for c in word if c.isalpha()}
    return "Latn" in scripts and bool(scripts & {"Cyrl", "Grek"})


def unmask(word: str) -> str:
    """A mixed-script word in one script: its look-alike letters read as those that they imitate.

    A word of mostly Cyrillic letters, one of which no Latin letter looks like, is Cyrillic if its Latin letters
    all look like Cyrillic ones ("Mосква"); every other mixed word is Latin.
    """
    if not imitates(word):
        return word
    if script_of(word) == "Cyrl" and any(_only(c, "Cyrl", _LOOKALIKES) for c in word):
        read = word.translate(_CYRILLIC)
        return word.translate(_LOOKALIKES) if imitates(read) else read
    return word.translate(_LOOKALIKES)


def disguised(word: str) -> bool:
    """Whether a word wholly in Cyrillic or Greek can be read as Latin, letter by letter ("РЕАСЕ").

    Alone that says nothing: only among Latin words is it a disguise.
    """
    if word.isascii() or script_of(word) not in ("Cyrl", "Grek"):
        return False
    return all(ord(c) in _LOOKALIKES for c in word if c.isalpha())


def undisguise(words: list[str]) -> list[str]:
    """The words of a name; disguised ones are read as Latin where every other word is Latin."""
    masked = [disguised(word) for word in words]
    if not any(masked):
        return words
    others = [word for word, mask in zip(words, masked, strict=True) if not mask and _has_letter(word)]
    if not others or any(script_of(unmask(word)) != "Latn" for word in others):
        return words
    return [word.translate(_LOOKALIKES) if mask else word for word, mask in zip(words, masked, strict=True)]


def _only(character: str, script: str, lookalikes: dict[int, int]) -> bool:
    return script_of(character) == script and ord(character) not in lookalikes


def _has_letter(word: str) -> bool:
    return any(c.isalpha() for c in word)
