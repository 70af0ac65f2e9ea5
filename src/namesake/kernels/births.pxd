# Types for the compiled form of births.py; the code itself stands there alone.
cimport cython

cdef int _NEAR, _NEAR_DAYS, _FOUR_YEARS, _LEAP_DAYS

cdef class Births:
    cdef const short[::1] first
    cdef const short[::1] last
    cdef const int[::1] day
    cdef int agrees, slips, near, differs

cdef class Birth:
    cdef readonly int first
    cdef readonly int last
    cdef readonly int day

@cython.locals(first=int, last=int, gap=int, day=int)
cpdef int birth_bound(Births births, int name, Birth born) except? -1

@cython.locals(whole="bint", near=int)
cdef int bound_of_days(Births births, int apart, int gap, bint slip) except? -1

@cython.locals(digits=int, ten=int)
cdef bint slip_of_year(int year, int other) except -1
