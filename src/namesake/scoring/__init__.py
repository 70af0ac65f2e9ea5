"""Stage 5: a candidate becomes a match with its explanation."""
