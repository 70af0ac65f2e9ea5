"""Fixtures that every test may use."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def lists_folder() -> Path:
    """The folder of the publishers' real files; skips where there is none, fails where one is required."""
    folder = os.environ.get("NAMESAKE_TEST_LISTS", "")
    if folder and Path(folder).is_dir():
        return Path(folder)
    if os.environ.get("NAMESAKE_TEST_LISTS_REQUIRED"):
        pytest.fail("NAMESAKE_TEST_LISTS must name the folder of real list files")
    pytest.skip("set NAMESAKE_TEST_LISTS to a folder of real list files to run this test")
