"""A standing as a JSON document: `namesake.status/1`.

Field by field as `values.standings` describes it; times are ISO 8601 in UTC. Fields may be added.
"""

import msgspec

from namesake.reports.document import Document
from namesake.standing import words
from namesake.values.standings import Standing


def status_document(found: Standing) -> Document:
    """How things stand."""
    said: Document = msgspec.to_builtins(found)
    return {"format": "namesake.status/1", "urgency": found.urgency, "sentence": words.sentence(found), **said}
