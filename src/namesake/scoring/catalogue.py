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


_WORD = ("word", "rarity", "frequent")
_SPELT = (*_WORD, "spelt", "cost", "cost_per_letter")
_ACROSS = ("across", "across_rarity", "across_frequent", "across_far", "syllabic", "syllabic_rarity")
_DATE = "birth_date."

CATALOGUE: Mapping[str, Mapping[str, Level]] = {
    "name.word": {
        "exact": Level("The two words are the same, once case, accents and alphabet are set aside.", _WORD),
        "close": Level("Two spellings that differ by 5 bits of spelling cost at most.", (*_SPELT, "far")),
        "distant": Level("Two spellings that differ more and may still be one word.", (*_SPELT, "far")),
        "attested-other-script": Level(
            "The words are in different alphabets, and one is known to be written as the other: in groups of spellings "
            "of one name, or by the rules of pronunciation of Korean and Japanese.",
            (*_WORD, "attested"),
        ),
        "close-other-script": Level(
            "The words are in different alphabets, and no other word explains the one that is not Latin better by more "
            "than 5 bits.",
            _ACROSS,
        ),
        "distant-other-script": Level(
            "The words are in different alphabets, and other words explain the one that is not Latin better.",
            (*_ACROSS, "syllabic_excess"),
        ),
        "joined": Level(
            "Neighbouring words of one name, or a word and its article, are written as one word in the other.",
            (*_SPELT, "far", "joined"),
        ),
        "same class of names": Level(
            "Two forms of one name: a nickname, or the form of another language.", (*_WORD, "alike")
        ),
        "same stem": Level(
            "The same name but for its ending, as family names get with time or country. A patronymic is not the "
            "family name that is made of it.",
            (*_WORD, "stem"),
        ),
        "same consonants": Level(
            "The same consonants, and one of the words has no vowel but at its ends.", (*_WORD, "skeleton")
        ),
        "cut off": Level(
            "One word is the beginning of the other; the name before a patronymic's ending is the father's, and none.",
            (*_WORD, "cut", "cut_across"),
        ),
    },
    "name.initial": {
        "agrees": Level("An initial on one side and a word (or initial) with that letter on the other.", ("initial",)),
        "differs": Level("An initial that no word of the other name begins with.", ("initial_differs",)),
        "two initials": Level("Both names have initials left over, and they are different.", ("initials_differ",)),
    },
    "name.acronym": {
        "first letters": Level(
            "One name is the first letters of the other's words.", (*_WORD, "acronym", "acronym_frequent")
        ),
    },
    "name.no_word": {
        "too little agrees closely": Level(
            "Words close enough for one to be found in a list by the other come to less than the model's anchor "
            "(8 bits): what else agrees never makes up for it.",
            ("no_word",),
        ),
    },
    "name.spelling": {
        "least alike words": Level(
            "The two spellings that lie furthest apart, where several words agree, and all that are two known names.",
            ("least_alike", "known_apart"),
        ),
        "least alike words in two scripts": Level(
            "The words of two scripts that fit one another worst, and those of which one is known to be written "
            "otherwise.",
            ("least_alike_across", "excess", "least_alike_syllabic", "unattested"),
        ),
    },
    "name.contradiction": {
        "words differ": Level(
            "Both names have words left over that nothing on the other side stands for. Where a single word agrees, an "
            "initial stands for none if its name has other words left over: Talvek Mimsy is not Talvek M. Quoren.",
            ("contradiction", "contradiction_across", "contradictions", "contradicted", "first", "last"),
        ),
    },
    "name.extra": {
        "on one side only": Level(
            "Only one of the names has words left over; a first or last one is missed more than one in the middle.",
            ("extra", "extra_words", "extra_first", "extra_last"),
        ),
    },
    "name.scant": {
        "common words": Level(
            "The words that agree are common, even taken together: more than one person in 17 million would agree as "
            "well by chance, if names were words thrown together.",
            ("scant",),
        ),
    },
    "name.together": {
        "often met together": Level(
            "The words that agree are of names that are often met together, as those of one language are: who has one "
            "is likelier to have the others too than their shares of the whole population say.",
            ("together",),
        ),
    },
    "name.ordinary": {
        "ordinary words": Level(
            "All words that agree are ordinary words of English, or spelt like one, and one of the names has others: "
            "many call their company so. Between two scripts both may have others, which may be translated.",
            ("ordinary",),
        ),
    },
    "name.title": {
        "a name elsewhere": Level(
            "A word that stands where names stand on one side is a title on the other: Talvek Haji and Haji Talvek. "
            "It is not left over, and does not agree either.",
            ("titled",),
        ),
    },
    "name.single": {
        "one word agrees": Level("A single word carries the agreement of names that have more.", ("single",)),
        "a name of one word": Level(
            "A single word carries the agreement, and it is all that one of the names has, titles and initials aside: "
            "most who bear it are namesakes. Abdul Rashid is a single word, as Rashid is.",
            ("single", "single_initial", "lone", "lone_frequent"),
        ),
        "a person's word in an organisation's name": Level(
            "A single word carries the agreement, and only one of the names reads like a person's: companies are "
            "called by family names.",
            ("single", "borrowed", "lone", "lone_frequent"),
        ),
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
    "name.place": {
        "differs": Level("The names of organisations name different countries.", ("place_differs",)),
        "on one side only": Level("Only one of the names of organisations names a country.", ("place_missing",)),
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
        "written together or apart": Level(
            "All letters of the whole names are the same, with words written together or apart. This lifts the names "
            "to even odds at least, and is worth nothing beyond that.",
        ),
        "but for one slip": Level(
            "The whole names of organisations and the like, ten letters at least, are the same but for one letter "
            "more, less, other or exchanged, and neither a number nor a legal form nor a country tells them apart. "
            "This lifts the names to even odds at least, and is worth nothing beyond that.",
        ),
        "cut off": Level(
            "One whole name is the beginning of the other, letter for letter, and ends within a word, as a field that "
            "is too short leaves it; it has 16 letters at least, a legal form at its beginning aside, a person's 20. "
            "This lifts the names to even odds at least, and is worth nothing beyond that.",
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
    "birth_place": {
        "agrees": Level("The sides can be born in the same country. Worth nothing."),
        "differs": Level("Both name countries of birth and have none in common. Worth nothing: sources differ."),
        "unknown": Level("At least one side names none."),
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
    "address": {
        "same": Level(
            "All words and numbers of one postal address, four at least, stand in the other, a number and its "
            "neighbour among them; countries and general words (street, floor) do not count. Towns alone are no "
            "address.",
            ("address", "address_other"),
        ),
        "much the same": Level(
            "The same holds of three words and numbers at least, which are 70 % of the shorter address or more.",
            ("address_mostly", "address_mostly_other"),
        ),
        "differs": Level("No two addresses are alike. Worth nothing: people move, companies have several offices."),
        "unknown": Level("At least one side gives none."),
    },
}
"""By code, then by level."""

FEATURES: Mapping[str, str] = {
    "prior": "Where every pair starts, before any comparison.",
    "word": "For every word that agrees, but initials and words in another script.",
    "rarity": "For every bit of rarity of a word that agrees, up to 16 bits a word (26 for joined words): the "
    "rarer, the more.",
    "frequent": "For every bit by which a word that agrees is commoner than one in 2,048 (11 bits).",
    "spelt": "Once for every word that agrees in another spelling.",
    "cost": "For every bit that the two spellings of a word differ by.",
    "cost_per_letter": "For every bit of spelling cost per letter of the longer spelling.",
    "far": "For every bit of spelling cost per letter above one.",
    "least_alike": "For every bit of spelling cost per letter above one, of the two spellings that lie furthest apart.",
    "known_apart": "For every bit that two spellings differ by which both are known names in Latin letters: Mary is "
    "hardly a slip for Mark.",
    "across": "For every word that agrees with one of another script.",
    "across_rarity": "For every bit of rarity of such a word, less its spelling cost.",
    "across_frequent": "For every bit below eight (one in 256) that is left of such a word's rarity less its spelling "
    "cost, Chinese, Korean and Japanese characters included.",
    "across_far": "For every bit of spelling cost per letter above one between two scripts.",
    "least_alike_across": "For every bit of spelling cost per letter of the words of two scripts that fit worst.",
    "excess": "For every bit above four by which other words explain a word of another script better.",
    "syllabic": "For every word that agrees with one in Chinese, Korean or Japanese characters.",
    "syllabic_rarity": "For every bit of rarity of such a word, less its spelling cost.",
    "syllabic_excess": "For every bit above eight by which other words explain such a word better.",
    "least_alike_syllabic": "The same, of the word that fits worst.",
    "attested": "For every word that is known to be written so in the other script, beside what it is worth as the "
    "same word.",
    "unattested": "For every word that agrees with one of another script, where that one is known to be written "
    "otherwise and the Latin one is a known name.",
    "joined": "Once where words are written together on one side.",
    "alike": "For every word that agrees as another form of one name.",
    "stem": "For every word that agrees but for its ending.",
    "skeleton": "For every word that agrees in its consonants only.",
    "cut": "For every word that is the beginning of the other.",
    "cut_across": "Once more for every such word that is written in two scripts.",
    "acronym": "Once where one name is the first letters of the other.",
    "acronym_frequent": "For every bit that the acronym is commoner than 11 bits: three letters are many names'.",
    "initial": "For every initial that agrees.",
    "initial_differs": "Once where an initial fits nothing.",
    "initials_differ": "Once where initials are left over on both sides.",
    "contradiction": "Once where both names have words left over.",
    "contradiction_across": "The same, where these words are in two scripts.",
    "contradictions": "For every pair of such words.",
    "contradicted": "For every bit of rarity of such words, on the side that has less.",
    "first": "Once where the first naming words of both sides are among them.",
    "last": "Once where the last naming words of both sides are among them.",
    "extra": "For every bit of rarity of words that one side has alone.",
    "extra_words": "For every such word.",
    "extra_first": "Once where the first naming word is among them.",
    "extra_last": "Once where the last naming word is among them, or any where the order is turned.",
    "no_word": "Once where too little of the names agrees closely.",
    "scant": "For every bit by which several words that agree are together commoner than one in 17 million (24 bits), "
    "their spelling costs included where they are written in two scripts.",
    "together": "For every bit by which the words that agree are likelier in one name than each by itself says, up to "
    "three eighths of the rarity of all but the rarest, and in proportion less where they are rarer than one in 17 "
    "million (24 bits) together.",
    "single": "Once where a single word carries the agreement.",
    "single_initial": "Once instead of that where the rest of one name is initials, which agree.",
    "lone": "Once more where that word is the whole name of one side.",
    "lone_frequent": "For every bit by which that word is then commoner than one in 8,192 (13 bits), its spelling cost "
    "included where it is written in two scripts.",
    "ordinary": "Once where organisations agree in ordinary words only, and words are left over.",
    "borrowed": "Once more where only one of the two names reads like a person's.",
    "titled": "For every word that names on one side and is a title on the other.",
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
    "place_differs": "Once where the names name different countries.",
    "place_missing": "Once where one side names a country.",
    "whole": "Once where the whole names are the same: at least this much.",
    "weak": "Once where one of the names is a weak alias.",
    "country_differs": "Once where the countries differ.",
    "gender_differs": "Once where the genders differ.",
    "identifier": "Once for an equal identifier.",
    "identifier_number_only": "Once for an equal number of another kind.",
    "identifier_differs": "Once where an identifier for life differs.",
    "address": "Once where persons have the same address.",
    "address_mostly": "Once where persons have much the same address.",
    "address_other": "Once where organisations and the like have the same address.",
    "address_mostly_other": "Once where they have much the same address.",
}
"""What each weight of names and facts is multiplied by; those of birth dates count once, under their level's name."""
