"""Stage 1: publications become list entries."""
