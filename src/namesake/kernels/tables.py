"""The cost tables, from `data/spelling.toml`."""

import tomllib
from array import array
from functools import cache
from importlib.resources import files
from typing import Any

from namesake.kernels.spelling import FAR, LETTERS, Costs, encode

VOWELS = "aeiouy"
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_UNIT = 1024


@cache
def letter_costs(*, joined: bool = False) -> Costs:
    """Costs between two words that write their vowels; symmetric. `joined` words must lie closer."""
    spec = _spec()
    one, groups = _one(spec), _groups(spec)
    limits = spec["limits"]
    return _costs(one, groups, limits["exchange"], _reach(limits["reach"], limits["joined"], joined))


@cache
def abjad_costs(*, abjad_on_left: bool, joined: bool = False) -> Costs:
    """Costs between a word without vowels (Arabic, Hebrew) and one with them; the two sides are not alike."""
    spec = _spec()
    one, groups = _one(spec), _groups(spec)
    for vowel in VOWELS:
        one[_at("", vowel)] = _bits(spec["abjad"]["vowel_missing"])
    for pair, bits in spec["abjad"]["near"].items():
        one[_at(pair[0], pair[1])] = _bits(bits)
    for letter, bits in spec["abjad"]["missing"].items():
        one[_at(letter, "")] = _bits(bits)
    limits = spec["limits"]
    reach = _reach(limits["abjad_reach"], limits["joined"], joined)
    return _costs(one if abjad_on_left else _turned(one), groups, limits["exchange"], reach)


@cache
def _spec() -> dict[str, Any]:
    return tomllib.loads(files("namesake.data").joinpath("spelling.toml").read_text("utf-8"))


def _bits(value: float) -> int:
    return round(value * _UNIT)


def _at(left: str, right: str) -> int:
    return (encode(left)[0] if left else 0) * LETTERS + (encode(right)[0] if right else 0)


def _costs(one: list[int], groups: list[int], exchange: float, reach: tuple[float, float, float]) -> Costs:
    base, per_letter, most = map(_bits, reach)
    pairs = array("i", groups)
    return Costs(array("i", one), pairs, pairs, _bits(exchange), (base, per_letter, most))


def _reach(reach: list[float], most_joined: float, joined: bool) -> tuple[float, float, float]:
    base, per_letter, most = reach
    return base, per_letter, min(most, most_joined) if joined else most


def _turned(one: list[int]) -> list[int]:
    return [one[right * LETTERS + left] for left in range(LETTERS) for right in range(LETTERS)]


def _one(spec: dict[str, Any]) -> list[int]:
    """The cost of every letter for every other, and for none."""
    letters, missing = spec["letters"], spec["missing"]
    one = [_bits(letters["digit"])] * (LETTERS * LETTERS)
    for left in _ALPHABET:
        for right in _ALPHABET:
            one[_at(left, right)] = 0 if left == right else _bits(letters[_kind(left, right)])
        bits = _bits(missing["near"].get(left, missing["vowel" if left in VOWELS else "consonant"]))
        one[_at(left, "")] = one[_at("", left)] = bits
    for pair, bits in letters["near"].items():
        one[_at(pair[0], pair[1])] = one[_at(pair[1], pair[0])] = _bits(bits)
    one[_at("0", "0")] = _bits(letters["digit"] / 4)
    return one


def _kind(left: str, right: str) -> str:
    vowels = (left in VOWELS) + (right in VOWELS)
    return ("consonant_for_consonant", "vowel_for_consonant", "vowel_for_vowel")[vowels]


def _groups(spec: dict[str, Any]) -> list[int]:
    """The cost of two letters for one."""
    groups = [FAR] * (LETTERS**3)
    for letter in _ALPHABET:
        kind = "vowel" if letter in VOWELS else "consonant"
        groups[_group(letter * 2, letter)] = _bits(spec["doubled"][kind])
    for pair, single in spec["groups"].items():
        for letter, bits in single.items():
            groups[_group(pair, letter)] = _bits(bits)
    return groups


def _group(pair: str, letter: str) -> int:
    first, second = encode(pair)
    return (first * LETTERS + second) * LETTERS + encode(letter)[0]
