"""Writing results: one writer a format, chosen by the file's extension."""

from namesake.reports.writers import Writer, writer_for

__all__ = ["Writer", "writer_for"]
