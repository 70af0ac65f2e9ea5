"""What a reference of redress proves: attached when it can be, never clearing anything, and compared honestly."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from namesake.errors import RedressRefusedError
from namesake.review.redress import astray, compared, entitled, letter, lines, proof, proven
from namesake.values.cases import Alert, AlertChange, AlertState, Decision, Judgement, Rest
from namesake.values.events import SubjectRef
from namesake.values.redress import Redress

T0 = datetime(2026, 4, 15, 12, 0, tzinfo=UTC)
VISAS, CREWS = SubjectRef("visas", 1), SubjectRef("crews", 7)
REFERENCE = "7K3M9-QXC2T"


def rest(born: str = "1971", name: str = "d") -> Rest:
    return Rest(name * 64, json.dumps({"subject": {"birth dates": [born]}, "model": "m"}))


def alert(state: AlertState = "open", **other: object) -> Alert:
    made = Alert(3, CREWS, "watch:E-1", state, (), 5120, 0.9, "strong", rest(), T0, T0, 1, why="a new match")
    return replace(made, **other)  # type: ignore[arg-type]  # any field


def decision(judgement: Judgement = "false_match", **other: object) -> Decision:
    made = Decision(4, 1, judgement, "born elsewhere", "ana", T0, "in force", rest())
    return replace(made, **other)  # type: ignore[arg-type]  # any field


GIVEN = Redress(REFERENCE, 1, 4, T0, "ben")


@pytest.mark.parametrize(
    ("state", "had", "references", "kind"),
    [
        pytest.param("open", (), (), None, id="nothing to attach"),
        pytest.param("open", (), ("A",), "proof attached", id="open"),
        pytest.param("cleared", (), ("A",), "proof attached", id="cleared"),
        pytest.param("closed", (), ("A",), None, id="closed"),
        pytest.param("open", ("A",), ("A",), None, id="attached already"),
        pytest.param("open", ("A",), (), None, id="carried no more"),
        pytest.param("open", ("A",), ("A", "B"), "proof attached", id="another one"),
    ],
)
def test_what_arrives_by_itself(
    state: AlertState, had: tuple[str, ...], references: tuple[str, ...], kind: str
) -> None:
    before = alert(state, proofs=had)
    change = proven(None, before, references)
    assert (change.kind if change else None) == kind
    if change:
        assert change.after == replace(
            before, proofs=tuple(dict.fromkeys((*had, *references)))
        )  # and in no other state


def test_what_arrives_with_an_alert() -> None:
    opened = AlertChange("opened", None, alert(id=0), (), None, 5120)
    assert proven(opened, None, ("A",)) == replace(opened, after=alert(id=0, proofs=("A",)))
    again = AlertChange("re-opened", alert("closed", proofs=("A",)), alert(proofs=("A",)), (), None, 5120)
    assert proven(again, again.before, ("B",)) == replace(again, after=alert(proofs=("A", "B")))
    assert proven(None, None, ("A",)) is None


@pytest.mark.parametrize("state", ["open", "waiting", "proposed", "confirmed", "closed"])
def test_who_was_not_cleared_is_not_entitled(state: AlertState) -> None:
    with pytest.raises(RedressRefusedError, match=f"alert 3 is {state}"):
        entitled(alert(state), decision())


def test_who_is_entitled() -> None:
    assert entitled(alert("cleared"), decision()) == decision()
    with pytest.raises(RedressRefusedError):
        entitled(alert("cleared"), None)
    with pytest.raises(RedressRefusedError):
        entitled(alert("cleared"), decision("true_match"))


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (rest(), rest(), "the same: nothing material differs from what it rested on (dddddddddddd)"),
        (rest(), rest("1972", "e"), "not the same: 1 material difference: birth dates"),
        (Rest("", ""), rest(), "what it rested on was destroyed"),
        (rest(), Rest("", ""), "no match is left that could be compared"),
    ],
)
def test_whether_the_facts_are_the_same(then: Rest, now: Rest, said: str) -> None:
    here = alert(rest=now)
    assert compared(proof(here, GIVEN, decision(rest=then), VISAS, "A-1"), here) == said


@pytest.mark.parametrize(
    ("of", "key", "whose"),
    [(VISAS, "A-1", "A-1 in visas"), (VISAS, "", "number 1 in visas"), (CREWS, "C-7", "this subject")],
)
def test_in_words(of: SubjectRef, key: str, whose: str) -> None:
    found = dict(lines(proof(alert(), GIVEN, decision(state="ended", ended="the entry changed"), of, key), alert()))
    assert found["Reference"] == REFERENCE
    assert found["Given"] == f"by ben on 2026-04-15 12:00 UTC to {whose}"
    assert found["Former decision"].startswith("number 4 on alert 1: ana on 2026-04-15 12:00 UTC: false_match, because")
    assert found["It is"] == "ended: the entry changed"


def test_what_proves_nothing_here_is_said() -> None:
    found = list(astray(["A", "B", "C"], {"A": "watch:E-1", "B": "watch:E-2"}, alert()))
    assert [(one.reference, one.why) for one in found] == [
        ("B", "it is about another listed party: watch:E-2"),
        ("C", "nobody was given it here, or what it rested on was destroyed"),
    ]


def test_the_letter_names_the_reference_and_no_list() -> None:
    text = " ".join(letter(GIVEN, T0.date()))
    assert REFERENCE in text
    assert "2026-04-15" in text
    assert "watch" not in text
