"""What stands between the measured figures and where accuracy is going: one page, with figures from the results."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.quality import text_slices as slices
from benchmarks.tables import markdown

PAGE = "docs/explanation/what-stands-between.md"
Json = dict[str, Any]
_NONE = "not measured"

_HEAD = """# What stands between

Where accuracy is, which bar it has to reach, where it is going, and what is in the way. Bars are for **held-out** data
(other entities, other sets). The measured column is the **development** part, with one global threshold and names only
unless said; "in-sample" says that the weights were fitted on those very cases, which flatters it. So a bar that is
reached here is not yet reached there. Values in brackets are 95 % intervals."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One measure: where to find it in the results, the bar and the north star, and what is in the way."""

    measure: str
    keys: tuple[str, ...]
    sample: str
    bar: str
    star: str
    between: str


GOALS = (
    Goal("mean F1 / AP over the pair sets without nicknames_en", ("mean_f1", "mean_ap"), "mostly in-sample",
         ".885 / .945", ".92 / .97",
         "About one true pair in eight has no word that agrees closely (noms de guerre, renamed firms, "
         "translations): only knowledge of "
         "the entity, not of spelling, finds those. Part of the rest are labels that contradict one another."),
    Goal("cross-script F1: tokens / full names", ("xlit_tokens", "xlit_fullnames"), "in-sample",
         ".93 / .90", ".97 / .95",
         "Names whose spelling in the other script is attested are known; all others are compared letter by letter. "
         "Han is the weakest: characters that stand for foreign names are chosen by sound in several languages. Han, "
         "kana and Arabic accept too many false pairs of which one word agrees and the other differs in a "
         "syllable."),
    Goal("nk_entity_checks, us_congress F1", ("nk_entity_checks", "us_congress"), "in-sample", ".90, .93", ".95, .97",
         "149 pairs, some of which contradict another set of the same project: one pair is more than half a point. "
         "What is left there are single letters that are a slip in one pair and another name in the next."),
    Goal("OFAC detection at 0.5 % / 1 % of innocents alerted", ("ofac/at_0.5%", "ofac/at_1.0%"), "in-sample",
         ".72 / .76", ".78 / .82",
         "Most of what is lost are aliases with replaced or translated words, or with none in common. The "
         "innocents of cultures that "
         "the lists are full of take up the permitted alerts: an own population (`model adapt`) is meant for that."),
    Goal("the same with birth date and nationality", ("ofac+/at_0.5%", "ofac+/at_1.0%"), "in-sample",
         ".87 / .89", ".92 / .94",
         "Not every entry has a birth date, and many have only a year or several. Weights of dates are set by "
         "judgement, not fitted: the innocents' dates are assigned, so a fit on them would learn the assignment."),
    Goal("UN detection at 1 %; original script", ("un/at_1.0%", "un.original_script/at_1.0%"), "not fitted on",
         ".86; .95", ".90; .97",
         "The held-out part also has easier queries, this one only aliases and original scripts. "
         "UN aliases of low quality are often one common word. Arabic originals leave out short vowels, and "
         "many have more or fewer words than the Latin name of the same entry."),
    Goal("candidacy: share of pairs scoring at least 0.5 that are compared", (), "", "1", "1",
         "Nothing: candidates are chosen by an upper bound on the score, so that none is lost by construction "
         "(`tests/laws/test_engine_laws.py` compares with scoring everything)."),
    Goal("expected calibration error, pairs within reach", ("calibration_error_within_reach",), "mostly in-sample",
         ".03", ".02",
         "One prior and one scale for a class of names: sets differ in how hard their false pairs are, so one curve "
         "cannot fit all of them. Other sets will be further off than these."),
    Goal("ties at the top score", ("ties_at_the_top",), "", "< 0.5 %", "0",
         "Pairs of the very same common name can hardly be told apart without another fact, and should not be."),
    Goal("false alerts with birth dates: no culture above the larger of 10 per 1,000 and three times the median", (
         "fairness",), "in-sample", "kept on every list", "kept on names alone",
         "Names of some cultures are few and shared by many, and the lists are full of them, often without a birth "
         "date or with a year only, which exclude few. A few innocents decide (mind the intervals in the model card). "
         "Innocents whose names are written in their own script set off more (`benchmarks/quality/full.md`)."),
)  # fmt: skip

_TAIL = """## What would help, in the order in which we would try it

1. Two Latin letters for one priced by their neighbours, as single ones are; neighbours in joined words.
2. Rules of pronunciation for languages other than English, and for Han, Arabic, Hebrew and Cyrillic
   (`reference/pronounced.py` has those of Korean and Japanese).
3. More languages for translated and general words in names of firms; firms' names that publishers link themselves.
4. A larger, licensed dictionary of nicknames and of former and married names.
5. More labelled organisations: weights of names that are not persons' rest on few sets, which this page cannot hide.
6. Held-out measurement with every release, so that this page can drop the word in-sample.

Figures, slices and plots: [model card](../model-card.md)."""


def page(found: Json) -> str:
    """The page."""
    rows = [
        (goal.measure, _measured(found, goal), goal.bar, goal.star, goal.between)
        for goal in GOALS
    ]  # fmt: skip
    said = f"Measured on {found['date']} with model `{found['model']}`."
    table = markdown(("measure", "measured", "bar", "north star", "what stands between"), rows)
    notice = "<!-- Written by `python -m benchmarks.quality.card`. Do not edit. -->"
    return "\n\n".join((notice, _HEAD, said, table, _TAIL)) + "\n"


def _measured(found: Json, goal: Goal) -> str:
    if not goal.keys:
        return "1 by construction"
    values = [_value(found, key) for key in goal.keys]
    return " / ".join(values) + (f"; {goal.sample}" if goal.sample and _NONE not in values else "")


def _value(found: Json, key: str) -> str:
    pairs = found["pairs"]
    if key == "fairness":
        return "; ".join(f"{name}: {_kept(item)}" for name, item in found.get("fairness", {}).items()) or _NONE
    if "/" in key:
        return _detection(found["retrieval"], *key.split("/"))
    if key == "ties_at_the_top":
        return f"{pairs[key]:.2%}"
    if f"{key}.dev" in pairs["sets"]:
        return slices.interval(pairs["sets"][f"{key}.dev"]["f1"])
    return slices.interval(pairs[key]) if key in pairs else _NONE


def _kept(item: Json) -> str:
    return f"not kept ({', '.join(item['above'])})" if item["above"] else "kept"


def _detection(runs: Sequence[Json], which: str, share: str) -> str:
    index, _, kind = which.partition(".")
    for run in runs:
        if (run["index"], run["extra"]) == (index.rstrip("+"), index.endswith("+")):
            kinds: Mapping[str, Json] = run["kinds"]
            return slices.interval(kinds[kind or "ALL"][share])
    return _NONE
