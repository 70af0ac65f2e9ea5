# Types for the compiled form of known.py; the code itself stands there alone.
cimport cython

cdef unsigned long long _ALL, _SEED, _PRIME, _BITS
cdef int _LONG, _RAREST
cdef int[::1] _RAREST_OF

@cython.locals(key="unsigned long long", character=Py_UCS4, point="unsigned int")
cpdef unsigned long long key_of(str text) except? 0

@cython.locals(
    key="unsigned long long", character=Py_UCS4, point="unsigned int", length=int, consonants=int, poor="bint", within="bint"
)
cpdef unsigned long long skeleton_of(str text) except? 0

cdef class Known:
    cdef unsigned long long _mask
    cdef unsigned long long[::1] _cells

    @cython.locals(at="unsigned long long")
    cdef void _put(self, unsigned long long key, unsigned long long rarity) except *

    @cython.locals(at="unsigned long long", found=int)
    cpdef int rarity(self, unsigned long long key, Py_ssize_t letters) except -1
