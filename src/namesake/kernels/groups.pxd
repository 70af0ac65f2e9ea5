# Types for the compiled form of groups.py; the code itself stands there alone.
cimport cython

cdef unsigned long long _ALL, _GROUP

cdef class Groups:
    cdef const unsigned long long[::1] keys
    cdef const int[::1] lifts
    cdef int count

    @cython.locals(wanted="unsigned long long", low=int, high=int, middle=int)
    cpdef int of(self, unsigned long long key) except -1
