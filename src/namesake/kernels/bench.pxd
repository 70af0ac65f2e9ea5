# Types for the compiled form of bench.py; the code itself stands there alone.
from namesake.kernels.groups cimport Groups
from namesake.kernels.spelling cimport Costs, Rows

cdef int _LONGEST

cdef class Rules:
    cdef readonly list costs
    cdef readonly list contexts
    cdef readonly int homophone
    cdef public int anchor
    cdef readonly Groups groups

cdef class Bench:
    cdef Rows rows
    cdef readonly int[::1] links
    cdef readonly int[::1] chosen
    cdef readonly int[::1] left_used
    cdef readonly int[::1] right_used
    cdef int[::1] places
    cdef int[::1] ranks
    cdef int[::1] groups
    cdef unsigned char[::1] joined
    cdef readonly int found
    cdef readonly int count
    cdef readonly int tie
    cdef readonly int agreed
    cdef readonly int gain
    cdef readonly int excess
