"""On real lists: an index finds what comparing everything finds. Subjects are listed names with a letter changed."""

import json
import random
from pathlib import Path

import pytest

from namesake import bootstrap
from namesake.app.drafts import Asked
from namesake.app.opening import is_party, listed_ref
from namesake.candidates.index import Index, build_index
from namesake.names.prepare import prepare
from namesake.scoring.model import shipped
from namesake.scoring.scorer import Scorer
from namesake.screening.screening import Screening, match_of
from namesake.screening.weights import measures
from namesake.settings import Settings
from namesake.values.entities import Entity, Subject
from namesake.values.matches import ListedRef
from namesake.values.names import Name
from namesake.values.policies import Policy

pytestmark = pytest.mark.lists
SAMPLE, SUBJECTS = 200, 20


def listed(folder: Path, home: Path, source: str) -> list[ListedRef]:
    """A sample of the newest list of a source that is accepted as it is."""
    rows = json.loads((folder / "acceptance.json").read_text("utf-8"))
    row = [row for row in rows if row["source"] == source and row["verdict"] == "accepted"][-1]
    lists = bootstrap.open_lists(Settings(home=home))
    version = lists.offer(source, [folder / part for part in row["parts"]], Asked()).version
    refs = [listed_ref(version, entry) for entry in lists.store.entries(version) if is_party(entry)]
    return random.Random(7).sample(refs, min(SAMPLE, len(refs)))


def disturbed(ref: ListedRef, chance: random.Random) -> Entity:
    """Somebody who is spelt much like an entry, of any kind and with or without its facts."""
    words = chance.choice(ref.entity.names).text.split()
    at = chance.randrange(len(words))
    place = chance.randrange(len(words[at]))
    words[at] = words[at][:place] + chance.choice(("", "a", "h", words[at][place] * 2)) + words[at][place + 1 :]
    chance.shuffle(words)
    born = ref.entity.birth_dates if chance.random() < 0.5 else ()
    return Entity("s", chance.choice((ref.schema, "LegalEntity")), (Name(" ".join(words) or "x"),), born)


@pytest.mark.parametrize("source", ["un_sc_sanctions", "eu_fsf"])
def test_the_index_finds_what_comparing_everything_finds(lists_folder: Path, tmp_path: Path, source: str) -> None:
    refs = [ref for ref in listed(lists_folder, tmp_path / "home", source) if ref.entity.names]
    entries = [prepare(ref.entity) for ref in refs]
    scorer, index, chance = (
        Scorer(shipped()),
        Index(build_index(entries, shipped().rarities), measures(shipped())),
        random.Random(3),
    )
    policies = [Policy(review_from=0.03), Policy(), Policy(review_from=0.9)]
    screenings = [Screening(index, refs, scorer, policy) for policy in policies]
    hits = 0
    for ref in chance.sample(refs, SUBJECTS):
        subject = disturbed(ref, chance)
        prepared = prepare(subject)
        pairs = [(item, scorer.score(prepared, entry)) for item, entry in zip(refs, entries, strict=True)]
        for policy, screening in zip(policies, screenings, strict=True):
            expected = [match for item, found in pairs if found and (match := match_of(item, found, policy))]
            found = screening.screen(Subject("s", subject)).matches
            assert sorted(found, key=lambda m: m.entry.entry_id) == sorted(expected, key=lambda m: m.entry.entry_id)
            hits += len(expected)
    assert hits > SUBJECTS
