"""A word and its article are found, and agree, where they are written as one."""

import pytest

from namesake.screener import compare

ALONE = "name.word"


@pytest.mark.parametrize(
    ("left", "right", "written"),
    [
        pytest.param("Imran al-Quoreni Talvek", "Imran Alquoreni Tolvo", True, id="article"),
        pytest.param("Imran Alquoreni Tolvo", "Imran al-Quoreni Talvek", True, id="article-on-the-right"),
        pytest.param("Imran al-Quoreni Talvek", "Imran al-Quoreni Tolvo", False, id="article-on-both-sides"),
        pytest.param("Imran Quoreni Talvek", "Imran Alquoreni Tolvo", False, id="no-article"),
    ],
)
def test_an_article_is_heard_where_it_is_written_on(left: str, right: str, written: bool) -> None:
    found = compare({"name": left, "schema": "Person"}, {"name": right, "schema": "Person"})
    assert found
    joined = [item for item in found.explanation.evidence if item.code == "name.word" and item.level == "joined"]
    assert bool(joined) is written
