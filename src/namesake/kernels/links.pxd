# Types for the compiled form of links.py; the code itself stands there alone.
cimport cython
from namesake.kernels.bench cimport Bench, Rules
from namesake.kernels.names cimport Names, Words
from namesake.kernels.spelling cimport Costs, distance
from namesake.kernels.ties cimport attested, cut, equal, generations, is_place, measure, same_class, same_skeleton, spelling_cost

cdef int _CLASSES, _CUT_CHARGE, _FAR, _FIELDS, _HANGUL, _INITIAL, _JOIN_CHARGE, _JOIN_LENGTHS, _JOIN_LENGTHS_SYLLABIC, _LEAST_GAIN, _LETTER_GAIN, _LONGEST, _MOST, _NAME, _SAME_CHARGE, _SETTLED, _SHORTEST_JOIN
cdef unsigned long long _MASK

@cython.locals(links="int[::1]", at=int)
cdef void add(
    Bench bench, int tie, int i, int n, int j, int m, int agreed, int cost, int gain, int mark
) except *

@cython.locals(a0=int, n=int, b0=int, m=int, a=int, b=int, x=int, y=int, agreed=int, rarity=int)
cdef void link_same(Names left, int i, Names right, int j, Bench bench) except *

@cython.locals(x=int, y=int, tie=int, agreed=int, cost=int, gain=int, alike=int, least=int)
cdef void link_words(Words left, int a, int i, Words right, int b, int j, Rules rules, Bench bench) except *

@cython.locals(words=Words, size=int, servant="bint", k=int, word=int, start=int, length=int, p=int)
cdef int join_into(Names names, int first, int n, Bench bench) except -1

@cython.locals(
    a0=int, n=int, b0=int, m=int, one="int[::1]", other="int[::1]", a_words=Words, b_words=Words, size=int, a=int,
    b=int, length=int, parts=int, mark="unsigned long long", k=int, word=int, script=int, whole=int, costs=Costs,
    limit=int, cost=int, agreed=int, gain=int,
)
cdef void link_joined(Names left, int i, Names right, int j, bint turned, Rules rules, Bench bench) except *

@cython.locals(links="int[::1]", x=int, y=int)
cdef bint before(Bench bench, int p, int q) except -1

@cython.locals(links="int[::1]", best=int, k=int, p=int, x=int, free="bint")
cdef void choose(Bench bench) except *

@cython.locals(a0=int, n=int, b0=int, m=int, k=int, a=int, b=int)
cpdef void align(Names left, int i, Names right, int j, Rules rules, Bench bench) except *
