# Types for the compiled form of mass.py; the code itself stands there alone.
cimport cython
from namesake.kernels.spelling cimport Costs, Found, Vocabulary, walk

@cython.locals(total="long long", powers="const long long[::1]", k=int, bits=int)
cpdef long long mass(
    bytes query, Vocabulary vocabulary, const int[::1] rarity, int size, Costs costs, Found found
) except -1
