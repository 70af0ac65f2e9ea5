"""Further names that a cell of a name itself gives."""

import pytest

from namesake.entities.parties import aliases_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Talvek Quoren", ("Talvek Quoren",), id="one"),
        pytest.param("Talvek Quoren a.k.a. Tolvo", ("Talvek Quoren", "Tolvo"), id="aka"),
        pytest.param("Talvek Quoren (alias Tolvo)", ("Talvek Quoren", "Tolvo"), id="brackets"),
        pytest.param("Talvek dit Quoren", ("Talvek", "Quoren", "Talvek dit Quoren"), id="dit-may-be-within-a-name"),
        pytest.param("a.k.a. Tolvo", ("a.k.a. Tolvo",), id="nothing-before"),
        pytest.param("Dita Quoren", ("Dita Quoren",), id="another-word"),
    ],
)
def test_names_in_a_cell(text: str, names: tuple[str, ...]) -> None:
    assert aliases_in(text) == names
