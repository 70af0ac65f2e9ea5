"""Builds `src/namesake/data/place_words.csv`, words for countries and their people: `python -m reference.places`.

One row a word or phrase. Names of countries in the languages of published lists come from the CLDR data in Babel,
words for their people from `place_words.toml`. A word that is used for two countries stands for both.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from reference.countries import NOT_COUNTRIES
from reference.lexicon import inflected, write

OWN = Path(__file__).parent / "place_words.toml"
LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "nl", "tr", "ru", "uk", "ar", "fa", "zh", "zh_Hant", "ja", "ko")
SHORTEST = 4
# Names of countries that are given names, surnames or words.
NOT_PLACES = {"mali", "chad", "jersey", "man", "tonga", "reunión", "réunion", "island", "siam"}


def countries() -> Iterator[tuple[str, str]]:
    """(code, name) of every country in the languages above."""
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            lower = name.lower()
            if code.isalpha() and code not in NOT_COUNTRIES and lower not in NOT_PLACES and _long(lower):
                yield code.lower(), lower


def _long(name: str) -> bool:
    return len(name) >= (SHORTEST if ord(name[0]) < 0x3000 else 2)


def main() -> None:
    """Write the file."""
    table = tomllib.loads(OWN.read_text("utf-8"))
    own = ((code, word) for code, words in table.items() for entry in words.split() for word in inflected(entry))
    write("place_words.csv", ["code", "word"], [*countries(), *own])


if __name__ == "__main__":
    main()
