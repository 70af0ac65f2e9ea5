# Types for the compiled form of items.py; the code itself stands there alone.
cimport cython
from namesake.kernels.names cimport Names

cdef int _MOST, _MOST_ITEMS, _UNIT, _MOST_WORD, _MOST_JOIN, _FREQUENT, _FAR_OFF, _EXCESS_SYLLABIC, _LEAST_ACROSS, _FREQUENT_ACROSS

cdef class Weights:
    cdef readonly bint person
    cdef public int prior
    cdef public int word
    cdef public int rarity
    cdef public int frequent
    cdef public int spelt
    cdef public int cost
    cdef public int cost_per_letter
    cdef public int far
    cdef public int least_alike
    cdef public int across
    cdef public int across_rarity
    cdef public int across_frequent
    cdef public int across_far
    cdef public int least_alike_across
    cdef public int excess
    cdef public int syllabic
    cdef public int syllabic_rarity
    cdef public int syllabic_excess
    cdef public int least_alike_syllabic
    cdef public int attested
    cdef public int unattested
    cdef public int joined
    cdef public int alike
    cdef public int stem
    cdef public int skeleton
    cdef public int cut
    cdef public int cut_across
    cdef public int acronym
    cdef public int acronym_frequent
    cdef public int initial
    cdef public int initial_differs
    cdef public int initials_differ
    cdef public int no_word
    cdef public int scant
    cdef public int together
    cdef public int single
    cdef public int single_initial
    cdef public int lone
    cdef public int lone_frequent
    cdef public int ordinary
    cdef public int borrowed
    cdef public int contradiction
    cdef public int contradiction_across
    cdef public int contradictions
    cdef public int contradicted
    cdef public int first
    cdef public int last
    cdef public int extra
    cdef public int extra_words
    cdef public int extra_first
    cdef public int extra_last
    cdef public int known_apart
    cdef public int turned
    cdef public int mixed
    cdef public int reversed
    cdef public int number
    cdef public int number_differs
    cdef public int number_missing
    cdef public int generic
    cdef public int generic_differs
    cdef public int generic_missing
    cdef public int legal
    cdef public int legal_differs
    cdef public int legal_missing
    cdef public int place_differs
    cdef public int place_missing
    cdef public int titled
    cdef public int whole
    cdef public int weak

cdef class Items:
    cdef readonly int[::1] kinds
    cdef readonly int[::1] levels
    cdef readonly int[::1] bits
    cdef readonly int count
    cdef readonly int total

cpdef void item(Items items, int kind, int level, int bits) except *

cpdef int times(int weight, int amount) except? -1

@cython.locals(per_letter=int, attested="bint", bits=int)
cpdef int agreement(Weights weights, int tie, int agreed, int cost, int letters, int excess) except? -1

@cython.locals(common=int)
cdef int _across(Weights weights, int tie, int rare, int per_letter, int excess) except? -1

cpdef int above(int amount, int limit) noexcept

cpdef int size_of(Names names, int i) except -1
