# Types for the compiled form of indexing.py; the code itself stands there alone.
cimport cython

cdef int _NAME, _INITIAL, _MOST, _LONGEST, _SHORTEST, _DIGITS, _LEGAL, _HALF
cdef unsigned long long _ALL, _SPREAD
cdef int _SECOND, _THIRD
cdef bytes _ARTICLE

cdef class Texts:
    cdef const unsigned char[::1] letters
    cdef const int[::1] offsets
    cdef const unsigned char[::1] roles
    cdef const unsigned char[::1] scripts
    cdef const int[::1] rarity
    cdef const unsigned long long[::1] keys
    cdef const unsigned char[::1] heard
    cdef const int[::1] runs
    cdef const int[::1] starts
    cdef unsigned char[::1] room
    cdef unsigned char[::1] other

cdef class Joins:
    cdef int[::1] places
    cdef unsigned char[::1] sizes
    cdef unsigned char[::1] lengths
    cdef int[::1] owners

cdef class Merged:
    cdef int[::1] rarity
    cdef unsigned char[::1] parts
    cdef int[::1] firsts
    cdef int[::1] names
    cdef int[::1] more

cdef class Spelt:
    cdef unsigned char[::1] letters
    cdef int[::1] offsets
    cdef unsigned char[::1] shared

@cython.locals(k=int)
cdef int put_article(unsigned char[::1] letters, int length) noexcept

@cython.locals(
    runs="const int[::1]", offsets="const int[::1]", letters="const unsigned char[::1]", room="unsigned char[::1]",
    word=int, heard="bint", length=int, k=int, at=int, i=int,
)
cdef int put_joined(Texts texts, int place, int size) noexcept

@cython.locals(room="unsigned char[::1]", first=int, last=int, at=int)
cdef unsigned long long packed(Texts texts, int length, int part, unsigned long long value) noexcept

@cython.locals(count=int, name=int, start=int, stop=int, size=int, place=int, length=int)
cpdef int find_joins(Texts texts, int most, Joins into, unsigned long long[::1] keys) except -1

@cython.locals(k="Py_ssize_t")
cpdef void pack(
    Texts texts, const int[::1] places, const unsigned char[::1] sizes, int part, unsigned long long[::1] into
) except *

@cython.locals(room="unsigned char[::1]", k="Py_ssize_t", stop=int, length=int, i=int)
cpdef void pack_turned(
    Texts texts, Spelt words, const int[::1] which, const unsigned char[::1] scripts, int part,
    unsigned long long[::1] into
) except *

@cython.locals(
    room="unsigned char[::1]", other="unsigned char[::1]", letters="unsigned char[::1]", at=int, common=int, i=int,
)
cdef void put_spelt(Texts texts, int length, int number, int before, Spelt into) noexcept

@cython.locals(
    count=int, last=int, at=int, before=int, k="Py_ssize_t", first=int, rarity=int, place=int, length=int,
)
cpdef int merge(Texts texts, Joins joins, const unsigned char[::1] same, Merged into, Spelt spelt) except -1

@cython.locals(first=int)
cdef int put_name(Merged into, int join, int name, int at) noexcept

@cython.locals(room="unsigned char[::1]", before=int, k="Py_ssize_t", stop=int, length=int, i=int)
cpdef void turn(Texts texts, Spelt words, const int[::1] which, Spelt into) except *

@cython.locals(name=int, start=int, place=int, word=int)
cpdef void count_held(
    Texts texts, unsigned char[::1] named, unsigned char[::1] initials, int[::1] counts
) except *

@cython.locals(name=int, start=int, place=int, word=int)
cpdef void note_held(Texts texts, int[::1] ends, int[::1] names) except *

@cython.locals(other=int)
cdef bint is_first(Texts texts, int start, int place) noexcept

@cython.locals(
    name=int, total="unsigned long long", first="unsigned long long", before="unsigned long long", count=int, place=int,
    word=int, key="unsigned long long",
)
cpdef void note_wholes(Texts texts, unsigned long long[::1] into) except *

cdef unsigned long long turned(unsigned long long key) noexcept
