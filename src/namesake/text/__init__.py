"""Text in, text out: Unicode, scripts, romanisation, words."""
