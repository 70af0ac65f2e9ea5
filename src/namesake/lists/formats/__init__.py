"""File formats that more than one list is published in."""
