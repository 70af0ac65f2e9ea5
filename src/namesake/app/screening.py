"""Screening a file: every row is accounted for."""
