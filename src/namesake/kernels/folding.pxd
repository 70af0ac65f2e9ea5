# Types for the compiled form of folding.py; the code itself stands there alone.
cimport cython

@cython.locals(last="Py_UCS4", before="Py_UCS4", c="Py_UCS4")
cpdef bint one_spelling(str text) except -1
