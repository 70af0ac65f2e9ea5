"""A name becomes tokens with roles."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from namesake.names import lexicon
from namesake.names.organisations import organisation_tokens
from namesake.text.romanise import romanise
from namesake.text.scripts import script_of, unmask
from namesake.text.unicode import plain
from namesake.text.words import words
from namesake.values.names import Name
from namesake.values.tokens import NameClass, NameParts, Token

# Arabic articles before "sun letters" are written as they are spoken; only the hyphen tells them from names.
_SUN_ARTICLE = re.compile(r"(?i)\b(?:as|ad|ar|az|an|at|ash|ath|adh|es|ed|er|ez|en|et|esh)[-‐‑–](?=\w)")
_DIGIT_AS_LETTER = str.maketrans("0134578", "oieastb")
_ARABIC_ARTICLE = "ال"


def parse(name: Name, kind: NameClass) -> NameParts:
    """The tokens of a name, as a person's or as anything else's; () where it holds no letter or digit."""
    text = plain(name.text)
    tokens = person_tokens(text) if kind == "person" else organisation_tokens(text)
    return NameParts(name, kind, tokens)


def person_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a person's name in plain text, given name first where a comma shows the order."""
    spoken = _SUN_ARTICLE.sub("al ", _given_first(text))
    tokens = list(_with_articles([token for word in words(spoken) for token in _word(word)]))
    tokens = [_by_position(token, i, len(tokens)) for i, token in enumerate(tokens)]
    if not any(token.role in ("name", "initial", "number") for token in tokens):
        tokens = [replace(token, role="name") for token in tokens]
    return tuple(tokens)


def _given_first(text: str) -> str:
    """ "SURNAME, Given" the other way round; more or fewer than one comma say nothing about order."""
    family, comma, given = text.partition(",")
    return f"{given} {family}" if comma and given.strip() and "," not in given else text


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> tuple[Token, ...]:
    """The tokens of one word, without regard to its neighbours."""
    script = script_of(word)
    if script == "Arab" and (particle := lexicon.descent(word)):
        return (Token(particle, "particle", word, script),)
    if script == "Arab" and word.startswith(_ARABIC_ARTICLE) and len(word) > 4:
        return tuple(replace(token, word=word, article=True) for token in _word(word[2:]))
    plain_word = unmask(word)
    return tuple(_token(piece, word, script_of(plain_word)) for piece in romanise(plain_word))


def _token(text: str, word: str, script: str) -> Token:
    if text.isdigit():
        return Token(text, "number", word, script)
    if not text.isalpha():
        text = text.translate(_DIGIT_AS_LETTER)
    if len(text) == 1 and script in ("Latn", "Cyrl", "Grek"):
        return Token(text, "initial", word, script)
    if text in lexicon.SERVANT:
        return Token("abdul", "name", word, script)
    if text in lexicon.honorifics():
        return Token(text, "honorific", word, script)
    return Token(text, "particle" if text in lexicon.particles() else "name", word, script)


def _with_articles(tokens: list[Token]) -> Iterator[Token]:
    """Articles become a mark on the token that follows; one that nothing follows is a name."""
    article = False
    for i, token in enumerate(tokens):
        if token.text in lexicon.ARTICLES and i + 1 < len(tokens):
            article = True
            continue
        yield replace(token, article=True) if article else token
        article = False


def _by_position(token: Token, index: int, count: int) -> Token:
    """At the ends of a name "Ben" or "Van" is a name: particles join what stands on both sides."""
    at_end = index == count - 1 and token.text not in _SUFFIXES
    if token.role == "particle" and (index == 0 or at_end):
        return replace(token, role="name")
    return token


_SUFFIXES = lexicon.DESCENT - {"bin", "ibn", "ben", "bint", "binti", "ould", "wuld"}
