# Types for the compiled form of mass.py; the code itself stands there alone.
cimport cython
from namesake.kernels.spelling cimport Costs, Found, Rows, Vocabulary, in_context

@cython.locals(total="long long", powers="const long long[::1]", k=int, bits=int, m=int, word=int, start=int, n=int)
cpdef long long mass(
    Found found, const int[::1] rarity, Vocabulary words, const unsigned char[::1] codes, Costs costs,
    const unsigned char[::1] contexts, Rows rows
) except -1
