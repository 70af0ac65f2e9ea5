"""Stage 3: a name becomes tokens with roles."""
