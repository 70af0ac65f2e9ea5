# Types for the compiled form of mass.py; the code itself stands there alone.
cimport cython
from namesake.kernels.spelling cimport Found

@cython.locals(total="long long", powers="const long long[::1]", k=int, bits=int)
cpdef long long mass(Found found, const int[::1] rarity) except -1
