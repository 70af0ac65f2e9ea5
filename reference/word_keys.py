"""Builds `src/namesake/data/word_keys.csv` from the lists of words: `python -m reference.word_keys`, after the others.

One row a spelling in a-z: what kind of word it is, its script, and what it stands for. The romaniser is pinned;
a test says whether the file is up to date.
"""

from collections.abc import Iterator

from namesake.data import rows
from namesake.fields import countries
from namesake.names.lexicon import joined_letters
from namesake.text.romanise import romanise, syllabic
from namesake.text.scripts import script_of
from namesake.text.unicode import plain
from namesake.text.words import words
from reference.lexicon import write

Row = tuple[str, str, str, str]

ALPHABETS = ("Latn", "Cyrl", "Grek", "Geor", "Armn")
SAFE_IN_LATIN = 5  # a shorter word of another script may be another word in a-z
SHORTEST_PLACE = 4
LONGEST_SYLLABIC = 8
SHARED = {  # Korea and Congo alone are two countries each
    "place:kp|place:kr": "korea korean corea coreano coreana coree coreen kore",
    "place:cd|place:cg": "congo congolese congolais",
}
# Too short for the rule, and no other word in names of organisations.
ABBREVIATED = {"place:gb": "uk", "place:us": "usa", "place:ae": "uae", "place:sa": "ksa", "place:cn": "prc"}


def spelt(text: str) -> str:
    """The words of a text in a-z, each in one piece."""
    return " ".join(piece for word in words(plain(text)) if (piece := "".join(romanise(word))))


def within(kind: str, text: str, value: str) -> Iterator[Row]:
    """The row of a word in Han or Hangul, if it is one."""
    found = plain(text)
    if syllabic(found) and len(words(found)) == 1 and len(found) <= LONGEST_SYLLABIC:
        yield kind + "-syllabic", script_of(found), words(found)[0], value


def generic() -> dict[str, Row]:
    """General words; those of alphabets like Latin also as they are written in it."""
    found: dict[str, Row] = {}
    for symbol, word in rows("generic_words.csv"):
        letters, script = spelt(word), script_of(word)
        if " " in letters or not letters:
            continue
        if script in ALPHABETS and len(letters) >= SAFE_IN_LATIN:
            found.setdefault(f"Latn {letters}", ("generic", "Latn", letters, symbol))
        if not syllabic(word):
            found[f"{script} {letters}"] = ("generic", script, letters, symbol)
        found |= {" ".join(row): row for row in within("generic", word, symbol)}
    return found


def legal(general: dict[str, Row]) -> dict[str, Row]:
    """Legal forms with the letters of their abbreviations apart, and joined; none that is a general word."""
    found: dict[str, Row] = {}
    for canonical, form in rows("legal_forms.csv"):
        script = script_of(form)
        for letters in {spelt(form): 1, spelt(joined_letters(form)): 1, spelt(as_one(form)): 1}:
            row = ("legal", script, letters, canonical)
            if not letters or f"{script} {letters}" in general or syllabic(form):
                continue
            if script != "Latn" and len(letters.replace(" ", "")) >= SAFE_IN_LATIN:
                found.setdefault(f"Latn {letters}", ("legal", "Latn", letters, canonical))
            found[f"{script} {letters}"] = row
        found |= {" ".join(row): row for row in within("legal", form, canonical)}
    return found


def as_one(form: str) -> str:
    """ "ش م م" as one word; other forms as they are."""
    found = form.split()
    return "".join(found) if all(len(word) == 1 for word in found) else form


def places() -> Iterator[Row]:
    """Countries and their people; a word that is used for several has them all."""
    found: dict[tuple[str, str, str], set[str]] = {}
    forms = [(row["code"], form) for row in countries.forms() for form in row["forms"].split("|")]
    for code, name in [*((code, name) for code, name in rows("place_words.csv")), *forms]:
        for key in place_keys(name):
            found.setdefault(key, set()).add("place:" + code)
    for codes, shared in (SHARED | ABBREVIATED).items():
        for word in shared.split():
            found.setdefault(("place", "Latn", word), set()).update(codes.split("|"))
    for key, codes_of in found.items():
        yield (*key, "|".join(sorted(codes_of)))


def place_keys(name: str) -> Iterator[tuple[str, str, str]]:
    """Words of scripts that leave vowels out are apart: "aman" in Arabic script is Oman, in a-z it is not."""
    for kind, script, word, _ in within("place", name, ""):
        yield kind, script, word
    letters, script = spelt(name), script_of(name)
    if not syllabic(name) and (" " in letters or len(letters) >= SHORTEST_PLACE):
        yield "place", "Latn" if script in ALPHABETS else script, letters


def main() -> None:
    """Write the file."""
    write("word_keys.csv", ["kind", "script", "letters", "stands_for"], all_rows())


def all_rows() -> list[Row]:
    """Every row, in no order."""
    general = generic()
    return [*general.values(), *legal(general).values(), *places()]


if __name__ == "__main__":
    main()
