"""References of redress: read back however they are written, and no slip of a finger makes another one."""

import pytest

from namesake.fields.redress import ALPHABET, RANDOM, read, written

REFERENCE = written("7K3M9QXC2")


def test_form() -> None:
    assert REFERENCE.startswith("7K3M9-QXC2")
    assert len(REFERENCE) == RANDOM + 2
    assert not set("ILOU") & set(ALPHABET)


@pytest.mark.parametrize(
    "text",
    [
        REFERENCE.lower(), REFERENCE.replace("-", ""), REFERENCE.replace("-", " – "), f"  {REFERENCE}\t",
        " ".join(REFERENCE), "".join(chr(ord(char) + 0xFEE0) for char in REFERENCE),
    ],
)  # fmt: skip
def test_however_it_is_written(text: str) -> None:
    assert read(text) == REFERENCE


def test_letters_that_look_like_digits_are_read_as_such() -> None:
    made = written("110011001")
    assert read(made.replace("1", "l").replace("0", "O")) == made == read(made.replace("1", "I"))


@pytest.mark.parametrize(
    "text", ["", "7", "7K3M9-QXC2", REFERENCE + "0", "U" * 10, "not a reference", "é" * 10, "9" * 9999]
)
def test_what_is_none(text: str) -> None:
    assert read(text) == ""


def test_every_single_slip_is_noticed() -> None:
    plain = REFERENCE.replace("-", "")
    for place in range(len(plain)):
        for char in ALPHABET:
            other = plain[:place] + char + plain[place + 1 :]
            assert (read(other) == REFERENCE) is (other == plain)
            assert read(other) in ("", REFERENCE)


def test_almost_every_exchange_of_neighbours_is_noticed() -> None:
    missed = 0
    for first in ALPHABET:
        for second in ALPHABET:
            plain = written(f"{first}{second}3M9QXC2").replace("-", "")
            missed += first != second and read(second + first + plain[2:]) != ""
    assert missed == 2  # the first and the last of the alphabet, either way round


@pytest.mark.parametrize("drawn", ["", "7K3M9QXC", "7K3M9QXCI", "7k3m9qxc2"])
def test_what_cannot_be_drawn(drawn: str) -> None:
    with pytest.raises(ValueError, match="make a reference"):
        written(drawn)
