"""Month names of the languages that customers' files and lists are written in."""

from functools import cache

from namesake.fields.folding import fold

_ENGLISH = "january february march april may june july august september october november december"
_ABBREVIATED = "jan feb mar apr may jun jul aug sep oct nov dec"
_OTHERS = (
    "jan feb mar apr may june july aug sept oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jän feber mrz apr mai jun jul aug sep okt nov dez",
    "jänner febr maerz apr mai jun jul aug sept okt nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil aout sept oct nov déc",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago setiembre oct nov dic",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gen feb mar apr mag giu lug ago set ott nov dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "янв фев мар апр май июн июл авг сен окт ноя дек",
    "янв февр мар апр май июн июл авг сент окт нояб дек",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "oca şub mar nis may haz tem ağu eyl eki kas ara",
)


def month_number(word: str) -> int | None:
    """The month that an English name or abbreviation means, 1..12."""
    return _english().get(fold(word))


def months_named(word: str) -> tuple[int, ...]:
    """The months that a word can mean in any of the languages: usually none or one."""
    return _all().get(fold(word), ())


@cache
def _english() -> dict[str, int]:
    rows = (_ENGLISH, _ABBREVIATED, _OTHERS[0])
    return {fold(name): number for row in rows for number, name in enumerate(row.split(), start=1)}


@cache
def _all() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for row in (_ENGLISH, _ABBREVIATED, *_OTHERS):
        for number, name in enumerate(row.split(), start=1):
            known = found.get(fold(name), ())
            found[fold(name)] = known if number in known else (*known, number)
    return found
