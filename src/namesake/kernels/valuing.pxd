# Types for the compiled form of valuing.py; the code itself stands there alone.
cimport cython
from namesake.kernels.items cimport Weights, agreement
from namesake.kernels.bench cimport Bench, Rules
from namesake.kernels.ties cimport heard, measure
from namesake.kernels.listed cimport Joins, Listed, Reached
from namesake.kernels.names cimport Words

cdef int _EXACT, _ACROSS, _SYLLABIC, _ATTESTED, _LONGEST, _HANGUL, _JOIN_CHARGE, _SAME_CHARGE

@cython.locals(words=Words, n=int, k=int, other=int, kind=int, start=int, m=int)
cpdef void hear(
    const unsigned char[::1] codes, int script, const int[::1] found, int[::1] costs, Listed listed, Rules rules,
    Bench bench
) except *

@cython.locals(words=Words, k=int, other=int, m=int, tie=int, agreed=int, joins=Joins)
cpdef void valued(
    int rarity, int script, int n, const int[::1] costs, const signed char[::1] ties, const int[::1] join_costs,
    Reached into, Listed listed, Weights weights, Bench bench
) except *

@cython.locals(words=Words, k=int, other=int, m=int, agreed=int)
cpdef void valued_join(
    int parts, int n, const int[::1] costs, Reached into, Listed listed, Weights weights
) except *
