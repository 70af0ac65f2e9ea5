"""A text as words."""

import unicodedata

_APOSTROPHES = "'`´’‘ʻʼʾʿˈ′‛＇ʹʺ\u055a\u05f3"


class _Separators(dict[int, str | None]):
    """Letters, marks and digits stay; apostrophes vanish (in names they are letters); all else separates."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        keep = unicodedata.category(char)[0] in "LMN"
        value = None if char in _APOSTROPHES else char if keep else " "
        self[code] = value
        return value


_SEPARATORS = _Separators()


def words(text: str) -> list[str]:
    """The words of a plain text, verbatim apart from apostrophes within them."""
    if text.isascii() and text.replace(" ", "").isalnum():
        return text.split()
    return text.translate(_SEPARATORS).split()
