"""Start-up: whole processes against a Python that does nothing."""

from collections.abc import Sequence

from benchmarks.processes import PYTHON, finish, namesake
from benchmarks.speed.lines import Line, ratio, seconds


def measure(repeats: int) -> list[Line]:
    """`namesake --help` and `import namesake` as multiples of `python -c pass`, taken in turn."""
    commands: dict[str, Sequence[str]] = {
        "python -c pass": (PYTHON, "-c", "pass"),
        "import namesake": (PYTHON, "-c", "import namesake"),
        "namesake --help": (namesake(), "--help"),
    }
    for command in commands.values():
        finish(command)  # compiles what has not been imported before
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(repeats):
        for name, command in commands.items():
            done = finish(command)
            times[name].append((done.clock, done.processor))
    base, *others = commands
    note = f"against `{base}`, {repeats} processes each"
    return [
        *(ratio(f"start-up: {name}", times[name], times[base], note) for name in others),
        *(seconds(f"start-up: {name}", times[name]) for name in commands),
    ]
