"""Compiles the hot loops where a compiler is at hand; without one the package is pure Python, only slower."""

import os

from setuptools import Extension, setup

KERNELS = ["bank", "telling", "spelling", "names", "bench", "ties", "links", "items", "rest", "wholes", "alone",
           "evidence", "mass", "listed", "valuing", "counting", "bounding", "probing", "reaching", "births", "folding",
           "slate", "known", "drafting", "indexing", "groups", "together", "titles", "ordinary"]  # fmt: skip
SHARED = "namesake.kernels.shared"
"""What Cython writes for views of memory: once, not in each extension, which takes a third of the time to compile."""


def extensions() -> list[Extension]:
    """The kernels as optional extensions; none where compiling is switched off (NAMESAKE_PURE=1)."""
    if os.environ.get("NAMESAKE_PURE"):
        return []
    from Cython.Build import cythonize

    modules = [Extension(f"namesake.kernels.{name}", [f"src/namesake/kernels/{name}.py"]) for name in KERNELS]
    modules.append(Extension(SHARED, [f"src/{SHARED.replace('.', '/')}.c"]))
    directives = {"annotation_typing": False, "boundscheck": False, "wraparound": False, "language_level": 3}
    compiled: list[Extension] = cythonize(
        modules, build_dir="build/cython", compiler_directives=directives, shared_utility_qualified_name=SHARED
    )
    for extension in compiled:
        extension.optional = True  # set here: Cython makes extensions of its own and does not carry it over
    return compiled


setup(ext_modules=extensions(), options={"build_ext": {"parallel": True}})
