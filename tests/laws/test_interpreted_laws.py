"""The compiled kernels and the same source interpreted agree to the bit, over whole seeded worlds."""

import subprocess
import sys
from pathlib import Path

import pytest

from namesake.kernels import spelling

RUN = Path(__file__).with_name("interpreted_run.py")


def run(*words: str) -> tuple[str, int, set[str]]:
    done = subprocess.run([sys.executable, str(RUN), *words], capture_output=True, text=True, check=True)
    digest, count, *endings = done.stdout.split()
    return digest, int(count), set(endings)


@pytest.mark.skipif(spelling.__file__.endswith(".py"), reason="nothing is compiled here")
def test_compiled_and_interpreted_engines_agree_to_the_bit() -> None:
    digest, count, endings = run()
    assert count > 300
    assert ".py" in endings
    assert len(endings) == 2, "some kernels are compiled"
    assert run("interpreted") == (digest, count, {".py"})
