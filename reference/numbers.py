"""Builds `src/namesake/data/numbers.csv`: numbers from 0 to 100 in words. `python -m reference.numbers`

One row a word: its value, the language, and whether it is a whole number by itself ("word"), may follow a ten
("unit"), only follows one ("after"), or may be followed by one ("ten"). Written for this project. Left out is what
is more often something else: "once", "elf", "premier", "prima", "quinta"; in a-z the short Russian ones stand only
after a ten.
"""

from collections.abc import Iterator

from reference.lexicon import write

Row = tuple[str, str, str, str]

# From 0 on, "|" between spellings, "-" where there is none that is safe.
UNITS = {
    "en": "zero one two three four five six seven eight nine",
    "en-ordinal": "- first second third fourth fifth sixth seventh eighth ninth",
    "es": "cero - - tres cuatro cinco seis siete ocho nueve",
    "es-ordinal": "- primero|primera|primer segundo|segunda tercero|tercera|tercer cuarto|cuarta quinto "
    "sexto|sexta séptimo|séptima octavo|octava noveno|novena",
    "fr": "zéro - deux trois quatre cinq six sept huit -",
    "fr-ordinal": "- - deuxième troisième quatrième cinquième sixième septième huitième neuvième",
    "de": "- - zwei drei vier fünf sechs sieben acht neun",
    "ru": "ноль|нуль один|одна|одно два|две три четыре пять шесть семь восемь девять",
    "ru-latin": "- odin - - chetyre - - - vosem devyat",
    "ar-ordinal": "- الأول|الأولى|الاولي الثانية الثالث|الثالثة الرابع|الرابعة الخامس|الخامسة السادس|السادسة "
    "السابع|السابعة الثامن|الثامنة التاسع|التاسعة",
}
TEENS = {  # from 10 on
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "en-ordinal": "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
    "es": "diez - doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
    "es-ordinal": "décimo|décima undécimo|undécima duodécimo|duodécima",
    "fr": "dix onze douze treize quatorze quinze seize - - -",
    "fr-ordinal": "dixième onzième douzième treizième quatorzième quinzième seizième",
    "de": "zehn - zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "ru": "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать "
    "восемнадцать девятнадцать",
    "ar-ordinal": "العاشر|العاشرة",
}
TENS = {  # from 20 on
    "en": "twenty thirty forty|fourty fifty sixty seventy eighty ninety",
    "en-ordinal": "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "fr": "vingt trente quarante cinquante soixante",
    "de": "zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
}
AFTER = [  # only after a ten: alone they are other words
    ("1", "uno", "es"), ("1", "una", "es"), ("2", "dos", "es"), ("1", "un", "fr"), ("1", "une", "fr"),
    ("9", "neuf", "fr"),
    ("2", "dva", "ru"), ("3", "tri", "ru"), ("5", "pyat", "ru"), ("6", "shest", "ru"), ("7", "sem", "ru"),
]  # fmt: skip
MORE = [
    ("21", "veintiuno"), ("22", "veintidós"), ("23", "veintitrés"), ("24", "veinticuatro"), ("25", "veinticinco"),
    ("26", "veintiséis"), ("27", "veintisiete"), ("28", "veintiocho"), ("29", "veintinueve"),
    ("100", "hundred"), ("100", "hundredth"), ("100", "cien"), ("100", "hundert"), ("100", "сто"),
]  # fmt: skip
GERMAN_UNITS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
RUSSIAN_ORDINALS = {  # stems and the kind of their endings
    1: "перв", 2: "втор", 3: "трет", 4: "четверт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят",
    10: "десят", 11: "одиннадцат", 12: "двенадцат", 13: "тринадцат", 14: "четырнадцат", 15: "пятнадцат",
    16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат", 20: "двадцат", 30: "тридцат",
    40: "сороков", 50: "пятидесят", 60: "шестидесят", 70: "семидесят", 80: "восьмидесят", 90: "девяност",
}  # fmt: skip
HARD = ("ый", "ой", "ая", "ое", "ого", "ому", "ые", "ых")
SOFT = ("ий", "ья", "ье", "ьего", "ьей", "ьи", "ьих")
LATIN = ("yy", "iy", "oy", "aya", "oye", "oe", "ogo", "ya")
RUSSIAN_LATIN = {
    1: "perv",
    2: "vtor",
    3: "tret",
    4: "chetvert",
    5: "pyat",
    6: "shest",
    7: "sedm",
    8: "vosm",
    9: "devyat",
}
GERMAN_ORDINALS = {1: "erst", 2: "zweit", 3: "dritt", 4: "viert", 5: "fünft", 6: "sechst", 7: "siebt", 8: "acht",
                   9: "neunt", 10: "zehnt"}  # fmt: skip


def listed(table: dict[str, str], first: int, step: int, kind: str) -> Iterator[Row]:
    """The rows of a table whose words count on from a number."""
    for language, words in table.items():
        for i, spellings in enumerate(words.split()):
            ordinal_ten = kind == "ten" and language.endswith("ordinal")
            for word in spellings.split("|"):
                if word != "-":
                    yield str(first + step * i), word, "word" if ordinal_ten else kind, language[:2]


def german() -> Iterator[Row]:
    """Einundzwanzig to neunundneunzig, and the ordinals to ten."""
    tens = TENS["de"].replace("|dreissig", "").split()
    for ten, tens_word in enumerate(tens, 2):
        for unit, word in enumerate(GERMAN_UNITS, 1):
            yield str(10 * ten + unit), f"{word}und{tens_word}", "word", "de"
    for value, stem in GERMAN_ORDINALS.items():
        yield from ((str(value), stem + ending, "word", "de") for ending in ("e", "er", "en", "es"))


def russian() -> Iterator[Row]:
    """Ordinals in their genders and cases, in Cyrillic, and those to nine in a-z."""
    for value, stem in RUSSIAN_ORDINALS.items():
        kind = "unit" if value < 10 else "word"
        yield from ((str(value), stem + ending, kind, "ru") for ending in (SOFT if value == 3 else HARD))
    for value, stem in RUSSIAN_LATIN.items():
        yield from ((str(value), stem + ending, "unit", "ru") for ending in LATIN)


def main() -> None:
    """Write the file."""
    rows = [*listed(UNITS, 0, 1, "unit"), *listed(TEENS, 10, 1, "word"), *listed(TENS, 20, 10, "ten")]
    more = [(value, word, "word", "es" if word.startswith("ve") else "en") for value, word in MORE]
    after = [(value, word, "after", language) for value, word, language in AFTER]
    write("numbers.csv", ["value", "word", "kind", "language"], [*rows, *more, *after, *german(), *russian()])


if __name__ == "__main__":
    main()
