"""Names of persons."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from namesake.names import lexicon
from namesake.names.alike import alike
from namesake.text.romanise import romanise, syllabic, syllables
from namesake.text.scripts import script_of, undisguise, unmask
from namesake.text.words import words
from namesake.values.tokens import Token

# Arabic articles before "sun letters" are written as they are spoken; only the hyphen tells them from names.
_SUN_ARTICLE = re.compile(r"(?i)\b(?:as|ad|ar|az|an|at|ash|ath|adh|es|ed|er|ez|en|et|esh)[-‐‑–](?=\w)")
_DIGIT_AS_LETTER = str.maketrans("0134578", "oieastb")
_NAMING = frozenset({"name", "initial", "number"})
_ALPHABETS = frozenset({"Latn", "Cyrl", "Grek"})
_ARABIC_ARTICLE = "ال"
_ARTICLES = lexicon.ARTICLES | lexicon.ARTICLES_BETWEEN
MOST_TITLES = 16
"""Titles of a name that are kept."""


def person_words(text: str) -> list[str]:
    """The words of a person's name in plain text."""
    found = words(spoken_article(text))
    if text.isascii():
        return found
    return undisguise(family_apart(found[0]) if len(found) == 1 else found)


def person_tokens(found: list[str]) -> tuple[Token, ...]:
    """The tokens of the words of a person's name, in the order of `given_first`."""
    tokens = tuple(map(alone, found))
    if all(tokens):
        return tokens  # type: ignore[return-value]  # none is None
    return tuple(_among_others([token for word in found for token in _word(word)]))


def one_name(word: str) -> Token | None:
    """The token of a word that is one name, whatever stands beside it; None of any other. Of such words alone a name
    is taken apart without a loop."""
    if word.isascii() and word.isalpha():  # as most are: nothing is to be romanised
        text = word.lower()
        if text not in lexicon.with_parts() and len(text) > 1 and not lexicon.joined_descent(word):
            return Token(lexicon.servant(text), "name", word, "Latn", False, alike(text, "Latn", word))
    tokens = _read(word)
    return tokens[0] if len(tokens) == 1 and tokens[0].role == "name" and tokens[0].text not in _ARTICLES else None


alone = lru_cache(maxsize=1 << 16)(one_name)
"""The same, remembered."""


def _among_others(tokens: list[Token]) -> list[Token]:
    """Tokens whose part in the name depends on the words around them."""
    tokens = with_articles(tokens)
    tokens = [_by_position(token, i, tokens) for i, token in enumerate(tokens)]
    if _NAMING.isdisjoint([token.role for token in tokens]):
        tokens = [_named(token) for token in tokens]
    return tokens


def spoken_article(text: str) -> str:
    """A text with the articles before sun letters ("ash-Shams") written as others are."""
    return text if text.isascii() and "-" not in text else _SUN_ARTICLE.sub("al ", text)


def with_articles(tokens: list[Token]) -> list[Token]:
    """Articles become a mark on the token that follows; one that nothing follows is a name."""
    texts = [token.text for token in tokens]
    if lexicon.ARTICLES.isdisjoint(texts) and lexicon.ARTICLES_BETWEEN.isdisjoint(texts):
        return tokens
    return list(_marked(tokens))


def with_article(token: Token) -> Token:
    """A token with an article before it."""
    return Token(token.text, token.role, token.word, token.script, True, token.alike)


def _marked(tokens: list[Token]) -> Iterator[Token]:
    article = False
    for i, token in enumerate(tokens):
        followed = i + 1 < len(tokens)
        if followed and (token.text in lexicon.ARTICLES or (i and token.text in lexicon.ARTICLES_BETWEEN)):
            article = True
            continue
        yield with_article(token) if article else token
        article = False


def given_first(text: str) -> str:
    """ "SURNAME, Given" the other way round, and "NAME, Sheikh"; more or fewer than one comma, or other titles after
    it, say nothing."""
    family, comma, given = text.partition(",")
    if not comma or "," in given:
        return text
    after = [word.lower() for word in words(given)]
    if all(word in lexicon.honorifics() and word not in lexicon.GIVEN_TITLES for word in after):
        return text
    return f"{given} {family}"


def family_apart(word: str) -> list[str]:
    """A whole name of two to four characters of Han or Hangul: the family name and the given one.

    Longer ones, and words that stand beside others, are foreign names or given names, and stay whole.
    """
    if not 2 <= len(word) <= 4 or not all(script_of(c) in _CHARACTERS for c in word):
        return [word]
    size = 2 if len(word) > 2 and word[:2] in _TWO_CHARACTERS else 1
    return [word[:size], word[size:]]


_CHARACTERS = frozenset({"Hani", "Hang"})
_TWO_CHARACTERS = frozenset(
    {
        "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "东方", "東方", "独孤", "獨孤",
        "慕容", "夏侯", "皇甫", "尉迟", "尉遲", "公孙", "公孫", "令狐", "宇文", "长孙", "長孫",
        "남궁", "제갈", "선우", "황보", "독고", "사공", "서문", "동방",
    }
)  # fmt: skip
"""Family names of two characters that are common enough to be known."""


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> tuple[Token, ...]:
    token = alone(word)
    return (token,) if token else _read(word)


def _read(word: str) -> tuple[Token, ...]:
    """The tokens of one word, without regard to its neighbours."""
    if word.isascii():
        return _alphabetic(word, word, "Latn")
    if syllabic(word):
        letters = "".join(piece for _, piece in syllables(word))
        return (_token(letters, word, script_of(word)),) if letters else ()
    plain_word = unmask(word)
    script = script_of(plain_word)
    return _arabic(word) if script == "Arab" else _alphabetic(plain_word, word, script)


def _alphabetic(plain_word: str, word: str, script: str) -> tuple[Token, ...]:
    if cut := lexicon.joined_descent(plain_word):
        father, particle = plain_word[:cut], plain_word[cut:]
        return (*_spelt(father, father, script), *_spelt(particle, particle, script))
    return _spelt(plain_word, word, script)


def _spelt(plain_word: str, word: str, script: str) -> tuple[Token, ...]:
    letters = "".join(romanise(plain_word))
    return (_token(letters, word, script),) if letters else ()


def _arabic(word: str) -> tuple[Token, ...]:
    if particle := lexicon.descent(word):
        return (Token(particle, "particle", word, "Arab"),)
    whole = tuple(_token(piece, word, "Arab") for piece in romanise(word))
    if not word.startswith(_ARABIC_ARTICLE) or len(word) <= 4:
        return whole
    rest = tuple(with_article(_token(piece, word, "Arab")) for piece in romanise(word[2:]))
    titled = bool(whole) and whole[0].role == "honorific" and rest[:1] and rest[0].role != "honorific"
    return whole if titled or not rest else rest


def _token(text: str, word: str, script: str) -> Token:
    if not text.isalpha():
        if text.isdigit():
            return Token(text, "number", word, script)
        text = text.translate(_DIGIT_AS_LETTER)
    if len(text) == 1 and script in _ALPHABETS:
        return Token(text, "initial", word, script)
    if known := lexicon.of_persons().get(text):
        return Token(*known, word, script)
    named = lexicon.servant(text) if script in _ALPHABETS else text
    return Token(named, "name", word, script, False, alike(text, script, word))


def _named(token: Token) -> Token:
    classes = alike(token.text, token.script, token.word)
    return Token(token.text, "name", token.word, token.script, token.article, classes)


def _by_position(token: Token, index: int, tokens: list[Token]) -> Token:
    """At the ends of a name "Ben" or "Van" is a name: particles join what stands on both sides."""
    if token.role == "particle":
        at_end = index == len(tokens) - 1 and token.text not in lexicon.DESCENT_SUFFIXES
        named = (index == 0 or at_end) and token.text not in lexicon.NEVER_NAMES
        return _named(token) if named else token
    if token.role == "honorific" and not _is_title(token, index, tokens):
        return _named(token)
    return token


def titles(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The titles that are left out of a name, each once; of an endless row of them the first ones."""
    for token in tokens:
        if token.role == "honorific":
            return tuple(dict.fromkeys([token.text for token in tokens if token.role == "honorific"]))[:MOST_TITLES]
    return ()


def _is_title(token: Token, index: int, tokens: list[Token]) -> bool:
    """Titles that are names as well count as titles only where a title stands.

    "Hakim" after "Abdul" is a name. "King" or "Pan" is a title only before two other names, "Sheikh"
    anywhere but at the end.
    """
    if index and tokens[index - 1].text == "abdul":
        return False
    if token.text == "md":  # Muhammad in South Asia, a doctor of medicine after a name
        return index > 0
    before = all(other.role == "honorific" for other in tokens[:index])
    if token.text in lexicon.SURNAME_TITLES:
        named = token.article and token.script == "Latn"  # "al-Hakim" is a family, الإمام a title
        return before and len(tokens) - index > 2 and not named
    return before or token.text not in lexicon.GIVEN_TITLES or index < len(tokens) - 1
