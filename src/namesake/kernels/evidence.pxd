# Types for the compiled form of evidence.py; the code itself stands there alone.
cimport cython
from namesake.kernels.alone cimport abridged, disown, is_half, of_halves, weigh_single
from namesake.kernels.items cimport Items, Weights, above, agreement, item, size_of, times
from namesake.kernels.bench cimport Bench, Rules
from namesake.kernels.links cimport align
from namesake.kernels.ties cimport is_attested, is_known
from namesake.kernels.names cimport Names
from namesake.kernels.ordinary cimport weigh_ordinary
from namesake.kernels.titles cimport weigh_titles
from namesake.kernels.rest cimport weigh_aside, weigh_places, weigh_rest
from namesake.kernels.spelling cimport Costs, distance
from namesake.kernels.together cimport charged, lifted
from namesake.kernels.wholes cimport acronym, weigh_acronym, weigh_whole

cdef int _UNIT, _FAR_OFF, _EXCESS, _EXCESS_SYLLABIC, _SCANT, _LONGEST, _DESCENT, _WEAK

@cython.locals(total=int, k=int, word=int)
cdef int letters_of(Names names, int first, int n) except -1

@cython.locals(links="int[::1]", tie=int, a=int, b=int, n=int, m=int, reach=int, costs=Costs)
cdef bint anchored(Names left, int i, Names right, int j, Bench bench, int at, Rules rules) except -1

@cython.locals(
    links="int[::1]", alike=int, across=int, excess=int, syllabic=int, carried=int, lettered="bint", anchor=int, rare=int, carrier=int, halves=int, summed=int, beside=int, rarest=int, common=int, known=int, far=int, otherwise=int, joined="bint", k=int,
    at=int, tie=int, letters=int, bits=int,
)
cdef int weigh_links(
    Names left, int i, Names right, int j, Weights weights, Rules rules, Bench bench, Items items) except? -1

@cython.locals(a=int, b=int)
cdef bint known_otherwise(Names left, int i, Names right, int j, Bench bench, int at) except -1

@cython.locals(a=int, b=int)
cdef bint both_known(Names left, int i, Names right, int j, int[::1] links, int at) except -1

@cython.locals(total=int, a=int, b=int, x=int)
cdef int inversions(int[::1] places, int n, int start) except -1

@cython.locals(n=int, places="int[::1]", ranks="int[::1]", ordered="bint", k=int, p=int, rank=int, least=int)
cdef void weigh_order(Names left, int i, Names right, int j, Weights weights, Bench bench, Items items) except *

@cython.locals(anchor=int)
cpdef int compare(
    Names left, int i, Names right, int j, Weights weights, Rules rules, Bench bench, Items items
) except? -1
