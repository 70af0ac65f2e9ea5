# Types for the compiled form of spelling.py; the code itself stands there alone.
cimport cython

cdef int _LETTERS, _LEARNT, _PAIRS, _FAR

cdef class Costs:
    cdef const int[::1] one
    cdef const int[::1] two_left
    cdef const int[::1] two_right
    cdef const int[::1] split_starts
    cdef const int[::1] split_pairs
    cdef const int[::1] split_costs
    cdef const int[::1] beside
    cdef readonly int swap
    cdef readonly int base
    cdef readonly int per_letter
    cdef readonly int most
    cdef readonly int loose_base
    cdef readonly int loose_per_letter
    cdef readonly int loose_most
    cdef readonly int lengths

cdef class Vocabulary:
    cdef const unsigned char[::1] letters
    cdef const int[::1] offsets
    cdef const unsigned char[::1] shared
    cdef const int[::1] groups

cdef class Found:
    cdef readonly int[::1] words
    cdef readonly int[::1] costs
    cdef public int count
    cdef int[::1] place
    cdef int[::1] rows
    cdef int[::1] first
    cdef int[::1] last
    cdef int[::1] limits

cdef class Rows:
    cdef int[::1] cells
    cdef int[::1] rest

cdef class Sought:
    cdef int[::1] least

@cython.locals(v=int, least=int, a=int)
cpdef void seek_out(const unsigned char[::1] left, int i, int n, Costs costs, Sought into) noexcept

@cython.locals(rest="int[::1]", b=int)
cpdef int apart(
    Sought sought, const unsigned char[::1] left, int i, int n, const unsigned char[::1] right, int j, int m,
    Costs costs, int limit, Rows rows
) noexcept

@cython.boundscheck(False)
@cython.wraparound(False)
@cython.locals(b=int)
cpdef int distance(
    const unsigned char[::1] left, int i, int n, const unsigned char[::1] right, int j, int m, Costs costs, int limit,
    Rows rows
) except -1

@cython.boundscheck(False)
@cython.wraparound(False)
@cython.locals(
    one="const int[::1]", two_left="const int[::1]", two_right="const int[::1]", cells="int[::1]",
    swap=int, size=int, far=int, width=int, here=int, above=int, top=int, before=int, least_above=int, v=int,
    a=int, b=int, least=int, p=int, q=int, best=int, step=int, rest="int[::1]",
)
cdef int filled(
    const unsigned char[::1] left, int i, int n, const unsigned char[::1] right, int j, int m, Costs costs, int limit,
    Rows rows
) noexcept

@cython.boundscheck(False)
@cython.wraparound(False)
@cython.locals(
    one="const int[::1]", two_left="const int[::1]", two_right="const int[::1]", cells="int[::1]", swap=int, size=int,
    width=int, here=int, above=int, top=int, before=int, v=int, a=int, b=int, p=int, q=int, best=int,
)
cpdef int in_context(
    const unsigned char[::1] latin, int i, int n, const unsigned char[::1] other, int j, int m, Costs costs,
    const unsigned char[::1] contexts, Rows rows
) noexcept

@cython.boundscheck(False)
@cython.wraparound(False)
@cython.locals(q=int, p=int, x=int)
cdef int beside(
    const unsigned char[::1] latin, int i, int n, int a, int v, const int[::1] one, const unsigned char[::1] contexts
) noexcept

@cython.boundscheck(False)
@cython.wraparound(False)
@cython.locals(q=int, x=int, bits=int)
cdef int before_one(
    const unsigned char[::1] latin, int i, int n, int a, int u, int v, const int[::1] two_right,
    const unsigned char[::1] contexts
) noexcept

@cython.boundscheck(False)
@cython.wraparound(False)
@cython.locals(
    letters="const unsigned char[::1]", offsets="const int[::1]", shared="const unsigned char[::1]",
    one="const int[::1]", two_left="const int[::1]", two_right="const int[::1]",
    rows="int[::1]", limits="int[::1]", first="int[::1]", last="int[::1]", groups="const int[::1]", found="int[::1]",
    found_costs="int[::1]", count=int, group=int,
    n=int, base=int, per_letter=int, most=int, swap=int, width=int, reach=int, dead=int, word=int, at=int,
    m=int, common=int, i=int, j=int,
    v=int, size=int, longest=int, far=int, top=int, before=int, here=int, above=int, best=int, low=int, high=int, q=int, left=int,
    nearest=int, farthest=int,
)
cpdef void walk(bytes query, Vocabulary vocabulary, int start, int stop, Costs costs, Found into, int half=*) except *

@cython.locals(low=int, high=int, middle=int)
cdef int first_from(const int[::1] groups, int start) except -1
