"""The numbers among the words of a name: every way to write one becomes the same token."""

from dataclasses import replace

from namesake.names import numerals
from namesake.names.numerals import Numeral
from namesake.names.pieces import Piece
from namesake.values.tokens import Token

_BETWEEN = frozenset({"y", "et", "e", "and", "und"})


def numbered(pieces: list[Piece]) -> list[Piece]:
    """The pieces with number words, ordinals and Roman numerals as numbers, and the signs before them put aside."""
    if True not in [piece.numeric for piece in pieces]:
        return pieces
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        size, piece = _number_at(pieces, at)
        found.append(piece)
        at += size
    return [_aside(piece, i, found) for i, piece in enumerate(found)]


def _number_at(pieces: list[Piece], at: int) -> tuple[int, Piece]:
    """The number that begins at a piece and how many pieces it takes; the piece itself if it is none."""
    piece = pieces[at]
    if not piece.numeric or piece.token.role not in ("name", "particle"):
        return 1, piece
    if _is_roman(pieces, at):
        return 1, _as_number([piece], numerals.roman()[piece.letters])
    known = numerals.numeral(piece.token.script, piece.letters)
    if not known or known.kind == "after":
        return 1, piece
    size, value = _words_together(pieces, at, known)
    return size, _as_number(pieces[at : at + size], str(value))


def _words_together(pieces: list[Piece], at: int, first: Numeral) -> tuple[int, int]:
    """The longest number in words ("forty four", "treinta y uno", "quatre vingt dix"): pieces taken, value."""
    size, known = 1, first
    while at + size < len(pieces):
        skip = 1 if pieces[at + size].letters in _BETWEEN and at + size + 1 < len(pieces) else 0
        follower = pieces[at + size + skip]
        other = numerals.numeral(follower.token.script, follower.letters)
        value = numerals.together(known, other) if other else _with_digit(known, follower)
        if value is None:
            break
        size += skip + 1
        known = Numeral(value, "ten" if value == 80 else "word", known.languages)
    return size, known.value


def _with_digit(tens: Numeral, follower: Piece) -> int | None:
    """Tens in words before ones in a digit: "forty 4"."""
    text = follower.token.text
    whole = tens.kind == "ten" and follower.token.role == "number" and len(text) == 1 and text != "0"
    return tens.value + int(text) if whole else None


def _is_roman(pieces: list[Piece], at: int) -> bool:
    """Whether a piece is a Roman numeral; those that are letters or syllables as well only at the end of a name."""
    piece = pieces[at]
    if piece.token.script != "Latn" or piece.letters not in numerals.roman():
        return False
    if piece.letters not in numerals.AMBIGUOUS_ROMAN:
        return True
    allowed = ("legal",) if len(piece.letters) == 1 else ("legal", "generic")
    at_end = all(other.token.role in allowed for other in pieces[at + 1 :])
    return at_end and any(other.token.role in ("name", "generic") for other in pieces[:at])


def _as_number(pieces: list[Piece], digits: str) -> Piece:
    first = pieces[0].token
    word = " ".join(piece.token.word for piece in pieces)
    return Piece(Token(digits, "number", word, first.script), "".join(piece.letters for piece in pieces))


def _aside(piece: Piece, at: int, pieces: list[Piece]) -> Piece:
    """Words that announce a number ("No."), and endings apart from their digits ("5-я"), are no names."""
    before = at and pieces[at - 1].token.role == "number"
    after = at + 1 < len(pieces) and pieces[at + 1].token.role == "number"
    sign = after and piece.letters in numerals.NUMBER_SIGNS
    ending = before and piece.token.script == "Cyrl" and piece.letters in numerals.ENDINGS
    if piece.token.role == "name" and (sign or ending):
        return replace(piece, token=replace(piece.token, role="particle"))
    return piece
