"""Names of organisations, vessels and everything else that is no person."""

import re
from dataclasses import replace
from functools import lru_cache

from namesake.names import lexicon, places
from namesake.names.numbered import numbered
from namesake.names.persons import spoken_article, with_article
from namesake.names.pieces import Piece, pieces_of
from namesake.text.romanise import romanise
from namesake.text.scripts import script_of, undisguise
from namesake.text.words import words
from namesake.values.tokens import Token

_SHIP = re.compile(r"(?i)^M/([VT])\b")
# Legal forms of two letters that stand before a name; others of that length may be its first word.
_SHORT_FIRST = frozenset({"ao", "pt"})
_NAMING = frozenset({"name", "number"})

ORGANISED = frozenset({"legal", "generic", "number"})
"""Roles of words that tell the name of an organisation from a person's."""


def organisation_words(text: str) -> list[str]:
    """The words of a name in plain text."""
    found = words(spoken_article(lexicon.joined_letters(_joined_ship(text))))
    return found if text.isascii() else _undisguised(found)


def organisation_tokens(found: list[str]) -> tuple[Token, ...]:
    """The tokens of the words of a name; one of legal forms and generic words alone is made of names."""
    pieces = [piece for word in found for piece in pieces_of(word)]
    pieces = numbered(_legal_forms(_articles(_ship(pieces))))
    tokens = places.marked([piece.token for piece in pieces], [piece.letters for piece in pieces])
    return tuple(_with_a_name(tokens, pieces))


@lru_cache(maxsize=1 << 16)
def organises(word: str) -> bool:
    """Whether a word has such a role in the name of an organisation, or may have one beside others."""
    return any(
        piece.token.role in ORGANISED or piece.numeric or piece.letters in lexicon.legal_starts()
        for piece in pieces_of(word)
    )


def _joined_ship(text: str) -> str:
    return _SHIP.sub(r"M\1 ", text) if "/" in text else text


def _ship(pieces: list[Piece]) -> list[Piece]:
    """ "MV" before a name is none itself."""
    if len(pieces) < 2 or pieces[0].letters not in lexicon.SHIP:
        return pieces
    return [replace(pieces[0], token=replace(pieces[0].token, role="particle")), *pieces[1:]]


def _undisguised(found: list[str]) -> list[str]:
    """Words that imitate Latin ones as Latin ones, but not a legal form in its own alphabet ("ТОВ Borogove")."""
    return [
        word if word != read and lexicon.legal_form(script_of(word), romanise(word)) else read
        for word, read in zip(found, undisguise(found), strict=True)
    ]


def _articles(pieces: list[Piece]) -> list[Piece]:
    """Arabic articles become a mark on the name that follows; one that nothing follows stays."""
    if lexicon.ARTICLES.isdisjoint([piece.letters for piece in pieces]):
        return pieces
    found: list[Piece] = []
    article = False
    for i, piece in enumerate(pieces):
        if piece.letters in lexicon.ARTICLES and i + 1 < len(pieces):
            article = True
            continue
        if article and piece.token.role == "name":
            piece = Piece(with_article(piece.token), piece.letters, piece.numeric)
        found.append(piece)
        article = False
    return found


def _legal_forms(pieces: list[Piece]) -> list[Piece]:
    """Runs of words that are a legal form become one token, at the start only where it cannot be a name."""
    starts = lexicon.legal_starts()
    if starts.keys().isdisjoint([piece.letters for piece in pieces]):
        return pieces
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        size, form = _legal_form_at(pieces, at) if pieces[at].letters in starts else (0, "")
        if size and (at or (size < len(pieces) and _may_come_first(pieces[0], size))):
            found.append(_legal(pieces[at : at + size], form))
            at += size
        else:
            found.append(pieces[at])
            at += 1
    return found


def _legal_form_at(pieces: list[Piece], start: int) -> tuple[int, str]:
    first = pieces[start]
    longest = min(lexicon.legal_starts()[first.letters], len(pieces) - start)
    for size in range(longest, 0, -1):
        form = lexicon.legal_form(first.token.script, tuple([piece.letters for piece in pieces[start : start + size]]))
        if form and (size > 1 or (first.token.role != "particle" and len(first.letters) > 1)):
            return size, form
    return 0, ""


def _may_come_first(piece: Piece, size: int) -> bool:
    return size > 1 or len(piece.letters) > 2 or piece.token.script == "Cyrl" or piece.letters in _SHORT_FIRST


def _legal(pieces: list[Piece], form: str) -> Piece:
    word = " ".join([piece.token.word for piece in pieces])
    return Piece(Token(form, "legal", word, pieces[0].token.script), " ".join([piece.letters for piece in pieces]))


def _with_a_name(tokens: list[Token], pieces: list[Piece]) -> list[Token]:
    """Where no word is a name, the general words are; where there are none of these either, every word is."""
    for roles in (("generic",), ("generic", "legal", "particle")):
        if not _NAMING.isdisjoint([token.role for token in tokens]):
            return tokens
        tokens = [
            replace(token, role="name", text=piece.letters.replace(" ", "")) if token.role in roles else token
            for token, piece in zip(tokens, pieces, strict=True)
        ]
    return tokens
