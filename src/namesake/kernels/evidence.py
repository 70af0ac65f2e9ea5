"""What the words of two names say for and against their being the same name, in bits."""

from __future__ import annotations

from array import array

from namesake.kernels.alone import abridged, disown, is_half, of_halves, weigh_single
from namesake.kernels.bench import Bench, Rules
from namesake.kernels.items import Items, Weights, above, agreement, item, size_of, times
from namesake.kernels.links import align
from namesake.kernels.names import Names
from namesake.kernels.ordinary import weigh_ordinary
from namesake.kernels.rest import weigh_aside, weigh_places, weigh_rest
from namesake.kernels.spelling import distance
from namesake.kernels.ties import is_attested, is_known
from namesake.kernels.titles import weigh_titles
from namesake.kernels.together import charged, lifted
from namesake.kernels.wholes import acronym, weigh_acronym, weigh_whole

_UNIT = 1024
_FAR_OFF = 1024
_EXCESS = 4 * 1024
_EXCESS_SYLLABIC = 8 * 1024
_SCANT = 24 * 1024
_LONGEST = 32
_DESCENT = 1
_WEAK = 2


def letters_of(names: Names, first: int, n: int) -> int:
    """The letters of n words."""
    total = 0
    for k in range(first, first + n):
        word = names.runs[k] >> 1
        total += min(names.words.offsets[word + 1] - names.words.offsets[word], _LONGEST)
    return max(total, 1)


def anchored(left: Names, i: int, right: Names, j: int, bench: Bench, at: int, rules: Rules) -> bool:
    """Whether two words are close enough for one to find the other in a list."""
    links = bench.links
    tie = links[at]
    if tie == 8:
        return False
    if tie != 1 and tie != 2 and tie != 9:
        return True
    a = left.runs[left.starts[i] + links[at + 1]] >> 1
    b = right.runs[right.starts[j] + links[at + 3]] >> 1
    n = letters_of(left, left.starts[i] + links[at + 1], 1)
    m = letters_of(right, right.starts[j] + links[at + 3], 1)
    costs = rules.costs[(left.words.scripts[a] * 7 + right.words.scripts[b]) * 2]
    reach = min(costs.base + costs.per_letter * min(n, m), costs.most)
    if tie == 1:
        return links[at + 6] <= reach
    if links[at + 8] < 0:
        return True
    i = left.words.offsets[a]
    j = right.words.offsets[b]
    return distance(left.words.letters, i, n, right.words.letters, j, m, costs, reach, bench.rows) <= reach


def weigh_links(
    left: Names, i: int, right: Names, j: int, weights: Weights, rules: Rules, bench: Bench, items: Items
) -> int:
    """An item for every link, one where only one of several words agrees, one for the worst spelling. Returns what the
    close links gain."""
    links = bench.links
    alike = 0
    across = 0
    excess = 0
    syllabic = 0
    carried = 0
    lettered = False
    anchor = 0
    rare = 0
    carrier = 0
    halves = 0
    summed = 0
    beside = 0
    rarest = 0
    known = 0
    otherwise = 0
    joined = False
    for k in range(bench.count):
        at = bench.chosen[k]
        tie = links[at]
        letters = max(
            letters_of(left, left.starts[i] + links[at + 1], links[at + 2]),
            letters_of(right, right.starts[j] + links[at + 3], links[at + 4]),
        )
        item(items, 0, at, agreement(weights, tie, links[at + 5], links[at + 6], letters, links[at + 8]))
        if tie == 5:
            lettered = lettered or abridged(left, i, links[at + 1], bench.left_used)
            lettered = lettered or abridged(right, j, links[at + 3], bench.right_used)
            beside += links[at + 5]
            rarest = max(rarest, links[at + 5])
            continue
        carried += 1
        rare = links[at + 5] - links[at + 6] if tie == 2 or tie == 9 else links[at + 5]
        joined = joined or (tie == 3 and not of_halves(left, i, right, j, links, at))
        summed += rare
        rarest = max(rarest, rare)
        if tie != 3 and is_half(left, i, links[at + 1]) and is_half(right, j, links[at + 3]):
            halves += 1
        else:
            carrier = rare
        if anchored(left, i, right, j, bench, at, rules):
            anchor += links[at + 7]
        if (tie == 2 or tie == 9) and links[at + 8] >= 0 and known_otherwise(left, i, right, j, bench, at):
            otherwise += 1
        if tie == 9:
            syllabic = max(syllabic, links[at + 8])
        elif tie == 2:
            excess = max(excess, links[at + 8])
            across = max(across, links[at + 6] // letters)
        else:
            alike = max(alike, links[at + 6] // letters)
            if tie == 1 and both_known(left, i, right, j, links, at):
                known += links[at + 6]
    if carried and weights.together and summed + beside > rarest:
        common = charged(lifted(left, i, right, j, bench, rules.groups), summed + beside, rarest)
        if common:
            item(items, 22, 0, times(weights.together, common))
    if halves < carried:
        carried -= halves
    if carried > 1 and summed < _SCANT:
        item(items, 20, 0, times(weights.scant, _SCANT - max(summed, 0)))
    if carried == 1 and not joined and max(size_of(left, i), size_of(right, j)) > 1:
        weigh_single(left, i, right, j, carrier, lettered, weights, items)
    if known or (alike > _FAR_OFF and carried > 1):
        far = alike - _FAR_OFF if alike > _FAR_OFF and carried > 1 else 0
        item(items, 6, 0, times(weights.least_alike, far) + times(weights.known_apart, known))
    if across or syllabic or otherwise:
        bits = weights.unattested * otherwise
        bits += times(weights.least_alike_across, across) + times(weights.excess, above(excess, _EXCESS))
        item(items, 17, 0, bits + times(weights.least_alike_syllabic, above(syllabic, _EXCESS_SYLLABIC)))
    return anchor


def known_otherwise(left: Names, i: int, right: Names, j: int, bench: Bench, at: int) -> bool:
    """Whether it is known how a word is written in Latin letters, and not as a Latin one that is known to be a name."""
    a = left.runs[left.starts[i] + bench.links[at + 1]] >> 1
    b = right.runs[right.starts[j] + bench.links[at + 3]] >> 1
    if left.words.scripts[a] == 0:
        return is_attested(right.words, b) and is_known(left.words, a)
    return right.words.scripts[b] == 0 and is_attested(left.words, a) and is_known(right.words, b)


def both_known(left: Names, i: int, right: Names, j: int, links: array[int], at: int) -> bool:
    """Whether two words that are spelt otherwise are both known names, in Latin letters."""
    a = left.runs[left.starts[i] + links[at + 1]] >> 1
    b = right.runs[right.starts[j] + links[at + 3]] >> 1
    if left.words.scripts[a] or right.words.scripts[b]:
        return False
    return is_known(left.words, a) and is_known(right.words, b)


def inversions(places: array[int], n: int, start: int) -> int:
    """How many pairs stand in another order where a circle of places begins at one of them."""
    total = 0
    for a in range(n):
        x = places[(start + a) % n]
        for b in range(a + 1, n):
            if x > places[(start + b) % n]:
                total += 1
    return total


def weigh_order(left: Names, i: int, right: Names, j: int, weights: Weights, bench: Bench, items: Items) -> None:
    """An item where the words stand in another order."""
    n = bench.count
    if n < 2 or not weights.person:
        return
    places = bench.places
    ranks = bench.ranks
    ordered = True
    for k in range(n):
        places[k] = bench.links[bench.chosen[k] + 3]
        if k > 0 and places[k] < places[k - 1]:
            ordered = False
    if ordered:
        return
    for k in range(n):  # the same order seen from the other side: the inverse permutation
        rank = 0
        for p in range(n):
            if places[p] < places[k]:
                rank += 1
        ranks[rank] = k
    least = _UNIT
    for k in range(n):
        least = min(least, inversions(places, n, k))
        least = min(least, inversions(ranks, n, k))
    if left.marks[i] & _DESCENT and right.marks[j] & _DESCENT:
        item(items, 9, 0, weights.reversed)
    elif least:
        item(items, 8, least, weights.mixed * least + weights.turned)
    else:
        item(items, 7, 0, weights.turned)


def compare(
    left: Names, i: int, right: Names, j: int, weights: Weights, rules: Rules, bench: Bench, items: Items
) -> int:
    """All that two names say, in 1/1024 bit, without the prior; `items` and `bench` tell how it comes about."""
    items.count = 0
    items.total = 0
    if acronym(left, i, right, j):
        weigh_acronym(left, i, right, j, False, weights, bench, items)
    elif acronym(right, j, left, i):
        weigh_acronym(right, j, left, i, True, weights, bench, items)
    else:
        align(left, i, right, j, rules, bench)
        disown(left, i, right, j, bench)
        weigh_titles(left, i, right, j, weights, bench, items)
        anchor = weigh_links(left, i, right, j, weights, rules, bench, items)
        weigh_rest(left, i, right, j, weights, bench, items)
        weigh_ordinary(left, i, right, j, weights, bench, items)
        weigh_order(left, i, right, j, weights, bench, items)
        weigh_aside(left, i, right, j, weights, bench, items)
        weigh_places(left, i, right, j, weights, bench, items)
        if anchor < rules.anchor:  # what is only distantly alike adds nothing then
            item(items, 1, 0, min(weights.no_word, weights.no_word - items.total))
        weigh_whole(left, i, right, j, weights, items)
    if left.marks[i] & _WEAK or right.marks[j] & _WEAK:
        item(items, 16, 0, min(weights.weak, -_UNIT - weights.prior - items.total))
    return items.total
