"""The work itself: who is screened against what. Whichever side looks the other up, a pair is scored the same way."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from namesake.candidates.index import Candidate
from namesake.names.prepare import prepare
from namesake.revetting.contents import all_found
from namesake.revetting.subject_index import SubjectIndex
from namesake.scoring.scorer import Scorer
from namesake.screening.screening import Candidates, Listed, Screening, needed
from namesake.values.entities import Subject
from namesake.values.matches import ListedRef
from namesake.values.policies import Policy
from namesake.values.revets import Found
from namesake.values.tokens import Prepared

AT_ONCE = 2_000
"""Entries that are looked up before their subjects are scored: what bounds the candidates held in memory."""

Subjects = Callable[[Sequence[int]], Iterable[tuple[int, Subject]]]
"""Gives the subjects of some numbers, with their numbers."""


class Counted(Candidates):
    """Candidates, counted as they pass."""

    def __init__(self, index: Candidates) -> None:
        self._index = index
        self.count = 0

    def candidates(self, subject: Prepared, threshold: int) -> Iterator[Candidate]:
        """See `Candidates`."""
        for candidate in self._index.candidates(subject, threshold):
            self.count += 1
            yield candidate


class Vetting:
    """Screens subjects against lists and entries against subjects, with one model and policy, and counts the pairs
    that were worth scoring."""

    def __init__(self, scorer: Scorer, policy: Policy) -> None:
        self._scorer = scorer
        self._policy = policy
        self.candidates = 0

    def subjects(self, subjects: Iterable[tuple[int, Subject]], index: Candidates, listed: Listed) -> Iterator[Found]:
        """What subjects are found to match in an index of entries, by subject."""
        counted = Counted(index)
        screening = Screening(counted, listed, self._scorer, self._policy)
        for number, subject in subjects:
            yield from all_found(number, screening.screen(subject))
            self.candidates, counted.count = self.candidates + counted.count, 0

    def entries(
        self, entries: Iterable[ListedRef], among: SubjectIndex, subjects: Subjects, but: frozenset[int] = frozenset()
    ) -> Iterator[Found]:
        """What entries are found to match among the subjects, without those of the numbers in `but`."""
        waiting = iter(entries)
        while some := list(islice(waiting, AT_ONCE)):
            yield from self._entries(some, among, subjects, but)

    def _entries(
        self, entries: Sequence[ListedRef], among: SubjectIndex, subjects: Subjects, but: frozenset[int]
    ) -> Iterator[Found]:
        found: dict[int, list[Candidate]] = defaultdict(list)
        threshold = needed(self._policy)
        for place, entry in enumerate(entries):
            for number, pairs in among.candidates(prepare(entry.entity), threshold):
                if number not in but:
                    found[number].append(Candidate(place, pairs))
        for number, subject in subjects(sorted(found)):
            yield from self.subjects([(number, subject)], _Given(found[number]), entries)


class _Given(Candidates):
    """Candidates of one subject that the entries themselves have found."""

    def __init__(self, found: Sequence[Candidate]) -> None:
        self._found = found

    def candidates(self, subject: Prepared, threshold: int) -> Sequence[Candidate]:
        """See `Candidates`."""
        del subject, threshold  # they are candidates of this subject with this threshold
        return self._found


def by_number(subjects: Mapping[int, Subject]) -> Subjects:
    """Subjects that are held in memory, by number."""
    return lambda numbers: ((number, subjects[number]) for number in numbers)
