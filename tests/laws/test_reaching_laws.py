"""Looking a word up from both ends finds what looking it up in the whole vocabulary finds, and what comparing it with
every word finds, at the same cost."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.kernels.reaching import SHORTEST_SOUGHT, Section, Stretches, reach
from namesake.kernels.scripts import LATIN
from namesake.kernels.spelling import Costs, Found, Rows, distance, encode, walk
from namesake.kernels.tables import costs_between
from namesake.kernels.vocabulary import vocabulary_of

CYRILLIC, ARABIC = 1, 2
SYLLABLES = ("ka", "ra", "mu", "oo", "ss", "ts", "vi", "wy", "jo", "gh", "q", "an", "el", "ph", "f", "x", "ks", "1")
WORDS = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=6).map("".join)
VOCABULARY = st.sets(WORDS, min_size=SHORTEST_SOUGHT, max_size=160)
CHANGES = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(["drop", "double", "swap", "a", "k", "z"])), max_size=2
)


def changed(word: str, changes: list[tuple[int, str]]) -> str:
    for at, how in changes:
        p = at % len(word)
        letter = {"drop": "", "double": word[p] * 2, "swap": word[p : p + 2][::-1]}.get(how, how)
        word = word[:p] + letter + word[p + len(letter if how == "swap" else "x") :] or word
    return word


@settings(max_examples=150, deadline=None)
@given(VOCABULARY, st.data(), st.sampled_from([LATIN, CYRILLIC, ARABIC]), st.booleans())
def test_both_ends_find_what_the_whole_finds(known: set[str], data: st.DataObject, script: int, joined: bool) -> None:
    words = sorted(encode(word) for word in known)
    order = sorted(range(len(words)), key=lambda k: words[k][::-1])
    turned = vocabulary_of([words[k][::-1] for k in order])
    query = encode(changed(data.draw(st.sampled_from(sorted(known))), data.draw(CHANGES)))
    costs, back = (costs_between(LATIN, script, joined, backward=way) for way in (False, True))
    both, whole = Found(2 * len(words)), Found(2 * len(words))
    forward, places = vocabulary_of(words), np.array(order, np.int32).data
    section = Section(forward, turned, 0, len(words))
    reach(query, query[::-1], forward, turned, places, section, costs, back, both, Stretches())
    walk(query, forward, 0, len(words), costs, whole)
    assert found(both) == found(whole) == one_by_one(query, words, costs)
    assert both.count == whole.count


def one_by_one(query: bytes, words: list[bytes], costs: Costs) -> dict[int, int]:
    """What every word costs by itself, of those within reach."""
    apart = [distance(query, 0, len(query), word, 0, len(word), costs, costs.most, Rows()) for word in words]
    return {
        place: apart[place]
        for place, word in enumerate(words)
        if apart[place] <= costs.base + costs.per_letter * min(len(query), len(word))
        and abs(len(query) - len(word)) <= costs.lengths
    }


def found(into: Found) -> dict[int, int]:
    return dict(zip(into.words[: into.count], into.costs[: into.count], strict=True))
