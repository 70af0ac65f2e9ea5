"""Writing results: one writer a format, chosen by the file's extension."""

from namesake.reports.writers import Writer, check_format, writer_for

__all__ = ["Writer", "check_format", "writer_for"]
