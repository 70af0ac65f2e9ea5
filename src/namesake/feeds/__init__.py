"""Adapters that read: files and the publishers' servers."""
