"""An exact full name is always worth a look, however common it is and wherever it begins."""

import pytest

from namesake import Screener, compare


@pytest.mark.parametrize(
    ("subject", "listed", "found"),
    [
        pytest.param("Wang Wei", "Wang Wei", True, id="common, the same"),
        pytest.param("Wang Wei", "WEI, Wang", True, id="common, the comma shows where the family name stands"),
        pytest.param("Kim Min Jun", "Min Jun Kim", True, id="common, family name last"),
        pytest.param("Ali Ahmad", "Ahmad Ali", True, id="two given names exchanged"),
        pytest.param("Salman bin Muhammad", "Muhammad bin Salman", False, id="parent and child"),
        pytest.param("Ali Ahmad Khan", "Ahmad Ali Khan", False, id="another order, not another beginning"),
    ],
)
def test_whole_names(subject: str, listed: str, found: bool) -> None:
    entry = {"id": "1", "name": listed, "schema": "Person"}
    match = compare({"name": subject, "schema": "Person"}, entry)
    assert match is not None
    whole = [item.level for item in match.explanation.evidence if item.code == "name.whole"]
    assert bool(whole) is found
    if found:
        assert match.score >= 0.5
        assert Screener.of([entry]).screen({"name": subject, "schema": "Person"}).matches
