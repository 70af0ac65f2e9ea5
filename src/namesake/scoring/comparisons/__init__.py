"""One module a comparison: two values in, findings out. None knows another."""
