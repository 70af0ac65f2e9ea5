# Types for the compiled form of spelling.py; the code itself stands there alone.
cimport cython

cdef class Costs:
    cdef const int[::1] one
    cdef const int[::1] two_left
    cdef const int[::1] two_right
    cdef readonly int swap
    cdef readonly int base
    cdef readonly int per_letter
    cdef readonly int most

cdef class Vocabulary:
    cdef const unsigned char[::1] letters
    cdef const int[::1] offsets
    cdef const unsigned char[::1] shared

@cython.boundscheck(False)
@cython.wraparound(False)
@cython.locals(
    letters="const unsigned char[::1]", offsets="const int[::1]", shared="const unsigned char[::1]",
    one="const int[::1]", two_left="const int[::1]", two_right="const int[::1]",
    rows="int[::1]", first="int[::1]", last="int[::1]",
    n=int, base=int, per_letter=int, most=int, swap=int, width=int, reach=int, dead=int, word=int, at=int,
    m=int, common=int, i=int, j=int,
    v=int, size=int, longest=int, far=int, top=int, before=int, here=int, above=int, best=int, low=int, high=int, q=int,
)
cpdef tuple walk(bytes query, Vocabulary vocabulary, int start, int stop, Costs costs)
