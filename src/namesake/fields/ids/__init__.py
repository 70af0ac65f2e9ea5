"""Identifiers: from label and value to a scheme, a check, and the form in which two are compared."""

from namesake.fields.ids.identifiers import SCHEMES, comparable, identifier
from namesake.fields.ids.labels import scheme_of
from namesake.fields.ids.wallets import is_address

__all__ = ["SCHEMES", "comparable", "identifier", "is_address", "scheme_of"]
