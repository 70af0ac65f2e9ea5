"""What the forms of an OpenSanctions export share: keys, scopes, dates, references."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

SOURCE_ID = "opensanctions"
SEEN = ("first_seen", "last_seen", "last_change")
"""When OpenSanctions saw an entity: changes with every run, so that it is kept apart in the original."""

_MOST_NAMES = 5
_EU = re.compile(r"^eu-fsf-eu-(\d+)-(\d+)$")
_OFAC = re.compile(r"^ofac-(\d+)$")
_OFSI = re.compile(r"^gb-hmt-(\d+)$")


def original(record: Mapping[str, object]) -> str:
    """The record as published, with what changes at every run under the one key "seen".

    That of entities inside others is there too, by their ids. Raises `RecursionError` for absurd depths.
    """
    seen: dict[str, object] = {}
    found = {key: _timeless(value, seen) for key, value in record.items() if key not in SEEN}
    found["seen"] = {key: record[key] for key in SEEN if key in record} | seen
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _timeless(value: object, seen: dict[str, object]) -> object:
    if isinstance(value, list):
        return [_timeless(item, seen) for item in value]
    if not isinstance(value, dict):
        return value
    if times := {key: value[key] for key in SEEN if key in value}:
        seen[str(value.get("id", ""))] = times
    return {key: _timeless(item, seen) for key, item in value.items() if key not in SEEN}


def scope(datasets: Iterable[str]) -> str:
    """The data sets of a file as one word. A collection of more than five is told apart by its index only."""
    names = sorted({slug for name in datasets if (slug := slugged(name))})
    return "+".join(names) if len(names) <= _MOST_NAMES else "collection"


def slugged(name: str) -> str:
    """A name or title of a data set: "eu_cor_members", "interpol_red_notices"."""
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")[:80]


def dated(stamp: str) -> date | None:
    """The day of a time stamp."""
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def latest(stamps: Iterable[str]) -> str:
    """The last of the time stamps that begin with a date; '' if there is none."""
    return max((stamp for stamp in stamps if dated(stamp)), default="")


def strings(record: Mapping[str, object], key: str) -> list[str]:
    """The texts in a list of a record; none where there is no such list."""
    found = record.get(key)
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []


def references(own: str, referents: Iterable[str], datasets: Iterable[str]) -> tuple[str, ...]:
    """The identities that an entity's own id and those merged into it stand for.

    OpenSanctions forms ids from the publishers' keys: "ofac-36", "eu-fsf-eu-27-28", "gb-hmt-6894".
    """
    merged, sets = list(referents), set(datasets)
    published = [reference for key in (own, *merged) for reference in _reference(key, sets)]
    return tuple(dict.fromkeys([*published, *(f"{SOURCE_ID}:{key}" for key in merged if key != own)]))


def _reference(key: str, datasets: set[str]) -> Iterator[str]:
    if match := _OFAC.match(key):
        yield from (f"{name}:{match[1]}" for name in ("us_ofac_sdn", "us_ofac_cons") if name in datasets)
    elif match := _EU.match(key):
        yield f"eu_fsf:EU.{match[1]}.{match[2]}"
    elif match := _OFSI.match(key):
        yield f"gb_hmt_sanctions:{match[1]}"
