# Types for the compiled form of listed.py; the code itself stands there alone.
from namesake.kernels.births cimport Births
from namesake.kernels.names cimport Names

cdef class Postings:
    cdef const int[::1] starts
    cdef const int[::1] names

cdef class Joins:
    cdef const int[::1] offsets
    cdef const unsigned short[::1] rarity
    cdef const unsigned char[::1] parts
    cdef const int[::1] names
    cdef const int[::1] more

cdef class Listed:
    cdef readonly Names names
    cdef const int[::1] facts
    cdef const unsigned char[::1] plain
    cdef const int[::1] ends
    cdef Postings postings
    cdef Joins joins
    cdef readonly Births births

cdef class Reached:
    cdef const int[::1] words
    cdef const int[::1] joins
    cdef int[::1] bits
    cdef int[::1] gains
    cdef int[::1] join_bits
    cdef int[::1] join_gains
    cdef readonly int most_gain
