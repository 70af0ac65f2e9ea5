# Types for the compiled form of together.py; the code itself stands there alone.
cimport cython

from namesake.kernels.bench cimport Bench
from namesake.kernels.groups cimport Groups
from namesake.kernels.names cimport Names

cdef int _SCANT, _SCANT_BITS

cpdef int charged(int lift, int summed, int rarest) except -1

cpdef int lifted(Names left, int i, Names right, int j, Bench bench, Groups groups) except -1

@cython.locals(count=int, total=int, k=int, m=int, at=int, word=int, group=int)
cdef int _of_side(Names names, int i, int column, Bench bench, Groups groups) except -1
