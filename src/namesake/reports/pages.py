"""What all pages of HTML have in common: templates that escape, texts that hide nothing, and files of our own."""

from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from namesake.reports.neutral import visible

_PACKAGE = "namesake.reports"


def environment() -> Environment:
    """The templates; every text is escaped, and what cannot be seen in it is written out."""
    return Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def resource(name: str) -> str:
    """A file beside the templates."""
    return files(_PACKAGE).joinpath("templates", name).read_text("utf-8")


def style(*names: str) -> Markup:
    """Style sheets, one after the other."""
    return Markup("".join(map(resource, names)))  # noqa: S704 - our own files


def _shown(value: object) -> object:
    """Every text on its way into the page: what cannot be seen is written out. Markup is our own."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
