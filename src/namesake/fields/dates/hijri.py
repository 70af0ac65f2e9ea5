"""Dates that name their Hijri calendar: by the name of a month, or by "AH", "SH" and the like."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from namesake.fields.dates.calendars import Parts, islamic, solar_hijri
from namesake.fields.folding import fold
from namesake.values.facts import PartialDate

Reader = Callable[..., PartialDate | None]

# Month by month, in transliterations and in Arabic and Persian script; `_key` makes one of their many spellings.
_LUNAR = (
    "muharram, moharram, muharam, محرم",
    "safar, صفر",
    "rabi al-awwal, rabi al-awal, rabi ul-awwal, rabi ul-awal, rabi i, ربيع الأول",
    "rabi al-thani, rabi ath-thani, rabi ul-thani, rabi al-akhir, rabi ul-akhir, rabi ii, ربيع الثاني, ربيع الآخر",
    "jumada al-ula, jumada al-awwal, jumadal ula, jumada ul-awwal, jumada i, جمادى الأولى, جمادى الأول",
    "jumada al-thani, jumada al-thaniyah, jumada al-akhirah, jumada ul-thani, jumada ii, جمادى الآخرة, جمادى الثانية",
    "rajab, رجب",
    "shaban, shaaban, شعبان",
    "ramadan, ramadhan, ramazan, رمضان",
    "shawwal, shawal, شوال",
    "dhu al-qadah, dhu al-qidah, dhul qadah, dhul qidah, dhu al-qada, dhul qada, zul qadah, ذو القعدة, ذي القعدة",
    "dhu al-hijjah, dhul hijjah, dhu al-hijja, dhul hijja, zul hijjah, zul hijja, ذو الحجة, ذي الحجة",
)
# The months of Iran, and with the names of the zodiac those of Afghanistan, which have been the same since 1957.
_SOLAR = (
    "farvardin, فروردین, hamal, حمل",
    "ordibehesht, اردیبهشت, sawr, saur, thawr, ثور",
    "khordad, khurdad, خرداد, jawza, jauza, جوزا",
    "tir, تیر, saratan, سرطان",
    "mordad, amordad, مرداد, asad, اسد",
    "shahrivar, شهریور, sunbula, sunbulah, sonbola, سنبله",
    "mehr, mihr, مهر, mizan, میزان",
    "aban, آبان, aqrab, عقرب",
    "azar, آذر, qaws, qaus, قوس",
    "dey, دی, jadi, jady, جدی",
    "bahman, بهمن, dalw, dalwa, دلو",
    "esfand, isfand, اسفند, hut, hoot, حوت",
)
_LUNAR_MARKS = (
    "ah, h, hijri, hijra, hijri calendar, islamic, islamic calendar, lunar hijri, hijri lunar, hijri qamari, qamari, "
    "anno hegirae, هـ, هـ ق, ق, هجري, هجری قمری, قمری"
)
_SOLAR_MARKS = (
    "sh, ap, ahs, shamsi, hijri shamsi, solar hijri, hijri solar, solar hijri calendar, shamsi calendar, persian, "
    "persian calendar, iranian, iranian calendar, iranian hijri calendar, afghan calendar, jalali, jalali calendar, "
    "anno persico, هـ ش, ش, شمسی, هجری شمسی"
)
_WORD = re.compile(r"[^\W\d_]+(?:[.'’`\u200c\u200d-]+[^\W\d_]+)*")
_SKELETON = re.compile(r"[\d\s./,()'’`\u200c\u200d–-]*")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)(?![^\W\d_])")
_FILLERS = frozenset(["of", "the"])
_ONE_LETTER = str.maketrans({"ى": "ی", "ي": "ی", "ة": "ه", "ك": "ک", "ـ": None, "ʿ": None, "ʾ": None})
_MOST_WORDS = 6
_MOST_DAYS, _MOST_MONTHS = 31, 12


def stated(plain: str, text: str, *, day_first: bool = True) -> PartialDate | None:
    """The date of a text that names its Hijri calendar, else None. `plain` is the text without case and foreign digits.

    `day_first` says which of "03/04/1405 AH" is the day: where these calendars are used it is the first (CLDR).
    """
    bare = _ORDINAL.sub("", plain)
    words = [word for word in _WORD.findall(bare) if word not in _FILLERS]
    rest = _WORD.sub(" ", bare)
    if not 1 <= len(words) <= _MOST_WORDS or not _SKELETON.fullmatch(rest):
        return None
    numbers = [int(number) for number in re.findall(r"\d+", rest)]
    for month, reader in _meanings(words):
        parts = _parts(numbers, month, day_first)
        if parts and (found := reader(*parts, text=text)):
            return found
    return None


def _meanings(words: list[str]) -> Iterator[tuple[int | None, Reader]]:
    """What the words can be together: a month, a mark of the calendar, or both in either order."""
    for cut in range(len(words) + 1):
        first, second = _key("".join(words[:cut])), _key("".join(words[cut:]))
        for month, mark in ((first, second), (second, first)):
            for months, marks, reader in _calendars():
                if (not month or month in months) and (not mark or mark in marks):
                    yield months.get(month), reader


@cache
def _calendars() -> tuple[tuple[dict[str, int], frozenset[str], Reader], ...]:
    return (
        (_numbered(_LUNAR), frozenset(map(_key, _LUNAR_MARKS.split(","))), islamic),
        (_numbered(_SOLAR), frozenset(map(_key, _SOLAR_MARKS.split(","))), solar_hijri),
    )


def _numbered(rows: tuple[str, ...]) -> dict[str, int]:
    return {_key(name): number for number, row in enumerate(rows, start=1) for name in row.split(",")}


def _key(words: str) -> str:
    return fold(words.translate(_ONE_LETTER))


def _parts(numbers: list[int], month: int | None, day_first: bool) -> Parts | None:
    """Year, month and day: the year is the one number that is no day, and stands first or last."""
    years = [number for number in numbers if number > _MOST_DAYS]
    rest = [number or None for number in numbers if number <= _MOST_DAYS]
    most = 2 if month is None else 1
    if len(years) != 1 or years[0] not in (numbers[0], numbers[-1]) or len(rest) > most:
        return None
    if month is not None:
        return years[0], month, rest[0] if rest else None
    if len(rest) < most:
        return years[0], rest[0] if rest else None, None
    day, month = rest if day_first and numbers[0] != years[0] else reversed(rest)
    if (month or 0) > _MOST_MONTHS:
        day, month = month, day
    return years[0], month, day if month else None
