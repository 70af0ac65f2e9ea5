"""The compiled kernel, the same source interpreted, and the plainest recursion agree to the bit."""

import importlib.util
from array import array
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import namesake
from namesake.kernels import spelling, tables


def interpreted(name: str) -> Any:  # noqa: ANN401 - a module under another name has no type of its own
    """A module of the kernels run from its source, beside the compiled one."""
    source = Path(namesake.__file__).parent / "kernels" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"interpreted_{name}", source)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PYTHON = interpreted("spelling")
PYTHON_TABLES = interpreted("tables")
PYTHON_TABLES.Costs = PYTHON.Costs
WORD = st.text("abcdehkmnosuvyz7", max_size=14)
TABLES = st.sampled_from(["letters", "abjad", "turned"])


def costs_of(module: Any, table: str, joined: bool) -> Any:  # noqa: ANN401 - either of two modules
    if table == "letters":
        return module.letter_costs(joined=joined)
    return module.abjad_costs(abjad_on_left=table == "abjad", joined=joined)


def test_the_interpreted_kernel_is_really_interpreted() -> None:
    assert PYTHON.__file__.endswith(".py")
    assert PYTHON.walk is not spelling.walk
    assert hasattr(PYTHON.walk, "__code__")


@settings(max_examples=150, deadline=None)
@given(WORD, st.lists(WORD.filter(bool), min_size=1, max_size=8), TABLES, st.booleans())
def test_compiled_interpreted_and_plain_agree(query: str, listed: list[str], table: str, joined: bool) -> None:
    words = sorted({spelling.encode(word) for word in listed})
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word))
    shared = [0, *(_in_common(before, word) for before, word in pairwise(words))]
    arrays = (array("B", b"".join(words)), array("i", ends), array("B", shared))
    compiled = spelling.walk(
        spelling.encode(query), spelling.Vocabulary(*arrays), 0, len(words), costs_of(tables, table, joined)
    )
    costs = costs_of(PYTHON_TABLES, table, joined)
    assert compiled == PYTHON.walk(PYTHON.encode(query), PYTHON.Vocabulary(*arrays), 0, len(words), costs)
    plain = [_alone(spelling.encode(query), word, costs) for word in words]
    assert dict(zip(*compiled, strict=True)) == {i: cost for i, cost in enumerate(plain) if cost is not None}


def _in_common(before: bytes, word: bytes) -> int:
    shorter = min(len(before), len(word))
    return next((i for i in range(shorter) if before[i] != word[i]), shorter)


def _alone(left: bytes, right: bytes, costs: Any) -> int | None:  # noqa: ANN401 - see above
    """The cost of one pair by the plainest recursion, without any pruning."""
    size = spelling.LETTERS

    @cache
    def best(j: int, i: int) -> int:
        if j == i == 0:
            return 0
        ways: list[int] = []
        if j:
            ways.append(best(j - 1, i) + costs.one[left[j - 1] * size])
        if i:
            ways.append(best(j, i - 1) + costs.one[right[i - 1]])
        if j and i:
            ways.append(best(j - 1, i - 1) + costs.one[left[j - 1] * size + right[i - 1]])
        if j > 1 and i:
            two = (left[j - 2] * size + left[j - 1]) * size + right[i - 1]
            ways.append(best(j - 2, i - 1) + costs.two_left[two])
        if i > 1 and j:
            two = (right[i - 2] * size + right[i - 1]) * size + left[j - 1]
            ways.append(best(j - 1, i - 2) + costs.two_right[two])
        if i > 1 and j > 1 and left[j - 1] == right[i - 2] and left[j - 2] == right[i - 1]:
            ways.append(best(j - 2, i - 2) + costs.swap)
        return min(ways)

    found = best(len(left), len(right))
    within = min(costs.base + costs.per_letter * min(len(left), len(right)), costs.most)
    return found if found <= within else None
