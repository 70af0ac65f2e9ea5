"""How names that English speakers pronounce are written in Hangul and kana, by the rules of Korean and Japanese for
words of other languages. Used by `reference.attested`.

Pronunciations are those of the CMU Pronouncing Dictionary, in ARPAbet ("JH EY1 M Z"). A rule that leaves a choice gives
several spellings: unstressed vowels are written by their sound or by their letter, a last Z voiced or not.
"""

import re
from collections.abc import Iterator
from itertools import chain, islice, product

from namesake.text.kana import sounds

MOST = 6
"""Spellings of one pronunciation."""

_VOWELS = frozenset(["AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW"])
_SHORT = frozenset(["AA", "AE", "AH", "EH", "IH", "UH"])
_LETTERS = re.compile("[aeiouy]+")

Phone = tuple[str, str, str]
"""An ARPAbet symbol, its stress ("" for a consonant) and, where they can be told, the letters of a vowel."""


def phones(pronunciation: str, word: str) -> list[Phone]:
    """The sounds of a word, each vowel with the letters that stand for it where there are as many of both. "Wh" at the
    beginning is heard."""
    pronunciation = re.sub("^W ", "HW ", pronunciation) if word.startswith("wh") else pronunciation
    found = [(part.rstrip("012"), part[-1] if part[-1].isdigit() else "") for part in pronunciation.split()]
    letters = _LETTERS.findall(re.sub("(?<=[^aeiou])e$", "", word))
    count = sum(sound in _VOWELS for sound, _ in found)
    spelt = iter(letters if len(letters) == count else [""] * count)
    return [(sound, stress, next(spelt) if sound in _VOWELS else "") for sound, stress in found]


def some(choices: list[list[str]]) -> Iterator[tuple[str, ...]]:
    """At most MOST of all ways to choose: all by sound, all by letter, then the others."""
    both = (tuple(choice[0] for choice in choices), tuple(choice[-1] for choice in choices))
    yield from islice(dict.fromkeys(chain(both, product(*choices))), MOST)


# ---- Hangul

_SYLLABLE = 0xAC00
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_FIRST = {
    "P": "ㅍ", "B": "ㅂ", "T": "ㅌ", "D": "ㄷ", "K": "ㅋ", "G": "ㄱ", "F": "ㅍ", "V": "ㅂ", "TH": "ㅅ", "DH": "ㄷ",
    "S": "ㅅ", "Z": "ㅈ", "SH": "ㅅ", "ZH": "ㅈ", "CH": "ㅊ", "JH": "ㅈ", "M": "ㅁ", "N": "ㄴ", "HH": "ㅎ", "L": "ㄹ",
    "R": "ㄹ", "NG": "ㅇ",
}  # fmt: skip
_LAST = {"M": "ㅁ", "N": "ㄴ", "NG": "ㅇ", "L": "ㄹ"}
_STOPS = {"P": "ㅂ", "T": "ㅅ", "K": "ㄱ"}
_PLAIN = {
    "AO": "ㅗ", "AW": "ㅏㅜ", "AY": "ㅏㅣ", "EH": "ㅔ", "ER": "ㅓ", "EY": "ㅔㅣ", "IY": "ㅣ", "OW": "ㅗ", "OY": "ㅗㅣ",
    "UH": "ㅜ", "UW": "ㅜ", "AE": "ㅐ",
}  # fmt: skip
_BY_LETTER = {"a": "ㅏ", "e": "ㅔ", "i": "ㅣ", "y": "ㅣ", "o": "ㅗ", "u": "ㅜ"}
_WITH_Y = dict(zip("ㅏㅓㅗㅜㅐㅔㅣ", "ㅑㅕㅛㅠㅒㅖㅣ", strict=True))
_WITH_W = dict(zip("ㅏㅓㅗㅜㅐㅔㅣ", "ㅘㅝㅝㅜㅙㅞㅟ", strict=True))
_AFTER = {"SH": "ㅣ", "CH": "ㅣ", "JH": "ㅣ", "ZH": "ㅣ"}


def hangul(found: list[Phone]) -> Iterator[str]:
    """The spellings in Hangul."""
    choices = [_korean(found, at) for at in range(len(found))]
    for vowels in some(choices):
        yield from {_written(found, vowels, "ㅅ"), _written(found, vowels, "ㅈ")} - {""}


def _korean(found: list[Phone], at: int) -> list[str]:
    """What a vowel may be written with; one empty choice for a consonant."""
    sound, stress, spelt = found[at]
    by_letter = _BY_LETTER.get(spelt[:1], "")
    last = at == len(found) - 1
    if sound == "AA":
        return [by_letter] if by_letter in ("ㅗ", "ㅏ") else ["ㅗ", "ㅏ"]
    if sound == "EH" and by_letter == "ㅏ":
        return ["ㅔ", "ㅐ"]
    if sound == "IH":
        return ["ㅣ", "ㅔ"] if stress == "0" and by_letter == "ㅔ" else ["ㅣ"]
    if sound != "AH":
        return [_PLAIN.get(sound, "")]
    if stress != "0":
        return ["ㅓ"]
    if last:
        return ["ㅏ"] if by_letter == "ㅏ" else ["ㅓ", by_letter or "ㅏ"]
    ends = at == len(found) - 2 and found[at + 1][0] in ("L", "N")
    return list(dict.fromkeys([*(["ㅡ"] if ends else []), "ㅓ", by_letter or "ㅓ"]))


def _written(found: list[Phone], vowels: tuple[str, ...], last_z: str) -> str:
    """One spelling; "" where something cannot be written."""
    syllables: list[list[str]] = []
    for at, (sound, _, _) in enumerate(found):
        if sound in _VOWELS:
            _add_vowel(syllables, found, at, vowels[at])
        elif sound in ("W", "Y"):
            continue
        elif sound == "HW":
            syllables.append(["ㅎ", "", " "])
        elif at + 1 < len(found) and (found[at + 1][0] in _VOWELS or _glides(found, at + 1)):
            _add_onset(syllables, found, at)
        else:
            _add_end(syllables, found, at, last_z)
    try:
        return "".join(map(_composed, syllables))
    except ValueError:
        return ""


def _glides(found: list[Phone], at: int) -> bool:
    """Whether a consonant is heard with the glide after it."""
    sound, before = found[at][0], found[at - 1][0]
    if at + 1 >= len(found) or found[at + 1][0] not in _VOWELS:
        return False
    return sound == "Y" or (sound == "W" and before in ("K", "G"))


def _add_onset(syllables: list[list[str]], found: list[Phone], at: int) -> None:
    sound = found[at][0]
    if sound == "L" and syllables and not syllables[-1][2].strip() and syllables[-1][1]:
        syllables[-1][2] = "ㄹ"
    if sound == "NG" and syllables:
        syllables[-1][2] = "ㅇ"
    syllables.append([_FIRST[sound], "", " "])


def _add_end(syllables: list[list[str]], found: list[Phone], at: int, last_z: str) -> None:
    """A consonant that no vowel follows."""
    sound, before = found[at][0], found[at - 1][0] if at else ""
    after = found[at + 1][0] if at + 1 < len(found) else ""
    open_before = bool(syllables) and bool(syllables[-1][1]) and syllables[-1][2] == " "
    if sound == "R":
        if before in ("EH", "IH", "IY", "UH", "EY"):
            syllables.append(["ㅇ", "ㅓ", " "])
    elif sound in _LAST and open_before:
        syllables[-1][2] = _LAST[sound]
    elif after in ("S", "Z") and sound in ("T", "D"):
        return  # "ts" and "dz" are one sound
    elif sound in ("S", "Z") and before in ("T", "D"):
        syllables.append(["ㅊ" if before == "T" else "ㅈ", "ㅡ", " "])
    elif sound in _STOPS and open_before and before in _SHORT and after not in ("L", "R", "M", "N", "W", "Y"):
        syllables[-1][2] = _STOPS[sound]
    elif sound == "SH" and after:
        syllables.append(["ㅅ", "ㅠ", " "])
    elif sound != "HH":
        first = last_z if sound == "Z" and not after else _FIRST[sound]
        syllables.append([first, _AFTER.get(sound, "ㅡ"), " "])


def _add_vowel(syllables: list[list[str]], found: list[Phone], at: int, vowels: str) -> None:
    before = found[at - 1][0] if at else ""
    first = vowels[0]
    if before == "Y" and at > 1 and found[at - 2][0] not in _VOWELS and first != "ㅜ":
        syllables[-1][1] = "ㅣ"  # after a consonant: "ny-al" is two syllables
    elif before == "Y":
        first = _WITH_Y.get(first, first)
    elif before in ("W", "HW"):
        first = _WITH_W.get(first, first)
    elif before == "SH":
        first = _WITH_Y.get(first, first)
    if syllables and not syllables[-1][1]:
        syllables[-1][1] = first
    else:
        syllables.append(["ㅇ", first, " "])
    syllables.extend(["ㅇ", vowel, " "] for vowel in vowels[1:])
    if found[at][0] == "ER" and at + 1 < len(found) and found[at + 1][0] in _VOWELS:
        syllables.append(["ㄹ", "", " "])


def _composed(syllable: list[str]) -> str:
    first, middle, last = syllable
    if not middle:
        raise ValueError
    place = _INITIALS.index(first) * len(_MEDIALS) + _MEDIALS.index(middle)
    return chr(_SYLLABLE + place * len(_FINALS) + _FINALS.index(last))


# ---- Kana, by their sounds: see `namesake.text.kana`

_KANA = {
    "P": "p", "B": "b", "T": "t", "D": "d", "K": "k", "G": "g", "F": "f", "V": "b", "TH": "s", "DH": "z", "S": "s",
    "Z": "z", "SH": "x", "ZH": "j", "CH": "c", "JH": "j", "M": "m", "N": "n", "HH": "h", "L": "r", "R": "r", "NG": "ng",
    "W": "w", "Y": "y", "HW": "ho",
}  # fmt: skip
_JAPANESE = {
    "AO": ["o"], "AW": ["au"], "AY": ["ai"], "EH": ["e"], "ER": ["a"], "EY": ["ei", "e"], "IH": ["i"], "IY": ["i"],
    "OW": ["o"], "OY": ["oi"], "UH": ["u"], "UW": ["u"], "AE": ["a"],
}  # fmt: skip
_HELPED = {"T": "o", "D": "o", "CH": "i", "JH": "i", "ZH": "i"}
_SPOKEN = (("si", "xi"), ("zi", "ji"), ("hu", "fu"), ("xy", "x"), ("jy", "j"), ("cy", "c"), ("wu", "u"), ("yi", "i"),
           ("tosu", "qu"), ("dozu", "zu"))  # fmt: skip


def kana(found: list[Phone]) -> Iterator[str]:
    """The spellings in kana, by their sounds."""
    choices = [_japanese(found, at) for at in range(len(found))]
    for parts in some(choices):
        text = "".join(parts)
        for one, other in _SPOKEN:
            text = text.replace(one, other)
        yield text


def _japanese(found: list[Phone], at: int) -> list[str]:
    sound, stress, spelt = found[at]
    after = found[at + 1][0] if at + 1 < len(found) else ""
    letter = spelt[:1].replace("y", "i")
    if sound == "AA":
        return [letter] if letter in ("a", "o") else ["o", "a"]
    if sound == "AH":
        return ["a"] if stress != "0" or not letter else list(dict.fromkeys([letter, "a"]))
    if sound == "IH" and letter == "e":
        return ["i", "e"]
    if sound in _VOWELS:
        long = sound == "ER" and after in _VOWELS
        return [vowel + "r" * long for vowel in _JAPANESE[sound]]
    if after in _VOWELS or (after == "Y" and sound != "R"):
        return [_KANA[sound]] if sound != "V" else ["b", "v"]
    if sound in ("W", "Y"):
        return [_KANA[sound]]
    return _alone(sound, found[at - 1][0] if at else "", after)


def _alone(sound: str, before: str, after: str) -> list[str]:
    """A consonant that no vowel follows."""
    if sound == "R":
        return ["a"] if before in ("EH", "IH", "IY", "UH", "EY") else [""]
    if sound in ("N", "NG"):
        return ["n"] if sound == "N" or after in ("K", "G") else ["ngu"]
    if sound == "M" and after in ("P", "B"):
        return ["n"]
    if sound == "V":
        return ["bu", "vu"]
    return [_KANA[sound] + _HELPED.get(sound, "u")]


assert sounds("ジェームズ") == "jemuzu"
