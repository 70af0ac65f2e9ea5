# Types for the compiled form of names.py; the code itself stands there alone.

cdef class Words:
    cdef const unsigned char[::1] letters
    cdef const int[::1] offsets
    cdef const int[::1] rarity
    cdef const unsigned char[::1] roles
    cdef const unsigned char[::1] scripts
    cdef const unsigned long long[::1] keys
    cdef const unsigned long long[::1] glyphs
    cdef const unsigned long long[::1] skeletons
    cdef const int[::1] alike_starts
    cdef const unsigned long long[::1] alike

cdef class Names:
    cdef readonly Words words
    cdef const int[::1] starts
    cdef const int[::1] runs
    cdef const unsigned char[::1] marks
    cdef const int[::1] beside_starts
    cdef const unsigned long long[::1] besides
    cdef const int[::1] letter_starts
    cdef const unsigned char[::1] letters
