"""The section `[retention]` of a policy file: how long data are kept."""

from collections.abc import Mapping

from namesake.errors import PolicyError, Where
from namesake.values.retention import Retention

SETTINGS = ("decisions_years", "withdrawn_years")
MOST_YEARS = 200
_DEFAULT = Retention()


def read_retention(raw: object, where: Where) -> Retention:
    """The retention periods. Raises `PolicyError` naming the setting at fault."""
    if not isinstance(raw, Mapping):
        raise PolicyError("retention must be a table", where=where)
    if unknown := sorted(set(raw) - set(SETTINGS)):
        known = ", ".join(SETTINGS)
        raise PolicyError(f"unknown setting retention.{unknown[0]}; the settings are {known}", where=where)
    for name, value in raw.items():
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_YEARS:
            what = f"retention.{name} must be a whole number of years from 0 to {MOST_YEARS}, not {value!r}"
            raise PolicyError(what, where=where)
    return Retention(raw.get("decisions_years", _DEFAULT.decisions_years), raw.get("withdrawn_years"))


def written_retention(rules: Retention) -> list[str]:
    """The periods as lines of TOML; `read_retention` gives them back. None where they are the default ones."""
    if rules == _DEFAULT:
        return []
    lines = ["", "[retention]", f"decisions_years = {rules.decisions_years}"]
    return lines + ([f"withdrawn_years = {rules.withdrawn_years}"] if rules.withdrawn_years is not None else [])
