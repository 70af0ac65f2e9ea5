# Types for the compiled form of probing.py; the code itself stands there alone.
cimport cython
from namesake.kernels.evidence cimport compare
from namesake.kernels.items cimport Items, Weights, agreement
from namesake.kernels.births cimport Birth, Births, birth_bound
from namesake.kernels.links cimport Bench, Rules, cut, is_place, measure, spelling_cost
from namesake.kernels.names cimport Names, Words
from namesake.kernels.spelling cimport Costs

cdef int _MOST, _UNIT, _NAME, _INITIAL, _EXACT, _LONGEST, _SLACK, _NEVER, _FAR, _JOIN_CHARGE, _SAME_CHARGE, _LEAST_GAIN

cdef class Postings:
    cdef const int[::1] starts
    cdef const int[::1] names

cdef class Joins:
    cdef const int[::1] offsets
    cdef const int[::1] rarity
    cdef const unsigned char[::1] scripts
    cdef const unsigned char[::1] parts
    cdef Postings postings

cdef class Listed:
    cdef readonly Names names
    cdef const unsigned char[::1] words
    cdef const unsigned char[::1] initials
    cdef const int[::1] by_initials
    cdef Postings postings
    cdef Joins joins
    cdef readonly Births births

cdef class Reached:
    cdef const int[::1] words
    cdef const int[::1] costs
    cdef const signed char[::1] ties
    cdef const int[::1] joins
    cdef const int[::1] join_costs

cdef class Board:
    cdef int turn, count, total, present
    cdef int[::1] seen
    cdef int[::1] bits
    cdef int[::1] gain
    cdef int[::1] walked
    cdef int[::1] spans
    cdef int[::1] word
    cdef int[::1] best
    cdef int[::1] best_gain
    cdef int[::1] best_span
    cdef int[::1] touched
    cdef int[::1] least
    cdef int[::1] bonus

cpdef void begin(Board board) except *

@cython.locals(words=Words, rarity=int, script=int, n=int, most=int, costs=Costs, m=int, least=int, cost=int, bits=int)
cpdef void expect(Board board, int t, Names query, int word, Weights weights, Rules rules) except *

cdef void count(Board board, int name, int t, int bits, int gain, int span) noexcept

@cython.locals(
    own=Words, words=Words, n=int, rarity=int, least=int, bit=int, starts="const int[::1]", names="const int[::1]",
    k=int, other=int, tie=int, cost=int, m=int, agreed=int, bits=int, gain=int, p=int, joins=Joins,
)
cpdef void count_word(
    Board board, int t, Names query, int word, Reached reached, Listed listed, Weights weights, Bench bench
) except *

@cython.locals(
    words=Words, starts="const int[::1]", names="const int[::1]", mark=int, bit=int, k=int, other=int, cost=int, m=int,
    agreed=int, bits=int, gain=int, p=int, t=int, least=int,
)
cpdef void count_join(
    Board board, int first, int size, int length, int parts, Reached reached, Listed listed, Weights weights
) except *

@cython.locals(initials=int, bits=int, left=int, bonus=int, t=int, right=int, rest=int, against=int)
cdef int bound(
    Board board, int name, int own_initials, int aside, Listed listed, Weights weights, int anchor
) except? -1

@cython.locals(own=Words, words=Words, cost=int, n=int, m=int, most=int, agreed=int)
cdef int loosely(
    Names query, int word, Names listed, int other, Weights weights, Rules rules, Bench bench
) except? -1

@cython.locals(
    names=Names, initials=int, together=int, alone=int, left=int, linked=int, found=int, t=int, most=int, word=int,
    k=int, other=int, right=int, bits=int,
)
cdef int refined(
    Board board, Names query, int i, int name, int own_initials, int aside, Listed listed, Weights weights,
    Rules rules, Bench bench
) except? -1

@cython.locals(
    own_initials=int, aside=int, births=Births, most=int, start=int, k=int, role=int, found=list, name=int, least=int,
)
cpdef list select(
    Board board, Names query, int i, Listed listed, Weights weights, Rules rules, int threshold, Birth born, Bench bench
)

@cython.locals(found=list, name=int, bits=int)
cpdef list scores(
    Names query, int i, Listed listed, list names, Weights weights, Rules rules, Bench bench, Items items,
    int threshold, Birth born
)
