"""Populations, runs and matches in a database: SQLite in one file, or PostgreSQL for a team.

What is kept is the same on both, table for table; `tests/contract` runs every store through one suite.
"""
