"""Classes of failures, each shown on people and firms that do not exist: scored anew in every measurement."""

from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.quality.adapter import score


@dataclass(frozen=True, slots=True)
class Example:
    """Two invented names; whether they are meant to be one party, and what makes it hard."""

    failure: str
    left: str
    right: str
    schema: str
    same: bool


INVENTED = (
    Example("nom de guerre: no word in common", "Zebulon Quartermaine", "Abu Silverfalcon", "Person", True),
    Example("one given name for another, same family name", "Ottoline Quartermaine", "Odile Quartermaine", "Person",
            False),
    Example("parent or sibling: one given name more", "Zebulon Quartermaine", "Zebulon Ignatius Quartermaine",
            "Person", True),
    Example("vowels left out", "Zebulon Quartermaine", "Zbln Qrtrmn", "Person", True),
    Example("cut off", "Zebulon Quartermaine", "Zebulon Quart", "Person", True),
    Example("initials and a lost word", "Zebulon Ignatius Quartermaine", "Z. Quartermaine", "Person", True),
    Example("two syllables that differ little", "Vok Tarnsu", "Vok Tarnsun", "Person", False),
    Example("one word of the name alone", "Zebulon Quartermaine", "Quartermaine", "Person", True),
    Example("translated name of a firm", "Silverfalcon Navigation Company", "Compagnie de navigation Silverfalcon",
            "Company", True),
    Example("acronym", "Quartermaine Overseas Shipping Agency", "QOSA", "Company", True),
    Example("sister firm with another general word", "Silverfalcon Trading LLC", "Silverfalcon Shipping LLC",
            "Company", False),
    Example("ship with another number", "Silverfalcon 3", "Silverfalcon 5", "Vessel", False),
)  # fmt: skip


def scored() -> list[dict[str, Any]]:
    """Every example with its score."""
    return [
        {**asdict(example), "score": score({"name": [example.left]}, {"name": [example.right]}, example.schema)}
        for example in INVENTED
    ]
