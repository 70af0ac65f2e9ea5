"""Content that is equal exactly when it says the same."""

import pytest

from namesake.lists.canonical import canonical, elements, items, shown


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        pytest.param("a  b\n", " a b", True, id="white space"),
        pytest.param(["a", "b"], ["b", "a"], True, id="order of a list"),
        pytest.param({"a": "1", "b": "2"}, {"b": "2", "a": "1"}, True, id="order of keys"),
        pytest.param({"a": "1", "b": ""}, {"a": "1"}, True, id="an empty text"),
        pytest.param({"a": "1", "b": [{"c": ["", {}]}]}, {"a": "1"}, True, id="empty all the way down"),
        pytest.param(["a", "a"], ["a"], True, id="said twice"),
        pytest.param([{"a": "1"}, {"a": "2"}], [{"a": "2"}, {"a": "1"}], True, id="order of records"),
        pytest.param("a", "A", False, id="capitals"),
        pytest.param({"a": "1"}, {"b": "1"}, False, id="another key"),
        pytest.param({"a": ["1"]}, {"a": "1"}, False, id="a list of one is not its member"),
        pytest.param([{"a": "1", "b": "2"}], [{"a": "1"}, {"b": "2"}], False, id="one record or two"),
        pytest.param({"a": True}, {"a": False}, False, id="truth"),
        pytest.param({"a": 0}, {}, False, id="zero is not nothing"),
    ],
)
def test_equality(left: object, right: object, equal: bool) -> None:
    assert (canonical(left) == canonical(right)) is equal


def test_what_is_volatile_is_left_out() -> None:
    assert elements('{"seen":{"last":"today"},"DATAID":["7"],"name":["x"]}') == {"name": ["x"]}


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        pytest.param("x", ["x"], id="text"),
        pytest.param(["b", "a"], ["a", "b"], id="texts"),
        pytest.param([{"aka": [{"uid": "1"}, {"uid": "2"}]}], ["uid: 1", "uid: 2"], id="under wrappers"),
        pytest.param([{"a": "1", "#": "text"}], ["a: 1, text"], id="attributes and text"),
        pytest.param([{"a": [{"b": "1"}], "c": "2"}], ["a: b: 1, c: 2"], id="nested"),
        pytest.param(None, [], id="nothing"),
    ],
)
def test_items_are_shown_in_one_order(value: object, lines: list[str]) -> None:
    assert sorted(shown(item) for item in items(canonical(value))) == lines
