"""The use cases: what a user can have done, whichever front it is asked for at."""
