"""The words of two names that stand for one another, and those that do not."""

from collections.abc import Iterator

from namesake.kernels.links import UNIT
from namesake.kernels.rarity import rarity
from namesake.scoring.alignment import Alignment, Pair
from namesake.scoring.finding import Finding
from namesake.values.tokens import NameClass, NameParts, Token

MOST_WORD = 16 * UNIT
MOST_JOIN = 26 * UNIT
MOST_EXTRA = 28 * UNIT
CLOSE = 2 * UNIT
TOLERANCE_SHARE = 5
"""In tenths: of every bit that a spelling differs, half a bit of rarity is lost to those spelt nearby."""


def compare(left: NameParts, right: NameParts, found: Alignment, kind: NameClass) -> Iterator[Finding]:
    """Findings on single words: agreements in the subject's order, then what is left over."""
    words_agree = any(pair.tie != "initial" for pair in found.pairs)
    for pair in found.pairs:
        yield _agreement(pair, found)
    if not words_agree:
        yield Finding("name.no_word", "no word agrees", left.name.text, right.name.text, (("no_word", 1),))
    yield from _left_over(found, kind)
    yield from _single(found, left, right)


def chance(pair: Pair) -> float:
    """The share of the reference population that bears a word which would agree at least this well."""
    bits = pair.rarity / UNIT - pair.cost / UNIT * TOLERANCE_SHARE / 10
    return float(min(1.0, 2.0 ** -max(0.0, bits)))


def _agreement(pair: Pair, found: Alignment) -> Finding:
    left = " ".join(found.left[i].word for i in pair.left)
    right = " ".join(found.right[j].word for j in pair.right)
    if pair.tie == "initial":
        return Finding("name.initial", "agrees", left, right, (("initial", 1),), 1e6 * chance(pair))
    most = MOST_JOIN if pair.tie == "joined" else MOST_WORD
    amounts = [("word", 1), ("rarity", min(pair.rarity, most)), ("cost", pair.cost)]
    letters = max(_letters(found.left, pair.left), _letters(found.right, pair.right))
    amounts.append(("cost_per_letter", pair.cost // letters))
    if pair.tie == "script":
        amounts.append(("cost_across_scripts", pair.cost))
    if pair.tie == "joined":
        amounts.append(("joined", 1))
    return Finding("name.word", _level(pair), left, right, tuple(amounts), 1e6 * chance(pair))


def _letters(tokens: tuple[Token, ...], positions: tuple[int, ...]) -> int:
    return sum(len(tokens[i].text) for i in positions)


def _level(pair: Pair) -> str:
    if pair.tie in ("exact", "joined"):
        return pair.tie
    near = "close" if pair.cost <= CLOSE else "distant"
    return f"{near}-other-script" if pair.tie == "script" else near


def _left_over(found: Alignment, kind: NameClass) -> Iterator[Finding]:
    left = _naming(found.left, found.left_over)
    right = _naming(found.right, found.right_over)
    if left and right:
        times = min(len(left), len(right))
        least = min(_total(left, kind), _total(right, kind), MOST_EXTRA)
        last = _is_last(found.left, found.left_over) and _is_last(found.right, found.right_over)
        amounts = (
            ("contradiction", 1),
            ("contradictions", times),
            ("contradicted", least),
            ("last", int(last)),
        )
        yield Finding("name.contradiction", "words differ", _words(left), _words(right), amounts)
    elif left or right:
        extra = (("extra", min(_total(left + right, kind), MOST_EXTRA)), ("extra_words", len(left + right)))
        yield Finding("name.extra", "on one side only", _words(left), _words(right), extra)
    yield from _initials(found)


def _initials(found: Alignment) -> Iterator[Finding]:
    left = [found.left[i] for i in found.left_over if found.left[i].role == "initial"]
    right = [found.right[j] for j in found.right_over if found.right[j].role == "initial"]
    against = bool(left and found.right_over) or bool(right and found.left_over)
    if against:
        yield Finding("name.initial", "differs", _words(left), _words(right), (("initial_differs", 1),))


def _single(found: Alignment, left: NameParts, right: NameParts) -> Iterator[Finding]:
    """One word alone carries the agreement of names that have more."""
    carried = [pair for pair in found.pairs if pair.tie != "initial"]
    if len(carried) == 1 and max(len(found.left), len(found.right)) > 1 and carried[0].tie != "joined":
        yield Finding("name.single", "one word agrees", left.name.text, right.name.text, (("single", 1),))


def _naming(tokens: tuple[Token, ...], positions: tuple[int, ...]) -> list[Token]:
    return [tokens[i] for i in positions if tokens[i].role == "name"]


def _is_last(tokens: tuple[Token, ...], positions: tuple[int, ...]) -> bool:
    names = [i for i, token in enumerate(tokens) if token.role == "name"]
    return bool(names) and names[-1] in positions


def _total(tokens: list[Token], kind: NameClass) -> int:
    return sum(rarity(token, kind) for token in tokens)


def _words(tokens: list[Token]) -> str:
    return " ".join(token.word for token in tokens)
