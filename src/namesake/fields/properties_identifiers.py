"""Identifiers among FollowTheMoney properties."""
