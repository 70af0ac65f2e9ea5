"""Variations: what each class does to a name, and where it does not apply. All names are invented."""

import unicodedata

import pytest

from namesake.evaluation.classes import CLASSES
from namesake.evaluation.draw import Draw
from namesake.evaluation.original import Original, original
from namesake.evaluation.variations import letters, scripts, signs, spelling, words
from namesake.values.names import Name, NamePart

PERSON = original(Name("Talvek Imran QUOREN"), "Person")
SHORT = original(Name("Ad Bo"), "Person")
ONE = original(Name("Talvekian"), "Person")
FIRM = original(Name("Veltani Maritime Trading LLC"), "Company")
ARABIC = original(Name("طلفك كورين"), "Person")
BY_ID = {kind.id: kind for kind in CLASSES}


def draws(count: int = 60) -> list[Draw]:
    return [Draw("test", number) for number in range(count)]


def distance(left: str, right: str) -> int:
    """Edits between two texts, an exchange of neighbours counted as one."""
    table = [[max(i, j) if not i * j else 0 for j in range(len(right) + 1)] for i in range(len(left) + 1)]
    for i, a in enumerate(left, 1):
        for j, b in enumerate(right, 1):
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@pytest.mark.parametrize(
    ("name", "schema", "given", "family"),
    [
        pytest.param(Name("Talvek Imran Quoren"), "Person", ("Talvek", "Imran"), ("Quoren",), id="last-word"),
        pytest.param(Name("QUOREN, Talvek Imran"), "Person", ("Talvek", "Imran"), ("QUOREN",), id="comma"),
        pytest.param(
            Name("Talvek de la Quoren", parts=(NamePart("family", "de la Quoren"),)), "Person", ("Talvek",),
            ("de", "la", "Quoren"), id="typed",
        ),
        pytest.param(Name("Talvek van der Quoren"), "Person", ("Talvek",), ("van", "der", "Quoren"), id="particles"),
        pytest.param(Name("el Quoren"), "Person", ("el",), ("Quoren",), id="begins-with-a-particle"),
        pytest.param(Name('"QUOREN, Talvek"'), "Person", ("Talvek",), ("QUOREN",), id="quoted"),
        pytest.param(Name("Talvek"), "Person", ("Talvek",), (), id="one-word"),
        pytest.param(Name("Quoren, Sons"), "Company", ("Quoren,", "Sons"), (), id="firm"),
        pytest.param(Name("  Talvek   Quoren "), "Person", ("Talvek",), ("Quoren",), id="blanks"),
    ],
)  # fmt: skip
def test_a_name_is_taken_apart(name: Name, schema: str, given: tuple[str, ...], family: tuple[str, ...]) -> None:
    found = original(name, schema)
    assert (found.given, found.family) == (given, family)


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        pytest.param("case", PERSON, "TALVEK IMRAN QUOREN", id="capitals"),
        pytest.param("case", original(Name("TALVEK QUOREN"), "Person"), "Talvek Quoren", id="no-capitals"),
        pytest.param("case", original(Name("Quoren, Talvek"), "Person"), "QUOREN, TALVEK", id="order-is-kept"),
        pytest.param("accents", original(Name("Žálvek Łuoren"), "Person"), "Zalvek Luoren", id="accents-left-out"),
        pytest.param("punctuation", original(Name("A.B. O'Velt"), "Person"), "AB OVelt", id="points"),
        pytest.param("family-first", PERSON, "QUOREN Talvek Imran", id="family-first"),
        pytest.param("family-first", original(Name("QUOREN, Talvek"), "Person"), "QUOREN Talvek", id="from-comma"),
        pytest.param("comma", PERSON, "QUOREN, Talvek Imran", id="comma"),
        pytest.param("all-joined", PERSON, "TalvekImranQUOREN", id="all-joined"),
        pytest.param("dropped-middle", PERSON, "Talvek QUOREN", id="dropped-middle"),
        pytest.param("first-and-last", original(Name("Abel Bero Cana Dov"), "Person"), "Abel Dov", id="first-and-last"),
        pytest.param("initials", PERSON, "T. I. QUOREN", id="initials"),
        pytest.param("middle-initials", PERSON, "Talvek I. QUOREN", id="middle-initials"),
        pytest.param("truncated-20", FIRM, "Veltani Maritime Tra", id="truncated"),
        pytest.param("no-vowels", PERSON, "Tlvk Imrn QRN", id="no-vowels"),
        pytest.param("to-cyrillic", original(Name("Shamil Khazhov"), "Person"), "Шамил Хажов", id="cyrillic"),
        pytest.param("to-arabic", original(Name("Hassan al-Karim"), "Person"), "هسن الكريم", id="arabic"),
    ],
)  # fmt: skip
def test_what_becomes_of_a_name(kind: str, name: Original, expected: str) -> None:
    assert BY_ID[kind].vary(name, Draw(kind)) == expected


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        pytest.param("typing-slip", SHORT, id="slip-in-short-words"),
        pytest.param("typing-slip", ONE, id="slip-in-one-word"),
        pytest.param("typing-slip", ARABIC, id="slip-on-another-keyboard"),
        pytest.param("double-letter", ONE, id="double-in-one-word"),
        pytest.param("joined", original(Name("Talvek Quoren"), "Person"), id="joined-of-two"),
        pytest.param("split", original(Name("Abel Berok"), "Person"), id="split-of-short-words"),
        pytest.param("family-first", FIRM, id="order-of-a-firm"),
        pytest.param("comma", ONE, id="comma-in-one-word"),
        pytest.param("title", FIRM, id="title-of-a-firm"),
        pytest.param("accents", ARABIC, id="accents-in-arabic"),
        pytest.param("punctuation", PERSON, id="no-punctuation"),
        pytest.param("truncated-30", PERSON, id="fits-the-field"),
        pytest.param("dropped-middle", original(Name("Talvek bin Quoren"), "Person"), id="only-a-particle"),
        pytest.param("initials", FIRM, id="initials-of-a-firm"),
        pytest.param("to-cyrillic", ARABIC, id="cyrillic-of-arabic"),
        pytest.param("name-form", PERSON, id="no-common-name"),
        pytest.param("look-alikes", ARABIC, id="look-alikes-in-arabic"),
    ],
)
def test_where_a_class_does_not_apply(kind: str, name: Original) -> None:
    assert BY_ID[kind].vary(name, Draw(kind)) is None


@pytest.mark.parametrize("vary", [pytest.param(letters.slip, id="slip"), pytest.param(letters.doubled, id="double")])
def test_a_slip_is_one_edit_in_a_long_word(vary: object) -> None:
    assert callable(vary)
    for draw in draws():
        changed = vary(PERSON, draw)
        assert distance(PERSON.line.casefold(), changed.casefold()) == 1
        kept = [word for word in changed.split() if word in PERSON.words]
        assert len(kept) == 2


def test_two_slips_are_two_edits_at_most() -> None:
    found = {distance(PERSON.line.casefold(), (letters.two_slips(PERSON, draw) or "").casefold()) for draw in draws()}
    assert found == {2}


def test_slips_are_of_every_kind() -> None:
    lengths = {len(letters.slip(PERSON, draw) or "") - len(PERSON.line) for draw in draws()}
    assert lengths == {-1, 0, 1}


def test_joined_and_split_keep_every_letter() -> None:
    for draw in draws():
        joined, split = words.joined(PERSON, draw) or "", words.split(PERSON, draw) or ""
        assert (joined.count(" "), split.count(" ")) == (1, 3)
        assert {text.replace(" ", "").casefold() for text in (joined, split)} == {"talvekimranquoren"}
        assert min(map(len, split.split())) >= 3


def test_digits_and_look_alikes_keep_the_length() -> None:
    for draw in draws():
        numbered, imitated = signs.digits(PERSON, draw) or "", signs.lookalikes(PERSON, draw) or ""
        assert len(numbered) == len(imitated) == len(PERSON.line)
        assert 1 <= sum(map(str.isdecimal, numbered)) <= 2
        assert 1 <= sum("CYRILLIC" in unicodedata.name(letter) for letter in imitated) <= 2


def test_transliterations_follow_a_rule_everywhere() -> None:
    name = original(Name("KHALOV Khadir"), "Person")
    assert {spelling.transliteration(name, draw) for draw in draws()} >= {"HALOV Hadir", "XALOV Xadir", "KHALOW Khadir"}


def test_forms_of_common_names_keep_their_capitals() -> None:
    name = original(Name("MOHAMMED Quoren"), "Person")
    found = {spelling.form(name, draw) or "" for draw in draws()}
    assert "MUHAMMAD Quoren" in found
    assert {text.split()[1] for text in found} == {"Quoren"}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.id)
def test_the_same_words_give_the_same_variation(kind: object) -> None:
    vary = BY_ID[getattr(kind, "id")].vary  # noqa: B009 - parametrize gives an object
    names = (PERSON, SHORT, ONE, FIRM, ARABIC)
    assert [vary(name, Draw(1, name.text)) for name in names] == [vary(name, Draw(1, name.text)) for name in names]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("…", id="no-letters"), pytest.param("-", id="a-hyphen"), pytest.param("1 2 3", id="numbers"),
        pytest.param("吴芳", id="han"), pytest.param("이 지우", id="hangul"), pytest.param("ﷺ ﷲ", id="ligatures"),
        pytest.param("a\u202eb \u200b c", id="hidden"), pytest.param("A" * 5000 + " B", id="very-long"),
        pytest.param("Ⅻ ß ŉ İ", id="odd-case"), pytest.param("=cmd('x') y", id="formula"),
        pytest.param(",", id="comma"), pytest.param("a,b,c", id="commas"), pytest.param("é\u0301\u0301 x", id="marks"),
        pytest.param("", id="nothing"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("schema", ["Person", "Vessel"])
def test_no_name_is_too_strange(text: str, schema: str) -> None:
    name = original(Name(text), schema)
    for kind in CLASSES:
        changed = kind.vary(name, Draw(kind.id, text))
        assert changed is None or isinstance(changed, str)


def test_scripts_are_written_in_their_letters() -> None:
    for vary, script in ((scripts.cyrillic, "CYRILLIC"), (scripts.arabic, "ARABIC")):
        written = vary(PERSON, Draw(1)) or ""
        assert all(unicodedata.name(letter).startswith(script) for letter in written if letter != " ")
