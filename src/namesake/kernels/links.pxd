# Types for the compiled form of links.py; the code itself stands there alone.
cimport cython
from namesake.kernels.names cimport Names, Words
from namesake.kernels.spelling cimport Costs, Rows, distance, in_context

cdef int _MOST, _FIELDS, _JOIN_CHARGE, _SHORTEST_JOIN, _RAREST, _RAREST_LETTER, _RAREST_LEAST, _JOIN_LENGTHS, _JOIN_LENGTHS_SYLLABIC, _LEAST_GAIN, _LETTER_GAIN, _SAME_CHARGE, _CUT_CHARGE, _STEM, _MOST_EXCESS
cdef int _CLASSES, _HANGUL, _HAN, _NAME, _INITIAL, _FAR, _LONGEST, _SETTLED
cdef unsigned long long _MASK

cdef class Rules:
    cdef readonly list costs
    cdef readonly list contexts
    cdef readonly int homophone
    cdef public int anchor

cdef class Bench:
    cdef Rows rows
    cdef readonly int[::1] links
    cdef readonly int[::1] chosen
    cdef readonly int[::1] left_used
    cdef readonly int[::1] right_used
    cdef int[::1] places
    cdef int[::1] ranks
    cdef unsigned char[::1] joined
    cdef readonly int found
    cdef readonly int count
    cdef readonly int tie
    cdef readonly int agreed
    cdef readonly int gain
    cdef readonly int excess

@cython.locals(links="int[::1]", at=int)
cdef void add(
    Bench bench, int tie, int i, int n, int j, int m, int agreed, int cost, int gain, int mark
) except *

@cython.locals(p=int, q=int, found=int)
cdef int same_class(Words left, int a, Words right, int b) except -1

@cython.locals(x=int, y=int, p=int)
cpdef bint attested(Words left, int a, Words right, int b) except -1

@cython.locals(p=int)
cdef bint holds(Words words, int word, unsigned long long key) except -1

@cython.locals(x="unsigned long long", y="unsigned long long")
cdef bint same_skeleton(Words left, int a, Words right, int b) except -1

@cython.locals(end=int, n=int, letters="const unsigned char[::1]")
cdef bint is_patronymic(Words words, int word) except -1

@cython.locals(end=int, last=int)
cdef bint is_surname(Words words, int word) except -1

cdef bint generations(Words left, int a, Words right, int b) except -1

@cython.locals(n=int, m=int, k=int)
cpdef bint cut(Words left, int a, Words right, int b) except -1

@cython.locals(p=int)
cpdef bint is_attested(Words words, int word) except -1

@cython.locals(n=int)
cpdef bint is_known(Words words, int word) except -1

@cython.locals(p=int)
cpdef bint is_place(Words words, int word) except -1

cpdef bint equal(Words left, int a, Words right, int b) except -1

@cython.locals(x=int, y=int, n=int, m=int, limit=int, cost=int, costs=Costs)
cpdef int spelling_cost(Words left, int a, Words right, int b, Rules rules, Bench bench) except -1

@cython.locals(costs=Costs)
cpdef int heard(
    const unsigned char[::1] latin, int i, int n, const unsigned char[::1] other, int j, int m, int script, Rules rules,
    Rows rows
) except -1

@cython.locals(foreign=int, latin=int)
cpdef void measure(int one, int x, int other, int y, int cost, Bench bench) except *

@cython.locals(a0=int, n=int, b0=int, m=int, a=int, b=int, x=int, y=int, agreed=int, rarity=int)
cdef void link_same(Names left, int i, Names right, int j, Bench bench) except *

@cython.locals(x=int, y=int, tie=int, agreed=int, cost=int, gain=int, alike=int, least=int)
cdef void link_words(Words left, int a, int i, Words right, int b, int j, Rules rules, Bench bench) except *

@cython.locals(words=Words, size=int, servant="bint", k=int, word=int, start=int, length=int, p=int)
cdef int join_into(Names names, int first, int n, Bench bench) except -1

@cython.locals(
    a0=int, n=int, b0=int, m=int, one="int[::1]", other="int[::1]", a_words=Words, b_words=Words, size=int, a=int,
    b=int, length=int, parts=int, most=int, mark="unsigned long long", k=int, word=int, script=int, whole=int, costs=Costs,
    limit=int, cost=int, agreed=int, gain=int,
)
cdef void link_joined(Names left, int i, Names right, int j, bint turned, Rules rules, Bench bench) except *

@cython.locals(links="int[::1]", x=int, y=int)
cdef bint before(Bench bench, int p, int q) except -1

@cython.locals(links="int[::1]", best=int, k=int, p=int, x=int, free="bint")
cdef void choose(Bench bench) except *

@cython.locals(a0=int, n=int, b0=int, m=int, k=int, a=int, b=int)
cpdef void align(Names left, int i, Names right, int j, Rules rules, Bench bench) except *
