# Types for the compiled form of alone.py; the code itself stands there alone.
cimport cython
from namesake.kernels.items cimport Items, Weights, above, item, size_of, times
from namesake.kernels.bench cimport Bench
from namesake.kernels.names cimport Names
from namesake.kernels.rest cimport left_over

cdef unsigned long long[::1] _HALVES
cdef int _LONGEST_HALF, _FREQUENT_ALONE, _NAME, _INITIAL, _AS_PERSON

@cython.locals(links="int[::1]", alone=int, k=int, tie=int, ours=int, theirs=int, kept=int, at=int, one=int, other=int)
cpdef void disown(Names left, int i, Names right, int j, Bench bench) except *

@cython.locals(word=int, key="unsigned long long", k=int)
cpdef bint is_half(Names names, int i, int place) except -1

cpdef bint of_halves(Names left, int i, Names right, int j, int[::1] links, int at) except -1

@cython.locals(unlike=int, alone="bint", bits=int)
cpdef void weigh_single(
    Names left, int i, Names right, int j, int rare, bint lettered, Weights weights, Items items) except *

@cython.locals(start=int, k=int)
cpdef bint abridged(Names names, int i, int place, int[::1] used) except -1

@cython.locals(total=int, halves=int, start=int, k=int)
cdef int naming(Names names, int i) except -1
