"""Who may decide what, for how long, and what becomes of the alert: pure rules, which raise for what they refuse."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from namesake.errors import DeciderError, DecisionReasonError, DecisionRefusedError, DecisionUntilError
from namesake.values.cases import Alert, AlertState, Decision, DecisionRules, Judgement, Ruling

MOST_REASON = 4_000
"""Characters of a reason or a comment."""

STATES: Mapping[Judgement, AlertState] = {
    "true_match": "confirmed",
    "false_match": "cleared",
    "inconclusive": "waiting",
    "information_requested": "waiting",
}
"""What an alert is after a decision in force."""

WAITING: tuple[Judgement, ...] = ("inconclusive", "information_requested")
"""The judgements that decide nothing yet: they always have a clock."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to decide: how, why, until which day at most (None: as long as the policy allows), and who
    decides, when."""

    judgement: Judgement
    reason: str
    by: str
    at: datetime
    until: date | None = None

    @property
    def today(self) -> date:
        """The day of the decision."""
        return self.at.date()


def decided(alerts: Sequence[Alert], wanted: Wanted, rules: DecisionRules, looks: Collection[int] = ()) -> list[Ruling]:
    """The rulings on alerts that are decided together; `looks` are the ids of those drawn for a second look.

    Raises `DeciderError` for who may not, `DecisionReasonError`, `DecisionUntilError`, and `DecisionRefusedError`
    for an alert that is closed, or that waits for a second person already.
    """
    _check_who(wanted.by, wanted.judgement, rules)
    reason = stated(wanted.reason)
    until = _until(wanted, rules)
    return [_ruling(alert, replace(wanted, reason=reason, until=until), rules, alert.id in looks) for alert in alerts]


def sample_size(count: int, rules: DecisionRules) -> int:
    """How many of so many decisions made together get a second look: at least one of several, none of one."""
    return max(1, math.ceil(rules.sample * count)) if count > 1 else 0


def seconded(alert: Alert, decision: Decision, wanted: Wanted, rules: DecisionRules, *, agree: bool) -> Ruling:
    """What a second person makes of a proposed decision; `wanted.judgement` is that of the decision.

    Raises `DeciderError` for the person who proposed it, and for who may not decide so; `DecisionReasonError`;
    `DecisionRefusedError` where the decision waits for nobody.
    """
    if decision.state != "proposed" or alert.decision != decision.id:
        raise DecisionRefusedError(f"decision {decision.id} does not wait for a second person: it is {decision.state}")
    if same_person(decision.by, wanted.by):
        raise DeciderError(f"{wanted.by} proposed decision {decision.id}; the second person must be another one")
    _check_who(wanted.by, decision.judgement, rules)
    looked = replace(decision, second=wanted.by, second_at=wanted.at, second_reason=stated(wanted.reason))
    if not agree:
        refused = replace(looked, state="refused", ended=f"refused by {wanted.by}")
        return Ruling(alert, _open(alert, wanted, rules, f"the second person, {wanted.by}, refused"), refused)
    return Ruling(alert, _settled(alert, looked, wanted, rules), replace(looked, state="in force"))


def reopened(alert: Alert, decision: Decision, wanted: Wanted, rules: DecisionRules, why: str) -> Ruling:
    """An alert whose decision ends because of something that a person did elsewhere, such as refusing a sample."""
    return Ruling(alert, _open(alert, wanted, rules, why), replace(decision, state="ended", ended=why))


def same_person(one: str, other: str) -> bool:
    """Whether two deciders are one, however they write themselves."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def stated(reason: str) -> str:
    """A reason without the space around it. Raises `DecisionReasonError` where there is none, or far too much."""
    text = reason.strip()
    if not any(char.isalnum() for char in text):
        raise DecisionReasonError("a reason is required")
    if len(text) > MOST_REASON:
        raise DecisionReasonError(f"the reason has {len(text):,} characters; at most {MOST_REASON:,} are kept")
    return text


def _check_who(by: str, judgement: Judgement, rules: DecisionRules) -> None:
    if not by:
        raise DeciderError("nobody is known to have decided")
    named = dict(rules.may).get(judgement)
    if named is not None and not any(same_person(by, name) for name in named):
        raise DeciderError(f"the policy does not let {by} decide {judgement}")


def _until(wanted: Wanted, rules: DecisionRules) -> date | None:
    """The last day of a decision: that which was asked for, but never later than the policy's clock."""
    days = dict(rules.days).get(wanted.judgement)
    latest = None if days is None else wanted.today + timedelta(days=days)
    if wanted.until is None:
        if latest is None and wanted.judgement in WAITING:
            raise DecisionUntilError(f"{wanted.judgement} needs a day by which it ends, and the policy sets none")
        return latest
    if wanted.until < wanted.today:
        raise DecisionUntilError(f"{wanted.until} has passed")
    if latest is not None and wanted.until > latest:
        raise DecisionUntilError(f"{wanted.until} is later than the policy allows: {latest}, {days} days from now")
    return wanted.until


def _ruling(alert: Alert, wanted: Wanted, rules: DecisionRules, sampled: bool) -> Ruling:
    if alert.state == "closed":
        raise DecisionRefusedError(f"alert {alert.id} is closed: no match is left to decide on")
    if alert.state == "proposed":
        what = f"alert {alert.id} waits for a second person to look at decision {alert.decision}"
        raise DecisionRefusedError(what, hint=f"namesake second {alert.decision} --agree or --refuse --reason TEXT")
    decision = Decision(
        id=0, alert=alert.id, judgement=wanted.judgement, reason=wanted.reason, by=wanted.by, at=wanted.at,
        state="in force", rest=alert.rest, until=wanted.until, sampled=sampled,
    )  # fmt: skip
    if not sampled and wanted.judgement not in rules.second:
        return Ruling(alert, _settled(alert, decision, wanted, rules), decision)
    whom = "a sample of decisions made together" if sampled else f"{wanted.judgement} needs two people"
    after = replace(
        alert, state="proposed", since=wanted.at, due=_open_until(wanted, rules),
        why=f"{wanted.by} proposed {wanted.judgement}; {whom}",
    )  # fmt: skip
    return Ruling(alert, after, replace(decision, state="proposed"))


def _settled(alert: Alert, decision: Decision, wanted: Wanted, rules: DecisionRules) -> Alert:
    owner = dict(rules.owners).get(decision.judgement, "") if decision.judgement in WAITING else ""
    seconded_by = f", {decision.second} agreed" if decision.second else ""
    return replace(
        alert, state=STATES[decision.judgement], since=wanted.at, due=decision.until, decision=decision.id,
        assigned=owner or alert.assigned, why=f"{decision.by} decided {decision.judgement}{seconded_by}",
    )  # fmt: skip


def _open(alert: Alert, wanted: Wanted, rules: DecisionRules, why: str) -> Alert:
    return replace(
        alert, state="open", since=wanted.at, woken=wanted.at, why=why, due=_open_until(wanted, rules), decision=0
    )


def _open_until(wanted: Wanted, rules: DecisionRules) -> date | None:
    return None if rules.open_days is None else wanted.today + timedelta(days=rules.open_days)
