"""What it costs that two words are spelt differently, by rank: learnt tables may change, these orders may not."""

import pytest

from namesake.kernels.scripts import CLASSES, LATIN, script_class
from namesake.kernels.spelling import FAR, LONGEST, Rows, distance, encode, in_context
from namesake.kernels.tables import contexts_of, costs_between

ARABIC, CYRILLIC, HEBREW = script_class("Arab"), script_class("Cyrl"), script_class("Hebr")
HANGUL, HAN = script_class("Hang"), script_class("Hani")
NO_LIMIT = FAR - 1


def away(left: str, right: str, script: int = LATIN, other: int = LATIN, limit: int = NO_LIMIT) -> int:
    one, two = encode(left), encode(right)
    return distance(one, 0, len(one), two, 0, len(two), costs_between(script, other), limit, Rows())


@pytest.mark.parametrize(
    ("word", "nearer", "farther"),
    [
        pytest.param("mohammed", "muhamad", "mahmoud", id="spellings-before-another-name"),
        pytest.param("yusuf", "youssef", "yunus", id="digraph-before-another-name"),
        pytest.param("hussein", "husayn", "hassan", id="vowels-before-another-name"),
        pytest.param("borogove", "borrogove", "bodogove", id="doubled-letter"),
        pytest.param("talvek", "tavlek", "tarsek", id="neighbours-exchanged-before-two-letters"),
        pytest.param("talvek", "talvec", "talvep", id="c-for-k-before-p-for-k"),
        pytest.param("talvek", "talwek", "talrek", id="w-for-v"),
        pytest.param("talvek", "talvik", "talvtk", id="vowel-for-vowel"),
        pytest.param("smith", "smyth", "smath", id="y-for-i"),
        pytest.param("philip", "filip", "silip", id="ph-for-f"),
        pytest.param("dzhamal", "jamal", "kamal", id="dzh-for-j"),
        pytest.param("akhmed", "ahmed", "armed", id="kh-for-h"),
        pytest.param("shakir", "sakir", "makir", id="sh-for-s"),
        pytest.param("ivan", "iwan", "vani", id="substitution-before-rearrangement"),
        pytest.param("quoren", "quoren", "quorin", id="equal-first"),
        pytest.param("talvek", "talvek", "talvekk", id="equal-before-doubled"),
        pytest.param("burns", "bums", "bugs", id="rn-misread-as-m"),
        pytest.param("victory3", "victory3", "victory5", id="digits-stand-for-themselves"),
        pytest.param("mimsya", "mimsy4", "mimsy2", id="a-digit-that-looks-like-the-letter"),
        pytest.param("mimsyl", "mimsy1", "mimsy7", id="one-like-l"),
        pytest.param("mimsyi", "mimsy1", "mimsya", id="one-like-i"),
    ],
)
def test_nearer_in_latin_letters(word: str, nearer: str, farther: str) -> None:
    assert away(word, nearer) < away(word, farther)


@pytest.mark.parametrize(
    ("script", "written", "nearer", "farther"),
    [
        pytest.param(ARABIC, "mhmd", "mohammed", "ahmed", id="arabic-vowels-are-not-written"),
        pytest.param(ARABIC, "ywsf", "yusuf", "younes", id="arabic-long-vowel"),
        pytest.param(ARABIC, "krym", "karim", "akram", id="arabic-karim"),
        pytest.param(HEBREW, "ntn", "natan", "antonin", id="hebrew"),
        pytest.param(CYRILLIC, "yusuf", "yusuf", "yunus", id="cyrillic"),
        pytest.param(CYRILLIC, "chaykovskiy", "tchaikovsky", "kowalski", id="cyrillic-spellings"),
        pytest.param(HAN, "wang", "wong", "zhang", id="han-other-dialect"),
        pytest.param(HANGUL, "gim", "kim", "lim", id="hangul-g-is-k"),
        pytest.param(HANGUL, "bak", "park", "lark", id="hangul-park"),
    ],
)
def test_nearer_across_scripts(script: int, written: str, nearer: str, farther: str) -> None:
    assert away(written, nearer, script) < away(written, farther, script)


def test_missing_vowels_are_cheaper_where_the_script_leaves_them_out() -> None:
    assert away("mhmd", "mohamed", ARABIC) < away("mhmd", "mohamed")


@pytest.mark.parametrize("script", range(len(CLASSES)), ids=CLASSES)
@pytest.mark.parametrize("other", range(len(CLASSES)), ids=CLASSES)
@pytest.mark.parametrize(("left", "right"), [("mohammed", "mhmd"), ("szczepkowski", "schepkovsky"), ("kim", "gim")])
def test_both_directions_cost_the_same(script: int, other: int, left: str, right: str) -> None:
    assert 0 < away(left, right, script, other) == away(right, left, other, script) < FAR


@pytest.mark.parametrize("script", range(len(CLASSES)), ids=CLASSES)
def test_what_is_romanised_alike_costs_nothing_within_a_script_and_little_across(script: int) -> None:
    assert away("omar", "omar", script, script) < away("omar", "talvek", script, script)
    assert away("omar", "omar", script, LATIN) < away("omar", "talvek", script, LATIN)


@pytest.mark.parametrize("limit", [0, 1024, 8192])
def test_what_is_above_the_limit_is_far(limit: int) -> None:
    assert away("talvek", "talvek", limit=limit) == 0
    assert away("talvek", "borogove", limit=limit) == FAR
    exact = away("talvek", "talvik")
    assert away("talvek", "talvik", limit=exact) == exact
    assert away("talvek", "talvik", limit=exact - 1) == FAR


def test_only_a_part_of_the_letters_is_compared() -> None:
    text = encode("xxtalvekyy")
    word = encode("talvek")
    assert distance(text, 2, 6, word, 0, 6, costs_between(LATIN, LATIN), NO_LIMIT, Rows()) == 0


def test_very_long_words_are_compared_as_far_as_they_are_read() -> None:
    assert len(encode("a" * 100)) == LONGEST
    assert away("a" * 100, "a" * 90) == 0


@pytest.mark.parametrize(
    ("script", "number"),
    [("Latn", 0), ("Cyrl", 1), ("Arab", 2), ("Hebr", 3), ("Hang", 4), ("Hani", 5), ("Kana", 6), ("Geor", 0), ("", 0)],
)
def test_scripts_without_a_table_are_read_as_latin(script: str, number: int) -> None:
    assert script_class(script) == number


@pytest.mark.parametrize("script", [CYRILLIC, script_class("Kana")])
def test_a_silent_letter_costs_less_where_it_is_silent(script: int) -> None:
    """The last letter of "Mike", and the same one in "Miken"."""
    contexts, k, e, n = contexts_of(script), *encode("ken")
    silent, heard = (contexts[((k * 27 + e) * 27 + after) * 27] for after in (0, n))
    assert silent < heard


@pytest.mark.parametrize(
    ("script", "written", "nearer", "farther"),
    [
        pytest.param(ARABIC, "mhmd", "mohammed", "ahmed", id="arabic"),
        pytest.param(CYRILLIC, "chaykovskiy", "tchaikovsky", "kowalski", id="cyrillic"),
        pytest.param(script_class("Kana"), "maiku", "mike", "mika", id="kana"),
        pytest.param(HANGUL, "jon", "john", "juan", id="hangul"),
    ],
)
def test_nearer_with_neighbours(script: int, written: str, nearer: str, farther: str) -> None:
    def cost(text: str) -> int:
        latin, other, costs = encode(text), encode(written), costs_between(LATIN, script)
        return in_context(latin, 0, len(latin), other, 0, len(other), costs, contexts_of(script), Rows())

    assert cost(nearer) < cost(farther)
