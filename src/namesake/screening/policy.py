"""A policy file, read strictly: what is not understood is refused, and so is what must never be weighed."""

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from functools import lru_cache
from typing import Any

from namesake.errors import PolicyError, Where
from namesake.screening import policy_values as values
from namesake.screening.policy_decisions import read_decisions, written_decisions
from namesake.screening.policy_retention import read_retention, written_retention
from namesake.screening.policy_values import EVERY_OTHER
from namesake.values.policies import Policy
from namesake.values.populations import PopulationRules

__all__ = ["EVERY_OTHER", "digest", "of_population", "read", "results_digest", "results_digest_of", "write"]

_RULES = frozenset({"review_from", "strong_from", "lists", "max_age_days", "every_days"})
_SETTINGS = _RULES | {"name", "reason", "decided", "populations", "decisions", "retention"}
_RECORDS = frozenset({"reason", "decided", "every_days", "populations", "decisions", "retention"})
"""Settings that change no result of a screening, and are no part of a policy's meaning: what is kept for people, the
clock, who may decide, how long data are kept, and what holds for populations, which is a part of the meaning of their
own policies."""
_RESULTS = frozenset({"review_from", "strong_from", "lists"})
"""Settings that a match can depend on."""
_NEVER = (
    "nation", "ethnic", "religio", "faith", "belief", "gender", "sex", "culture", "race", "caste", "tribe", "skin",
    "countr", "citizen", "origin", "birth_place", "birthplace",
)  # fmt: skip
_DEFAULT = Policy()


def read(text: str, file: str = "") -> Policy:
    """A policy from TOML. Raises `PolicyError` naming the setting at fault.

    Nationality, ethnicity, religion, gender and name culture are never risk, so a setting about them is
    refused whatever it says.
    """
    where = Where(file)
    try:
        raw = tomllib.loads(text)
        _refuse_profiling(raw, where)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PolicyError(f"not valid TOML: {error}", where=where) from error
    _refuse_unknown(raw, _SETTINGS, where)
    policy = Policy(
        name=values.text(raw.get("name", "default"), "name", where),
        review_from=values.score(raw, "review_from", _DEFAULT.review_from, where),
        strong_from=values.score(raw, "strong_from", _DEFAULT.strong_from, where),
        lists=tuple(values.text(item, "lists", where) for item in values.sequence(raw.get("lists", []), where)),
        max_age_days=tuple(sorted(values.ages(raw.get("max_age_days", {}), where))),
        reason=values.text(raw.get("reason", ""), "reason", where),
        decided=values.day(raw.get("decided", ""), where),
        every_days=values.days(raw, "every_days", where),
        populations=tuple(_populations(raw.get("populations", {}), where)),
        decisions=read_decisions(raw.get("decisions", {}), where),
        retention=read_retention(raw.get("retention", {}), where),
    )
    for checked in (policy, *(of_population(policy, rules.name) for rules in policy.populations)):
        if checked.strong_from < checked.review_from:
            raise PolicyError("strong_from must not be below review_from", where=where)
    return policy


def of_population(policy: Policy, name: str) -> Policy:
    """The policy that holds for a population: what it says of it, and what it says of all where it says nothing."""
    rules = next((rules for rules in policy.populations if rules.name == name), PopulationRules(name))
    return replace(
        policy,
        review_from=policy.review_from if rules.review_from is None else rules.review_from,
        strong_from=policy.strong_from if rules.strong_from is None else rules.strong_from,
        lists=rules.lists or policy.lists,
        max_age_days=tuple(sorted({**dict(policy.max_age_days), **dict(rules.max_age_days)}.items())),
        every_days=policy.every_days if rules.every_days is None else rules.every_days,
        populations=(),
    )


def digest(policy: Policy) -> str:
    """The SHA-256 of a policy's meaning, whatever its file looks like and whatever reason it gives."""
    meaning = {name: value for name, value in asdict(policy).items() if name not in _RECORDS}
    return hashlib.sha256(json.dumps(meaning, sort_keys=True).encode()).hexdigest()


def results_digest(policy: Policy) -> str:
    """The SHA-256 of what of a policy a match can depend on: its thresholds and its lists. Another name, or another
    limit of age, makes no match another, so that nobody need be screened or asked again on account of it."""
    meaning = {name: value for name, value in asdict(policy).items() if name in _RESULTS}
    return hashlib.sha256(json.dumps(meaning, sort_keys=True).encode()).hexdigest()


@lru_cache(maxsize=64)
def results_digest_of(text: str, pinned: str) -> str:
    """The same of a policy that a run kept as text; where it kept none, the hash that it pinned, which is no other's.
    Raises `PolicyError` where the text is damaged."""
    return results_digest(read(text)) if text else pinned


def write(policy: Policy) -> str:
    """A policy as TOML; `read` gives it back."""
    lines = [f"name = {_quoted(policy.name)}"]
    lines += [f"reason = {_quoted(policy.reason)}"] if policy.reason else []
    lines += [f"decided = {policy.decided}"] if policy.decided else []
    lines += [f"review_from = {policy.review_from!r}", f"strong_from = {policy.strong_from!r}"]
    lines += [*_written(policy, ""), *written_decisions(policy.decisions), *written_retention(policy.retention)]
    for rules in policy.populations:
        lines += ["", f"[populations.{_quoted(rules.name)}]"]
        scores = (("review_from", rules.review_from), ("strong_from", rules.strong_from))
        lines += [f"{name} = {value!r}" for name, value in scores if value is not None]
        lines += _written(rules, f"populations.{_quoted(rules.name)}.")
    return "\n".join(lines) + "\n"


def _written(rules: Policy | PopulationRules, under: str) -> list[str]:
    lines = [f"lists = [{', '.join(map(_quoted, rules.lists))}]"] if rules.lists else []
    lines += [f"every_days = {rules.every_days}"] if rules.every_days is not None else []
    if rules.max_age_days:
        lines += ["", f"[{under}max_age_days]", *(f"{_quoted(name)} = {days}" for name, days in rules.max_age_days)]
    return lines


def _quoted(text: str) -> str:
    """A text as a TOML string: the escapes of JSON are a part of TOML's, which besides wants DEL written out."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _populations(raw: object, where: Where) -> Iterator[PopulationRules]:
    if not isinstance(raw, Mapping):
        raise PolicyError("populations must be a table of populations", where=where)
    for name, rules in raw.items():
        if not isinstance(rules, Mapping):
            raise PolicyError(f"what is said of the population {name!r} must be a table", where=where)
        _refuse_unknown(rules, _RULES, where)
        yield PopulationRules(
            name=name,
            lists=tuple(values.text(item, "lists", where) for item in values.sequence(rules.get("lists", []), where)),
            review_from=_if_any(rules, "review_from", where),
            strong_from=_if_any(rules, "strong_from", where),
            max_age_days=tuple(sorted(values.ages(rules.get("max_age_days", {}), where))),
            every_days=values.days(rules, "every_days", where),
        )


def _if_any(raw: Mapping[str, Any], name: str, where: Where) -> float | None:
    return values.score(raw, name, 0.5, where) if name in raw else None


def _refuse_unknown(raw: Mapping[str, Any], settings: frozenset[str], where: Where) -> None:
    if unknown := sorted(set(raw) - settings):
        known = ", ".join(sorted(settings))
        raise PolicyError(f"unknown setting {unknown[0]!r}; the settings are {known}", where=where)


def _refuse_profiling(raw: Mapping[str, Any], where: Where) -> None:
    for setting in _names_in(raw):
        if any(word in setting.lower() for word in _NEVER):
            what = f"{setting!r}: nationality, ethnicity, religion, gender and name culture are never risk"
            raise PolicyError(what, where=where, hint="Remove the setting. They help only to tell two people apart.")


def _names_in(raw: Mapping[str, Any]) -> list[str]:
    found = []
    for name, value in raw.items():
        found.append(name)
        if isinstance(value, Mapping) and name != "max_age_days":
            # How a population is called is the operator's own affair; what is said of it is not.
            inner = value.values() if name == "populations" else [value]
            found += [below for table in inner if isinstance(table, Mapping) for below in _names_in(table)]
    return found
