# Types for the compiled form of slate.py; the code itself stands there alone.
cimport cython
from namesake.kernels.evidence cimport compare
from namesake.kernels.items cimport Items, Weights
from namesake.kernels.known cimport Known, key_of
from namesake.kernels.bench cimport Bench, Rules
from namesake.kernels.names cimport Names, Words

cdef unsigned long long _ALL, _SEED, _PRIME, _FLAGLESS
cdef int _LONGEST, _MOST_LETTERS, _MOST_ALIKE, _AS_PERSON, _DESCENT, _WEAK, _NAME
cdef const unsigned char[::1] _CODES
cdef dict _ROLES

cdef class Slate:
    cdef object _rarities
    cdef Known _known
    cdef dict _met
    cdef list _kept
    cdef int _most
    cdef int _most_words
    cdef int _most_besides
    cdef tuple _left
    cdef int _count
    cdef unsigned char[::1] _letters
    cdef int[::1] _offsets
    cdef int[::1] _rarity
    cdef unsigned char[::1] _role
    cdef unsigned char[::1] _script
    cdef unsigned long long[::1] _keys
    cdef unsigned long long[::1] _glyphs
    cdef unsigned long long[::1] _skeletons
    cdef int[::1] _alike_starts
    cdef unsigned long long[::1] _alike
    cdef int[::1] _starts
    cdef int[::1] _runs
    cdef unsigned char[::1] _marks
    cdef int[::1] _beside_starts
    cdef unsigned long long[::1] _besides
    cdef int[::1] _whole_starts
    cdef unsigned char[::1] _whole
    cdef readonly Names names

    @cython.locals(words=int, besides=int, names=int)
    cpdef void place(self, tuple left, tuple right) except *

    @cython.locals(names=Names, second=int, most=int, bits=int, i=int, j=int)
    cpdef object best(self, object pairs, Weights weights, Rules rules, Bench bench, Items items)

    @cython.locals(count=int, marks=int, at=int, number=int, place=int, last=int, role=str, script=str, text=str, tokens=tuple)
    cdef void _write(self, object parts) except *

    @cython.locals(end=int, character=Py_UCS4, point="unsigned int")
    cdef int _write_whole(self, int at, str letters) except -1

    @cython.locals(
        text=str, key="unsigned long long", skeleton="unsigned long long", start=int, end=int, length=int,
        consonants=int, character=Py_UCS4, point="unsigned int", poor="bint", within="bint", rarity=int
    )
    cdef void _write_latin(self, int at, object token, bint named) except *

    @cython.locals(start=int, end=int, name=str, flags=int)
    cdef void _write_alike(self, int at, tuple alike) except *

    cdef object _word(self, object token)

    @cython.locals(end=int, code="unsigned char", codes=bytes)
    cdef void _write_word(self, int at, object word) except *
