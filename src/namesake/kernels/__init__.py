"""The hot loops. Each module runs as Python and compiles with Cython from the same source.

The `.pxd` beside a module only gives types; without a compiler the very same code is interpreted, with the same
results to the bit.
"""
