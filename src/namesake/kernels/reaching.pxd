# Types for the compiled form of reaching.py; the code itself stands there alone.
cimport cython
from namesake.kernels.spelling cimport Costs, Found, Vocabulary, walk

cdef int _AFTER, _LETTERS, _MOST, _SHORTEST

cdef class Section:
    cdef int start, stop
    cdef const int[::1] heads
    cdef const int[::1] back_heads

cdef class Stretches:
    cdef const int[::1] heads
    cdef int low, high
    cdef readonly int[::1] starts
    cdef readonly int[::1] stops
    cdef readonly int count
    cdef int half, limit, reach

@cython.locals(middle=int, at=int)
cdef int narrowed(
    const unsigned char[::1] letters, const int[::1] offsets, int low, int high, int depth, int letter
) noexcept

@cython.locals(heads="int[::1]", low=int, first=int, high=int, at=int, second=int)
cpdef object heads_of(Vocabulary words, int start, int stop)

@cython.locals(at=int)
cdef bint narrow(Vocabulary words, int low, int high, int depth, int letter, Stretches into) noexcept

@cython.locals(place=int, k=int)
cdef void note(Stretches into, int low, int high) noexcept

cdef void step(
    bytes query, Vocabulary words, Costs costs, int low, int high, int depth, int letter, int column, int cost,
    Stretches into
) noexcept

@cython.locals(limit=int, one="const int[::1]", q=int, v=int)
cdef void seek(
    bytes query, Vocabulary words, Costs costs, int low, int high, int depth, int column, int cost, Stretches into
) noexcept

@cython.locals(
    q=int, k=int, v=int, after=int, limit=int, two="const int[::1]", base=int,
)
cdef void seek_pairs(
    bytes query, Vocabulary words, Costs costs, int low, int high, int depth, int column, int cost, Stretches into
) noexcept

@cython.locals(reached=int, k=int)
cpdef void walk_half(
    bytes query, Vocabulary words, int start, int stop, const int[::1] heads, Costs costs, int half, Found found,
    Stretches into
) except *

@cython.locals(n=int, start=int, stop=int, place="int[::1]", before=int, count=int, k=int, word=int, at=int)
cpdef void reach(
    bytes query, bytes turned, Vocabulary forward, Vocabulary backward, const int[::1] words, Section section,
    Costs costs, Costs back, Found found, Stretches into
) except *

cdef class Keyed:
    cdef const unsigned int[::1] brief
    cdef const unsigned long long[::1] keys
    cdef const int[::1] values

@cython.locals(
    brief="const unsigned int[::1]", keys="const unsigned long long[::1]", low=int, high=int, middle=int,
    short="unsigned int", halved="bint", found=list,
)
cpdef list matches(Keyed table, unsigned long long key)
