"""One module a list, with its facts in TOML beside it."""
