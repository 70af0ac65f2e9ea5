"""Names as tokens with roles; written `text:role`, with `al+` before a token that an article stands before."""

from datetime import date

import pytest

from namesake.names.prepare import name_class, prepare, prepare_some
from namesake.names.tokens import parse
from namesake.values.entities import Entity
from namesake.values.facts import Gender, PartialDate
from namesake.values.names import Name
from namesake.values.tokens import NameClass

SHORT = {
    "name": "",
    "particle": ":p",
    "honorific": ":h",
    "initial": ":i",
    "number": ":n",
    "generic": ":g",
    "legal": ":l",
}


def shown(text: str, kind: NameClass) -> str:
    tokens = parse(Name(text), kind).tokens
    return " ".join(("al+" if token.article else "") + token.text + SHORT[token.role] for token in tokens)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("Quoren, Talvek", "talvek quoren", id="comma-rotates"),
        pytest.param("Quoren, Talvek, Jr", "quoren talvek jr:h", id="two-commas-say-nothing"),
        pytest.param("Quoren,", "quoren", id="comma-at-the-end"),
        pytest.param(", Talvek", "talvek", id="comma-at-the-start"),
        pytest.param("Omar al-Maliki", "omar al+maliki", id="article"),
        pytest.param("Omar EL Maliki", "omar al+maliki", id="article-standing-alone"),
        pytest.param("Omar ash-Shami", "omar al+shami", id="sun-article"),
        pytest.param("Omar Az-Zawi", "omar al+zawi", id="sun-article-capital"),
        pytest.param("Talvek as Quoren", "talvek as quoren", id="as-without-hyphen-is-a-word"),
        pytest.param("عمر المالكي", "amr al+malky", id="arabic-article"),
        pytest.param("عمر المالكي".replace("المالكي", "الما"), "amr alma", id="arabic-too-short-for-an-article"),
        pytest.param("Al", "al", id="article-alone-is-a-name"),
        pytest.param("Omar Al", "omar al", id="article-at-the-end-is-a-name"),
        pytest.param("Omar bin Yusuf", "omar bin:p yusuf", id="descent"),
        pytest.param("عمر بن يوسف", "amr bin:p ywsf", id="descent-arabic"),
        pytest.param("Talvek ben Omar", "talvek ben:p omar", id="ben-in-the-middle"),
        pytest.param("Ben Talvek", "ben talvek", id="ben-first-is-a-name"),
        pytest.param("Bin Talvek Omar", "bin:p talvek omar", id="bin-first-is-a-particle"),
        pytest.param("Talvek Omar bin", "talvek omar bin:p", id="bin-last-is-a-particle"),
        pytest.param("Zia ur Quoren", "zia al+quoren", id="article-as-urdu-speaks-it"),
        pytest.param("Salah-ud-Din Quoren", "salah al+din quoren", id="article-as-urdu-speaks-it-hyphens"),
        pytest.param("Ur Quoren", "ur quoren", id="ur-first-is-a-name"),
        pytest.param("Mufti Talvek Quoren", "mufti:h talvek quoren", id="mufti-first-is-a-title"),
        pytest.param("Al Hakim Omar Quoren", "al+hakim omar quoren", id="hakim-with-an-article-is-a-name"),
        pytest.param("Hakim Omar Quoren", "hakim:h omar quoren", id="hakim-before-two-names-is-a-title"),
        pytest.param("Talvek, Sheikh", "sheikh:h talvek", id="sheikh-after-a-comma-is-a-title"),
        pytest.param("Talvek Quoren, Dr", "talvek quoren dr:h", id="title-after-a-comma"),
        pytest.param("Talvek Mufti", "talvek mufti", id="mufti-last-is-a-name"),
        pytest.param("Seyyed Talvek Quoren", "seyyed:h talvek quoren", id="seyyed"),
        pytest.param("Talvek Van", "talvek van", id="van-last-is-a-name"),
        pytest.param("von Quoren", "von quoren", id="particle-first-is-a-name"),
        pytest.param("Talvek van der Quoren", "talvek van:p der:p quoren", id="particles"),
        pytest.param("Omar Yusuf oglu", "omar yusuf oglu:p", id="descent-suffix-stays-a-particle"),
        pytest.param("Dr. Talvek Quoren", "dr:h talvek quoren", id="honorific"),
        pytest.param("Mullah Omar Talvek", "mullah:h omar talvek", id="religious-title"),
        pytest.param("الشيخ عمر", "al+shykh:h amr", id="arabic-title"),
        pytest.param("генерал Тестов", "general:h testov", id="russian-title"),
        pytest.param("General", "general", id="title-alone-is-a-name"),
        pytest.param("J. Talvek", "j:i talvek", id="initial"),
        pytest.param("Ф. Тестов", "f:i testov", id="cyrillic-initial"),
        pytest.param("T4lvek 0mar", "talvek omar", id="digits-as-letters"),
        pytest.param("Talvek 3", "talvek 3:n", id="number"),
        pytest.param("Abd al-Rahman", "abdul al+rahman", id="servant"),
        pytest.param("Abdul Rahman", "abdul rahman", id="servant-with-article"),
        pytest.param("عبد الرحمن", "abdul al+rhmn", id="servant-arabic"),
        pytest.param("Abdelkarim", "abdulkarim", id="servant-joined"),
        pytest.param("Abdoulkarim", "abdulkarim", id="servant-joined-french"),
        pytest.param("Abderrahmane", "abdulrahmane", id="servant-joined-sun-letter"),
        pytest.param("Abdushshakur", "abdulshakur", id="servant-joined-sun-letters"),
        pytest.param("Абдельазиз", "abdulaziz", id="servant-joined-cyrillic"),
        pytest.param("Abdel", "abdul", id="servant-alone"),
        pytest.param("Abdi Abden", "abdi abden", id="no-servant"),
        pytest.param("Аdam Quoren", "adam quoren", id="homoglyph"),
        pytest.param("Tal\u200bvek \u202eQuoren", "talvek quoren", id="hidden-characters"),
        pytest.param("Jean-Pierre O'Neill", "jean pierre oneill", id="hyphen-and-apostrophe"),
        pytest.param("王文海", "wang wenhai", id="han"),
        pytest.param("김철수", "gim cheolsu", id="hangul"),
        pytest.param("Dr. Sheikh Omar Quoren", "dr:h sheikh:h omar quoren", id="titles-in-a-row"),
        pytest.param("Omar Sheikh", "omar sheikh", id="sheikh-last-is-a-name"),
        pytest.param("Sheikh Omar", "sheikh:h omar", id="sheikh-first-is-a-title"),
        pytest.param("Omar Haji Quoren", "omar haji:h quoren", id="haji-within-is-a-title"),
        pytest.param("Maulavi Haji Omar Quoren", "maulavi:h haji:h omar quoren", id="maulavi"),
        pytest.param("Sayyid Omar Quoren", "sayyid:h omar quoren", id="sayyid"),
        pytest.param("Omar al-Sayyid", "omar al+sayyid", id="sayyid-last-is-a-name"),
        pytest.param("Colonel General Talvek Quoren", "colonel:h general:h talvek quoren", id="ranks"),
        pytest.param("Pan Talvek", "pan talvek", id="pan-of-two-is-a-name"),
        pytest.param("Pan Talvek Quoren", "pan:h talvek quoren", id="pan-before-two-is-a-title"),
        pytest.param("Talvek King", "talvek king", id="king-last-is-a-name"),
        pytest.param("Abd al-Hakim Quoren", "abdul al+hakim quoren", id="hakim-after-abdul-is-a-name"),
        pytest.param("Abdul Imam", "abdul imam", id="imam-after-abdul-is-a-name"),
        pytest.param("Talvek Quoren, MD", "talvek quoren md:h", id="title-after-the-comma"),
        pytest.param("Md. Talvek Quoren", "md talvek quoren", id="md-first-is-a-name"),
        pytest.param("Abu Talvek al-Quoreni", "abu talvek al+quoreni", id="kunya-is-no-title"),
        pytest.param("Umm Talvek", "umm talvek", id="kunya-of-a-woman"),
        pytest.param("Omar Talvekzadeh", "omar talvekzadeh", id="zadeh-stays"),
        pytest.param("Omar Karimogli", "omar karim ogli:p", id="joined-ogli"),
        pytest.param("Omar Karimo'g'li", "omar karim ogli:p", id="joined-ogli-with-apostrophes"),
        pytest.param("Omar Karim o‘g‘li", "omar karim ogli:p", id="ogli-apart"),
        pytest.param("Zarina Karimqizi Quoren", "zarina karim qizi:p quoren", id="joined-qizi-within"),
        pytest.param("Омар Каримоғли", "omar karim oghli:p", id="joined-ogli-cyrillic"),
        pytest.param("Омар Каримұлы", "omar karim uly:p", id="joined-uly"),
        pytest.param("Talvekguly Quoren", "talvekguly quoren", id="guly-is-no-uly"),
        pytest.param("Omar Aliogli", "omar aliogli", id="too-short-a-father"),
        pytest.param("Omar Karimoglu", "omar karimoglu", id="turkish-surname-stays"),
        pytest.param("佐々木", "zuozuomu", id="iteration-mark"),
        pytest.param("田中さくら", "tianzhongsakura", id="one-run-of-more-than-four-stays-a-word"),
        pytest.param("ТОММУ Quoren", "tommy quoren", id="wholly-disguised-word"),
        pytest.param("ТОММУ Тестов", "tommu testov", id="cyrillic-among-cyrillic"),
        pytest.param("Mихаил Тестов", "mikhail testov", id="one-latin-letter-in-a-cyrillic-word"),
        pytest.param("...", "", id="no-letter"),
        pytest.param("", "", id="empty"),
    ],
)
def test_person(text: str, tokens: str) -> None:
    assert shown(text, "person") == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("Borogove Trading LLC", "borogove TRADE:g LLC:l", id="generic-and-legal"),
        pytest.param("LLC Borogove", "LLC:l borogove", id="legal-form-first"),
        pytest.param("ООО Бороговия", "LLC:l borogoviya", id="russian-legal-form"),
        pytest.param("Borogove Limited Liability Company", "borogove LLC:l", id="legal-form-of-several-words"),
        pytest.param("Borogove S.A.", "borogove JSC:l", id="abbreviation-with-dots"),
        pytest.param("Borogove S. A.", "borogove JSC:l", id="abbreviation-with-blanks"),
        pytest.param("Borogove GmbH & Co. KG", "borogove LP:l", id="longest-form-wins"),
        pytest.param("SA Borogove", "sa borogove", id="two-letters-first-may-be-a-name"),
        pytest.param("LLC", "llc", id="legal-form-alone-is-a-name"),
        pytest.param("Bank", "bank", id="generic-alone-is-a-name"),
        pytest.param("Bank Trading", "bank trading", id="generic-words-alone-are-names"),
        pytest.param("Банк Бороговия", "BANK:g borogoviya", id="generic-russian"),
        pytest.param("Société Borogove", "CO:g borogove", id="generic-french"),
        pytest.param("شركة بوروغوف", "CO:g bwrwghwf", id="generic-arabic"),
        pytest.param("Victory 3", "victory 3:n", id="number"),
        pytest.param("Victory III", "victory 3:n", id="roman-number"),
        pytest.param("Victory Ⅲ", "victory 3:n", id="roman-sign"),
        pytest.param("Victory 03", "victory 3:n", id="leading-zero"),
        pytest.param("Victory 000", "victory 0:n", id="zeros"),
        pytest.param("Victory Forty 4", "victory 44:n", id="tens-in-words-and-a-digit"),
        pytest.param("Victory Forty 44", "victory 40:n 44:n", id="tens-in-words-and-a-number"),
        pytest.param("ボロゴーブグループ", "borogobu GRP:g", id="general-word-within-kana"),
        pytest.param("ボロゴーブグループ株式会社", "borogobu GRP:g JSC:l", id="general-word-within-kana-and-han"),
        pytest.param("ボロゴーブジャパン", "borogobu jiyapan", id="country-within-kana"),
        pytest.param("Victory V", "victory 5:n", id="single-roman-letter-at-the-end"),
        pytest.param("Victory V Ltd", "victory 5:n LLC:l", id="single-roman-letter-before-a-legal-form"),
        pytest.param("Victory V Tove", "victory v tove", id="single-roman-letter-within"),
        pytest.param("V", "v", id="single-roman-letter-alone"),
        pytest.param("4 7", "4:n 7:n", id="numbers-alone"),
        pytest.param("K2X9", "k2x9", id="digits-within-a-word-stay"),
        pytest.param("The Borogove of Tove", "the:p borogove of:p tove", id="joining-words"),
        pytest.param("", "", id="empty"),
    ],
)
def test_organisation(text: str, tokens: str) -> None:
    assert shown(text, "other") == tokens


def test_tokens_keep_the_word_as_published() -> None:
    parts = parse(Name("ООО Бороговия"), "other")
    assert [(token.word, token.script) for token in parts.tokens] == [("ООО", "Cyrl"), ("Бороговия", "Cyrl")]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        pytest.param("王文海", "person", [("王", "Hani"), ("文海", "Hani")], id="han"),
        pytest.param("김철수", "person", [("김", "Hang"), ("철수", "Hang")], id="hangul"),
        pytest.param("田さくら", "person", [("田さくら", "Kana")], id="han-and-kana"),
        pytest.param("Каримоғли", "person", [("Карим", "Cyrl"), ("оғли", "Cyrl")], id="joined-particle"),
        pytest.param("Аdam", "person", [("Аdam", "Latn")], id="masked-word-stays-as-written"),
    ],
)
def test_word_and_script(text: str, kind: NameClass, expected: list[tuple[str, str]]) -> None:
    assert [(token.word, token.script) for token in parse(Name(text), kind).tokens] == expected


@pytest.mark.parametrize("kind", ["person", "other"])
@pytest.mark.parametrize(
    "part",
    ["uly", "ال", "第", "第一", "a.", "v ", "al ", "forty ", "ОМАР ", "saudi ", "limited liability ", "king ", "1th"],
)
def test_hostile_repetition(part: str, kind: NameClass) -> None:
    assert parse(Name(part * 2000), kind).tokens


def test_compared_leaves_out_particles_and_titles() -> None:
    parts = parse(Name("Dr Omar bin Yusuf"), "person")
    assert [token.text for token in parts.compared] == ["omar", "yusuf"]


@pytest.mark.parametrize(
    ("schema", "name", "born", "genders", "kind"),
    [
        pytest.param("Person", "Borogove Bank LLC", False, (), "person", id="person"),
        pytest.param("Company", "Talvek Quoren", False, (), "other", id="company"),
        pytest.param("Vessel", "Talvek", False, (), "other", id="vessel"),
        pytest.param("LegalEntity", "Talvek Quoren", False, (), "person", id="open-and-no-company-word"),
        pytest.param("LegalEntity", "Borogove Bank", False, (), "other", id="open-with-a-company-word"),
        pytest.param("LegalEntity", "Borogove 7", False, (), "other", id="open-with-a-number"),
        pytest.param("LegalEntity", "Borogove Bank", True, (), "person", id="open-with-a-birth-date"),
        pytest.param("LegalEntity", "Borogove Bank", False, ("male",), "person", id="open-with-a-gender"),
        pytest.param("Snark", "Talvek Quoren", False, (), "person", id="unknown-schema"),
    ],
)
def test_name_class(schema: str, name: str, born: bool, genders: tuple[Gender, ...], kind: str) -> None:
    dates = (PartialDate(date(1980, 1, 1), date(1980, 1, 1)),) if born else ()
    assert name_class(Entity("1", schema, (Name(name),), dates, genders=genders)) == kind


def test_only_some_names_in_the_order_asked_for() -> None:
    entity = Entity("1", "Person", (Name("Ada"), Name("Bea"), Name("Cy")))
    assert [parts.name.text for parts in prepare_some(entity, (2, 0)).names] == ["Cy", "Ada"]
    assert [parts.name.text for parts in prepare(entity).names] == ["Ada", "Bea", "Cy"]
