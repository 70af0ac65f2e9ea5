"""Rows whose name is an identifier, or that have one instead of a name."""

import pytest

from namesake.entities.columns import recognise
from namesake.entities.subjects import subject_of
from namesake.values.entities import Subject
from namesake.values.rows import Row


@pytest.mark.parametrize(
    ("columns", "cells", "schemes"),
    [
        pytest.param(("Name",), ("IMO 9074729",), ["imo"], id="the IMO number of a ship"),
        pytest.param(("Name",), ("IMO 9074728",), [], id="a number whose check digit is wrong"),
        pytest.param(("Name",), ("7LTWFZYICNSX8D621K86",), ["lei"], id="a legal entity identifier"),
        pytest.param(("Name",), ("0xa0e1c89Ef1a489c9C7dE96311eD5Ce5D32c20E4B",), ["wallet:ETH"], id="a wallet"),
        pytest.param(("Name", "Passport"), ("12345", "AB1234567"), ["passport"], id="digits beside a passport"),
        pytest.param(("Name", "Passport"), ("", "AB1234567"), ["passport"], id="nothing beside a passport"),
        pytest.param(("Name",), ("Talvek Quoren",), [], id="a name"),
    ],
)
def test_identifiers(columns: tuple[str, ...], cells: tuple[str, ...], schemes: list[str]) -> None:
    (found,) = subject_of(Row(2, cells), recognise(columns))
    assert isinstance(found, Subject)
    assert [item.scheme for item in found.entity.identifiers] == schemes
