"""Genders as publishers and customers write them."""

from functools import cache, lru_cache

from namesake.fields.folding import fold
from namesake.values.facts import Gender

_WORDS: dict[Gender, str] = {
    "male": "m male man men homme masculin masculine h mr männlich mann herr masculino maschile maschio uomo "
    "hombre varón homem м муж мужской мужчина erkek bay mannelijk man mężczyzna muž чол чоловік чоловіча "
    "ذكر رجل مرد مذکر 男 男性 남 남성",
    "female": "f female woman women femme féminin feminine mme mrs ms miss w weiblich frau femenino feminino "
    "femminile femmina donna mujer mulher ж жен женский женщина kadın bayan k vrouwelijk vrouw kobieta žena "
    "жін жінка жіноча أنثى انثى امرأة زن مؤنث 女 女性 여 여성",
    "other": "other x diverse divers nonbinary autre otro altro другой andere",
}


def parse(text: str) -> Gender | None:
    """The gender that a word or abbreviation means, in the commoner languages; None if not understood."""
    return _parse(text) if len(text) <= 40 else None


@lru_cache(maxsize=1 << 10)
def _parse(text: str) -> Gender | None:
    return _table().get(fold(text))


@cache
def _table() -> dict[str, Gender]:
    return {fold(word): gender for gender, words in _WORDS.items() for word in words.split()}
