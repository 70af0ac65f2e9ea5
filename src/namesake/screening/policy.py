"""A policy file, read strictly: what is not understood is refused, and so is what must never be weighed."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from namesake.errors import PolicyError, Where
from namesake.values.policies import Policy

_SETTINGS = frozenset({"name", "review_from", "strong_from", "lists", "max_age_days", "reason", "decided"})
_RECORDS = frozenset({"reason", "decided"})
"""Settings that are kept for people and are no part of a policy's meaning."""
_NEVER = ("nationalit", "ethnic", "religio", "gender", "sex", "culture", "race", "countr", "citizenship")
EVERY_OTHER = "*"
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
    if unknown := sorted(set(raw) - _SETTINGS):
        known = ", ".join(sorted(_SETTINGS))
        raise PolicyError(f"unknown setting {unknown[0]!r}; the settings are {known}", where=where)
    policy = Policy(
        name=_text(raw.get("name", "default"), "name", where),
        review_from=_score(raw, "review_from", _DEFAULT.review_from, where),
        strong_from=_score(raw, "strong_from", _DEFAULT.strong_from, where),
        lists=tuple(_text(item, "lists", where) for item in _sequence(raw.get("lists", []), where)),
        max_age_days=tuple(sorted(_ages(raw.get("max_age_days", {}), where))),
        reason=_text(raw.get("reason", ""), "reason", where),
        decided=_day(raw.get("decided", ""), where),
    )
    if policy.strong_from < policy.review_from:
        raise PolicyError("strong_from must not be below review_from", where=where)
    return policy


def digest(policy: Policy) -> str:
    """The SHA-256 of a policy's meaning, whatever its file looks like and whatever reason it gives."""
    meaning = {name: value for name, value in asdict(policy).items() if name not in _RECORDS}
    return hashlib.sha256(json.dumps(meaning, sort_keys=True).encode()).hexdigest()


def write(policy: Policy) -> str:
    """A policy as TOML; `read` gives it back."""
    lines = [f"name = {_quoted(policy.name)}"]
    lines += [f"reason = {_quoted(policy.reason)}"] if policy.reason else []
    lines += [f"decided = {policy.decided}"] if policy.decided else []
    lines += [f"review_from = {policy.review_from!r}", f"strong_from = {policy.strong_from!r}"]
    lines += [f"lists = [{', '.join(map(_quoted, policy.lists))}]"] if policy.lists else []
    if policy.max_age_days:
        lines += ["", "[max_age_days]", *(f"{_quoted(name)} = {days}" for name, days in policy.max_age_days)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A text as a TOML string: the escapes of JSON are a part of TOML's, which besides wants DEL written out."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


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
            found += _names_in(value)
    return found


def _score(raw: Mapping[str, Any], name: str, default: float, where: Where) -> float:
    value = raw.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1:
        raise PolicyError(f"{name} must be a number between 0 and 1, not {value!r}", where=where)
    return float(value)


def _day(value: object, where: Where) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    text = _text(value, "decided", where)
    try:
        return text and date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise PolicyError(f"decided must be a day such as 2026-04-15, not {value!r}", where=where) from error


def _ages(raw: object, where: Where) -> list[tuple[str, int]]:
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = {EVERY_OTHER: raw}
    if not isinstance(raw, Mapping):
        raise PolicyError("max_age_days must be a number of days, or a table of lists", where=where)
    for name, days in raw.items():
        if isinstance(days, bool) or not isinstance(days, int) or days < 0:
            raise PolicyError(f"max_age_days of {name!r} must be a whole number of days", where=where)
    return list(raw.items())


def _sequence(value: object, where: Where) -> list[object]:
    if not isinstance(value, list):
        raise PolicyError("lists must be a list of list names", where=where)
    return value


def _text(value: object, name: str, where: Where) -> str:
    if not isinstance(value, str):
        raise PolicyError(f"{name} must be text, not {value!r}", where=where)
    return value
