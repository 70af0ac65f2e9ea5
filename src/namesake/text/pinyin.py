"""Pinyin with a letter for each sound."""

_PAIRS = (("zh", "j"), ("ch", "q"), ("sh", "x"), ("ng", "v"))


def sounds(text: str) -> str:
    """Pinyin, without the pairs of letters that stand for one sound."""
    for pair, letter in _PAIRS:
        text = text.replace(pair, letter)
    return text
