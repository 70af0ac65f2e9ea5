"""A weak alias corroborates and never decides."""

import pytest

from namesake import compare


@pytest.mark.parametrize(
    ("name", "born", "band"),
    [
        pytest.param("Tal", "", "clear", id="one common word"),
        pytest.param("Talvek Quoren", "", "clear", id="two rare words"),
        pytest.param("Talvek Quoren Bandersnatch Mimsyborogove", "", "clear", id="four rare words"),
        pytest.param("Talvek Quoren", "1985-12-15", "review", id="two rare words and the birth date"),
    ],
)
def test_weak_alias(name: str, born: str, band: str) -> None:
    left = {"name": name, "schema": "Person", **({"birthDate": born} if born else {})}
    match = compare(left, {"name": "Slithy Tovegyre", "weakAlias": name, "schema": "Person", "birthDate": "1985-12-15"})
    assert match is not None
    assert match.band == band
