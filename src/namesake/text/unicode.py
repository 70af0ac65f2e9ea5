"""Unicode made plain: what is invisible is removed, what looks the same is written the same."""

import unicodedata

_KEEP_AS_BLANK = {"Cc", "Zs", "Zl", "Zp"}
_DROP = {"Cf", "Cs", "Co", "Cn"}


class _Visible(dict[int, str | None]):
    """A translation table that classifies a character when it is first met."""

    def __missing__(self, code: int) -> str | None:
        category = unicodedata.category(chr(code))
        value = " " if category in _KEEP_AS_BLANK else None if category in _DROP else chr(code)
        self[code] = value
        return value


_VISIBLE = _Visible()


def plain(text: str) -> str:
    """Compatibility-composed text (NFKC) without invisible, bidirectional and control characters.

    Format characters, surrogates and unassigned code points are removed, controls and every kind of blank
    become one space, and the ends are stripped.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFKC", text.translate(_VISIBLE)).split())


def has_hidden(text: str) -> bool:
    """Whether a text holds characters that a reader cannot see."""
    if text.isprintable():
        return False
    return any(
        unicodedata.category(c) in _DROP or (unicodedata.category(c) == "Cc" and c not in "\t\r\n") for c in text
    )
