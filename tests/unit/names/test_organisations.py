"""Names of organisations and vessels: legal forms, general words, articles, numbers, acronyms, places.

Tokens are written `text:role` as in test_engine_tokens.
"""

import pytest

from namesake.names.lexicon import GIVEN_TITLES, SURNAME_TITLES, honorifics
from namesake.names.persons import MOST_TITLES
from namesake.names.tokens import parse
from namesake.values.names import Name
from namesake.values.tokens import NameClass

SHORT = {"name": "", "particle": ":p", "number": ":n", "generic": ":g", "legal": ":l"}


def shown(text: str) -> str:
    tokens = parse(Name(text), "other").tokens
    return " ".join(("al+" if token.article else "") + token.text + SHORT[token.role] for token in tokens)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("Borogove S.A. de C.V.", "JSC", id="mexico"),
        pytest.param("Borogove S.A.DE C.V.", "JSC", id="mexico-without-a-blank"),
        pytest.param("BOROGOVE SA DE CV", "JSC", id="mexico-without-dots"),
        pytest.param("Borogove, S. de R.L. de C.V.", "LLC", id="mexico-limited"),
        pytest.param("Borogove S.P.R. de R.L.", "LLC", id="mexico-rural"),
        pytest.param("Borogove S.A.S.", "LLC", id="simplified"),
        pytest.param("Borogove E.I.R.L.", "LLC", id="eirl"),
        pytest.param("Borogove C.A.", "LLC", id="venezuela"),
        pytest.param("Borogove L.L.C.", "LLC", id="llc-with-dots"),
        pytest.param("Borogove L. L. C.", "LLC", id="llc-with-dots-and-blanks"),
        pytest.param("Borogove Co., Ltd.", "LLC", id="co-ltd"),
        pytest.param("Borogove Pvt. Ltd.", "LLC", id="india"),
        pytest.param("Borogove Sdn. Bhd.", "LLC", id="malaysia"),
        pytest.param("O.O.O. Borogove", "LLC", id="russia-with-dots"),
        pytest.param("О.О.О. Бороговия", "LLC", id="russia-cyrillic-with-dots"),
        pytest.param("OAO Borogove", "JSC", id="oao"),
        pytest.param("ZAO Borogove", "JSC", id="zao"),
        pytest.param("PAO Borogove", "JSC", id="pao"),
        pytest.param("АО Бороговия", "JSC", id="ao-cyrillic"),
        pytest.param("AO Borogove", "JSC", id="ao"),
        pytest.param("FGUP Borogove", "SOE", id="fgup"),
        pytest.param("Федеральное государственное унитарное предприятие Бороговия", "SOE", id="fgup-in-full"),
        pytest.param("ТОВ Бороговія", "LLC", id="ukraine-limited"),
        pytest.param("ТОВ Borogove", "LLC", id="ukraine-limited-among-latin"),
        pytest.param("ПАТ Бороговія", "JSC", id="ukraine-joint-stock"),
        pytest.param("Borogove Unitary Enterprise", "SOE", id="belarus"),
        pytest.param("Borogove d.o.o.", "LLC", id="serbia"),
        pytest.param("Borogove A.Ş.", "JSC", id="turkey-joint-stock"),
        pytest.param("Borogove Ltd. Şti.", "LLC", id="turkey-limited"),
        pytest.param("Borogove Limited Şirketi", "LLC", id="turkey-limited-in-full"),
        pytest.param("Borogove PJS", "JSC", id="iran"),
        pytest.param("Borogove (Sahami Khass)", "JSC", id="iran-persian"),
        pytest.param("بوروغوف ش.م.م", "JSC", id="arabic-with-dots"),
        pytest.param("بوروغوف ذات مسؤولية محدودة", "LLC", id="arabic-limited"),
        pytest.param("安波罗有限公司", "LLC", id="china"),
        pytest.param("安波罗股份有限公司", "JSC", id="china-joint-stock"),
        pytest.param("Borogove Youxian Gongsi", "LLC", id="china-romanised"),
        pytest.param("株式会社ボロゴーブ", "JSC", id="japan"),
        pytest.param("Borogove K.K.", "JSC", id="japan-romanised"),
        pytest.param("주식회사 보로고브", "JSC", id="korea"),
        pytest.param("Borogove Jusik Hoesa", "JSC", id="korea-romanised"),
    ],
)
def test_legal_form(text: str, form: str) -> None:
    tokens = parse(Name(text), "other").tokens
    assert [token.text for token in tokens if token.role == "legal"] == [form]
    assert "name" in {token.role for token in tokens}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("Fu Tove Yu 7", "fu tove yu 7:n", id="yu-is-a-word"),
        pytest.param("Borogove in Tove", "borogove in:p tove", id="in-is-a-word"),
        pytest.param("Borogove II", "borogove 2:n", id="ii-is-a-number"),
        pytest.param("J. P. Borogove", "jp borogove", id="initials-are-one-word"),
        pytest.param("J.P. Borogove", "jp borogove", id="initials-without-a-blank"),
        pytest.param("Dr. Borogove", "dr borogove", id="a-dot-alone-joins-nothing"),
        pytest.param("M/V Borogove", "mv:p borogove", id="motor-vessel"),
        pytest.param("MT Borogove", "mt:p borogove", id="motor-tanker"),
        pytest.param("MV", "mv", id="motor-vessel-alone"),
        pytest.param("РЕАСЕ Borogove", "peace borogove", id="disguised"),
        pytest.param("РЕАСЕ Бороговия", "rease borogoviya", id="cyrillic-among-cyrillic"),
    ],
)
def test_no_legal_form(text: str, tokens: str) -> None:
    assert shown(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        *(
            pytest.param(f"{word} Borogove", "CO:g borogove", id=f"company-{word}")
            for word in ("Society", "Company", "Compagnie", "Kompaniya", "Sherkat", "Şirketi", "Gesellschaft")
        ),
        pytest.param("شركة بوروغوف", "CO:g bwrwghwf", id="company-arabic"),
        pytest.param("شرکت بوروغوف", "CO:g bwrwghwf", id="company-persian"),
        pytest.param("компания Бороговия", "CO:g borogoviya", id="company-russian"),
        pytest.param("安波罗公司", "an bo luo CO:g", id="company-chinese"),
        pytest.param("Borogove Gongsi", "borogove CO:g", id="company-pinyin"),
        pytest.param("بنك بوروغوف", "BANK:g bwrwghwf", id="bank"),
        pytest.param("البنك بوروغوف", "BANK:g bwrwghwf", id="bank-with-an-article"),
        pytest.param("بوروغوف للتجارة العامة", "bwrwghwf TRADE:g GENERAL:g", id="for-trade"),
        pytest.param("بوروغوف للنفط والغاز", "bwrwghwf OIL:g GAS:g", id="for-oil-and-gas"),
        pytest.param("نفط بوروغوف", "OIL:g bwrwghwf", id="oil"),
        pytest.param("Borogove Petrochemical Company", "borogove PETROCHEM:g CO:g", id="petrochemical-is-no-oil"),
        pytest.param("Пром Торговая Бороговия", "prom TRADE:g borogoviya", id="russian-adjective"),
        pytest.param("Международный фонд Бороговия", "INTL:g FUND:g borogoviya", id="international"),
        pytest.param("Borogove Islami Cephesi", "borogove ISLAMIC:g FRONT:g", id="front-turkish"),
        pytest.param("Jabhat Borogove", "FRONT:g borogove", id="front-arabic-romanised"),
        pytest.param("安波罗石油天然气集团", "an bo luo OIL:g GAS:g GRP:g", id="within-a-chinese-word"),
        pytest.param("Borogove Jituan", "borogove GRP:g", id="group-pinyin"),
        pytest.param("Dang Borogove", "dang borogove", id="latin-word-is-no-korean-one"),
        pytest.param("보로고브 은행", "bo lo go beu BANK:g", id="bank-korean"),
    ],
)
def test_general_words(text: str, tokens: str) -> None:
    assert shown(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("Al-Tove Trading", "al+tove TRADE:g", id="latin"),
        pytest.param("Borogove Al Tove", "borogove al+tove", id="latin-within"),
        pytest.param("Ash-Shatove Trading", "al+shatove TRADE:g", id="sun-letter"),
        pytest.param("شركة التوف", "CO:g al+twf", id="arabic"),
        pytest.param("Borogove Al", "borogove al:p", id="nothing-follows"),
    ],
)
def test_articles(text: str, tokens: str) -> None:
    assert shown(text) == tokens


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("Brigade Forty Four", "44", id="english"),
        pytest.param("Brigade Forty-Four", "44", id="hyphen"),
        pytest.param("44th Brigade", "44", id="ordinal-in-digits"),
        pytest.param("Forty-Fourth Brigade", "44", id="ordinal-in-words"),
        pytest.param("Brigade 044", "44", id="leading-zero"),
        pytest.param("Brigada Cuarenta y Cuatro", "44", id="spanish"),
        pytest.param("Brigada Treinta y Uno", "31", id="spanish-uno-after-a-ten"),
        pytest.param("Brigade Quarante Quatre", "44", id="french"),
        pytest.param("Brigade Quatre Vingt Dix", "90", id="french-ninety"),
        pytest.param("Brigade Soixante Douze", "72", id="french-seventy-two"),
        pytest.param("Brigade Vierundvierzig", "44", id="german"),
        pytest.param("Бригада сорок четыре", "44", id="russian"),
        pytest.param("Сорок четвертая бригада", "44", id="russian-ordinal"),
        pytest.param("44-я бригада", "44", id="russian-ordinal-in-digits"),
        pytest.param("Pervaya Borogove", "1", id="russian-in-latin"),
        pytest.param("لواء بوروغوف الثالث", "3", id="arabic-ordinal"),
        pytest.param("第四十四旅", "44", id="chinese-ordinal"),
        pytest.param("第3旅", "3", id="chinese-ordinal-in-digits"),
        pytest.param("Borogove No. 5", "5", id="number-sign"),
        pytest.param("Borogove №5", "5", id="numero-sign"),
        pytest.param("Borogove Nr. 5", "5", id="number-sign-german"),
        pytest.param("First Borogove Bank", "1", id="first"),
        pytest.param("Borogove 3rd", "3", id="third-in-digits"),
        pytest.param("One Hundred Borogoves", "100", id="one-hundred"),
        pytest.param("Borogove XXXIX", "39", id="roman"),
        pytest.param("Borogove VI Shipping", "6", id="roman-before-general-words"),
        pytest.param("Seven Borogoves", "7", id="seven"),
    ],
)
def test_number(text: str, number: str) -> None:
    tokens = parse(Name(text), "other").tokens
    assert [token.text for token in tokens if token.role == "number"] == [number]
    rest = [token for token in tokens if token.role in ("name", "initial")]
    assert {token.text for token in rest} <= {"borogove", "borogoves", "bwrwghwf", "lu"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Elf Borogove", id="elf"),
        pytest.param("Once Borogove", id="once"),
        pytest.param("Premier Borogove", id="premier"),
        pytest.param("Uno Borogove", id="uno-alone"),
        pytest.param("Banco dos Borogoves", id="dos-portuguese"),
        pytest.param("Tri Borogove", id="tri-in-latin"),
        pytest.param("Jiang Xi Borogove", id="xi-within"),
        pytest.param("Xi Borogove", id="xi-first"),
        pytest.param("I Borogove", id="i-first"),
        pytest.param("747b Borogove", id="digits-and-letters"),
    ],
)
def test_no_number(text: str) -> None:
    assert "number" not in {token.role for token in parse(Name(text), "other").tokens}


def test_a_number_keeps_its_words() -> None:
    tokens = parse(Name("Brigade Forty-Four"), "other").tokens
    assert [token.word for token in tokens] == ["Brigade", "Forty Four"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("National Iranian Oil Company", ("nioc",), id="general-words-count"),
        pytest.param("Society of Tove and Borogove", ("sotab", "stb"), id="particles"),
        pytest.param("Borogove Gimble Tove LLC", ("bgt", "bgtl"), id="legal-form"),
        pytest.param("Tove of Borogove and Gimble Ltd", ("tbg", "tbgl", "tobag", "tobagl"), id="both"),
        pytest.param("Центральный Бороговый Комитет", ("tbk",), id="cyrillic"),
        pytest.param("Borogove Tove", (), id="two-words"),
        pytest.param("Borogove Tove LLC", (), id="two-words-and-a-legal-form"),
        pytest.param("Borogove Tove Trading", ("btt",), id="two-words-and-a-general-one"),
        pytest.param("A B C D F G H J K", (), id="too-long"),
        pytest.param("Borogove Tove 7", (), id="numbers-do-not-count"),
        pytest.param("شركة توف بوروغوف", (), id="arabic-script"),
        pytest.param("安波罗公司", (), id="han"),
        pytest.param("", (), id="empty"),
    ],
)
def test_acronyms(text: str, found: tuple[str, ...]) -> None:
    assert parse(Name(text), "other").besides == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        pytest.param("Haji Talvek Quoren", "person", ("haji",), id="title"),
        pytest.param("Dr. Haji Talvek", "person", ("dr", "haji"), id="titles"),
        pytest.param("Talvek Haji", "person", (), id="a-name-at-the-end"),
        pytest.param("Talvek bin Quoren", "person", (), id="a-particle-is-none"),
        pytest.param("Talvek Omar Quoren Tove", "person", (), id="no-acronym-of-a-person"),
        pytest.param("Haji Haji Talvek", "person", ("haji",), id="once"),
        pytest.param("National Iranian Oil Company", "other", ("nioc",), id="acronym"),
    ],
)
def test_what_a_name_is_known_by_besides_its_words(text: str, kind: NameClass, found: tuple[str, ...]) -> None:
    assert parse(Name(text), kind).besides == found


def test_of_an_endless_row_of_titles_the_first_are_kept() -> None:
    rows_of_titles = " ".join(sorted(honorifics() - SURNAME_TITLES - GIVEN_TITLES))
    assert len(parse(Name(rows_of_titles + " Talvek Quoren"), "person").besides) == MOST_TITLES


@pytest.mark.parametrize(
    ("text", "ordinary"),
    [
        pytest.param("Glory Veltani", ["Glory"], id="one"),
        pytest.param("GLORIES of Veltani", ["GLORIES"], id="plural"),
        pytest.param("Colour Veltani Color", ["Colour", "Color"], id="any-spelling"),
        pytest.param("Glory Trading Ltd", ["Glory"], id="general-words-stand-apart"),
        pytest.param("Глори Veltani", [], id="in-another-alphabet"),
        pytest.param("XY Veltani", [], id="two-letters"),
    ],
)
def test_ordinary_words(text: str, ordinary: list[str]) -> None:
    tokens = parse(Name(text), "other").tokens
    assert [t.word for t in tokens if f"word:{t.text}" in t.alike] == ordinary


def test_ordinary_words_of_persons_are_names() -> None:
    alike = [name for token in parse(Name("Glory Talvek"), "person").tokens for name in token.alike]
    assert [name for name in alike if name.startswith("word:")] == []


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        pytest.param("Borogove Chile", {"chile": ("place:cl",)}, id="country"),
        pytest.param("Borogove (UK)", {"uk": ("place:gb",)}, id="country-abbreviated"),
        pytest.param("Borogove Chilean", {"chilean": ("place:cl",)}, id="adjective"),
        pytest.param("Borogove Chileno", {"chileno": ("place:cl",)}, id="adjective-spanish"),
        pytest.param("Borogove Iranian", {"iranian": ("place:ir",)}, id="iranian"),
        pytest.param("Российская Бороговия", {"rossiyskaya": ("place:ru",)}, id="adjective-russian"),
        pytest.param("Borogove Deutsche", {"deutsche": ("place:de",)}, id="adjective-german"),
        pytest.param("بوروغوف الايرانية", {"ayranyh": ("place:ir",)}, id="adjective-arabic"),
        pytest.param("بوروغوف العراقية", {"araqyh": ("place:iq",)}, id="adjective-arabic-with-article"),
        pytest.param("Saudi Arabia Borogove", {"saudi": ("place:sa",), "arabia": ("place:sa",)}, id="two-words"),
        pytest.param("Borogove South Africa", {"south": ("place:za",), "africa": ("place:za",)}, id="only-together"),
        pytest.param("South Borogove", {}, id="half-of-a-country"),
        pytest.param("Borogove Korea", {"korea": ("place:kp", "place:kr")}, id="two-countries"),
        pytest.param("中国安波罗", {"zhongguo": ("place:cn",)}, id="chinese"),
        pytest.param("Aman Borogove", {}, id="latin-word-is-no-arabic-one"),
        pytest.param("US Borogove", {}, id="codes-are-no-places"),
    ],
)
def test_places(text: str, classes: dict[str, tuple[str, ...]]) -> None:
    found = {token.text: token.alike for token in parse(Name(text), "other").tokens}
    assert {word: alike for word, alike in found.items() if alike and alike[0].startswith("place:")} == classes


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("V3ltani", "veltani", id="within"),
        pytest.param("V3lt4nic", "veltanic", id="several"),
        pytest.param("Borogove B4nk", "borogove BANK:g", id="a-general-word"),
        pytest.param("Veltani2", "veltani2", id="at-the-end"),
        pytest.param("2Veltani", "2veltani", id="at-the-beginning"),
        pytest.param("Velt45ani", "velt45ani", id="a-number-of-two-digits"),
        pytest.param("B2ltani", "b2ltani", id="like-no-letter"),
        pytest.param("Ve1tani", "ve1tani", id="like-two-letters"),
        pytest.param("EP-M0S", "ep m0s", id="too-short"),
    ],
)
def test_a_digit_between_letters_is_the_letter_that_it_looks_like(text: str, tokens: str) -> None:
    assert shown(text) == tokens
