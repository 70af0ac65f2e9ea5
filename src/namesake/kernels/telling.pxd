# Types for the compiled form of telling.py; the code itself stands there alone.
cimport cython
from namesake.kernels.items cimport Items
from namesake.kernels.bench cimport Bench

cdef int _MOST, _UNIT, _CLOSE, _SAME_CLASS, _TOLERANCE
cdef double _CLUSTERED
cdef dict _NAMES, _ASIDE, _LEVELS

@cython.locals(one=tuple, other=tuple, shares=list, k=int, kind=int, level=int, bits=int, rest=list, others=list)
cpdef double told(object left, object right, Bench bench, Items items, list into) except? -1

@cython.locals(tokens=tuple)
cdef tuple compared(object parts)

@cython.locals(product=double, share=double, k=int)
cpdef double share_of(list shares) except? -1

@cython.locals(links="int[::1]", tie=int, agreed=int, cost=int, rare=int, per_million=double)
cdef object _link(tuple one, tuple other, Bench bench, int at, int bits, list shares)

cdef object _words(tuple tokens, int first, int count)

cdef object _left_over(list left, list right, int kind, int level, int bits)

@cython.locals(k=int)
cdef list _unused(tuple tokens, int[::1] used)
