"""Whether the matches that stand are those of screening everybody against everything, to the byte."""

from collections.abc import Iterable
from dataclasses import dataclass

from namesake.values.revets import Found


@dataclass(frozen=True, slots=True)
class Verification:
    """How many matches were found anew, and what is not the same: `missing` should stand and do not, `surplus` stand
    and should not, `different` stand with other content (as found anew)."""

    matches: int
    missing: tuple[Found, ...] = ()
    surplus: tuple[Found, ...] = ()
    different: tuple[Found, ...] = ()

    @property
    def same(self) -> bool:
        """Whether there is no difference at all."""
        return not (self.missing or self.surplus or self.different)


def verified(stand: Iterable[Found], anew: Iterable[Found]) -> Verification:
    """Compare the matches that stand with those that were found anew."""
    kept = {(one.number, one.entry): one for one in stand}
    found = {(one.number, one.entry): one for one in anew}
    return Verification(
        matches=len(found),
        missing=tuple(found[key] for key in sorted(found.keys() - kept.keys())),
        surplus=tuple(kept[key] for key in sorted(kept.keys() - found.keys())),
        different=tuple(found[key] for key in sorted(found.keys() & kept.keys()) if found[key] != kept[key]),
    )
