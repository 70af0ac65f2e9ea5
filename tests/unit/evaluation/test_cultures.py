"""Cultures of spelling: coarse groups, told from words and scripts, never guessed where they tell nothing."""

import pytest

from namesake.data import rows
from namesake.evaluation.cultures import GROUPS, Telling
from namesake.evaluation.deck import ListedName, deck
from namesake.evaluation.innocents import NamePool, read_pools
from namesake.values.names import Name

POOLS = (
    NamePool("russian", ("Talvekar", "Viktorin"), ("Orrina",), ("Quorenov",)),
    NamePool("polish", ("Talvekar",), ("Zorva",), ("Quorensky",)),
    NamePool("dutch", ("Viktorin",), ("Pexel",), ("van den Marrow",)),
    NamePool("unheard_of", ("Elandril",), ("Elandra",), ("Elando",)),
)


@pytest.mark.parametrize(
    ("name", "group"),
    [
        pytest.param("Orrina Nobody", "slavic_and_balkan", id="one word tells"),
        pytest.param("TALVEKAR Somebody", "slavic_and_balkan", id="of two cultures of one group"),
        pytest.param("Viktorin Nobody", "", id="a word of two groups tells nothing"),
        pytest.param("Orrina Pexel", "", id="words that disagree"),
        pytest.param("Viktorin Pexel", "other_european", id="a word of two groups does not spoil another"),
        pytest.param("Marrow, Somebody", "other_european", id="beside a comma"),
        pytest.param("den Nobody", "", id="small words tell nothing"),
        pytest.param("Elandril Nobody", "", id="a culture of no group"),
        pytest.param("Nobody Atall", "", id="no word is known"),
        pytest.param("سهراب ورزنی", "west_and_south_asian", id="script of one group"),
        pytest.param("吴芳", "east_asian", id="han"),
        pytest.param("Орринас", "", id="cyrillic is shared"),
    ],
)
def test_a_group_is_told_by_spelling(name: str, group: str) -> None:
    assert Telling(POOLS).group(name) == group


def test_every_culture_of_the_innocents_is_in_one_group() -> None:
    cultures = sorted({pool.culture for pool in read_pools(rows("innocent_names.csv"))})
    assert sorted(culture for members in GROUPS.values() for culture in members) == cultures


def test_only_persons_names_are_told() -> None:
    name = Name("Orrina Marrows Quilla")
    listed = [ListedName("watch", schema, schema, name) for schema in ("Person", "Company", "LegalEntity")]
    found = {case.expect[0].partition(":")[2]: case.culture for case in deck(listed, 1, 3, Telling(POOLS).group)}
    assert found == {"Person": "slavic_and_balkan", "Company": "", "LegalEntity": ""}


def test_variations_keep_the_group_of_the_listed_name() -> None:
    cases = list(deck([ListedName("watch", "1", "Person", Name("Orrina Zorva Talvekar"))], 1, 3, Telling(POOLS).group))
    assert len(cases) > 15
    assert {case.culture for case in cases} == {"slavic_and_balkan"}
