# Types for the compiled form of bounding.py; the code itself stands there alone.
cimport cython
from namesake.kernels.counting cimport Board
from namesake.kernels.items cimport Weights, agreement
from namesake.kernels.bench cimport Bench, Rules
from namesake.kernels.ties cimport cut, is_place, measure, spelling_cost
from namesake.kernels.listed cimport Listed
from namesake.kernels.names cimport Names, Words
from namesake.kernels.spelling cimport Costs, Sought, apart, seek_out

cdef int _LONGEST, _HANGUL, _HAN, _FAR, _NEVER, _LEAST_GAIN, _MOST, _CLASSES, _KNOWN, _CELLS
cdef int _BITS, _GAIN, _WALKED, _SPANS, _SIZES, _INITIALS, _TOKENS, _SCRIPTS

@cython.locals(
    at=int, facts=int, initials=int, bits=int, left=int, bonus=int, t=int, right=int, rest=int, against=int,
    crossing=int, missed=int, name=int, plain=int,
)
cpdef int bound(
    Board board, int place, int own_initials, int aside, Listed listed, Weights weights, int anchor, int least
) except? -1

@cython.locals(
    own=Words, words=Words, cost=int, n=int, m=int, script=int, costs=Costs, sought=Sought, limit=int, most=int,
    agreed=int, kind=int,
)
cdef int loosely(
    Board board, Names query, int word, int t, Listed listed, int other, Weights weights, Rules rules, Bench bench
) except? -1

@cython.locals(
    runs="const int[::1]", naming=int, known="int[::1]", cells="int[::1]", at=int, facts=int, start=int, stop=int, words=int, initials=int, together=int, alone=int, left=int, linked=int, found=int, t=int, most=int, word=int,
    k=int, other=int, slot=int, right=int, bits=int, floor=int, against=int, crossing=int, rest=int,
)
cpdef int refined(
    Board board, Names query, int i, int place, int own_initials, int aside, Listed listed, Weights weights,
    Rules rules, Bench bench, int threshold
) except? -1
