# Types for the compiled form of rest.py; the code itself stands there alone.
cimport cython
from namesake.kernels.items cimport Items, Weights, item, size_of, times
from namesake.kernels.bench cimport Bench
from namesake.kernels.ties cimport is_place
from namesake.kernels.names cimport Names

cdef int _MOST_EXTRA, _NAME, _INITIAL, _NUMBER, _GENERIC, _LEGAL

@cython.locals(total=int, start=int, k=int, word=int)
cpdef int left_over(Names names, int i, int[::1] used, int role, bint rarity) except -1

@cython.locals(start=int, k=int, word=int)
cdef int left_script(Names names, int i, int[::1] used, int role) except -1

@cython.locals(start=int, n=int, k=int, p=int)
cdef bint end_differs(Names names, int i, int[::1] used, bint last) except -1

@cython.locals(links="int[::1]", used="int[::1]", first=int, last=int, at_first=int, at_last=int, k=int, place=int)
cdef int ends_missed(Names names, int i, Bench bench, int side) except -1

@cython.locals(ends=int, one="int[::1]", other="int[::1]", n=int, m=int, least=int, bits=int, more=int, x=int,
    y=int, across="bint")
cpdef void weigh_rest(Names left, int i, Names right, int j, Weights weights, Bench bench, Items items) except *

@cython.locals(role=int, n=int, m=int, both=int, agree=int, differ=int, miss=int, kind=int)
cpdef void weigh_aside(Names left, int i, Names right, int j, Weights weights, Bench bench, Items items) except *

cdef void weigh_numbers(int n, int m, int both, Weights weights, Items items) except *

@cython.locals(a0=int, b0=int, n=int, m=int, total=int, a=int, b=int, word=int, other=int)
cdef int shared(Names left, int i, Names right, int j, int role, Bench bench) except -1

@cython.locals(start=int, k=int)
cdef bint has_place(Names names, int i, int[::1] used) except -1

@cython.locals(one="bint", other="bint")
cpdef void weigh_places(Names left, int i, Names right, int j, Weights weights, Bench bench, Items items) except *
