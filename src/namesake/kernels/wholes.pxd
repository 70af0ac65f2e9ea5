# Types for the compiled form of wholes.py; the code itself stands there alone.
cimport cython
from namesake.kernels.items cimport Items, Weights, agreement, item, size_of
from namesake.kernels.bench cimport Bench
from namesake.kernels.ties cimport equal
from namesake.kernels.names cimport Names

cdef int _NAME, _LEGAL, _DESCENT, _AS_PERSON, _LAST_LETTER, _SHORTEST_SLIP, _SHORTEST_CUT, _SHORTEST_CUT_PERSON

@cython.locals(a0=int, b0=int, n=int, m=int, a=int, b=int)
cdef bint turned_at(Names left, int i, Names right, int j, int turn) except -1

@cython.locals(n=int, least=int, turn=int)
cpdef void weigh_whole(Names left, int i, Names right, int j, Weights weights, Items items) except *

@cython.locals(slips=int, least=int, k=int)
cdef void weigh_letters(Names left, int i, Names right, int j, Weights weights, Items items) except *

@cython.locals(a=int, n=int, b=int, k=int, last=int)
cdef bint cut_name(Names left, int i, Names right, int j, int least) except -1

@cython.locals(total=int, k=int, word=int)
cdef int letters_named(Names names, int i) except -1

@cython.locals(a=int, n=int, b=int, m=int, short=int, head=int, tail=int)
cpdef int letters_differ(Names left, int i, Names right, int j) except -1

@cython.locals(found=int, start=int, k=int, role=int)
cdef int sole(Names names, int i) except? -1

@cython.locals(place=int, key="unsigned long long", k=int)
cpdef bint acronym(Names left, int i, Names right, int j) except -1

@cython.locals(place=int, rarity=int, links="int[::1]", n=int)
cpdef void weigh_acronym(
    Names left, int i, Names right, int j, bint turned, Weights weights, Bench bench, Items items
) except *
