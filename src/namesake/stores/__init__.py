"""Adapters that keep: the home, a folder of plain files."""
