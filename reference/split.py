"""What is held out of everything that is counted or fitted."""

import hashlib


def held_out(key: str) -> bool:
    """Whether an entry ("ofac:36") is kept for evaluation and must not be used to fit anything."""
    return int(hashlib.sha256(("split:" + key).encode()).hexdigest()[:8], 16) % 100 >= 70
