"""Sentences about evaluations. A share is rounded down, so that it never looks like more than it is."""

import math
from collections.abc import Mapping, Sequence

from namesake.evaluation.comparing import Comparison
from namesake.evaluation.fairness import Fairness
from namesake.evaluation.figures import UNKNOWN, Figures
from namesake.evaluation.minimums import STANDARD, Shortfall, shortfalls
from namesake.evaluation.rates import Rate
from namesake.evaluation.thresholds import Point
from namesake.review.numbers import counted, listed

SEVERITY_WORDS = {"exact": "names as listed", "minor": "minor variations", "major": "major variations"}

SCRIPTS = {
    "Arab": "Arabic", "Armn": "Armenian", "Beng": "Bengali", "Cyrl": "Cyrillic", "Deva": "Devanagari",
    "Ethi": "Ethiopic", "Geor": "Georgian", "Grek": "Greek", "Hang": "Hangul", "Hani": "Han", "Hebr": "Hebrew",
    "Kana": "Kana", "Latn": "Latin", "Mymr": "Burmese", "Thai": "Thai",
}  # fmt: skip


def percent(share: float) -> str:
    """A share in per cent, rounded down to a tenth: "99.9%" is not all."""
    return f"{math.floor(share * 1000 + 1e-9) / 10:.1f}%"


def per_thousand(share: float) -> str:
    """A share as so many of 1,000, with one decimal below 100."""
    many = share * 1000
    return f"{many:.0f}" if many >= 100 else f"{many:.1f}"


def interval(rate: Rate) -> str:
    """The 95 % interval of a share in per cent."""
    high = "100.0%" if rate.high == 1 else f"{min(math.ceil(rate.high * 1000 - 1e-9) / 10, 99.9):.1f}%"
    return f"{percent(rate.low)[:-1]}–{high}"


def interval_per_thousand(rate: Rate) -> str:
    """The 95 % interval of a share as so many of 1,000."""
    return f"{per_thousand(rate.low)}–{per_thousand(rate.high)}"


def title(figures: Figures) -> str:
    """A run in a headline."""
    found = figures.by_severity
    if "exact" not in found:
        return f"{counted(figures.cases, 'name')} tried"
    missed = found["exact"].total - found["exact"].count
    first = "Every listed name is found" if not missed else f"{counted(missed, 'listed name')} not found"
    return f"{first}; {percent(found['minor'].value)} of minor variations" if "minor" in found else first


def summary(figures: Figures) -> str:
    """A run in one or two sentences."""
    pieces = [
        f"{percent(rate.value)} of {rate.total:,} {SEVERITY_WORDS[name]}"
        for name in SEVERITY_WORDS
        if (rate := figures.by_severity.get(name))
    ]
    said = f"Found: {listed(pieces)}." if pieces else "No listed name was tried."
    if alerts := _alerts(figures):
        said += f" {alerts}"
    return said


def _alerts(figures: Figures) -> str:
    pieces = [
        f"{per_thousand(rate.value)} {how}"
        for dated, how in ((False, "on names only"), (True, "with birth dates"))
        if (rate := figures.alerts(dated)).total
    ]
    return f"False alerts per 1,000 innocents: {listed(pieces)}." if pieces else ""


def fairness(figures: Figures) -> str:
    """Whether innocents of every culture are spared alike, with birth dates known."""
    fair = figures.fairness
    if not fair.measured:
        return "Fairness was not measured: the deck has no innocents with birth dates."
    if fair.kept:
        return f"Fairness is kept: with birth dates known no culture has more false alerts than {_limit(fair)}."
    over, verb = _over(fair, figures.dated), "has" if len(fair.above) == 1 else "have"
    return f"Fairness is not kept: with birth dates known {over} {verb} more false alerts than {_limit(fair)}."


def fairness_of_list(figures: Figures, name: str) -> str:
    """The same of one list, in a few words: kept, or by which cultures not."""
    fair = figures.fairness_by_list[name]
    if not fair.measured:
        return "not measured"
    return "kept" if fair.kept else f"not kept: {_over(fair, figures.list_dated[name])}"


def _limit(fair: Fairness) -> str:
    return (
        f"{per_thousand(fair.limit)} per 1,000, the larger of 10 and three times the median culture's rate "
        f"({per_thousand(fair.median)})"
    )


def _over(fair: Fairness, rates: Mapping[str, Rate]) -> str:
    return listed([f"{culture(name)} ({per_thousand(rates[name].value)})" for name in fair.above])


def gap(figures: Figures) -> str:
    """How far the cultures are apart on names only: stated, not hidden."""
    rates = figures.names_only
    if len(rates) < 2:
        return ""
    order = sorted(rates, key=lambda name: (rates[name].value, name))
    low, high = order[0], order[-1]
    if rates[low].value == rates[high].value:
        return f"On names only every culture has {per_thousand(rates[low].value)} per 1,000."
    middle = per_thousand(figures.fairness.median_names_only)
    return (
        f"On names only the rates run from {per_thousand(rates[low].value)} ({culture(low)}) to "
        f"{per_thousand(rates[high].value)} ({culture(high)}); the median culture has {middle}."
    )


def promise(figures: Figures) -> str:
    """Whether every list keeps what is promised of names as listed and of minor variations; empty where neither was
    tried."""
    tried = {kind: least for kind, least in STANDARD.items() if kind in figures.by_severity}
    if not tried:
        return ""
    asked = listed([f"{least * 100:.4g}% of {SEVERITY_WORDS[kind]}" for kind, least in tried.items()])
    short = [
        f"{name} ({percent(item.rate.value)} of {SEVERITY_WORDS[item.name]})"
        for name, rates in figures.by_list.items()
        for item in shortfalls(rates, {kind: least for kind, least in tried.items() if kind in rates})
        if item.rate
    ]
    return f"Promised: {asked}. " + (f"Not reached on {listed(short)}." if short else "Reached on every list.")


def misses(figures: Figures) -> str:
    """Whether the minor variations of some group of cultures, by spelling, are missed more often than those of all."""
    everything = figures.by_severity.get("minor")
    groups = {name: rates["minor"].missed for name, rates in figures.by_culture.items() if "minor" in rates}
    if everything is None or not set(groups) - {UNKNOWN}:
        return "Misses by culture of spelling were not measured: the deck gives no minor variation a culture."
    share = everything.missed
    clear = [name for name in cultures(groups) if name != UNKNOWN and groups[name].low > share.value]
    of_all = f"{per_thousand(share.value)} of 1,000 minor variations are missed"
    if not clear:
        return f"{of_all}; no group of cultures clearly more often (95%)."
    over = listed([f"{culture(name)} ({per_thousand(groups[name].value)})" for name in clear])
    return f"{of_all}; clearly more often (95%): {over}."


def by_misses(groups: Mapping[str, Mapping[str, Rate]]) -> Sequence[str]:
    """Groups of cases by the share of minor variations missed, the worst first, then by name; what is unknown last."""

    def order(name: str) -> tuple[bool, float, str]:
        rate = groups[name].get("minor")
        return name == UNKNOWN, -rate.missed.value if rate else 0.0, name

    return sorted(groups, key=order)


def left_out(figures: Figures) -> str:
    """What was not tried, and what could not be screened; empty where there is nothing to say."""
    pieces = []
    if figures.not_listed:
        pieces.append(f"{counted(figures.not_listed, 'case')} left out: no expected entry is on the lists consulted.")
    if figures.skipped:
        pieces.append(f"{counted(figures.skipped, 'case')} could not be screened and counted as not found.")
    return " ".join(pieces)


def shortfall(item: Shortfall) -> str:
    """A minimum that was not reached."""
    if item.rate is None:
        return f"{item.name}: at least {item.least:.4g} is wanted, and the deck has no such case"
    missed = counted(item.rate.total - item.rate.count, "case")
    return f"{item.name}: {percent(item.rate.value)} where at least {item.least * 100:.4g}% is wanted, {missed} missed"


def point(found: Point) -> str:
    """What a threshold would mean."""
    said = f"From {found.threshold:.0%} on: {percent(found.detection.value)} of the listed names of the deck are found"
    pieces = [
        f"{per_thousand(rate.value)} {how}"
        for rate, how in ((found.names_only, "on names only"), (found.dated, "with birth dates"))
        if rate.total
    ]
    return f"{said}, false alerts per 1,000: {listed(pieces)}." if pieces else f"{said}."


def comparison(found: Comparison) -> str:
    """Two set-ups in one sentence."""
    new, gone = found.of("new"), found.of("gone")
    return (
        f"{_pairs(len(new))} would newly match ({sum(item.expected for item in new):,} of them expected), "
        f"{_pairs(len(gone))} no longer ({sum(item.expected for item in gone):,} expected); "
        f"{found.same:,} of {counted(found.cases, 'case')} have the same matches."
    )


def cultures(rates: Mapping[str, Rate]) -> Sequence[str]:
    """Cultures by falling rate, then by name."""
    return sorted(rates, key=lambda name: (-rates[name].value, name))


def culture(name: str) -> str:
    """A culture, or a group of them, as a reader sees it."""
    words = name.replace("_", " ").split(" ")
    return " ".join(word if word == "and" else word[:1].upper() + word[1:] for word in words)


def script(code: str) -> str:
    """A script as a reader sees it; ISO 15924 codes that are rare on lists stay as they are."""
    return SCRIPTS.get(code, code)


def by_spelling(name: str) -> str:
    """A group of cultures that a listed name is spelt like."""
    return "Not told by spelling" if name == UNKNOWN else culture(name)


def _pairs(count: int) -> str:
    return counted(count, "pair")
