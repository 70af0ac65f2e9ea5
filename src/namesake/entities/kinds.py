"""Person or organisation: from the row's own column, else from what only one of them has."""

from functools import cache, lru_cache
from typing import Literal

from namesake.data import rows
from namesake.entities.words import table
from namesake.fields.folding import fold

_MOST_WORDS = 4  # of a legal form
Form = Literal["certain", "possible", "none"]


@lru_cache(maxsize=1 << 10)
def schema_named(text: str) -> str:
    """The schema that a word in a column of types means ("individual", "юрлицо", "Vessel"), or ''."""
    return _schemas().get(fold(text), "") if len(text) <= 60 else ""


def is_no_party(text: str) -> bool:
    """Whether a FollowTheMoney schema is of a thing that is not screened, such as an address or a link."""
    return _folded(text[:60]) in _not_parties()


def looks_like_organisation(name: str) -> Form:
    """How surely the words of a name are those of an organisation.

    "certain" for a legal form that no person is called or a word such as "university" beside others;
    "possible" for a legal form that is also a name or initials ("SA", "AG").
    """
    words = name.split()[:40]
    folded = [_folded(word) for word in words]
    if "".join(folded).endswith(_endings()) or _has_form(folded):
        return "certain"
    if len(folded) > 1 and any(word in _generic() for word in folded):
        return "certain"
    return _doubtful(words)


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    """Words repeat in every table: most of them are folded once."""
    return fold(word)


def _has_form(folded: list[str]) -> bool:
    """A legal form may be written in several words, as in "Sp. z o.o."."""
    if len([word for word in folded if word]) < 2:
        return False
    known = _forms()
    return any(
        "".join(folded[start : start + length]) in known
        for start in range(len(folded))
        for length in range(1, min(_MOST_WORDS, len(folded) - start) + 1)
    )


def _doubtful(words: list[str]) -> Form:
    """ "Beispiel AG" is a company, "MARIA SA" may be a person."""
    last, rest = words[-1] if words else "", " ".join(words[:-1])
    if not rest or _folded(last) not in _doubtful_forms():
        return "none"
    dotted = last.count(".") > 1
    return "certain" if dotted or (last.isupper() and not rest.isupper()) else "possible"


@cache
def _schemas() -> dict[str, str]:
    raw = table("kinds")["schemas"]
    return {fold(word): schema for schema, words in raw.items() for word in (*words, schema)} | {
        fold("PublicBody"): "PublicBody"
    }


@cache
def _forms() -> frozenset[str]:
    """Folded legal forms that cannot be taken for anything else."""
    raw = table("kinds")["organisations"]
    long = {fold(form) for _, form in rows("legal_forms.csv")}
    excluded = {fold(word) for word in raw["no_forms"]}
    return frozenset({word for word in long if len(word) > 3} - excluded | {fold(w) for w in raw["short_forms"]})


@cache
def _generic() -> frozenset[str]:
    raw = table("kinds")["organisations"]
    symbols, excluded = set(raw["symbols"]), {fold(word) for word in raw["no_words"]}
    found = {fold(word) for symbol, word in rows("generic_words.csv") if symbol in symbols}
    return frozenset((found - excluded) | {fold(word) for word in raw["words"]})


@cache
def _doubtful_forms() -> frozenset[str]:
    return frozenset(table("kinds")["organisations"]["doubtful_forms"])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(fold(word) for word in table("kinds")["organisations"]["endings"])


@cache
def _not_parties() -> frozenset[str]:
    return frozenset(fold(word) for word in table("kinds")["no_parties"]["schemas"])
