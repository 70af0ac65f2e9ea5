"""What one other fact would change: which would clear a match, and which would confirm it.

Only facts that can be replaced by themselves: birth date, country, gender and identifiers, never names. The bits come
from the very comparisons and weights that made the match, so that whoever states the fact and screens again finds
what is said here. Country and gender only tell two parties apart: they clear and never confirm.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from namesake.fields import countries as names_of_countries
from namesake.fields.ids import comparable
from namesake.review import wording
from namesake.review.numbers import listed
from namesake.review.other_births import confirming, kept
from namesake.scoring.comparisons import birth_dates, countries, genders, identifiers
from namesake.scoring.finding import Finding
from namesake.scoring.model import Model, shipped
from namesake.values.entities import Entity, Subject
from namesake.values.facts import CountryFact, Gender, Identifier
from namesake.values.matches import Match, score_of
from namesake.values.policies import Policy
from namesake.values.runs import RunContext
from namesake.values.tokens import NameClass

CounterfactualKind = Literal["would clear", "would confirm"]

ELSEWHERE = "zz"
"""A code that ISO 3166-1 gives to no country."""

_OPPOSITE: dict[Gender, Gender] = {"male": "female", "female": "male"}


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """One fact that would change the outcome if it, and nothing else, were known of the subject instead.

    `fact` is the code of the evidence that it replaces; bits in 1/1024 as in a match, `after` with the subject as in
    `example`. What "would clear" takes the match below the threshold, what "would confirm" makes it a strong one.
    """

    kind: CounterfactualKind
    fact: str
    sentence: str
    before: int
    after: int
    example: Entity


def counterfactuals(subject: Subject, match: Match, model: Model, policy: Policy) -> tuple[Counterfactual, ...]:
    """The facts that would clear or confirm a match; none where the model does not give the bits of its facts.

    What would clear comes first, in the order of the explanation. A match that is strong cannot be confirmed, and
    one below the threshold not cleared.
    """
    case = _Case(subject.entity, match, model, policy)
    if not case.reproduced():
        return ()
    person = case.kind == "person"
    clearing = (_birth(case) if person else None, _gender(case) if person else None, _country(case), _identifier(case))
    found = [item for item in clearing if item and case.cleared(item)]
    if not case.strong(match.bits):
        further = (_same_birth(case) if person else None, _same_identifier(case))
        found += [item for item in further if item and case.strong(item.after)]
    return tuple(found)


def under(subject: Subject, match: Match, context: RunContext) -> tuple[Counterfactual, ...]:
    """The same with the model that comes with the package and the thresholds of a run."""
    thresholds = Policy(review_from=context.review_from, strong_from=context.strong_from)
    return counterfactuals(subject, match, shipped(), thresholds)


@dataclass(frozen=True, slots=True)
class _Case:
    """A match and what decides it."""

    subject: Entity
    match: Match
    model: Model
    policy: Policy

    @property
    def entry(self) -> Entity:
        return self.match.entry.entity

    @property
    def kind(self) -> NameClass:
        """Which facts count, as in scoring."""
        return "person" if "Person" in (self.subject.schema, self.entry.schema) else "other"

    def stated(self, code: str) -> int:
        """The bits that the match has from a code."""
        return sum(item.bits for item in self.match.explanation.evidence if item.code == code)

    def after(self, found: Finding) -> int:
        """The bits of the match with a finding in place of those of its code."""
        return self.match.bits - self.stated(found.code) + self.model.bits(found, self.kind)

    def stays(self, bits: int) -> bool:
        return score_of(bits) >= self.policy.review_from

    def strong(self, bits: int) -> bool:
        return score_of(bits) >= self.policy.strong_from

    def cleared(self, item: Counterfactual) -> bool:
        return self.stays(item.before) and not self.stays(item.after)

    def findings(self, subject: Entity) -> Iterator[Finding]:
        """What the comparisons of facts find on a subject."""
        if self.kind == "person":
            yield from birth_dates.compare(subject.birth_dates, self.entry.birth_dates)
            yield from genders.compare(subject.genders, self.entry.genders)
        yield from countries.compare(subject.countries, self.entry.countries, self.kind)
        yield from identifiers.compare(subject.identifiers, self.entry.identifiers)

    def reproduced(self) -> bool:
        """Whether this model is the one that made the match, as far as facts go."""
        return all(self.after(found) == self.match.bits for found in self.findings(self.subject))

    def made(self, kind: CounterfactualKind, fact: str, sentence: str, example: Entity) -> Counterfactual:
        found = next(item for item in self.findings(example) if item.code == fact)
        return Counterfactual(kind, fact, sentence, self.match.bits, self.after(found), example)


def _birth(case: _Case) -> Counterfactual | None:
    """Any birth date but those that would keep the match."""
    if not case.entry.birth_dates:
        return None
    found = kept(case.entry.birth_dates, cache(lambda level: case.stays(case.after(_at(level)))))
    if found.other is None:
        return None
    template = wording.OTHER_BIRTH_DATE if found.dates else wording.OTHER_BIRTH_YEAR
    values = [*found.years, *(f"“{text}”" for text in found.dates)]
    sentence = template.format(listed(values, "or"), wording.NOT_A_SLIP if found.slips else "")
    return case.made("would clear", "birth_date", sentence, replace(case.subject, birth_dates=(found.other,)))


def _at(level: str) -> Finding:
    return Finding("birth_date", level, "", "", ((f"birth_date.{level}", 1),))


def _same_birth(case: _Case) -> Counterfactual | None:
    best = confirming(case.entry.birth_dates)
    if best is None:
        return None
    date, text, is_year = best
    template = wording.SAME_BIRTH_YEAR if is_year else wording.SAME_BIRTH_DATE
    example = replace(case.subject, birth_dates=(date,))
    return case.made("would confirm", "birth_date", template.format(text), example)


def _gender(case: _Case) -> Counterfactual | None:
    """The other one, where the list names one only. "other" fits all and clears nothing."""
    known = set(case.entry.genders)
    opposite = _OPPOSITE.get(next(iter(known))) if len(known) == 1 else None
    if opposite is None:
        return None
    sentence = wording.OTHER_GENDER.format(opposite)
    return case.made("would clear", "gender", sentence, replace(case.subject, genders=(opposite,)))


def _country(case: _Case) -> Counterfactual | None:
    known = countries.codes(case.entry.countries, case.kind)
    if not known:
        return None
    template = wording.OTHER_NATIONALITY if case.kind == "person" else wording.OTHER_COUNTRY
    names = listed(sorted(names_of_countries.name(code) or code.upper() for code in known), "or")
    sentence = template.format(names, wording.NO_RELATED_STATE if countries.related(known) else "")
    elsewhere = CountryFact("nationality" if case.kind == "person" else "country", ELSEWHERE)
    return case.made("would clear", "country", sentence, replace(case.subject, countries=(elsewhere,)))


def _identifier(case: _Case) -> Counterfactual | None:
    """Another number of a kind of which a party has one for life; else that no number agrees."""
    for item in _listed(case):
        if item.scheme in identifiers.ONE_FOR_LIFE:
            others = tuple(own for own in case.subject.identifiers if own.scheme != item.scheme)
            example = replace(case.subject, identifiers=(*others, _another(item, case.entry.identifiers)))
            known = [f"“{other.value}”" for other in _listed(case) if other.scheme == item.scheme]
            sentence = wording.OTHER_IDENTIFIER.format(_label(item), listed(known, "or"))
            found = case.made("would clear", "identifier", sentence, example)
            if case.cleared(found):
                return found
    without = replace(case.subject, identifiers=())
    return case.made("would clear", "identifier", wording.NO_IDENTIFIER, without)


def _same_identifier(case: _Case) -> Counterfactual | None:
    known = _listed(case)
    if not known:
        return None
    shown = f"{_label(known[0])} “{known[0].value}”"
    sentence = wording.SAME_IDENTIFIER.format(shown)
    if len(known) > 1:
        sentence = wording.ANY_IDENTIFIER.format(len(known), shown)
    return case.made("would confirm", "identifier", sentence, replace(case.subject, identifiers=known[:1]))


def _listed(case: _Case) -> tuple[Identifier, ...]:
    return tuple(item for item in case.entry.identifiers if comparable(item))


def _another(item: Identifier, known: tuple[Identifier, ...]) -> Identifier:
    """A number of the same kind that is none of the listed ones."""
    taken = {comparable(other) for other in known}
    tries = (replace(item, value=f"{comparable(item)[:-1]}{end}") for end in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return next((found for found in tries if comparable(found) and comparable(found) not in taken), item)


def _label(item: Identifier) -> str:
    """What kind of number it is; in the list's own word where we know no better."""
    family = item.scheme.partition(":")[0]
    if family == "other":
        return item.label or "number"
    return wording.SCHEMES.get(family) or (
        family.upper() if family in wording.ABBREVIATIONS else family.replace("_", " ")
    )
