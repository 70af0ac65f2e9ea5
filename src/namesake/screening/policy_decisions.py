"""The section `[decisions]` of a policy file: who may decide, what needs two people, how long decisions hold."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from namesake.errors import PolicyError, Where
from namesake.screening import policy_values as values
from namesake.values.cases import DecisionRules, Judgement

SETTINGS = frozenset({"may", "second", "days", "owners", "sample", "open_days"})
JUDGEMENTS: tuple[Judgement, ...] = get_args(Judgement)
_DEFAULT = DecisionRules()


def read_decisions(raw: object, where: Where) -> DecisionRules:
    """The rules of decisions. Raises `PolicyError` naming the setting at fault."""
    if not isinstance(raw, Mapping):
        raise PolicyError("decisions must be a table", where=where)
    if unknown := sorted(set(raw) - SETTINGS):
        known = ", ".join(sorted(SETTINGS))
        raise PolicyError(f"unknown setting decisions.{unknown[0]}; the settings are {known}", where=where)
    days = dict(_DEFAULT.days)
    days.update({name: _days(value, f"decisions.days.{name}", where) for name, value in _table(raw, "days", where)})
    return DecisionRules(
        may=tuple(
            sorted((name, _names(value, f"decisions.may.{name}", where)) for name, value in _table(raw, "may", where))
        ),
        second=_second(raw.get("second", []), where),
        days=tuple(sorted(days.items())),
        owners=tuple(
            sorted(
                (name, _name(value, f"decisions.owners.{name}", where)) for name, value in _table(raw, "owners", where)
            )
        ),
        sample=_share(raw.get("sample", _DEFAULT.sample), where),
        open_days=values.days(raw, "open_days", where),
    )


def written_decisions(rules: DecisionRules) -> list[str]:
    """The rules as lines of TOML; `read_decisions` gives them back. None where they are the default ones."""
    if rules == _DEFAULT:
        return []
    lines = ["", "[decisions]"]
    lines += [f"second = [{', '.join(map(_quoted, rules.second))}]"] if rules.second else []
    lines += [f"sample = {rules.sample!r}"] if rules.sample != _DEFAULT.sample else []
    lines += [f"open_days = {rules.open_days}"] if rules.open_days is not None else []
    may = {name: f"[{', '.join(map(_quoted, names))}]" for name, names in rules.may}
    owners = {name: _quoted(owner) for name, owner in rules.owners}
    for title, table in (("days", dict(rules.days)), ("may", may), ("owners", owners)):
        if table:
            lines += ["", f"[decisions.{title}]", *(f"{name} = {value}" for name, value in table.items())]
    return lines


def _table(raw: Mapping[str, Any], setting: str, where: Where) -> Iterator[tuple[Judgement, object]]:
    found = raw.get(setting, {})
    if not isinstance(found, Mapping):
        raise PolicyError(f"decisions.{setting} must be a table with a line for each kind of decision", where=where)
    for name, value in found.items():
        yield _judgement(name, f"decisions.{setting}", where), value


def _judgement(value: object, setting: str, where: Where) -> Judgement:
    for known in JUDGEMENTS:
        if value == known:
            return known
    raise PolicyError(f"{setting} names {value!r}; decisions are {', '.join(JUDGEMENTS)}", where=where)


def _second(raw: object, where: Where) -> tuple[Judgement, ...]:
    if not isinstance(raw, list):
        raise PolicyError("decisions.second must be a list of kinds of decisions", where=where)
    return tuple(sorted({_judgement(item, "decisions.second", where) for item in raw}))


def _days(value: object, setting: str, where: Where) -> int:
    found = values.days({setting: value}, setting, where)
    assert found is not None
    return found


def _names(value: object, setting: str, where: Where) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise PolicyError(f"{setting} must be a list of names, with one at least", where=where)
    return tuple(_name(item, setting, where) for item in value)


def _name(value: object, setting: str, where: Where) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PolicyError(f"{setting} must name somebody, not {value!r}", where=where)
    return value.strip()


def _share(value: object, where: Where) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise PolicyError(f"decisions.sample must be a share from 0 to 1, not {value!r}", where=where)
    return float(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
