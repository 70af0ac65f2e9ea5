"""When the next round comes, and which sources are left alone meanwhile. Times are seconds that never run backwards."""

from collections import defaultdict

SOON = 60
"""Seconds after which a round is made again whose re-vetting failed; doubled each time, up to the regular pace."""

LONGEST_REST = 6 * 60 * 60
"""Seconds that a source which goes on failing is left alone at most."""

TOLERANCE = 1.0
"""Seconds that a regular round may begin too early: a pause is never exactly as long as it was to be."""

_MOST_DOUBLINGS = 20


class Pacing:
    """A regular round every so many seconds, from beginning to beginning; one that failed is made again before."""

    def __init__(self, every: int) -> None:
        self._every = every
        self._due: float | None = None
        self._failures = 0

    def begin(self, now: float) -> bool:
        """Begin a round; whether it is a regular one."""
        if self._due is not None and now < self._due - TOLERANCE:
            return False
        self._due = now + self._every
        return True

    def pause(self, now: float, *, again: bool) -> float:
        """Seconds until the next round; `again` says that the last one failed."""
        self._failures = self._failures + 1 if again else 0
        regular = max((self._due or now) - now, 0.0)
        if not again:
            return regular
        return min(regular, float(SOON << min(self._failures - 1, _MOST_DOUBLINGS)))


class Resting:
    """A source that fails is asked again at the next regular round; from its second failure in a row on it rests for
    one round, three, seven, ..., so that nobody hammers at a publisher who is in trouble."""

    def __init__(self, every: int) -> None:
        self._most = LONGEST_REST // every
        self._failures: defaultdict[str, int] = defaultdict(int)
        self._rounds: defaultdict[str, int] = defaultdict(int)

    def rests(self, source: str) -> bool:
        """Whether a source rests in this round. It is asked once a round."""
        if not self._rounds[source]:
            return False
        self._rounds[source] -= 1
        return True

    def failed(self, source: str) -> None:
        """It failed."""
        doublings = min(self._failures[source], _MOST_DOUBLINGS)
        self._failures[source] += 1
        self._rounds[source] = min((1 << doublings) - 1, self._most)

    def reached(self, source: str) -> None:
        """It did not."""
        self._failures.pop(source, None)
