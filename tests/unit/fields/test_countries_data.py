import subprocess
import sys
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_country_data_is_what_its_command_builds(tmp_path: Path) -> None:
    built = tmp_path / "countries.csv"
    command = [sys.executable, "-m", "reference.countries", str(built)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    kept = files("namesake").joinpath("data", "countries.csv").read_text("utf-8")
    assert built.read_text("utf-8") == kept, "run `python -m reference.countries` and look at what changed"
