# Types for the compiled form of probing.py; the code itself stands there alone.
cimport cython
from namesake.kernels.evidence cimport compare
from namesake.kernels.items cimport Items, Weights, agreement
from namesake.kernels.births cimport Birth, Births, birth_bound
from namesake.kernels.links cimport Bench, Rules, cut, heard, is_place, measure, spelling_cost
from namesake.kernels.names cimport Names, Words
from namesake.kernels.spelling cimport Costs, Rows, Sought, apart, seek_out

cdef int _HANGUL, _HAN, _MOST, _UNIT, _NAME, _INITIAL, _EXACT, _ACROSS, _SYLLABIC, _ATTESTED, _LONGEST, _SLACK, _NEVER, _FAR, _CLASSES, _JOIN_CHARGE, _SAME_CHARGE, _LEAST_GAIN, _CELLS, _ROOM, _KNOWN, _BITS, _SIZES, _INITIALS, _TOKENS, _SCRIPTS
cdef int _GAIN, _WALKED, _SPANS, _MARK, _BEST, _BEST_GAIN, _BEST_SPAN

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
    cdef const int[::1] by_initials
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
    cdef readonly int most_bits
    cdef readonly int most_gain

@cython.locals(words=Words, n=int, k=int, other=int, kind=int, start=int, m=int)
cpdef void hear(
    const unsigned char[::1] codes, int script, const int[::1] found, int[::1] costs, Listed listed, Rules rules,
    Bench bench
) except *

@cython.locals(words=Words, k=int, other=int, m=int, tie=int, agreed=int, joins=Joins)
cpdef void valued(
    int rarity, int script, int n, const int[::1] costs, const signed char[::1] ties, const int[::1] join_costs,
    Reached into, Listed listed, Weights weights, Bench bench
) except *

@cython.locals(words=Words, k=int, other=int, m=int, agreed=int)
cpdef void valued_join(
    int parts, int n, const int[::1] costs, Reached into, Listed listed, Weights weights
) except *

cdef class Board:
    cdef int turn, count, room, total, present, passed, passed_near, last, foreign
    cdef unsigned char[::1] seen
    cdef int[::1] places
    cdef int[::1] cells
    cdef int[::1] touched
    cdef int[::1] least
    cdef int[::1] bonus
    cdef int[::1] near
    cdef int[::1] near_bonus
    cdef int[::1] spare
    cdef list sought
    cdef int[::1] sought_turns
    cdef int[::1] known

@cython.locals(k=int)
cpdef void begin(Board board) except *

@cython.locals(words=Words, rarity=int, script=int, other=int, n=int, most=int, costs=Costs, m=int, least=int, cost=int, bits=int)
cpdef void expect(Board board, int t, Names query, int word, int scripts, Weights weights, Rules rules) except *

@cython.locals(tie=int)
cdef int farthest(int rarity, int script, int other, Weights weights) except? -1

@cython.locals(touched="int[::1]", cells="int[::1]", k=int)
cdef void make_room(Board board, int more) except *

@cython.locals(at=int)
cdef void count(Board board, int name, int mark, int walked, int bits, int gain, int span, bint grow) noexcept

@cython.locals(cells="int[::1]")
cdef void count_best(Board board, int at, int walked, int bits, int gain, int span) noexcept

@cython.locals(
    least=int, near=int, t=int, mark=int, walked=int, span=int, starts="const int[::1]", names="const int[::1]", k=int, bits=int,
    gain=int, p=int, joins=Joins, more="const int[::1]", name=int,
)
cpdef void count_reached(Board board, int first, int size, Reached reached, Listed listed, bint grow) except *

@cython.locals(
    at=int, facts=int, initials=int, bits=int, left=int, bonus=int, t=int, right=int, rest=int, against=int,
    crossing=int, missed=int, name=int, plain=int,
)
cdef int bound(
    Board board, int place, int own_initials, int aside, Listed listed, Weights weights, int anchor, int least
) except? -1

@cython.locals(
    own=Words, words=Words, cost=int, n=int, m=int, script=int, costs=Costs, sought=Sought, limit=int, most=int,
    agreed=int, kind=int,
)
cdef int loosely(
    Board board, Names query, int word, int t, Listed listed, int other, Weights weights, Rules rules, Bench bench
) except? -1

@cython.locals(
    runs="const int[::1]", naming=int, known="int[::1]", cells="int[::1]", at=int, facts=int, start=int, stop=int, words=int, initials=int, together=int, alone=int, left=int, linked=int, found=int, t=int, most=int, word=int,
    k=int, other=int, slot=int, right=int, bits=int, floor=int, against=int, needed=int, crossing=int, rest=int,
)
cdef int refined(
    Board board, Names query, int i, int place, int own_initials, int aside, Listed listed, Weights weights,
    Rules rules, Bench bench, int threshold
) except? -1

@cython.locals(count=int, t=int, k=int, rest=int, gained=int)
cdef int stand_in(Board board) except -1

@cython.locals(
    own_initials=int, aside=int, births=Births, most=int, start=int, k=int, role=int, found=list, name=int, facts=int, least=int, lowest=int, spare=int, few=int, near=int,
)
cpdef list select(
    Board board, Names query, int i, Listed listed, Weights weights, Rules rules, int threshold, Birth born, Bench bench
)

@cython.locals(found=list, name=int, bits=int)
cpdef list scores(
    Names query, int i, Listed listed, list names, Weights weights, Rules rules, Bench bench, Items items,
    int threshold, Birth born
)
