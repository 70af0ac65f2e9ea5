"""Who the columns of a row name: one party under several names, or several parties.

A row may hold a person and their company, or a client and a beneficiary. Whoever is named is screened: columns that
say one name make one party; those that plainly say two make two; and where nobody can say, all names are compared
with persons and organisations alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from namesake.entities.columns import ColumnMapping
from namesake.entities.kinds import looks_like_organisation
from namesake.entities.row_names import both_parts, composed_of, has_parts, unfold, words_of
from namesake.entities.same import relation
from namesake.entities.words import COMPANY_NAME
from namesake.fields.properties_names import PARTS

Values = Mapping[str, Sequence[str]]

PERSONAL_FACTS = ("birthDate", "birthYear", "birthMonth", "birthDay", "gender", "birthPlace")
_PERSONAL = {*PERSONAL_FACTS, "nationality", "citizenship", "birthCountry", *PARTS}


@dataclass(frozen=True, slots=True)
class Named:
    """A party as the columns name it. `company`: a column of companies does; `parts`: first and last names do;
    `open`: its names may be those of several."""

    names: tuple[str, ...]
    company: bool = False
    parts: bool = False
    open: bool = False
    aliases: tuple[str, ...] = ()

    @property
    def organisation(self) -> bool:
        """Whether it is plainly no person."""
        return self.company or any(looks_like_organisation(name) == "certain" for name in self.names)

    def values(self, row: Values) -> dict[str, Sequence[str]]:
        """The row's values under this party's names."""
        own = {name: texts for name, texts in row.items() if name not in ("name", COMPANY_NAME)}
        if self.names:
            own["name"] = self.names
        if self.company:
            own[COMPANY_NAME] = self.names
        if self.aliases:
            own["alias"] = [*row.get("alias", ()), *self.aliases]
        return own


def parties_of(
    values: Values, columns: Sequence[Sequence[str]], mapping: ColumnMapping
) -> tuple[dict[str, list[str]], list[Named]]:
    """The values, and the parties that they name; `columns` are the whole names, column by column."""
    found = {name: list(texts) for name, texts in values.items()}
    company = any(item.company for item in mapping.mapped)
    groups = [Named(tuple(names), company) for names in columns if names]
    groups += [Named((text,)) for text in unfold(found, {item.property for item in mapping.mapped if item.generic})]
    parts = _parts(found, bool(groups))
    companies = [Named((text,), company=True) for text in found.get(COMPANY_NAME, ())]
    return found, _merged([*groups, *parts, *companies])


def individual(party: Named, values: Values) -> dict[str, Sequence[str]]:
    """The values of one of several parties: an organisation has none of a person's."""
    own = party.values(values)
    if party.parts:
        return own
    unwanted = _PERSONAL if party.organisation else set(PARTS)
    return {name: texts for name, texts in own.items() if name not in unwanted}


def _parts(found: Values, whole: bool) -> list[Named]:
    """The name that first and last names make up; half of one is no party beside a whole name."""
    if not has_parts(found) or (whole and not both_parts(found)):
        return []
    several = any(len(found.get(name, ())) > 1 for name in PARTS)
    return [Named(() if several and not whole else (composed_of(found),), parts=True)]


def _merged(groups: Sequence[Named]) -> list[Named]:
    """The groups, each party once. One without letters is no party of its own."""
    parties: list[Named] = []
    for group in sorted(groups, key=_has_no_letters):
        at, how = _place(group, parties)
        if how == "other":
            parties.append(group)
        else:
            parties[at] = _joined(parties[at], group, how == "open")
    return parties


def _place(group: Named, parties: Sequence[Named]) -> tuple[int, str]:
    if parties and _has_no_letters(group):
        return 0, "same"
    found = [(at, _related(group, party)) for at, party in enumerate(parties)]
    return next((item for kind in ("same", "open") for item in found if item[1] == kind), (0, "other"))


def _related(group: Named, party: Named) -> str:
    """How the first names of two groups stand to each other; names in one cell are one party's."""
    if not group.names or not party.names:
        return "other"
    return relation(group.names[0], party.names[0])


def _joined(party: Named, group: Named, is_open: bool) -> Named:
    opened = replace(party, open=party.open or is_open, company=party.company and group.company)
    if not group.parts:
        return replace(opened, names=tuple(dict.fromkeys([*party.names, *group.names])))
    known = any(words_of(group.names[0]) <= words_of(name) for name in party.names)
    return replace(opened, parts=True, aliases=party.aliases if known else (*party.aliases, *group.names))


def _has_no_letters(group: Named) -> bool:
    return bool(group.names) and not any(c.isalpha() for name in group.names for c in name)
