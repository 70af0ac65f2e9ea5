"""Names as published."""

from typing import Literal

from namesake.values.made import Made

NameKind = Literal["primary", "alias", "former"]
PartKind = Literal["given", "middle", "family", "maiden", "patronymic", "matronymic", "nickname", "title", "whole"]


class NamePart(Made, frozen=True):
    """One typed part of a name, where the publisher types them."""

    kind: PartKind
    text: str


class Name(Made, frozen=True):
    """A name verbatim, with what the publisher says about it.

    `weak` is a low-quality alias in the publisher's own words: it corroborates and never decides.
    `script` is an ISO 15924 code and `language` an ISO 639 code, both only where stated.
    """

    text: str
    kind: NameKind = "primary"
    weak: bool = False
    script: str = ""
    language: str = ""
    parts: tuple[NamePart, ...] = ()
