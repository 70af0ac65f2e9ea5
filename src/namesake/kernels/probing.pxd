# Types for the compiled form of probing.py; the code itself stands there alone.
cimport cython
from namesake.kernels.births cimport Birth, Births, birth_bound
from namesake.kernels.bounding cimport bound, refined
from namesake.kernels.counting cimport Board
from namesake.kernels.evidence cimport compare
from namesake.kernels.items cimport Items, Weights
from namesake.kernels.bench cimport Bench, Rules
from namesake.kernels.listed cimport Listed
from namesake.kernels.names cimport Names

cdef int _NAME, _INITIAL

@cython.locals(
    own_initials=int, aside=int, births=Births, most=int, k=int, role=int, found=list, name=int, least=int, lowest=int,
)
cpdef list select(
    Board board, Names query, int i, Listed listed, Weights weights, Rules rules, int threshold, Birth born, Bench bench
)

@cython.locals(found=list, name=int, bits=int)
cpdef list scores(
    Names query, int i, Listed listed, list names, Weights weights, Rules rules, Bench bench, Items items,
    int threshold, Birth born
)
