"""Gender: it only ever tells two people apart."""

from namesake.scoring.finding import Finding
from namesake.values.facts import Gender

_UNSAID = (Finding("gender", "unknown", "", ""),)


def compare(left: tuple[Gender, ...], right: tuple[Gender, ...]) -> tuple[Finding, ...]:
    """One finding: agrees, differs or unknown. "other" agrees with everything."""
    if not left and not right:
        return _UNSAID
    known = bool(left and right)
    agrees = bool(set(left) & set(right)) or "other" in (*left, *right)
    level = "unknown" if not known else "agrees" if agrees else "differs"
    amounts = (("gender_differs", 1),) if level == "differs" else ()
    return (Finding("gender", level, "; ".join(left), "; ".join(right), amounts),)
