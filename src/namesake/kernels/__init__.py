"""The hot loops. Each module runs as Python and compiles with Cython from the same source.

The `.pxd` beside a module only gives types; without a compiler the very same code is interpreted, with the same
results to the bit.
"""

INTERPRETED = "the hot loops are not compiled on this machine: the results are the same, the work takes longer"
"""What a user is told where that is so."""


def compiled() -> bool:
    """Whether the loops run compiled; interpreted they give the same results, many times slower."""
    from namesake.kernels import spelling

    return not str(spelling.__file__).endswith(".py")
