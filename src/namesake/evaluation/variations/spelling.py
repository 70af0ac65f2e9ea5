"""Other spellings that are in print: transliterations, and the forms of common names.

The rules are written for this project from the romanisation tables that newspapers and passports follow (English,
French, German, ICAO). They are not those that the engine has learnt: a test that shares its tables tests nothing.
"""

import re
from functools import cache

from namesake.evaluation.draw import Draw
from namesake.evaluation.original import Original

RULES = (
    ("kh", "h"), ("kh", "x"), ("ou", "u"), ("u", "ou"), ("oo", "u"), ("ee", "i"), ("dj", "j"), ("j", "dj"),
    (r"ov\b", "ow"), (r"ov\b", "off"), (r"ova\b", "owa"), (r"ev\b", "eff"), (r"yev\b", "ev"), (r"iy\b", "y"),
    (r"iy\b", "i"), (r"y\b", "i"), (r"sky\b", "skiy"), (r"skiy\b", "sky"), ("ya", "ia"), ("ia", "iya"),
    ("yu", "iu"), ("ye", "e"), ("sh", "ch"), ("sh", "sch"), ("tch", "ch"), ("ch", "tch"), ("zh", "j"), ("ts", "tz"),
    ("ts", "c"), ("q", "k"), ("q", "gh"), ("gh", "g"), (r"\bg(?=h?a)", "q"), ("ei", "ai"), ("ai", "ei"), ("ay", "ei"),
    ("aw", "au"), ("w", "v"), (r"ullah\b", "allah"), (r"\bal-", "el-"), (r"\bel-", "al-"), (r"\bal ", "el "),
    (r"\babdul\b", "abdel"), (r"\babd al-", "abdul "), ("dh", "z"), ("dh", "d"), ("th", "s"), ("ph", "f"),
    (r"ah\b", "a"), (r"eh\b", "a"), (r"(?<=[^aeiou])a\b", "ah"), ("ss", "s"),
)  # fmt: skip
"""What is written instead of what, anywhere in a name."""

FORMS = (
    "mohammed mohamed muhammad mohammad mohamad muhammed mohamud", "ahmed ahmad achmed ahmet",
    "hussein husain husayn hossein hussain hossain huseyin", "hassan hasan hassane",
    "yusuf youssef yousef yousuf yusof", "khaled khalid halid", "omar umar omer", "osama usama",
    "uthman othman osman", "said saeed sayid saied", "ibrahim ebrahim ibraheem brahim",
    "ismail ismael esmail ismaeel", "sulaiman suleiman soleiman sulayman suleyman",
    "mustafa mostafa moustafa mustapha", "mahmoud mahmud mahmood", "abdullah abdallah abdalla abdulla",
    "abdulrahman abdurrahman abdelrahman abdourahmane", "jamal gamal djamal", "kamal kemal", "tariq tarek tarik",
    "faisal faysal feisal", "qasim kassem qassem qasem ghasem", "jafar jaafar djafar", "nasir nasser naser",
    "aleksandr alexander aleksander alexandr", "aleksey alexei alexey aleksei", "sergey sergei serguei",
    "andrey andrei", "nikolay nikolai nicolai", "dmitry dmitri dmitriy dmitrii", "yuri yury yuriy iouri",
    "yevgeny evgeny evgeniy yevgeniy evgeni", "vasily vasiliy vassili vasili", "mikhail mihail michail",
    "vitaly vitaliy vitali", "viktor victor", "oleg olegue", "igor ihor", "vyacheslav viacheslav", "maksim maxim",
)  # fmt: skip
"""Forms of one name that passports and newspapers use for one another."""

_WORD = re.compile(r"[^\W\d_]+")


def transliteration(name: Original, draw: Draw) -> str | None:
    """One rule of another romanisation, wherever it applies in a person's name."""
    if not (name.person and name.latin):
        return None
    found = [other for rule, instead in RULES if (other := _written(rule, instead, name.text)) != name.text]
    return draw.of(found) if found else None


def form(name: Original, draw: Draw) -> str | None:
    """Another form of one of the common names in a person's name."""
    words = [found for found in _WORD.finditer(name.text) if found[0].casefold() in _forms()]
    if not (name.person and words):
        return None
    found = draw.of(words)
    other = draw.of(_forms()[found[0].casefold()])
    return name.text[: found.start()] + like(found[0], other) + name.text[found.end() :]


def like(shown: str, text: str) -> str:
    """A text with capitals as the one that it stands for."""
    if shown.isupper() and len(shown) > 1:
        return text.upper()
    return text[:1].upper() + text[1:] if shown[:1].isupper() else text


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    groups = [tuple(line.split()) for line in FORMS]
    return {word: tuple(other for other in group if other != word) for group in groups for word in group}


def _written(rule: str, instead: str, text: str) -> str:
    return re.sub(rule, lambda found: like(found[0], instead), text, flags=re.IGNORECASE)
