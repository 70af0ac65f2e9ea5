# Types for the compiled form of ties.py; the code itself stands there alone.
cimport cython
from namesake.kernels.bench cimport Bench, Rules
from namesake.kernels.names cimport Words
from namesake.kernels.spelling cimport Costs, Rows, distance, in_context

cdef int _CLASSES, _FAR, _HAN, _HANGUL, _LONGEST, _MOST_EXCESS, _RAREST, _RAREST_LEAST, _RAREST_LETTER

@cython.locals(p=int, q=int, found=int)
cpdef int same_class(Words left, int a, Words right, int b) except -1

@cython.locals(x=int, y=int, p=int)
cpdef bint attested(Words left, int a, Words right, int b) except -1

@cython.locals(p=int)
cpdef bint holds(Words words, int word, unsigned long long key) except -1

@cython.locals(p=int)
cpdef bint is_attested(Words words, int word) except -1

@cython.locals(n=int)
cpdef bint is_known(Words words, int word) except -1

@cython.locals(p=int)
cpdef bint is_place(Words words, int word) except -1

@cython.locals(p=int)
cpdef bint is_ordinary(Words words, int word) except -1

cpdef bint equal(Words left, int a, Words right, int b) except -1

@cython.locals(x="unsigned long long", y="unsigned long long")
cpdef bint same_skeleton(Words left, int a, Words right, int b) except -1

@cython.locals(end=int, n=int, letters="const unsigned char[::1]")
cpdef bint is_patronymic(Words words, int word) except -1

@cython.locals(end=int, last=int)
cpdef bint is_surname(Words words, int word) except -1

cpdef bint generations(Words left, int a, Words right, int b) except -1

@cython.locals(n=int, m=int, k=int)
cpdef bint cut(Words left, int a, Words right, int b) except -1

@cython.locals(x=int, y=int, n=int, m=int, limit=int, cost=int, costs=Costs)
cpdef int spelling_cost(Words left, int a, Words right, int b, Rules rules, Bench bench) except -1

@cython.locals(costs=Costs)
cpdef int heard(
    const unsigned char[::1] latin, int i, int n, const unsigned char[::1] other, int j, int m, int script, Rules rules,
    Rows rows
) except -1

@cython.locals(foreign=int, latin=int)
cpdef void measure(int one, int x, int other, int y, int cost, Bench bench) except *
