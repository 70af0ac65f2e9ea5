"""Names that may stand for one another: short forms, national forms, endings of surnames."""

import pytest

from namesake.data import rows
from namesake.names.alike import alike
from namesake.names.tokens import parse
from namesake.values.names import Name


@pytest.mark.parametrize(
    ("one", "other", "group"),
    [
        pytest.param("liz", "elizabeth", "nick:elizabeth", id="english"),
        pytest.param("bob", "robert", "nick:robert", id="bob"),
        pytest.param("jack", "john", "nick:john", id="jack"),
        pytest.param("sasha", "aleksandr", "nick:aleksandr", id="russian-short"),
        pytest.param("volodya", "vladimir", "nick:vladimir", id="volodya"),
        pytest.param("misha", "mikhail", "nick:mikhail", id="misha"),
        pytest.param("paco", "francisco", "nick:francisco", id="spanish-short"),
        pytest.param("ivan", "juan", "nick:john-forms", id="john"),
        pytest.param("yahya", "johann", "nick:john-forms", id="john-arabic"),
        pytest.param("yusuf", "giuseppe", "nick:joseph-forms", id="joseph"),
        pytest.param("ywsf", "iosif", "nick:joseph-forms", id="joseph-in-arabic-script"),
        pytest.param("mikhail", "miguel", "nick:michael-forms", id="michael"),
        pytest.param("iskandar", "aleksandr", "nick:alexander-forms", id="alexander"),
        pytest.param("ibrahim", "abraham", "nick:abraham-forms", id="abraham"),
        pytest.param("mehmet", "magomed", "nick:muhammad-forms", id="muhammad"),
        pytest.param("park", "pak", "nick:park-korean", id="korean-family"),
        pytest.param("lee", "ri", "nick:lee-korean", id="korean-family-of-the-north"),
        pytest.param("zhang", "chang", "nick:zhang-chinese", id="wade-giles"),
        pytest.param("xu", "hsu", "nick:xu-chinese", id="wade-giles-unlike"),
        pytest.param("chen", "chan", "nick:chen-chinese", id="cantonese"),
    ],
)
def test_nicknames(one: str, other: str, group: str) -> None:
    assert group in set(alike(one, "Latn")) & set(alike(other, "Latn"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("jack", "ivan", id="short-form-and-national-form"),
        pytest.param("sasha", "misha", id="two-short-forms"),
        pytest.param("gosha", "jorge", id="short-form-and-national-form-russian"),
        pytest.param("ted", "bill", id="english"),
        pytest.param("talvek", "quoren", id="unknown-words"),
    ],
)
def test_classes_are_not_transitive(one: str, other: str) -> None:
    assert not set(alike(one, "Latn")) & set(alike(other, "Latn"))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        pytest.param("rahmonov", "rahmon", id="ov"),
        pytest.param("rahmonova", "rahmon", id="ova"),
        pytest.param("rahmonzoda", "rahmon", id="zoda"),
        pytest.param("rahimzade", "rahim", id="zade"),
        pytest.param("rahmoniyon", "rahmon", id="iyon"),
        pytest.param("rahmoniy", "rahmon", id="iy"),
        pytest.param("karimovich", "karim", id="patronymic"),
        pytest.param("karimovna", "karim", id="patronymic-of-a-woman"),
        pytest.param("karimoglu", "karim", id="oglu"),
        pytest.param("rahmon", "rahmon", id="bare"),
        pytest.param("rakhmon", "rahmon", id="kh"),
        pytest.param("raxmon", "rahmon", id="x"),
        pytest.param("rajabaliyev", "rajabali", id="yev"),
        pytest.param("talvekev", "talvek", id="ev"),
        pytest.param("aliyev", "aliyev", id="too-little-is-left"),
        pytest.param("stepanov", "stepanov", id="slavic-surname"),
        pytest.param("stepan", "stepan", id="slavic-given-name"),
        pytest.param("talvekin", "talvekin", id="in-stays"),
        pytest.param("talvekzadeh", "talvekzadeh", id="zadeh-stays"),
    ],
)
def test_stem(text: str, stem: str) -> None:
    assert f"stem:{stem}" in alike(text, "Cyrl")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        pytest.param("qorv", "Latn", id="short"),
        pytest.param("rhmwnwf", "Arab", id="arabic-script"),
        pytest.param("k2x9tove", "Latn", id="digits"),
    ],
)
def test_no_class(text: str, script: str) -> None:
    assert alike(text, script) == ()


def test_only_names_of_persons_have_classes() -> None:
    person = parse(Name("Dr Yusuf bin Rahmonov"), "person").tokens
    assert [bool(token.alike) for token in person] == [False, True, False, True]
    other = parse(Name("Yusuf Rahmonov Trading"), "other").tokens
    assert [token.alike for token in other] == [(), (), ()]


def test_every_group_has_two_names() -> None:
    groups: dict[str, set[str]] = {}
    for group, name in rows("nicknames.csv"):
        groups.setdefault(group, set()).add(name)
    assert [group for group, names in groups.items() if len(names) < 2] == []
