# Types for the compiled form of titles.py; the code itself stands there alone.
cimport cython
from namesake.kernels.items cimport Items, Weights, item, size_of
from namesake.kernels.bench cimport Bench
from namesake.kernels.names cimport Names

cdef int _NAME

@cython.locals(found=int)
cpdef void weigh_titles(Names left, int i, Names right, int j, Weights weights, Bench bench, Items items) except *

@cython.locals(found=int, start=int, k=int, word=int)
cdef int stood_for(Names names, int i, int[::1] used, Names other, int j) except -1

@cython.locals(k=int)
cdef bint titled(Names names, int i, unsigned long long key) except -1
