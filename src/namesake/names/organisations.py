"""Names of organisations, vessels and everything else that is no person."""

from dataclasses import replace
from functools import lru_cache

from namesake.names import lexicon
from namesake.text.romanise import romanise
from namesake.text.scripts import script_of, unmask
from namesake.text.words import words
from namesake.values.tokens import Token

_ROMAN = {
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "xi": "11",
    "xii": "12",
}
_JOINING = frozenset({"and", "of", "the", "for", "de", "la", "le", "les", "des", "du", "del", "el", "al", "und",
                      "der", "die", "das", "et", "i", "y", "e", "da", "do", "di", "in", "va", "fi", "lil"})  # fmt: skip


def organisation_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a name in plain text; a name of legal forms and generic words alone is made of names."""
    tokens = _legal_forms([token for word in words(text) for token in _word(word)])
    if not any(token.role in ("name", "number") for token in tokens):
        tokens = [replace(t, role="name", text=_letters(t)) if t.role == "generic" else t for t in tokens]
    if not any(token.role in ("name", "number") for token in tokens):
        tokens = [replace(token, role="name", text=_letters(token)) for token in tokens]
    return tuple(tokens)


def _letters(token: Token) -> str:
    return "".join(romanise(unmask(token.word))) or token.text


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> tuple[Token, ...]:
    plain_word = unmask(word)
    script = script_of(plain_word)
    pieces = romanise(plain_word)
    symbol = lexicon.generic_words().get(" ".join(pieces))
    if symbol:
        return (Token(symbol, "generic", word, script),)
    return tuple(_token(piece, word, script) for piece in pieces)


def _token(text: str, word: str, script: str) -> Token:
    if text.isdigit():
        return Token(text.lstrip("0") or "0", "number", word, script)
    if text in _ROMAN:
        return Token(_ROMAN[text], "number", word, script)
    return Token(text, "particle" if text in _JOINING else "name", word, script)


def _legal_forms(tokens: list[Token]) -> list[Token]:
    """Runs of words that are a legal form become one token, at the start only where it cannot be a name."""
    found: list[Token] = []
    i = 0
    while i < len(tokens):
        length, canonical = _legal_form_at(tokens, i)
        if length and (i or (length < len(tokens) and len(_letters(tokens[0])) > 2)):
            found.append(Token(canonical, "legal", " ".join(t.word for t in tokens[i : i + length])))
            i += length
        else:
            found.append(tokens[i])
            i += 1
    return found


def _legal_form_at(tokens: list[Token], start: int) -> tuple[int, str]:
    forms = lexicon.legal_forms()
    for length in range(min(lexicon.longest_legal_form(), len(tokens) - start), 0, -1):
        run = tokens[start : start + length]
        canonical = forms.get(tuple(_letters(token) for token in run))
        if canonical and (length > 1 or (run[0].role != "particle" and len(_letters(run[0])) > 1)):
            return length, canonical
    return 0, ""
