"""Namesake tells a listed person from their namesake, today and every day after."""
