"""The names of a partition that a subject's names may reach a threshold with."""

from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING

from namesake.candidates.births import UNKNOWN, born_of
from namesake.candidates.building import JOIN_SIZES, beginning_key, whole_key
from namesake.candidates.lookup import Lookup
from namesake.candidates.partition import Partition
from namesake.kernels.bank import Bank, joined_codes
from namesake.kernels.bench import Bench
from namesake.kernels.births import Birth
from namesake.kernels.counting import Board, begin, count_reached, expect
from namesake.kernels.drafting import ENDS, letters_key
from namesake.kernels.items import Items
from namesake.kernels.known import key_of
from namesake.kernels.listed import Reached
from namesake.kernels.names import MOST_LETTERS, MOST_TOKENS, NAME, Names
from namesake.kernels.probing import scores, select
from namesake.kernels.reaching import Keyed, matches
from namesake.kernels.spelling import codes_of
from namesake.kernels.wholes import SHORTEST_CUT, letters_differ
from namesake.values.tokens import NameClass, NameParts, Prepared

if TYPE_CHECKING:
    from namesake.candidates.index import Measures

BANK = 1 << 14


class Probe:
    """Looks subjects' names up in one partition, with one model."""

    def __init__(self, partition: Partition, kind: NameClass, measures: "Measures") -> None:
        self._partition = partition
        self._rarities = measures.rarities[kind]
        self._weights = measures.weights[kind]
        self._rules = measures.rules
        self._listed = partition.listed(measures.births)
        self._lookup = Lookup(partition, self._listed, self._weights, self._rules)
        self._words = Keyed(partition.word_keys.data, partition.word_key_words.data)
        self._wholes = Keyed(partition.whole_keys.data, partition.whole_names.data)
        self._besides = Keyed(partition.beside_keys.data, partition.beside_names.data)
        self._letters = Keyed(partition.letter_keys.data, partition.letter_names.data)
        self._beginnings = Keyed(partition.beginning_keys.data, partition.beginning_names.data)
        self._heads = Keyed(partition.head_keys.data, partition.head_names.data)
        self._tails = Keyed(partition.tail_keys.data, partition.tail_names.data)
        self._scripts = sum(1 << number for number in set(partition.scripts.tolist()))
        self._board = Board(len(partition.entity))
        self._bench, self._items = Bench(), Items()
        self._bank = Bank(self._rarities, BANK)

    def pairs(self, subject: Prepared, threshold: int) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        """For each name of a subject the listed names that may reach a threshold with the facts, and what they score
        without them.

        A whole name that is the same, and an acronym, are found whatever else the names hold.
        """
        query, born = self._query(subject), self._born(subject)
        for own, parts in enumerate(subject.names):
            if names := self._possible(query, own, parts, threshold, born):
                yield own, self._scores(query, own, names, threshold, born)

    def among(self, subject: Prepared, names: list[int], threshold: int) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        """The same of some listed names, every one of which is compared."""
        query, born = self._query(subject), self._born(subject)
        for own in range(len(subject.names)):
            yield own, self._scores(query, own, names, threshold, born)

    def _born(self, subject: Prepared) -> Birth:
        return Birth(*born_of(subject.entity)) if self._weights.person else Birth(*UNKNOWN)

    def _scores(self, query: Names, own: int, names: list[int], threshold: int, born: Birth) -> list[tuple[int, int]]:
        return scores(
            query, own, self._listed, names, self._weights, self._rules, self._bench, self._items, threshold, born
        )

    def _query(self, subject: Prepared) -> Names:
        if not self._bank.room_for(sum(len(parts.tokens) for parts in subject.names)):
            needed = max(BANK, 2 * sum(len(parts.tokens) for parts in subject.names))
            self._bank = Bank(self._rarities, needed)
        return self._bank.names(subject.names)

    def _possible(self, query: Names, own: int, parts: NameParts, threshold: int, born: Birth) -> list[int]:
        self._count(query, parts)
        found = select(self._board, query, own, self._listed, self._weights, self._rules, threshold, born, self._bench)
        if same := self._same(query, own, parts):
            return sorted(same.union(found))
        return found

    def _count(self, query: Names, parts: NameParts) -> None:
        """Count the names that hold what the words of a subject's name reach. The rarest words come first: when those
        that are left could not tie a name closely enough by themselves, names that were not met yet are passed over."""
        begin(self._board)
        found = sorted(self._reached(query, parts), key=itemgetter(0), reverse=True)
        rest = sum(gain for gain, _, _, _ in found)
        for gain, first, size, reached in found:
            count_reached(self._board, first, size, reached, self._listed, rest >= self._rules.anchor)
            rest -= gain

    def _reached(self, query: Names, parts: NameParts) -> Iterator[tuple[int, int, int, Reached]]:
        """For each word, and neighbours as one, the most that it may gain, where it begins, how many neighbours there
        are (0 for one word), and what it reaches."""
        tokens = parts.compared[:MOST_TOKENS]
        numbers = [self._bank.number(token) for token in tokens]
        words = [self._bank.word(number) for number in numbers]
        for t, (number, word) in enumerate(zip(numbers, words, strict=True)):
            if word.role == NAME:
                titled = self._weights.person and bool(matches(self._besides, word.key))
                expect(self._board, t, query, number, self._scripts, titled, self._weights, self._rules)
                reached = self._lookup.word(word)
                yield reached.most_gain, t, 0, reached
        articles = [token.article for token in tokens]
        for size in JOIN_SIZES:
            for i in range(len(words) - size + 1):
                run = words[i : i + size]
                if codes := joined_codes(run, articles[i : i + size]):
                    reached = self._lookup.joined(run[0].script, codes, sum(word.rarity for word in run))
                    if reached.most_gain > 0:
                        yield reached.most_gain, i, size, reached

    def _same(self, query: Names, own: int, parts: NameParts) -> set[int]:
        """The same whole name, also written together or apart or but for a slip; an acronym on either side."""
        found = set(matches(self._wholes, whole_key(parts)))
        if not self._weights.person:
            found.update(self._by_acronym(parts))
        found.update(self._same_letters(query, own, parts))
        return found

    def _by_acronym(self, parts: NameParts) -> Iterator[int]:
        """Names that a name is the acronym of, and those that are its own."""
        part = self._partition
        named = [token for token in parts.compared if token.role != "legal"]
        if len(named) == 1:
            yield from matches(self._besides, key_of(named[0].text))
        for acronym in parts.besides if parts.kind != "person" else ():
            for word in matches(self._words, key_of(acronym)):
                yield from part.held_names[part.held_starts[word] : part.held_starts[word + 1]].tolist()

    def _same_letters(self, query: Names, own: int, parts: NameParts) -> Iterator[int]:
        """The same letters, with words written together or apart, or one name cut off, and those of organisations but
        for one slip."""
        codes = codes_of(parts.letters, MOST_LETTERS)
        if codes:
            yield from matches(self._letters, letters_key(codes))
        if len(codes) >= SHORTEST_CUT:
            yield from matches(self._beginnings, beginning_key(codes))
        if codes and not self._weights.person:
            heads = matches(self._heads, letters_key(codes[:ENDS]))
            tails = matches(self._tails, letters_key(codes[-ENDS:]))
            yield from (name for name in {*heads, *tails} if letters_differ(query, own, self._listed.names, name) < 2)
