"""The words of `narrate`: one template for each code and level of evidence, and for levels of any code.

In a template {s} is the subject's value and {e} the entry's, both quoted, and {label} what is compared.
"""

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    "name": "name",
    "organisation": "organisation name",
    "birth_date": "birth date",
    "birth_place": "birth place",
    "country": "country",
    "gender": "gender",
    "identifier": "identifier",
    "address": "address",
}

AGREEING = frozenset({"agrees", "equal", "exact", "same", "whole"})
"""Levels that mean full agreement; any other level above zero bits is agreement in part."""

DIFFERING = frozenset({"differs", "conflict", "conflicts"})

BY_CODE: Mapping[str, str] = {
    "name.word/close": "{s} is spelt much like {e}",
    "name.word/distant": "{s} can be another spelling of {e}",
    "name.word/attested-other-script": "{s} is known to be {e} in another alphabet",
    "name.word/close-other-script": "{s} is {e} in another alphabet",
    "name.word/distant-other-script": "{s} can be {e} in another alphabet",
    "name.word/joined": "{s} is {e}, with words written together or apart",
    "name.word/same class of names": "{s} and {e} are two forms of one name",
    "name.word/same stem": "{s} is {e} with another ending",
    "name.word/same consonants": "{s} and {e} have the same consonants",
    "name.word/cut off": "{s} or {e} is the beginning of the other",
    "name.acronym/first letters": "{s} and {e} are first letters and the words that they stand for",
    "name.whole/exact": "{s} and {e} are the same whole name",
    "name.whole/turned": "{s} and {e} are the same whole name, begun at another place",
    "name.whole/written together or apart": "{s} and {e} are the same letters, with words written together or apart",
    "name.whole/but for one slip": "{s} and {e} are the same whole name but for one letter",
    "name.whole/cut off": "{s} or {e} is the other whole name, cut off within a word",
    "name.no_word/too little agrees closely": "too little of {s} agrees closely with {e}",
    "name.unknown/no name to compare": "{s} and {e} have no words that could be compared",
    "name.weak_alias/corroborates only": "{e} or {s} is a weak alias, which corroborates and does not decide",
    "name.initial/agrees": "{s} and {e} share an initial",
    "name.initial/differs": "the initial does not fit between {s} and {e}",
    "name.initial/two initials": "{s} and {e} are different initials",
    "name.contradiction/words differ": "{s} and {e} stand in the same place and are different words",
    "name.spelling/least alike words": "the words of {s} and {e} that are least alike lie far apart",
    "name.spelling/least alike words in two scripts": "words of {s} and {e} in two alphabets fit loosely",
    "name.scant/common words": "the words that agree between {s} and {e} are common",
    "name.together/often met together": "the words that agree between {s} and {e} are often met in one name",
    "name.ordinary/ordinary words": "the words that agree between {s} and {e} say little by themselves",
    "name.title/a name elsewhere": "{s} is a title on one side and a name on the other",
    "name.place/differs": "{s} and {e} are different countries, which the names name",
    "name.single/a person's word in an organisation's name": "one single word ties {s}, a person's name, and {e}",
    "name.single/a name of one word": "one single word ties {s} and {e}, and one of them has no other",
    "name.single/one word agrees": "one single word carries the agreement of {s} and {e}",
    "name.order/turned": "the words of {s} and {e} start at another place",
    "name.order/mixed": "the words of {s} and {e} stand in another order",
    "name.order/parent and child exchanged": "parent and child are exchanged between {s} and {e}",
    "name.number/equal": "both names have the number {s}",
    "name.number/differs": "the names have different numbers, {s} and {e}",
    "name.generic/equal": "{s} and {e} are the same general words",
    "name.generic/differs": "{s} and {e} are different general words",
    "name.legal_form/equal": "{s} and {e} are the same legal form",
    "name.legal_form/differs": "{s} and {e} are different legal forms",
    "birth_place/agrees": "{s} and {e} are in the same country, which by itself counts for nothing",
    "birth_place/differs": "{s} and {e} are in different countries, which by itself counts for nothing",
    "birth_place/unknown": "{s} and {e} cannot be compared as birth places",
    "country/agrees": "{s} and {e} are the same country, which by itself counts for nothing",
    "gender/agrees": "{s} and {e} are the same gender, which by itself counts for nothing",
    "identifier/same number, other kind": "{s} and {e} are the same number, stated as different kinds",
    "identifier/unknown": "{s} and {e} are identifiers that cannot be compared",
    "address/same": "{s} and {e} are the same address",
    "address/much the same": "{s} and {e} are much the same address",
}

BY_LEVEL: Mapping[str, str] = {
    "exact": "{s} and {e} are the same {label}",
    "equal": "{s} and {e} are the same {label}",
    "agrees": "{s} and {e} are the same {label}",
    "whole": "{s} and {e} are the same whole {label}",
    "close": "{s} is close to {e}",
    "joined": "{s} is {e}, with words written together or apart",
    "initial": "{s} and {e} share an initial",
    "equivalent": "{s} and {e} are two forms of one {label}",
    "day and month exchanged": "{s} is {e} with day and month exchanged",
    "same first of January": "{s} and {e} are the same 1 January, which often stands for an unknown day",
    "next day": "{s} and {e} are one day apart",
    "one digit differs": "{s} is {e} but for one digit",
    "digits of the year exchanged": "{s} is {e} with two digits of the year exchanged",
    "month and day agree": "{s} and {e} agree in month and day, and nearly in the year",
    "month": "{s} and {e} agree as far as the month",
    "year": "{s} and {e} agree as far as the year",
    "within range": "{s} and {e} can be the same {label}",
    "within a wide range": "{s} and {e} can be the same {label}, but so can many others",
    "approximate": "{s} and {e} can be the same {label}, as one of them is approximate",
    "year, first of January": "{s} and {e} agree as far as the year; 1 January often stands for an unknown day",
    "neighbouring year": "{s} and {e} lie in neighbouring years",
    "differs": "{s} and {e} are different ({label})",
}

IDENTICAL = "both sides give the {label} {s}"
FITS = "{s} fits {e} ({label})"
CONFLICTS = "{s} conflicts with {e} ({label})"
OPEN = "{s} and {e} do not decide ({label})"
SUBJECT_ONLY = "{s} stands only in the subject's {label}"
ENTRY_ONLY = "{e} stands only in the list entry's {label}"

IDENTIFIER_SHARED = "an identifier is hardly ever shared by chance"
"""Instead of how many people would agree as well: a number need not be a person's."""

HEADLINES: Mapping[str, tuple[str, str]] = {
    "agrees": ("{} agrees", "{} agree"),
    "close": ("{} agrees in part", "{} agree in part"),
    "conflicts": ("{} conflicts", "{} conflict"),
    "not-compared": ("{} does not decide", "{} do not decide"),
    "absent": ("no {} to compare", "no {} to compare"),
}
"""What findings of a group come to, for one group and for several."""

OTHER_BIRTH_YEAR = "A birth year other than {} would put it below the threshold{}."
OTHER_BIRTH_DATE = "A birth date other than {} would put it below the threshold{}."
NOT_A_SLIP = ", unless it is a listed date with a slip (a digit, digits exchanged, the next day)"
SAME_BIRTH_DATE = "The same birth date, {}, would make it a strong match."
SAME_BIRTH_YEAR = "The same birth year, {}, would make it a strong match."
OTHER_GENDER = "It would be below the threshold if the subject were {}."
OTHER_NATIONALITY = "A nationality other than {}{} would put it below the threshold."
OTHER_COUNTRY = "A country other than {}{} would put it below the threshold."
NO_RELATED_STATE = " (or a state that it became or came from)"
OTHER_IDENTIFIER = "Another {} than {} would put it below the threshold."
NO_IDENTIFIER = "Without the identifier that agrees it would be below the threshold."
SAME_IDENTIFIER = "The same identifier, {}, would make it a strong match."
ANY_IDENTIFIER = "Any one of the {} identifiers on the list, such as {}, would make it a strong match."
"""What one other fact would change; see `counterfactuals`."""

SCHEMES: Mapping[str, str] = {
    "account": "account number",
    "imo": "IMO number",
    "imo_company": "IMO company number",
    "licence": "licence number",
    "mode_s": "Mode S code",
    "registration": "registration number",
    "social_security": "social security number",
    "tax": "tax number",
    "vat": "VAT number",
    "wikidata": "Wikidata id",
}
"""Kinds of identifiers in words, where their own names are none."""

ABBREVIATIONS = frozenset(
    ["bic", "bik", "cage", "duns", "edrpou", "iban", "inn", "isin", "kpp", "lei", "mmsi", "ogrn", "okpo", "uei", "uscc"]
)
"""Kinds of identifiers that are written in capitals."""
