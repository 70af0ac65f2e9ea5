"""A finding before it is weighed."""

from namesake.values.made import Made


class Finding(Made, frozen=True):
    """What a comparison saw. `amounts` names the model's features and how much of each (counts in whole
    numbers, bits in 1/1024); the model makes bits of them. `per_million` as in `Evidence`."""

    code: str
    level: str
    subject_value: str
    entry_value: str
    amounts: tuple[tuple[str, int], ...] = ()
    per_million: float | None = None
