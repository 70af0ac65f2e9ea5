# Types for the compiled form of ordinary.py; the code itself stands there alone.
cimport cython
from namesake.kernels.items cimport Items, Weights, item
from namesake.kernels.bench cimport Bench
from namesake.kernels.names cimport Names
from namesake.kernels.rest cimport left_over
from namesake.kernels.ties cimport is_ordinary

cdef int _NAME

@cython.locals(ours=int, theirs=int, k=int, at=int, a=int, b=int)
cpdef void weigh_ordinary(Names left, int i, Names right, int j, Weights weights, Bench bench, Items items) except *
