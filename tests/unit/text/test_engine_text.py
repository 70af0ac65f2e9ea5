"""Text made plain, its scripts, letters that imitate others, romanisation, words."""

import pytest

from namesake.text.romanise import romanise, syllabic, syllables
from namesake.text.scripts import disguised, imitates, script_of, undisguise, unmask
from namesake.text.unicode import has_hidden, plain
from namesake.text.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Talvek  Quoren ", "Talvek Quoren", id="blanks"),
        pytest.param("a\tb\r\n c", "a b c", id="controls-separate"),
        pytest.param("a\x00b", "a b", id="nul"),
        pytest.param("a\u200bb", "ab", id="zero-width-space"),
        pytest.param("\u202eTalvek\u202c", "Talvek", id="right-to-left-override"),
        pytest.param("\ufeffTalvek", "Talvek", id="byte-order-mark"),
        pytest.param("Tal\u00advek", "Talvek", id="soft-hyphen"),
        pytest.param("x\ud800y", "xy", id="lone-surrogate"),
        pytest.param("\ue000y", "y", id="private-use"),
        pytest.param("x\u00a0y", "x y", id="no-break-space"),
        pytest.param("a\u2028b", "a b", id="line-separator"),
        pytest.param("ﬁn", "fin", id="ligature"),
        pytest.param("Ｔａｌ", "Tal", id="fullwidth"),
        pytest.param("e\u0301", "é", id="composed"),
        pytest.param("Ⅳ", "IV", id="roman-numeral-sign"),
        pytest.param("ﻋﻤﺮ", "عمر", id="arabic-presentation-forms"),
        pytest.param(" \u200b ", "", id="nothing-visible"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        pytest.param("Talvek\tQuoren\r\n", False, id="ordinary-blanks"),
        pytest.param("Tal\u200bvek", True, id="zero-width"),
        pytest.param("Tal\u202evek", True, id="bidi"),
        pytest.param("Tal\x07vek", True, id="bell"),
        pytest.param("Тальвек", False, id="cyrillic"),
    ],
)
def test_hidden(text: str, hidden: bool) -> None:
    assert has_hidden(text) is hidden


@pytest.mark.parametrize(
    ("word", "script"),
    [
        pytest.param("abc", "Latn", id="latin"),
        pytest.param("Łódź", "Latn", id="latin-extended"),
        pytest.param("Юра", "Cyrl", id="cyrillic"),
        pytest.param("Αθήνα", "Grek", id="greek"),
        pytest.param("Հայ", "Armn", id="armenian"),
        pytest.param("שלום", "Hebr", id="hebrew"),
        pytest.param("عمر", "Arab", id="arabic"),
        pytest.param("ﻋﻤﺮ", "Arab", id="arabic-presentation"),
        pytest.param("राम", "Deva", id="devanagari"),
        pytest.param("বাং", "Beng", id="bengali"),
        pytest.param("தமி", "Taml", id="tamil"),
        pytest.param("ไทย", "Thai", id="thai"),
        pytest.param("ខ្មែ", "Khmr", id="khmer"),
        pytest.param("အမ", "Mymr", id="burmese"),
        pytest.param("გია", "Geor", id="georgian"),
        pytest.param("አማ", "Ethi", id="ethiopic"),
        pytest.param("漢字", "Hani", id="han"),
        pytest.param("𠮷", "Hani", id="han-beyond-the-plane"),
        pytest.param("タナ", "Kana", id="katakana"),
        pytest.param("ゆり", "Kana", id="hiragana"),
        pytest.param("ｶﾅ", "Kana", id="halfwidth-katakana"),
        pytest.param("한국", "Hang", id="hangul"),
        pytest.param("123", "Latn", id="digits"),
        pytest.param("☃", "Latn", id="no-letter"),
        pytest.param("", "Latn", id="empty"),
        pytest.param("Aбв", "Cyrl", id="majority"),
    ],
)
def test_script(word: str, script: str) -> None:
    assert script_of(word) == script


@pytest.mark.parametrize(
    ("word", "read"),
    [
        pytest.param("Аdam", "Adam", id="cyrillic-a"),
        pytest.param("Αdam", "Adam", id="greek-alpha"),
        pytest.param("Мoskva", "Moskva", id="cyrillic-m"),
        pytest.param("Ѕmith", "Smith", id="cyrillic-dze"),
        pytest.param("QuоrеN", "QuoreN", id="cyrillic-o-and-e"),
        pytest.param("Mосква", "Москва", id="latin-m-in-a-cyrillic-word"),
        pytest.param("Maксим", "Максим", id="two-latin-letters-in-a-cyrillic-word"),
        pytest.param("МОСКBAR", "MOCKBAR", id="latin-letter-that-no-cyrillic-one-looks-like"),
        pytest.param("ОМАРI", "OMAPI", id="all-letters-look-alike"),
        pytest.param("Адам", "Адам", id="whole-cyrillic-word-untouched"),
        pytest.param("Αθήνα", "Αθήνα", id="whole-greek-word-untouched"),
        pytest.param("Adam", "Adam", id="latin"),
    ],
)
def test_unmask(word: str, read: str) -> None:
    assert unmask(word) == read
    assert imitates(word) is (word != read)


@pytest.mark.parametrize(
    ("word", "whole"),
    [
        pytest.param("РЕАСЕ", True, id="cyrillic"),
        pytest.param("ΑΒΟΝ", True, id="greek"),
        pytest.param("Омар", False, id="r-in-lower-case-but-no-m"),
        pytest.param("Юрий", False, id="own-letters"),
        pytest.param("PEACE", False, id="latin"),
        pytest.param("РEACE", False, id="mixed"),
        pytest.param("12", False, id="digits"),
        pytest.param("", False, id="empty"),
    ],
)
def test_disguised(word: str, whole: bool) -> None:
    assert disguised(word) is whole


@pytest.mark.parametrize(
    ("given", "read"),
    [
        pytest.param(["РЕАСЕ", "Tove"], ["PEACE", "Tove"], id="among-latin"),
        pytest.param(["РЕАСЕ", "7"], ["РЕАСЕ", "7"], id="among-digits"),
        pytest.param(["РЕАСЕ", "Тестов"], ["РЕАСЕ", "Тестов"], id="among-cyrillic"),
        pytest.param(["РЕАСЕ", "Tove", "Тестов"], ["РЕАСЕ", "Tove", "Тестов"], id="two-alphabets"),
        pytest.param(["РЕАСЕ"], ["РЕАСЕ"], id="alone"),
        pytest.param(["РЕАСЕ", "ΑΒΟΝ", "Tove"], ["PEACE", "ABON", "Tove"], id="two-disguises"),
        pytest.param([], [], id="none"),
    ],
)
def test_undisguise(given: list[str], read: list[str]) -> None:
    assert undisguise(given) == read


@pytest.mark.parametrize(
    ("word", "pairs"),
    [
        pytest.param("王海", (("王", "wang"), ("海", "hai")), id="han"),
        pytest.param("철수", (("철", "cheol"), ("수", "su")), id="hangul"),
        pytest.param("佐々木", (("佐", "zuo"), ("佐", "zuo"), ("木", "mu")), id="iteration-mark"),
        pytest.param("三グループ", (("三", "san"), ("グループ", "gurupu")), id="kana-in-one"),
        pytest.param("ABC王", (("ABC", "abc"), ("王", "wang")), id="latin-in-one"),
        pytest.param("第3师", (("第", "di"), ("3", "3"), ("师", "shi")), id="digit"),
    ],
)
def test_syllables(word: str, pairs: tuple[tuple[str, str], ...]) -> None:
    assert syllabic(word)
    assert syllables(word) == pairs


@pytest.mark.parametrize(
    "word", ["Adam", "タナカ", "Адам", "عمر", ""], ids=["latin", "kana", "cyrillic", "arabic", "empty"]
)
def test_not_syllabic(word: str) -> None:
    assert not syllabic(word)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        pytest.param("ALI", ("ali",), id="case"),
        pytest.param("Straße", ("strasse",), id="sharp-s"),
        pytest.param("Łódź", ("lodz",), id="polish"),
        pytest.param("Đặng", ("dang",), id="vietnamese"),
        pytest.param("İsmail", ("ismail",), id="dotted-capital-i"),
        pytest.param("Þór", ("thor",), id="thorn"),
        pytest.param("Щукин", ("shchukin",), id="cyrillic"),
        pytest.param("Σωκράτης", ("sokratis",), id="greek"),
        pytest.param("გიორგი", ("giorgi",), id="georgian"),
        pytest.param("Հայկ", ("hayk",), id="armenian"),
        pytest.param("נתן", ("ntn",), id="hebrew"),
        pytest.param("عمر", ("amr",), id="arabic-ayn-is-a-vowel"),
        pytest.param("ﻣﺤﻤﺪ", ("mhmd",), id="arabic-presentation-forms"),
        pytest.param("مُحَمَّد", ("mhmd",), id="arabic-vowel-marks-carry-nothing"),
        pytest.param("محـــمد", ("mhmd",), id="arabic-tatweel"),
        pytest.param("राम", ("ram",), id="devanagari"),
        pytest.param("ゆり", ("yuri",), id="hiragana"),
        pytest.param("タナカ", ("tanaka",), id="katakana"),
        pytest.param("王文海", ("wang", "wen", "hai"), id="han-by-syllable"),
        pytest.param("김철수", ("gim", "cheol", "su"), id="hangul-by-syllable"),
        pytest.param("–", (), id="nothing-remains"),
        pytest.param("ء", (), id="hamza-alone"),
    ],
)
def test_romanise(word: str, pieces: tuple[str, ...]) -> None:
    assert romanise(word) == pieces


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("كريم", "کریم", id="kaf-and-keheh"),
        pytest.param("علي", "علی", id="yeh-and-farsi-yeh"),
        pytest.param("أحمد", "احمد", id="alef-with-hamza"),
        pytest.param("آدم", "ادم", id="alef-with-madda"),
        pytest.param("فاطمة", "فاطمه", id="ta-marbuta"),
        pytest.param("مؤمن", "مومن", id="waw-with-hamza"),
        pytest.param("موسى", "موسي", id="alef-maksura"),
        pytest.param("مصطفى", "مصطفي", id="alef-maksura-at-the-end"),
    ],
)
def test_arabic_letters_that_writers_exchange(one: str, other: str) -> None:
    assert one != other
    assert romanise(one) == romanise(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Jean-Pierre Quoren", ["Jean", "Pierre", "Quoren"], id="hyphen"),
        pytest.param("O'Neill", ["ONeill"], id="apostrophe"),
        pytest.param("O’Neill", ["ONeill"], id="typographic-apostrophe"),
        pytest.param("Sa`id ʿUmar", ["Said", "Umar"], id="ayn-marks"),
        pytest.param("A.B. (Talvek)/Quoren;x", ["A", "B", "Talvek", "Quoren", "x"], id="punctuation"),
        pytest.param("हिन्दी", ["हिन्दी"], id="marks-stay"),
        pytest.param("=cmd|' /C calc'!A0", ["cmd", "C", "calc", "A0"], id="formula"),
        pytest.param("...", [], id="none"),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected
