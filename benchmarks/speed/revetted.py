"""One run of re-vetting in a process of its own: how long the run itself took, and what it came to.

    python -m benchmarks.speed.revetted HOME POPULATION [--look-back]

The run is what `namesake watch` repeats without starting Python anew: reading what changed, planning, working, writing.
"""

import argparse
import gc
import json
from pathlib import Path

from benchmarks.speed.timing import took
from namesake.app.revetting_run import Asked, Revetted
from namesake.bootstrap import open_revetting, read_settings
from namesake.values.policies import Policy


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("population")
    parser.add_argument("--look-back", action="store_true")
    asked = parser.parse_args()
    gc.set_threshold(50_000, 20, 20)  # as the command line does
    revetting = open_revetting(read_settings(asked.home))
    found: list[Revetted] = []
    wanted = Asked("look-back" if asked.look_back else None)
    run = took(lambda: found.append(revetting.revet(asked.population, Policy(), wanted)))
    (done,) = found
    record = done.record
    counts = {"subjects": record.subjects, "entries": record.entries, "matches": record.matches}
    listed = sum(item.entries - item.left_out for item in record.lists)
    changes = {"new": record.new, "changed": record.changed, "gone": record.gone}
    print(json.dumps({"run": run, "everything": record.everything, "listed": listed, **counts, **changes}))


if __name__ == "__main__":
    main()
