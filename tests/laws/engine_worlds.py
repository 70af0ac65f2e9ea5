"""Small invented worlds for the laws of the engine: names from pools of words, with everything that goes wrong."""

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from namesake.values.entities import Entity
from namesake.values.facts import Address, CountryFact, Gender, Identifier, PartialDate
from namesake.values.names import Name

T = TypeVar("T")
Change = Callable[[list[str]], list[str]]
GENDERS: tuple[Gender, ...] = ("male", "female", "other")
GIVEN = ("Adam", "Omar", "Fatima", "Abd al-Rahman", "Abdulkarim", "Yusuf", "Юсуф", "يوسف", "Иван", "Ivan", "محمد",
         "Mohammed", "Muhamad", "Li", "李", "Wei", "伟", "김", "Kim", "Minh", "נתן", "Natan", "გიორგი", "Giorgi",
         "O'Neill", "Haji", "Sheikh", "Zbigniew", "Jean-Pierre", "María", "Ülkü", "Ben", "Al", "mhmd",
         "Иcлам")  # fmt: skip
FAMILY = ("Testov", "Тестов", "Testoff", "al-Maliki", "المالكي", "Malki", "Qwertian", "Borogove", "Borogoves", "Van",
          "de la Cruz", "Smith", "Khan", "Хан", "خان", "Park", "박", "Karapetyan", "Կարապետյան", "Szczepkowski",
          "Schepkovsky", "bin Laghari", "ibn Laghari", "Donaudampfschifffahrtsgesellschaftskapitan",
          "Donaudampfschifffahrtsgesellschaftskapitaenin", "An", "Ng", "Akhund", "Haji", "Tanaka",
          "田中", "タナカ")  # fmt: skip
COMPANY = ("Borogove", "Victory", "Северсталь", "Severstal", "K2X9", "K2X9Z", "A2234", "B52", "4X4", "Moskva", "Nile",
           "Alpha", "Альфа", "Gulf", "Star", "Star", "النيل", "三星", "Samsung", "Sam", "Sung", "Zed", "J", "P", "and",
           "of", "the", "Glory", "Ocean", "Morgan", "JPMorgan", "Mohammed")  # fmt: skip
GENERIC = ("Bank", "Trading", "Shipping", "International", "Holding", "Банк", "General", "Oil")
LEGAL = ("LLC", "GmbH", "Ltd", "OOO", "ООО", "S.A.", "Limited Liability Company", "JSC")
NUMBERS = ("3", "5", "III", "V", "17", "2000", "07", "7")
SCHEMAS = ("Person", "Organization", "LegalEntity", "Company", "Vessel")
WRITTEN = {
    "Arab": dict(zip("bdfgklmnrstwyz", "بدفغكلمنرستويز", strict=True)) | dict.fromkeys("aeiou", "ا"),
    "Cyrl": dict(zip("abdefgiklmnorstuwyz", "абдефгиклмнорстувйз", strict=True)),
    "Kana": {
        "ba": "バ",
        "do": "ド",
        "ki": "キ",
        "mu": "ム",
        "ne": "ネ",
        "ra": "ラ",
        "so": "ソ",
        "ti": "チ",
        "yu": "ユ",
    },
    "Hang": {
        "ba": "바",
        "do": "도",
        "ki": "키",
        "mu": "무",
        "ne": "네",
        "ra": "라",
        "so": "소",
        "ti": "티",
        "yu": "유",
    },
}
"""How invented words are written in other scripts."""
DAYS = tuple(date(1948, 1, 7) + timedelta(days=step) for step in (0, 24, 153, 365, 366, 3653, 4018, 18263))


class World:
    """Draws entities; the same numbers give the same entities."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def entity(self, number: int) -> Entity:
        chance = self._chance
        schema = chance.choice(SCHEMAS)
        made = (
            self.person if schema == "Person" or (schema == "LegalEntity" and chance.random() < 0.5) else self.company
        )
        names = tuple(Name(made(), weak=chance.random() < 0.2) for _ in range(chance.choice((1, 1, 1, 2, 3))))
        born = tuple(self.born() for _ in range(chance.choice((0, 0, 1, 1, 2)))) if schema != "Vessel" else ()
        return Entity(
            f"e{number}", schema, names, born,
            genders=self._some(GENDERS),
            countries=tuple(CountryFact("nationality", code) for code in self._some(("ru", "sy", "gb"))),
            identifiers=self.identifiers(),
            addresses=self.addresses(),
        )  # fmt: skip

    def _some(self, values: Sequence[T]) -> tuple[T, ...]:
        return tuple(self._chance.sample(values, self._chance.choice((0, 0, 0, 1, 1, 2))))

    def person(self) -> str:
        chance = self._chance
        words = [chance.choice(GIVEN) for _ in range(chance.choice((0, 1, 1, 2, 3)))]
        words += [chance.choice(FAMILY) for _ in range(chance.choice((0, 1, 1, 2)))]
        if chance.random() < 0.2:
            words.insert(0, chance.choice("ABJMO"))
        if chance.random() < 0.1:
            words.append(chance.choice(NUMBERS))
        return self.noisy(words or ["Adam"])

    def company(self) -> str:
        chance = self._chance
        words = [chance.choice(COMPANY) for _ in range(chance.choice((0, 1, 1, 2, 3)))]
        words += [chance.choice(GENERIC) for _ in range(chance.choice((0, 1, 1, 2)))]
        words += [chance.choice(NUMBERS)] if chance.random() < 0.3 else []
        words += [chance.choice(LEGAL)] if chance.random() < 0.4 else []
        if chance.random() < 0.2:
            chance.shuffle(words)
        return self.noisy(words or ["Borogove"])

    def noisy(self, words: list[str]) -> str:
        chance = self._chance
        changes = self.changes()
        for _ in range(chance.choice((0, 0, 1, 1, 2))):
            words = chance.choice(changes)(words)
        return (", ".join((words[-1], " ".join(words[:-1]))) if chance.random() < 0.05 else " ".join(words)) or "Adam"

    def changes(self) -> tuple[Change, ...]:
        """What goes wrong with names."""
        return (
            self._misspelt, self._twice, self._initial, self._shuffled, self._joined, self._split, self._without,
        )  # fmt: skip

    def _misspelt(self, words: list[str]) -> list[str]:
        at = self._chance.randrange(len(words))
        word = list(words[at])
        place = self._chance.randrange(len(word))
        word[place] = self._chance.choice(("", word[place] * 2, "a", "h", "k", word[place - 1], "2"))
        return [*words[:at], "".join(word) or "x", *words[at + 1 :]]

    def _twice(self, words: list[str]) -> list[str]:
        return [*words, self._chance.choice(words)]

    def _initial(self, words: list[str]) -> list[str]:
        at = self._chance.randrange(len(words))
        return [*words[:at], words[at][0] + ".", *words[at + 1 :]]

    def _shuffled(self, words: list[str]) -> list[str]:
        return self._chance.sample(words, len(words))

    def _joined(self, words: list[str]) -> list[str]:
        return ["".join(words[:2]), *words[2:]]

    def _split(self, words: list[str]) -> list[str]:
        half = len(words[0]) // 2
        return [words[0][:half] or "x", words[0][half:] or "x", *words[1:]]

    def _without(self, words: list[str]) -> list[str]:
        return words[1:] or words

    def born(self) -> PartialDate:
        chance = self._chance
        first = chance.choice(DAYS)
        shape = chance.choice(("day", "day", "slip", "month", "year", "range"))
        circa = chance.random() < 0.2
        if shape == "slip":
            first = chance.choice((first.replace(day=first.month, month=min(first.day, 12)), first + timedelta(days=2)))
        last = {
            "month": first + timedelta(days=27),
            "year": date(first.year, 12, 31),
            "range": date(first.year + chance.choice((1, 4, 30)), 12, 31),
        }.get(shape, first)
        return PartialDate(date(first.year, 1, 1) if shape in ("year", "range") else first, last, circa)

    def identifiers(self) -> tuple[Identifier, ...]:
        chance = self._chance
        values = ("AB123456", "IMO 9074729", "9074729", "9074730", "N/A", "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe")
        kinds = ("passport", "imo", "tax", "other", "wallet:ETH", "wallet:USDT")
        count = chance.choice((0, 0, 0, 0, 1, 2))
        return tuple(
            Identifier(chance.choice(kinds), chance.choice(values), chance.choice(("", "ru"))) for _ in range(count)
        )

    def addresses(self) -> tuple[Address, ...]:
        chance = self._chance
        texts = (
            "12 Borogove Street, Wabe 4711", "Wabe 4711, 12 Borogove St.", "14 Borogove Street, Wabe 4711",
            "12 Borogove Street, floor 3, Wabe 4711", "P.O. Box 12, Wabe", "Wabe, France", "12 Tove Lane, Wabe 4711",
        )  # fmt: skip
        return tuple(Address(chance.choice(texts)) for _ in range(chance.choice((0, 0, 0, 1, 1, 3))))

    def variant(self, entity: Entity, number: int) -> Entity:
        """Somebody much like an entity: its names disturbed, its facts drawn anew or kept."""
        chance = self._chance
        other = self.entity(number)
        keep = chance.random()
        return Entity(
            other.id,
            chance.choice((entity.schema, entity.schema, "LegalEntity", "Person")),
            tuple(Name(self.noisy(name.text.split()), weak=chance.random() < 0.1) for name in entity.names[:2]),
            entity.birth_dates if keep < 0.4 else other.birth_dates,
            genders=entity.genders if keep < 0.7 else other.genders,
            countries=other.countries,
            identifiers=other.identifiers,
            addresses=other.addresses,
        )


class JoiningWorld(World):
    """The same, where articles come and go and any neighbours are written as one."""

    def changes(self) -> tuple[Change, ...]:
        return (*super().changes(), self._article, self._article, self._joined_anywhere, self._joined_anywhere)

    def _article(self, words: list[str]) -> list[str]:
        """An article more, or one written together with its word, or with the word before it as well."""
        at = self._chance.randrange(len(words))
        word = words[at]
        if not word.startswith("al-"):
            return [*words[:at], f"al-{word}", *words[at + 1 :]]
        if at and self._chance.random() < 0.5:
            return [*words[: at - 1], f"{words[at - 1]}al{word[3:].lower()}", *words[at + 1 :]]
        return [*words[:at], f"Al{word[3:].lower()}", *words[at + 1 :]]

    def _joined_anywhere(self, words: list[str]) -> list[str]:
        at = self._chance.randrange(len(words))
        return [*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]]


def written(chance: random.Random, script: str, slips: int) -> tuple[str, str]:
    """An invented word in Latin letters and in another script, with so many slips."""
    syllables = sorted(WRITTEN["Kana"])
    word = [chance.choice(syllables) for _ in range(chance.randint(2, 4))]
    heard = list(word)
    for _ in range(slips):
        heard[chance.randrange(len(heard))] = chance.choice(syllables)
    table = WRITTEN[script]
    letters = heard if syllables[0] in table else list("".join(heard))
    return "".join(word), "".join(table[letter] for letter in letters)
