"""What references of redress prove of an alert, in the terminal and for programs."""

from collections.abc import Sequence
from typing import Any

import msgspec

from namesake.cli.rendering import print_table, say
from namesake.values.cases import Alert, Decision
from namesake.values.redress import Astray, Proof


def print_proofs(alert: Alert, proofs: Sequence[Proof], astray: Sequence[Astray]) -> None:
    """Show what references prove of an alert, and which prove nothing of it."""
    from namesake.review.cases import difference
    from namesake.review.redress import NOT_BY_ITSELF, lines

    for one in proofs:
        print_table("Redress", ("Fact", "Value"), list(lines(one, alert)))
        if one.fields and one.decision.alert != alert.id:  # of its own decisions it is shown what has changed
            rows = [difference(field) for field in one.fields]
            print_table("Different from what it rested on", ("Field", "Then", "Here", ""), rows)
    for item in astray:
        say(f"Reference {item.reference} proves nothing here: {item.why}.")
    if proofs:
        say(NOT_BY_ITSELF)


def proof_document(item: Proof, alert: Alert) -> dict[str, Any]:
    """What a reference proves of an alert, for programs."""
    from namesake.review.redress import compared

    return {
        "reference": item.reference,
        "given": msgspec.to_builtins(item.redress),
        "to": msgspec.to_builtins(item.of),
        "decision": decision_document(item.decision),
        "said": compared(item, alert),
        "fields": msgspec.to_builtins(item.fields),
    }


def decision_document(decision: Decision) -> dict[str, Any]:
    """A decision for programs, without all that it rests on."""
    return {**msgspec.to_builtins(decision), "rest": decision.rest.digest}
