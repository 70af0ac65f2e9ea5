"""Plain records and plain names are read in a shorter way, which gives what the long one does."""

from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.entities.given import read
from namesake.names.prepare import name_class, prepare
from namesake.values.entities import Entity
from namesake.values.names import Name

NOTHING = "\u200b"
"""Nobody sees it and it is taken out; only, a text with it is not plain any more."""

WORD = st.one_of(
    st.sampled_from(
        ["al", "bin", "Abdul", "Dr", "van", "Rahmonuly", "Hasanogli", "Bank", "Trading", "LLC", "Limited", "Liability",
         "Company", "No", "2", "II", "44th", "Saudi", "Arabia", "MV", "the", "J", "Khassenov", "Mohammed"]
    ),
    st.text("abhkouxzAOU7", min_size=1, max_size=8),
)  # fmt: skip
NAME = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
SCHEMA = st.sampled_from(["Person", "Company", "LegalEntity"])


@settings(max_examples=300, deadline=None)
@given(st.lists(NAME, min_size=1, max_size=3), SCHEMA)
def test_a_property_without_values_changes_nothing(names: list[str], schema: str) -> None:
    given_names = {"name": [names[0] + "a"], "alias": names}
    assert read(given_names, schema) == read({**given_names, "birthDate": []}, schema)


@settings(max_examples=300, deadline=None)
@given(st.lists(NAME, min_size=1, max_size=3), SCHEMA)
def test_what_nobody_sees_changes_nothing(names: list[str], schema: str) -> None:
    plain, hidden = (Entity("", schema, tuple([Name(text + end) for text in names])) for end in ("", NOTHING))
    assert name_class(plain) == name_class(hidden)
    assert [(parts.kind, parts.tokens, parts.besides, parts.letters) for parts in prepare(plain).names] == [
        (parts.kind, parts.tokens, parts.besides, parts.letters) for parts in prepare(hidden).names
    ]
