# Types for the compiled form of drafting.py; the code itself stands there alone.
cimport cython
from namesake.kernels.bank cimport classes_of, mark_of, word_of
from namesake.kernels.known cimport Known, key_of, skeleton_of

cdef int _ASIDE, _MET, _NAME, _PLAIN

cpdef object letters_key(bytes codes)

cdef class DraftWords:
    cdef object _rarities
    cdef Known _known
    cdef dict _numbers
    cdef dict _met
    cdef list _kept
    cdef dict _plain
    cdef readonly object letters
    cdef readonly object lengths
    cdef readonly object rarity
    cdef readonly object roles
    cdef readonly object scripts
    cdef readonly object keys
    cdef readonly object glyphs
    cdef readonly object skeletons
    cdef readonly object alike
    cdef readonly object alike_counts

    cdef int item(self, object token) except -2

    cdef int plain(self, str text, object alone) except -2

    cpdef object forget(self)

    @cython.locals(item=int)
    cdef int _meet(self, object token) except -2

    cdef int _number(self, object token) except -1

    @cython.locals(text=str, key="unsigned long long", codes=bytes, alike=tuple)
    cdef object _add_latin(self, object token)

    cdef object _add(self, object word)

cdef class DraftNames:
    cdef readonly DraftWords words
    cdef readonly object runs
    cdef readonly object sizes
    cdef readonly object marks
    cdef readonly object besides
    cdef readonly object beside_counts
    cdef readonly object letters
    cdef readonly object letter_counts
    cdef readonly object letter_keys

    @cython.locals(parts=object)
    cpdef object add(self, tuple names)

    @cython.locals(words=DraftWords, found=list, run=list, item=int, text=str)
    cpdef bint add_plain(self, str name, object alone, bint weak) except -1

    @cython.locals(words=DraftWords, run=list, item=int, tokens=tuple)
    cdef object _add(self, object parts)

    @cython.locals(codes=bytes)
    cdef object _write(self, list run, int marks, tuple besides, str letters)
