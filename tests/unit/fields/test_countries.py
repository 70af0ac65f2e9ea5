import pytest

from namesake.fields import countries

NAMES = {
    "ru": "ru", "RU": "ru", "RUS": "ru",
    " Rus. ": "ru", "xk": "xk", "XKX": "xk", "uk": "gb", "U.K.": "gb", "USA": "us",
    "AND": "ad", "NO": "no", "ua-43": "ua", "suhh": "su", "Korea, North": "kp", "Korea (North)": "kp",
    "Korea, Democratic People's Republic of": "kp", "KOREA, REPUBLIC OF": "kr", "Burma": "mm", "Myanmar/Burma": "mm",
    "Palestinian": "ps", "Region: Gaza": "ps", "West Bank": "ps", "occupied territories": "ps", "Region: Crimea": "ua",
    "Congo, Democratic Republic of the": "cd", "Democratic Republic of the Congo": "cd", "Congo, Republic of the": "cg",
    "The Gambia": "gm", "Gambia, The": "gm", "Bahamas, The": "bs", "Russia / Russie": "ru", "Russian Federation": "ru",
    "Syrian Arab Republic": "sy", "Iran (Islamic Republic of)": "ir", "Venezuela (Bolivarian Republic of)": "ve",
    "Virgin Islands, British": "vg", "Cote d'Ivoire": "ci", "Côte d’Ivoire": "ci", "Ivory Coast": "ci",
    "Trinidad and Tobago": "tt", "Bosnia and Herzegovina": "ba", "Holy See": "va", "Türkiye": "tr", "TURKIYE": "tr",
    "Hong Kong (China SAR)": "hk", "Taiwan, Province of China": "tw", "Viet Nam": "vn", "Macedonia": "mk",
    "Russian": "ru", "Syrian": "sy", "Kuwaiti citizenship": "kw", "Iranian national": "ir", "Dutch": "nl",
    "Soviet Union": "su", "USSR": "su", "Yugoslavia": "yu", "Serbia and Montenegro": "yu", "Czechoslovakia": "cs",
    "East Germany": "dd", "Netherlands Antilles": "an", "Kosovo": "xk", "Zaire": "cd", "Swaziland": "sz",
    "Россия": "ru", "Российская Федерация": "ru", "سوريا": "sy", "ایران": "ir", "中国": "cn", "Deutschland": "de",
    "Österreich": "at", "oesterreich": "", "Suisse": "ch", "Rusya": "ru", "Niger": "ne", "Nigeria": "ng",
    "Guinea": "gn", "Dominica": "dm", "Dominican Republic": "do",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES.items(), ids=NAMES)
def test_code(text: str, expected: str) -> None:
    assert countries.code(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-0-", "00", "UNKNOWN", "undetermined", "N/A", "Congolese", "Sudan / South Sudan", "Sudan/South Sudan",
        "Africa", "Atlantis", "(1) German (2) Moroccan", "x" * 10_000, "\x00", "()", ", ", " / ", "Europe", "zz", "EU",
    ],
)  # fmt: skip
def test_not_understood(text: str) -> None:
    assert countries.code(text) == ""


def test_names() -> None:
    assert countries.name("ru") == "Russia"
    assert countries.name("SU") == "Soviet Union"
    assert countries.name("zz") == ""


def test_every_english_name_and_alpha_3_code_leads_back() -> None:
    for row in countries.rows():
        assert countries.code(row["name"]) == row["code"]
        assert countries.code(row["code"].upper()) == row["code"]
        for alpha3 in row["alpha3"].split():
            assert countries.code(alpha3) == row["code"]


def test_no_form_has_two_countries() -> None:
    forms = [(form, row["code"]) for row in countries.forms() for form in row["forms"].split("|")]
    assert [pair for pair in forms if countries.code(pair[0]) != pair[1]] == []
