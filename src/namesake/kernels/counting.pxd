# Types for the compiled form of counting.py; the code itself stands there alone.
cimport cython
from namesake.kernels.items cimport Weights, agreement
from namesake.kernels.bench cimport Rules
from namesake.kernels.listed cimport Joins, Listed, Reached
from namesake.kernels.names cimport Names, Words
from namesake.kernels.spelling cimport Costs

cdef int _ROOM, _ACROSS, _SYLLABIC, _LONGEST, _HANGUL, _MOST, _CLASSES, _SLACK, _KNOWN, _CELLS
cdef int _BITS, _GAIN, _WALKED, _SPANS, _MARK, _BEST, _BEST_GAIN, _BEST_SPAN

cdef class Board:
    cdef int turn, count, room, total, present, last, foreign, titled, titles
    cdef unsigned char[::1] seen
    cdef int[::1] places
    cdef int[::1] cells
    cdef int[::1] touched
    cdef int[::1] least
    cdef int[::1] bonus
    cdef int[::1] near
    cdef int[::1] near_bonus
    cdef list sought
    cdef int[::1] sought_turns
    cdef int[::1] known

@cython.locals(k=int)
cpdef void begin(Board board) except *

@cython.locals(words=Words, rarity=int, script=int, other=int, n=int, most=int, costs=Costs, m=int, least=int, cost=int, bits=int, floor=int)
cpdef void expect(
    Board board, int t, Names query, int word, int scripts, bint titled, Weights weights, Rules rules
) except *

@cython.locals(tie=int)
cdef int farthest(int rarity, int script, int other, Weights weights) except? -1

@cython.locals(touched="int[::1]", cells="int[::1]", k=int)
cdef void make_room(Board board, int more) except *

@cython.locals(at=int)
cdef void count(Board board, int name, int mark, int walked, int bits, int gain, int span, bint grow) noexcept

@cython.locals(cells="int[::1]")
cdef void count_best(Board board, int at, int walked, int bits, int gain, int span) noexcept

@cython.locals(
    least=int, t=int, mark=int, walked=int, span=int, starts="const int[::1]", names="const int[::1]", k=int, bits=int,
    gain=int, p=int, joins=Joins, more="const int[::1]", name=int,
)
cpdef void count_reached(Board board, int first, int size, Reached reached, Listed listed, bint grow) except *
