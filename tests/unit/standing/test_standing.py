"""How things stand, from facts: clocks, alarms, completeness, and the sentence."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from namesake.screening.policy import digest
from namesake.standing import words
from namesake.standing.alarms import CODES
from namesake.standing.facts import Enrolled, Facts, Used
from namesake.standing.standing import standing
from namesake.values.policies import Policy
from namesake.values.populations import Population
from namesake.values.revets import RunBegun, RunRecord
from namesake.values.runs import Consulted, NotConsulted
from namesake.values.standings import CaseTally, Standing, Tally, Touched, TurnedAway, Unfinished
from namesake.values.versions import ListVersion, VersionState

NOW = datetime(2026, 5, 20, 8, 30, tzinfo=UTC)
POLICY = Policy("office")


def version(reference: str, dated: str, state: VersionState = "in-force") -> ListVersion:
    source, _, scope = reference.partition("@")
    return ListVersion(
        source, scope, dated if state == "in-force" else f"{dated}.{state}", f"hash-{dated}", "csv",
        date.fromisoformat(dated), "publication", NOW, (), 100, state,
    )  # fmt: skip


UN = version("un", "2026-05-10")
OWN = version("table@own", "2026-05-19")


def consulted(item: ListVersion, *, overdue: bool = False) -> Consulted:
    return Consulted(item.source, item.scope, item.id, item.hash, item.dated, item.entries, 1, overdue=overdue)


def run(number: int = 7, days: float = 1, policy: Policy = POLICY, **fields: Any) -> RunRecord:  # noqa: ANN401 - of the record
    began = NOW - timedelta(days=days)
    begun = RunBegun("visas", "list update", began, "model-hash", digest(policy), 3, "namesake 1")
    record = RunRecord(number, begun, "complete", began + timedelta(seconds=90), lists=(consulted(UN),), matches=2)
    return replace(record, **fields)


FAILED: dict[str, Any] = {"state": "failed", "error": "store-busy", "said": "another process goes on writing to it"}
LAST = run()
ENROLLED = Enrolled(
    Population("visas", 3, 40, 2, NOW), POLICY, (Used(UN),), "", (LAST,), LAST, LAST, None, Touched(), Tally(2, 1, 2, 1)
)
FACTS = Facts(
    NOW, "namesake 1", "additive", "model-hash", POLICY, "", (UN,), {"un": 14, "eu": 2, "table": 365}, {},
    (Used(UN),), (ENROLLED,),
)  # fmt: skip


def with_people(**fields: Any) -> Facts:  # noqa: ANN401 - of what is known of a population
    changed = replace(ENROLLED, **fields)
    return replace(FACTS, policy=changed.policy, enrolled=(changed,))


def told(found: Standing) -> list[tuple[str, str, str]]:
    return [(alarm.urgency, alarm.code, alarm.about) for alarm in found.alarms]


def test_where_all_is_well() -> None:
    found = standing(FACTS)
    assert found.alarms == ()
    assert found.urgency == "well"
    assert words.title(found) == "Nothing is overdue"
    assert words.sentence(found) == (
        "1 list in force; 1 population, 1 of them screened completely; no clock is set; 0 to act upon, 0 to look at."
    )
    assert found.not_added == ("eu",)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(
            with_people(complete=None, runs=(), everybody=None, tally=Tally()),
            [("act", "population-never-screened", "visas")],
            id="never-screened",
        ),
        pytest.param(
            with_people(complete=None, runs=(), everybody=None, population=Population("visas", 0, 0, 0, NOW)),
            [],
            id="nobody-to-screen",
        ),
        pytest.param(
            with_people(used=(), lacking="eu has no version in force"),
            [("act", "population-not-screenable", "visas")],
            id="no-list",
        ),
        pytest.param(with_people(runs=(run(8, **FAILED), LAST)), [("act", "run-failed", "visas")], id="failed-last"),
        pytest.param(with_people(runs=(LAST, run(6, **FAILED))), [], id="failed-before-the-last"),
        pytest.param(with_people(tally=Tally(3, 1, 2, 1)), [("act", "matches-differ", "visas")], id="other-matches"),
        pytest.param(with_people(touched=Touched(2)), [("look", "changes-waiting", "visas")], id="subjects-wait"),
        pytest.param(with_people(touched=Touched(0, 1)), [("look", "changes-waiting", "visas")], id="withdrawals-wait"),
        pytest.param(with_people(used=(Used(OWN),)), [("look", "changes-waiting", "visas")], id="lists-wait"),
        pytest.param(with_people(expired=1), [("look", "changes-waiting", "visas")], id="expiries-wait"),
        pytest.param(replace(FACTS, model_hash="x"), [("look", "changes-waiting", "visas")], id="model-waits"),
        pytest.param(replace(FACTS, software="x"), [("look", "changes-waiting", "visas")], id="release-waits"),
        pytest.param(
            with_people(policy=Policy("office", 0.4)), [("look", "changes-waiting", "visas")], id="policy-waits"
        ),
        pytest.param(
            with_people(complete=run(flags=("far fewer matches than before: 0",))),
            [("look", "run-flagged", "visas")],
            id="flagged",
        ),
        pytest.param(
            with_people(complete=run(lists=(consulted(UN, overdue=True),), flags=("un is older than its limit",))),
            [],
            id="a-list-that-was-too-old-then",
        ),
        pytest.param(
            with_people(unfinished=Unfinished(9, LAST.begun)), [("look", "run-unfinished", "visas")], id="unfinished"
        ),
        pytest.param(
            replace(FACTS, kept=(UN, version("un", "2026-05-19", "held-back"))),
            [("look", "version-turned-away", "un")],
            id="held-back",
        ),
        pytest.param(replace(FACTS, kept=(version("un", "2026-05-09", "refused"), UN)), [], id="refused-before"),
        pytest.param(
            replace(FACTS, kept=(UN, version("eu", "2026-05-09", "refused"))),
            [("look", "version-turned-away", "eu")],
            id="nothing-but-refused",
        ),
        pytest.param(
            replace(FACTS, unreachable={"un": NOW}), [("look", "publisher-unreachable", "un")], id="unreachable"
        ),
        pytest.param(replace(FACTS, cadences={"un": 9}), [("look", "list-stale", "un")], id="stale"),
        pytest.param(replace(FACTS, cadences={"un": 10}), [], id="just-fresh"),
        pytest.param(replace(FACTS, cadences={"un": None}), [("look", "reader-broken", "un")], id="broken"),
        pytest.param(replace(FACTS, cadences={}), [], id="a-reader-that-is-not-installed-any-more"),
        pytest.param(replace(FACTS, doubts=("“lists” names x.",)), [("look", "policy-doubt", "policy")], id="doubt"),
    ],
)
def test_alarms(facts: Facts, expected: list[tuple[str, str, str]]) -> None:
    found = standing(facts)
    assert told(found) == expected
    assert found.urgency == (expected[0][0] if expected else "well")
    assert all(alarm.code in CODES and alarm.said.endswith(".") for alarm in found.alarms)


def test_the_most_urgent_stands_first() -> None:
    facts = replace(
        with_people(used=(Used(UN, 3),), touched=Touched(1), runs=(run(8, **FAILED), LAST)),
        kept=(UN, version("eu", "2026-05-19")),
        unreachable={"un": NOW},
    )
    found = standing(facts)
    codes = ["run-failed", "list-overdue", "changes-waiting", "publisher-unreachable"]
    assert [alarm.code for alarm in found.alarms] == codes
    assert [source.reference for source in found.sources] == ["un", "eu"]


@pytest.mark.parametrize(
    ("limit", "overdue"),
    [pytest.param(9, True, id="a-day-too-old"), pytest.param(10, False, id="on-its-last-day")],
)
def test_the_clock_of_a_list(limit: int, overdue: bool) -> None:
    found = standing(with_people(used=(Used(UN, limit),)))
    (clock,) = found.clocks
    assert (clock.about, clock.since, clock.age_days, clock.limit_days) == ("un", UN.dated, 10, limit)
    assert clock.overdue == overdue == found.sources[0].overdue == (clock.due is not None and clock.due <= NOW)
    assert told(found) == ([("act", "list-overdue", "un")] if overdue else [])
    assert words.left(clock) == ("overdue by 1 day" if overdue else "0 days left")


def test_the_least_limit_of_all_populations_counts() -> None:
    strict = replace(ENROLLED, population=replace(ENROLLED.population, name="crews"), used=(Used(UN, 12),))
    lenient = replace(ENROLLED, used=(Used(UN, 90),))
    other = replace(strict, population=replace(ENROLLED.population, name="staff"), used=(Used(OWN, 1),))
    facts = replace(FACTS, enrolled=(lenient, strict, other))
    source = next(source for source in standing(facts).sources if source.reference == "un")
    assert (source.limit_days, source.populations) == (12, ("visas", "crews"))


def test_without_populations_the_policy_counts() -> None:
    found = standing(replace(FACTS, enrolled=(), general=(Used(UN, 3),)))
    assert told(found) == [("act", "list-overdue", "un")]
    assert found.sources[0].populations == ()
    assert words.sentence(found).startswith("1 list in force; 0 populations; 1 of 1 clock overdue;")


@pytest.mark.parametrize(
    ("passed", "overdue"),
    [
        pytest.param(timedelta(days=7), True, id="just-due"),
        pytest.param(timedelta(days=7, seconds=-1), False, id="a-second-before"),
        pytest.param(timedelta(days=9), True, id="long-overdue"),
    ],
)
def test_the_clock_of_a_population(passed: timedelta, overdue: bool) -> None:
    policy = Policy("office", every_days=7)
    last = run(policy=policy)
    whole = replace(last, begun=replace(last.begun, began=NOW - passed))
    found = standing(with_people(policy=policy, everybody=whole))
    (clock,) = found.clocks
    assert (clock.kind, clock.about, clock.overdue) == ("everybody", "visas", overdue)
    assert told(found) == ([("act", "everybody-overdue", "visas")] if overdue else [])


def test_a_clock_of_nobody_screened_is_overdue_and_said_once() -> None:
    facts = with_people(policy=Policy(every_days=7), complete=None, runs=(), everybody=None, tally=Tally())
    found = standing(facts)
    assert [clock.overdue for clock in found.clocks] == [True]
    assert words.left(found.clocks[0]) == "never done"
    assert told(found) == [("act", "population-never-screened", "visas")]


def test_clocks_from_the_first_to_run_out() -> None:
    policy = Policy("office", every_days=30)
    facts = with_people(policy=policy, complete=run(policy=policy), used=(Used(UN, 14), Used(OWN, 90)))
    found = standing(replace(facts, kept=(OWN, UN)))
    assert [clock.about for clock in found.clocks] == ["un", "visas", "table@own"]


def test_completeness() -> None:
    (one,) = standing(with_people(touched=Touched(5, 1), used=(Used(UN), Used(OWN)))).populations
    assert (one.subjects, one.screened, one.withdrawn) == (40, 35, 2)
    assert (one.run, one.at, one.against) == (7, LAST.begun.began, (("un", "2026-05-10"),))
    assert one.waiting == ("5 subjects enrolled or changed", "1 subject withdrawn", "table@own 2026-05-19 is new")
    assert words.waiting(one) == "; ".join(one.waiting)


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        pytest.param((Used(UN),), "", id="the-same"),
        pytest.param((Used(version("un", "2026-05-17")),), "un 2026-05-17 in place of 2026-05-10", id="later"),
        pytest.param((Used(replace(UN, hash="x")),), "un 2026-05-10 in place of 2026-05-10", id="other-content"),
        pytest.param((Used(OWN),), "table@own 2026-05-19 is new", id="new"),
        pytest.param((), "un is not screened against any more", id="dropped"),
    ],
)
def test_lists_that_wait(used: tuple[Used, ...], expected: str) -> None:
    (one,) = standing(with_people(used=used)).populations
    assert expected in ("; ".join(one.waiting), *one.waiting)


def test_runs_that_failed_in_a_row() -> None:
    found = standing(with_people(runs=(run(9, 0.2, **FAILED), run(8, 0.5, **FAILED), LAST, run(6, 9, **FAILED))))
    failing = found.populations[0].failing
    assert failing
    assert (failing.runs, failing.since) == (2, NOW - timedelta(days=0.5))
    assert "The last 2 runs failed, since 2026-05-19 20:30 UTC [store-busy]" in found.alarms[0].said
    assert "what stands is from run 7" in found.alarms[0].said
    assert [shown.id for shown in found.runs] == [9, 8, 7, 6]


def test_a_clock_set_back_takes_no_time_from_a_run() -> None:
    (shown,) = standing(with_people(runs=(run(ended=NOW - timedelta(days=2)),))).runs
    assert shown.seconds == 0


def test_what_was_turned_away() -> None:
    away = version("un", "2026-05-19", "held-back")
    (source,) = standing(replace(FACTS, kept=(UN, away))).sources
    assert source.turned_away == TurnedAway("2026-05-19.held-back", away.dated, NOW, "held-back")
    assert words.state(source) == "fresh, that of 2026-05-19 held back"


def test_lists_not_consulted_are_told_together() -> None:
    reasons = (NotConsulted("eu", "held back"), NotConsulted("gb", "held back"), NotConsulted("us", "out of reach"))
    one = replace(ENROLLED, complete=run(not_consulted=reasons))
    other = replace(one, population=replace(one.population, name="crews"), complete=run(not_consulted=reasons[:2]))
    third = replace(other, population=replace(one.population, name="staff"), complete=LAST)
    found = standing(replace(FACTS, enrolled=(one, other, third)))
    assert words.not_consulted(found) == [
        ("visas and crews", "eu and gb", "held back"),
        ("visas", "us", "out of reach"),
    ]
    both = standing(replace(FACTS, enrolled=(one, other)))
    assert words.not_consulted(both)[0][0] == "all populations"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lambda shown: shown, "nothing changed", id="nothing"),
        pytest.param(lambda shown: replace(shown, new=1200, gone=2), "1,200 new, 2 gone", id="counts"),
        pytest.param(lambda shown: replace(shown, flags=("f",)), "nothing changed; flagged", id="flagged"),
        pytest.param(lambda shown: replace(shown, **FAILED), "failed [store-busy]", id="failed"),
    ],
)
def test_the_outcome_of_a_run(change: Callable[[RunRecord], RunRecord], said: str) -> None:
    (shown,) = standing(with_people(runs=(change(LAST),))).runs
    assert words.outcome(shown) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.2, "< 1 s"), (89, "89 s"), (120, "2 min"), (5399, "90 min"), (9000, "2.5 h")]
)
def test_durations(seconds: float, said: str) -> None:
    assert words.duration(seconds) == said


@pytest.mark.parametrize(
    ("cases", "codes", "said"),
    [
        pytest.param(CaseTally(cleared=9, waiting=2), [], "", id="nothing to do"),
        pytest.param(
            CaseTally(open=2, proposed=1, oldest=NOW),
            ["alerts-open"],
            f"2 alerts to decide and 1 decision for a second person, the oldest since {NOW:%Y-%m-%d %H:%M} UTC.",
            id="to decide",
        ),
        pytest.param(CaseTally(waiting=3, overdue=1), ["alerts-overdue"], "1 alert is overdue.", id="overdue"),
        pytest.param(CaseTally(cleared=3, lapsed=2), ["decisions-lapsed"], "2 decisions hold no longer.", id="lapsed"),
        pytest.param(CaseTally(open=1, overdue=1), ["alerts-overdue", "alerts-open"], "1 alert is overdue.", id="both"),
    ],
)
def test_alerts(cases: CaseTally, codes: list[str], said: str) -> None:
    found = standing(with_people(cases=cases))
    alarms = [alarm for alarm in found.alarms if alarm.code in ("alerts-overdue", "alerts-open", "decisions-lapsed")]
    assert [alarm.code for alarm in alarms] == codes
    assert not said or alarms[0].said == said
    assert ("alerts-overdue" in codes) == (found.urgency == "act")
    assert found.populations[0].cases == cases
