# Types for the compiled form of bank.py; the code itself stands there alone.
cimport cython
from namesake.kernels.known cimport key_of, skeleton_of
from namesake.kernels.names cimport Names, Words

cpdef object word_of(object token, object rarities)

cpdef tuple classes_of(tuple alike)

cpdef object _class(str name)

@cython.locals(marks=int)
cpdef int mark_of(object parts) except -1

cdef class Page:
    cdef readonly int most
    cdef readonly int most_tokens
    cdef readonly int most_besides
    cdef readonly int count
    cdef Words _words
    cdef int[::1] _starts
    cdef int[::1] _runs
    cdef unsigned char[::1] _marks
    cdef int[::1] _beside_starts
    cdef unsigned long long[::1] _besides
    cdef int[::1] _letter_starts
    cdef unsigned char[::1] _letters
    cdef readonly Names names

    cpdef Names since(self, int first)

    @cython.locals(count=int)
    cpdef bint room_for(self, int names, int tokens, int besides) except -1

    @cython.locals(count=int, at=int, code="unsigned char", codes=bytes)
    cpdef void write(self, object parts, Bank bank) except *

cdef class Bank:
    cdef object _rarities
    cdef Py_ssize_t _capacity
    cdef dict _numbers
    cdef dict _met
    cdef list _kept
    cdef list _words
    cdef int _count
    cdef unsigned char[::1] _letters
    cdef int[::1] _offsets
    cdef int[::1] _rarity
    cdef unsigned char[::1] _roles
    cdef unsigned char[::1] _scripts
    cdef unsigned long long[::1] _keys
    cdef unsigned long long[::1] _glyphs
    cdef unsigned long long[::1] _skeletons
    cdef int[::1] _alike_starts
    cdef unsigned long long[::1] _alike
    cdef readonly Words words
    cdef Page _page

    cpdef bint room_for(self, Py_ssize_t count) except -1

    cpdef object number(self, object token)

    @cython.locals(number=int, at=int, code="unsigned char", codes=bytes)
    cpdef int _add(self, object word) except -1

    @cython.locals(page=Page, first=int)
    cpdef int place(self, object names) except -1
