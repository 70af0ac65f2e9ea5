"""What a kind of identifier is, and how python-stdnum is asked whether a number can be one."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module

from namesake.fields.folding import ascii_digits

# Cyrillic and Greek capitals that passports and registers use for the Latin ones they look like.
_LOOK_ALIKE = str.maketrans("АВЕІКМНОРСТХУЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEIKMHOPCTXYJSABEZHIKMNOPTYX")


@dataclass(frozen=True, slots=True)
class Kind:
    """The labels of one kind of identifier, in any language and separated by ";", and what they imply.

    `country` is the code of the one country that issues it, `checks` are modules of python-stdnum of which
    one must accept the number; without any there is no check.
    """

    scheme: str
    labels: str
    country: str = ""
    checks: tuple[str, ...] = ()

    def accepts(self, value: str, country: str) -> bool | None:
        """The verdict of the checks, None where none concerns the country that issued the number.

        A label that several countries use ("RUC", "D.N.I.") never gives False: some numbers under it are
        published without their check digit, or are of another kind.
        """
        concerned = [check for check in self.checks if _concerns(check, country)]
        if passes(concerned, value):
            return True
        sure = self.country == country if self.country else "." not in "".join(self.checks)
        return False if sure and concerned else None


def compact(value: str) -> str:
    """Letters and digits only, upper case, digits of every script as 0 to 9, look-alikes as Latin."""
    if value.isascii():
        return value.upper() if value.isalnum() else "".join([c for c in value.upper() if c.isalnum()])
    plain = ascii_digits(unicodedata.normalize("NFKC", value)).upper().translate(_LOOK_ALIKE)
    return "".join(c for c in plain if c.isalnum())


def passes(checks: Iterable[str], value: str) -> bool:
    """Whether one of the named modules of python-stdnum accepts the number. Never raises."""
    return any(_accepted(check, compact(value)) for check in checks)


def _concerns(check: str, country: str) -> bool:
    """The modules for one country are in a package named by its code; others are international."""
    return not country or "." not in check or check.split(".")[0].rstrip("_") == country


def _accepted(check: str, value: str) -> bool:
    module = import_module(f"stdnum.{check}")  # when first needed: `import namesake` stays light
    try:
        return bool(module.is_valid(value))
    except (ValueError, LookupError, TypeError):  # for input that the library did not foresee
        return False
