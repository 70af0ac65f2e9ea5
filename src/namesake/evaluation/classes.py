"""The declared classes of variation, and which of them are minor.

`docs/explanation/variation-classes.md` fixes both, from before anything was measured with them; a test holds the two
together. A class is never made major because an engine fails it: it is a promise to the user.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from namesake.evaluation.draw import Draw
from namesake.evaluation.original import Original
from namesake.evaluation.variations import letters, scripts, signs, spelling, words

Vary = Callable[[Original, Draw], str | None]
"""Writes a name in another way; None where the class does not apply to it."""


@dataclass(frozen=True, slots=True)
class VariationClass:
    """One way in which a name comes to be written otherwise."""

    id: str
    severity: Literal["minor", "major"]
    description: str
    vary: Vary


CLASSES = (
    VariationClass("case", "minor", "In capitals, or with small letters where the list has capitals", signs.other_case),
    VariationClass("accents", "minor", "Accents left out; where there are none, one added (Latin)", signs.accents),
    VariationClass(
        "punctuation", "minor", "Hyphens become a blank or nothing; apostrophes, points, commas vanish",
        signs.punctuation,
    ),
    VariationClass("family-first", "minor", "The family name before the given names (or after)", words.family_first),
    VariationClass("comma", "minor", "The family name, a comma, the given names", words.comma),
    VariationClass("title", "minor", "A title before a person's name of several words", words.title),
    VariationClass(
        "typing-slip", "minor",
        "One letter exchanged for that of a key beside it, added, left out, or swapped with the next, in a word of "
        "five letters or more of a name of several words", letters.slip,
    ),
    VariationClass(
        "double-letter", "minor",
        "A letter doubled, or a double one written once, in a word of five letters or more of a name of several words",
        letters.doubled,
    ),
    VariationClass("joined", "minor", "Two neighbouring words as one, in a name of three words or more", words.joined),
    VariationClass(
        "split", "minor", "A word of six letters or more as two of three or more, in a name of several words",
        words.split,
    ),
    VariationClass("typing-slip-short", "major", "A typing slip in a shorter word, or in a name of one word",
                   letters.slip_in_short),
    VariationClass("two-slips", "major", "Two typing slips, in different long words or in a very long one",
                   letters.two_slips),
    VariationClass("transliteration", "major", "A person's name by one rule of another romanisation in print",
                   spelling.transliteration),
    VariationClass("name-form", "major", "Another form of a common name: Mohammed, Mohamed, Muhammad", spelling.form),
    VariationClass("all-joined", "major", "All words of a person's name as one", words.all_joined),
    VariationClass("dropped-middle", "major", "A middle word of a person's name left out", words.without_middle),
    VariationClass("first-and-last", "major", "First and last word only, of a person's name of four or more",
                   words.first_and_last),
    VariationClass("initials", "major", "The given names as initials", words.initials),
    VariationClass("middle-initials", "major", "The further given names as initials", words.middle_initials),
    VariationClass("truncated-30", "major", "Cut off by a field of 30 characters", signs.cut_at(30)),
    VariationClass("truncated-20", "major", "Cut off by a field of 20 characters", signs.cut_at(20)),
    VariationClass("digits", "major", "One or two letters as digits that look like them (Latin)", signs.digits),
    VariationClass("look-alikes", "major", "One or two Latin letters as Cyrillic ones that look the same",
                   signs.lookalikes),
    VariationClass("no-vowels", "major", "No vowel between consonants, in a person's name (Latin)",
                   letters.without_vowels),
    VariationClass("to-cyrillic", "major", "A person's Latin name in Cyrillic letters, by a simple table",
                   scripts.cyrillic),
    VariationClass("to-arabic", "major", "A person's Latin name in Arabic letters, by a simple table", scripts.arabic),
)  # fmt: skip
"""All of them, minor ones first."""
