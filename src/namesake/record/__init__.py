"""The record: events bound to one another by their hashes, what is said in them, and whether all of it still stands."""
