"""Stage 2: list entries and subjects become entities, the shape that both share."""
