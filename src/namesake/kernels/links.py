"""When one word may stand for another: the rule that finding candidates and scoring them share."""

from functools import lru_cache

from namesake.values.tokens import Token

UNIT = 1024
MOST_TOKENS = 16
"""Only the first words of a name count; longer ones are sentences."""

LEAST_GAIN = 307
"""0.3 bit: a pair of words that gains less says nothing."""

JOIN_CHARGE = 1536
JOIN_SIZES = (2, 3)
SHORTEST_JOIN = 4
JOIN_LENGTHS = 3
"""Letters by which a joined word and the one it is compared with may differ in length."""


def gain(agreed: int, cost: int) -> int:
    """What ties two words: the rarity that they agree in less half the cost of their spellings, in 1/1024 bit."""
    return agreed - cost // 2


def joined_rarity(parts: int, whole: int) -> int:
    """The rarity that neighbouring words (their sum) and the one word that they are written as agree in."""
    return min(parts, whole * 3 // 2)


@lru_cache(maxsize=1 << 14)
def join(parts: tuple[Token, ...]) -> Token:
    """Neighbouring words as one; an article between them is heard again ("abu al-abbas": abualabbas)."""
    text = parts[0].text + "".join(
        ("al" if part.article and parts[0].text != "abdul" else "") + part.text for part in parts[1:]
    )
    return Token(text[:32], "name", " ".join(part.word for part in parts), parts[0].script)


def as_long(whole: Token, other: Token) -> bool:
    """Whether a joined word and a single one are near enough in length to be worth comparing."""
    return abs(len(whole.text) - len(other.text)) <= JOIN_LENGTHS


def joinable(parts: tuple[Token, ...]) -> bool:
    """Whether neighbouring words may be written as one."""
    return all(part.role in ("name", "initial") for part in parts) and len(join(parts).text) >= SHORTEST_JOIN
