# Types for the compiled form of evidence.py; the code itself stands there alone.
cimport cython
from namesake.kernels.links cimport Bench, Rules, align, equal
from namesake.kernels.names cimport Names, Words
from namesake.kernels.spelling cimport Costs

cdef int _MOST, _MOST_ITEMS, _UNIT, _FIELDS, _MOST_WORD, _MOST_JOIN, _MOST_EXTRA, _FREQUENT, _FAR_OFF, _EXCESS, _EXCESS_SYLLABIC, _LEAST_ACROSS, _LONGEST
cdef int _NAME, _INITIAL, _NUMBER, _GENERIC, _LEGAL, _PLACE, _DESCENT, _WEAK, _AS_PERSON, _LAST_LETTER, _SHORTEST_SLIP

cdef class Weights:
    cdef readonly bint person
    cdef public int prior
    cdef public int word
    cdef public int rarity
    cdef public int frequent
    cdef public int spelt
    cdef public int cost
    cdef public int cost_per_letter
    cdef public int far
    cdef public int least_alike
    cdef public int across
    cdef public int across_rarity
    cdef public int across_far
    cdef public int least_alike_across
    cdef public int excess
    cdef public int syllabic
    cdef public int syllabic_rarity
    cdef public int syllabic_excess
    cdef public int least_alike_syllabic
    cdef public int joined
    cdef public int alike
    cdef public int stem
    cdef public int skeleton
    cdef public int cut
    cdef public int acronym
    cdef public int initial
    cdef public int initial_differs
    cdef public int initials_differ
    cdef public int no_word
    cdef public int single
    cdef public int lone
    cdef public int borrowed
    cdef public int contradiction
    cdef public int contradiction_across
    cdef public int contradictions
    cdef public int contradicted
    cdef public int first
    cdef public int last
    cdef public int extra
    cdef public int extra_words
    cdef public int turned
    cdef public int mixed
    cdef public int reversed
    cdef public int number
    cdef public int number_differs
    cdef public int number_missing
    cdef public int generic
    cdef public int generic_differs
    cdef public int generic_missing
    cdef public int legal
    cdef public int legal_differs
    cdef public int legal_missing
    cdef public int place_differs
    cdef public int place_missing
    cdef public int whole
    cdef public int weak

cdef class Items:
    cdef readonly int[::1] kinds
    cdef readonly int[::1] levels
    cdef readonly int[::1] bits
    cdef readonly int count
    cdef readonly int total

cdef void item(Items items, int kind, int level, int bits) except *

cdef int times(int weight, int amount) except? -1

@cython.locals(per_letter=int, bits=int)
cpdef int agreement(Weights weights, int tie, int agreed, int cost, int letters, int excess) except? -1

cdef int above(int amount, int limit) noexcept

@cython.locals(total=int, k=int, word=int)
cdef int letters_of(Names names, int first, int n) except -1

@cython.locals(links="int[::1]", tie=int, a=int, b=int, n=int, m=int, costs=Costs)
cdef bint anchored(Names left, int i, Names right, int j, Bench bench, int at, Rules rules) except -1

@cython.locals(
    links="int[::1]", alike=int, across=int, excess=int, syllabic=int, carried=int, anchor=int, joined="bint", k=int,
    at=int, tie=int, letters=int, bits=int, alone="bint",
)
cdef void weigh_links(
    Names left, int i, Names right, int j, Weights weights, Rules rules, Bench bench, Items items) except *

@cython.locals(total=int, start=int, k=int)
cdef int naming(Names names, int i) except -1

cdef int size_of(Names names, int i) except -1

@cython.locals(total=int, start=int, k=int, word=int)
cdef int left_over(Names names, int i, int[::1] used, int role, bint rarity) except -1

@cython.locals(start=int, k=int, word=int)
cdef int left_script(Names names, int i, int[::1] used) except -1

@cython.locals(start=int, n=int, k=int, p=int)
cdef bint end_differs(Names names, int i, int[::1] used, bint last) except -1

@cython.locals(one="int[::1]", other="int[::1]", n=int, m=int, least=int, bits=int, more=int, x=int,
    y=int, across="bint")
cdef void weigh_rest(Names left, int i, Names right, int j, Weights weights, Bench bench, Items items) except *

@cython.locals(total=int, a=int, b=int, x=int)
cdef int inversions(int[::1] places, int n, int start) except -1

@cython.locals(n=int, places="int[::1]", ranks="int[::1]", ordered="bint", k=int, p=int, rank=int, least=int)
cdef void weigh_order(Names left, int i, Names right, int j, Weights weights, Bench bench, Items items) except *

@cython.locals(role=int, n=int, m=int, both=int, agree=int, differ=int, miss=int, kind=int)
cdef void weigh_aside(Names left, int i, Names right, int j, Weights weights, Bench bench, Items items) except *

cdef void weigh_numbers(int n, int m, int both, Weights weights, Items items) except *

@cython.locals(a0=int, b0=int, n=int, m=int, total=int, a=int, b=int, word=int, other=int)
cdef int shared(Names left, int i, Names right, int j, int role, Bench bench) except -1

@cython.locals(words=Words, start=int, k=int, word=int, p=int)
cdef bint has_place(Names names, int i, int[::1] used) except -1

@cython.locals(one="bint", other="bint")
cdef void weigh_places(Names left, int i, Names right, int j, Weights weights, Bench bench, Items items) except *

@cython.locals(a0=int, b0=int, n=int, m=int, a=int, b=int)
cdef bint turned_at(Names left, int i, Names right, int j, int turn) except -1

@cython.locals(n=int, least=int, turn=int)
cdef void weigh_whole(Names left, int i, Names right, int j, Weights weights, Items items) except *

@cython.locals(slips=int, k=int)
cdef void weigh_letters(Names left, int i, Names right, int j, Weights weights, Items items) except *

@cython.locals(a=int, n=int, b=int, m=int, short=int, head=int, tail=int)
cpdef int letters_differ(Names left, int i, Names right, int j) except -1

@cython.locals(key="unsigned long long", k=int)
cdef bint acronym(Names left, int i, Names right, int j) except -1

@cython.locals(rarity=int, links="int[::1]", n=int)
cdef void weigh_acronym(
    Names left, int i, Names right, int j, bint turned, Weights weights, Bench bench, Items items
) except *

cpdef int compare(
    Names left, int i, Names right, int j, Weights weights, Rules rules, Bench bench, Items items
) except? -1
