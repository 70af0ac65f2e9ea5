# Types for the compiled form of telling.py; the code itself stands there alone.
cimport cython
from namesake.kernels.items cimport Items
from namesake.kernels.links cimport Bench

cdef int _LINK

@cython.locals(links="int[::1]", k=int, kind=int, level=int, bits=int, found=list)
cpdef list told(Items items, Bench bench)

@cython.locals(used="int[::1]", k=int)
cpdef list unused(Bench bench, bint left, int count)
