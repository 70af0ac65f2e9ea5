"""The operator's own population becomes frequencies of words in names."""
