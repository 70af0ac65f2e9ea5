"""Every finding that scoring can report: what each level of each code means, and which weights make its bits.

The reference prints this catalogue with the weights of the shipped model; a test holds the comparisons to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """How strongly two values agree or conflict. `features` are the weights of the model that its bits come from;
    none means that the finding is worth nothing and only says what was seen."""

    meaning: str
    features: tuple[str, ...] = ()


_WORD = ("word", "rarity")
_SPELT = (*_WORD, "cost", "cost_per_letter")
_ACROSS = (*_SPELT, "cost_across_scripts")
_DATE = "birth_date."

CATALOGUE: Mapping[str, Mapping[str, Level]] = {
    "name.word": {
        "exact": Level("The two words are the same, once case, accents and alphabet are set aside.", _WORD),
        "close": Level("Two spellings that differ by 2 bits of spelling cost at most.", _SPELT),
        "distant": Level("Two spellings that differ more and are still within reach of one another.", _SPELT),
        "close-other-script": Level("As close, with the words in different alphabets.", _ACROSS),
        "distant-other-script": Level("As distant, with the words in different alphabets.", _ACROSS),
        "joined": Level("Neighbouring words of one name are written as one word in the other.", (*_SPELT, "joined")),
    },
    "name.initial": {
        "agrees": Level("An initial on one side and a word (or initial) with that letter on the other.", ("initial",)),
        "differs": Level("An initial that no word of the other name begins with.", ("initial_differs",)),
    },
    "name.no_word": {
        "no word agrees": Level("Not one whole word of the two names agrees.", ("no_word",)),
    },
    "name.contradiction": {
        "words differ": Level(
            "Both names have words left over that nothing on the other side stands for.",
            ("contradiction", "contradictions", "contradicted", "last"),
        ),
    },
    "name.extra": {
        "on one side only": Level("Only one of the names has words left over.", ("extra", "extra_words")),
    },
    "name.single": {
        "one word agrees": Level("A single word carries the agreement of names that have more.", ("single",)),
    },
    "name.order": {
        "turned": Level("The same words, beginning at another place: family name first, say.", ("turned",)),
        "mixed": Level("The same words in another order.", ("mixed", "turned")),
        "parent and child exchanged": Level("A son of B and B son of A are two people.", ("reversed",)),
    },
    "name.number": {
        "equal": Level("Both names hold the same number: Example 3.", ("number",)),
        "differs": Level("The names hold different numbers.", ("number_differs",)),
        "on one side only": Level("Only one of the names holds a number.", ("number_missing",)),
    },
    "name.generic": {
        "equal": Level("General words of organisations (trading, bank) that both names have.", ("generic",)),
        "differs": Level("Both names have general words that the other lacks.", ("generic_differs",)),
        "on one side only": Level("One name has general words that the other lacks.", ("generic_missing",)),
    },
    "name.legal_form": {
        "equal": Level("The same legal form, in whatever language.", ("legal",)),
        "differs": Level("Different legal forms.", ("legal_differs",)),
        "on one side only": Level("Only one of the names has a legal form.", ("legal_missing",)),
    },
    "name.whole": {
        "exact": Level(
            "The whole names are the same, word for word, legal forms aside. Unless one of them is a weak alias, this "
            "lifts the names to even odds at least, however common they are.",
            ("whole",),
        ),
        "turned": Level(
            "The whole names are the same, but one begins at another place, as family names come first or last. This "
            "lifts the names to even odds at least, and is worth nothing beyond that.",
        ),
    },
    "name.weak_alias": {
        "corroborates only": Level(
            "The publisher calls one of the names a weak alias: it corroborates, and however rare it is, names alone "
            "stay a bit below even odds.",
            ("weak",),
        ),
    },
    "name.unknown": {
        "no name to compare": Level("One of the sides has no name with words; something else led to the pair."),
    },
    "birth_date": {
        "exact": Level("The same day.", (f"{_DATE}exact",)),
        "same first of January": Level(
            "The same day, and a 1 January: that often stands for a day nobody knows.",
            (f"{_DATE}same first of January",),
        ),
        "day and month exchanged": Level(
            "Day and month have changed places; the year is the same.", (f"{_DATE}day and month exchanged",)
        ),
        "month": Level("One side knows the month only, and the dates fit.", (f"{_DATE}month",)),
        "year": Level("One side knows the year only, and the dates fit.", (f"{_DATE}year",)),
        "next day": Level(
            "Two days that follow one another, as from another time zone or calendar.", (f"{_DATE}next day",)
        ),
        "one digit differs": Level("Two days of one year that differ in one digit.", (f"{_DATE}one digit differs",)),
        "digits of the year exchanged": Level(
            "Month and day are the same, the year has its last digits exchanged: 1968 and 1986.",
            (f"{_DATE}digits of the year exchanged",),
        ),
        "within range": Level(
            "One side states several years, eleven at most, and the dates fit.", (f"{_DATE}within range",)
        ),
        "month and day agree": Level(
            "Month and day are the same; the year is one off, or differs in one digit.",
            (f"{_DATE}month and day agree",),
        ),
        "approximate": Level(
            "A date that the publisher calls approximate fits, or is two years off at most.", (f"{_DATE}approximate",)
        ),
        "year, first of January": Level(
            "Two days of one year, one of them 1 January, which often stands for an unknown day.",
            (f"{_DATE}year, first of January",),
        ),
        "within a wide range": Level(
            "One side states more than eleven years, and the dates fit.", (f"{_DATE}within a wide range",)
        ),
        "neighbouring year": Level(
            "Whole days at most 31 days apart, or less precise dates in neighbouring years.",
            (f"{_DATE}neighbouring year",),
        ),
        "differs": Level("No date of one side can be one of the other's.", (f"{_DATE}differs",)),
        "unknown": Level("At least one side has no birth date."),
    },
    "country": {
        "agrees": Level("The sides share a nationality or citizenship (organisations: a country). Worth nothing."),
        "differs": Level("Both state such countries, and have none in common.", ("country_differs",)),
        "unknown": Level("At least one side states none."),
    },
    "gender": {
        "agrees": Level("The genders can be the same. Worth nothing."),
        "differs": Level("The genders are different.", ("gender_differs",)),
        "unknown": Level("At least one side states none."),
    },
    "identifier": {
        "equal": Level("The same number or code of the same kind.", ("identifier",)),
        "same number, other kind": Level(
            "The same number, stated as different kinds or for different countries.", ("identifier_number_only",)
        ),
        "differs": Level(
            "Two numbers of a kind of which a party has one for life: IMO numbers of ships and of their owners, LEI.",
            ("identifier_differs",),
        ),
        "unknown": Level("Nothing that could be compared."),
    },
}
"""By code, then by level."""

FEATURES: Mapping[str, str] = {
    "prior": "Where every pair starts, before any comparison.",
    "word": "For every word that agrees.",
    "rarity": "For every bit of rarity of a word that agrees, up to 16 bits a word: the rarer, the more.",
    "cost": "For every bit that the two spellings of a word differ by.",
    "cost_per_letter": "For every bit of spelling cost per letter of the longer spelling.",
    "cost_across_scripts": "For every bit of spelling cost between alphabets.",
    "joined": "Once where words are written together on one side.",
    "initial": "For every initial that agrees.",
    "initial_differs": "Once where an initial fits nothing.",
    "contradiction": "Once where both names have words left over.",
    "contradictions": "For every pair of such words.",
    "contradicted": "For every bit of rarity of such words, on the side that has less.",
    "last": "Once where the last name words of both sides are among them.",
    "extra": "For every bit of rarity of words that one side has alone.",
    "extra_words": "For every such word.",
    "no_word": "Once where no whole word agrees.",
    "single": "Once where a single word carries the agreement.",
    "turned": "Once where the order begins at another place.",
    "mixed": "For every two words in another order.",
    "reversed": "Once where parent and child are exchanged.",
    "number": "Once where the numbers are equal.",
    "number_differs": "Once where the numbers differ.",
    "number_missing": "Once where one side has a number.",
    "generic": "For every general word that both names have.",
    "generic_differs": "Once where both have general words that the other lacks.",
    "generic_missing": "Once where one has general words that the other lacks.",
    "legal": "For every legal form that both names have.",
    "legal_differs": "Once where the legal forms differ.",
    "legal_missing": "Once where one side has a legal form.",
    "whole": "Once where the whole names are the same: at least this much.",
    "weak": "Once where one of the names is a weak alias.",
    "country_differs": "Once where the countries differ.",
    "gender_differs": "Once where the genders differ.",
    "identifier": "Once for an equal identifier.",
    "identifier_number_only": "Once for an equal number of another kind.",
    "identifier_differs": "Once where an identifier for life differs.",
}
"""What each weight of names and facts is multiplied by; those of birth dates count once, under their level's name."""
