"""Which names a look-up compares in full: the bounds rule out what only seems near."""

import pytest

from namesake.candidates.births import UNKNOWN
from namesake.candidates.building import build
from namesake.candidates.probe import Probe
from namesake.kernels.births import Birth
from namesake.names.prepare import prepare
from namesake.scoring.model import shipped
from namesake.screening.weights import measures
from namesake.values.entities import Entity
from namesake.values.names import Name

LISTED = (
    "Talvek Quoren", "Talvek Quoren Mimsy", "Talvek Borogove", "Talvik Slithy Tove", "Gyre Gimble", "T. Outgrabe",
)  # fmt: skip
EVEN, REMOTE = 0, -6 * 1024
"""Thresholds in 1/1024 bit: even odds, and one chance in 65."""


def compared(subject: str, threshold: int) -> set[str]:
    """The listed names that are compared in full with a subject's."""
    entries = [(number, prepare(Entity(str(number), "Person", (Name(name),)))) for number, name in enumerate(LISTED)]
    probe = Probe(build(entries, shipped().rarities["person"], slips=False), "person", measures(shipped()))
    given = prepare(Entity("s", "Person", (Name(subject),)))
    possible = probe._possible(probe._query(given), 0, given.names[0], threshold, Birth(*UNKNOWN))
    return {LISTED[number] for number in possible}


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        pytest.param("Talvek Quoren", {"Talvek Quoren", "Talvek Quoren Mimsy"}, id="one-rare-word-is-not-enough"),
        pytest.param("Talvek Brillig", set(), id="nothing-but-one-rare-word"),
        pytest.param("Talvek Brillig Outgribing", set(), id="nothing-but-one-rare-word-of-three"),
        pytest.param("Talvek Borogoves", {"Talvek Borogove"}, id="another-spelling-of-the-second-word"),
        pytest.param("Bandersnatch Frumious", set(), id="nobody"),
    ],
)
def test_a_name_that_shares_one_rare_word_alone_is_not_compared(subject: str, expected: set[str]) -> None:
    assert compared(subject, EVEN) == expected


def test_it_is_the_threshold_that_rules_out() -> None:
    assert {"Talvek Quoren", "Talvek Borogove"} <= compared("Talvek Brillig", REMOTE)
    assert "Gyre Gimble" not in compared("Talvek Brillig", REMOTE), "too little agrees for any threshold in use"
