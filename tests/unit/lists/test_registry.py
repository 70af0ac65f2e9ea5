"""Sources by name, and what becomes of those of other packages."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest

from namesake.errors import SourceBrokenError, UnknownSourceError
from namesake.lists import registry
from namesake.lists.source import ListSource

Install = Callable[..., None]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Makes entry points known, `id="module:attribute"`, or several pairs."""

    def do(*pairs: tuple[str, str], **named: str) -> None:
        points = [EntryPoint(name, value, registry.GROUP) for name, value in (*pairs, *named.items())]
        monkeypatch.setattr(registry, "entry_points", lambda **_group: points)
        registry.source.cache_clear()
        registry.facts.cache_clear()

    genuine = registry.source("un_sc_sanctions")
    module = ModuleType("invented_sources")
    module.good = ListSource(  # type: ignore[attr-defined]  # a module made for this test
        type(genuine.facts)("good", "Good", "", "", "", 3), genuine.read
    )
    monkeypatch.setitem(sys.modules, "invented_sources", module)
    yield do
    registry.source.cache_clear()
    registry.facts.cache_clear()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param("no_such_package:SOURCE", "ModuleNotFoundError", id="no module"),
        pytest.param("invented_sources:bad", "AttributeError", id="no attribute"),
        pytest.param("sys:path", "is no list source", id="something else"),
        pytest.param("invented_sources:good", "calls itself 'good'", id="another id"),
    ],
)
def test_a_broken_reader_is_a_coded_error(install: Install, value: str, said: str) -> None:
    install(banned=value)
    assert registry.source_ids()[-1] == "banned"
    for ask in (registry.source, registry.facts):
        with pytest.raises(SourceBrokenError, match="list-source-broken") as raised:
            ask("banned")
        assert said in str(raised.value)


def test_a_reader_of_another_package(install: Install) -> None:
    install(good="invented_sources:good")
    assert registry.source("good").facts.title == "Good"
    assert registry.clashes() == ()


def test_an_id_of_ours_is_ours(install: Install) -> None:
    install(eu_fsf="invented_sources:good")
    assert registry.source_ids() == registry.SOURCES
    assert registry.source("eu_fsf").facts.title != "Good"
    assert registry.clashes() == ("eu_fsf: our own source is used, not that of an installed package",)


def test_two_packages_with_one_id(install: Install) -> None:
    install(("good", "no_such_package:SOURCE"), ("good", "invented_sources:good"))
    assert registry.source("good").facts.title == "Good"
    assert registry.clashes() == ("good: 2 installed packages bring a source of this id; one of them is used",)


def test_nobody_of_this_name() -> None:
    with pytest.raises(UnknownSourceError, match="nope"):
        registry.source("nope")


@pytest.mark.parametrize("source_id", registry.SOURCES)
def test_every_source_of_ours_can_be_read_by(source_id: str) -> None:
    assert registry.source(source_id).facts.id == source_id


def test_asking_for_facts_imports_no_reader() -> None:
    code = (
        "import sys\nfrom namesake.lists import registry\n"
        "assert all(registry.source(name).facts for name in registry.source_ids())\n"
        "found = [name for name in sys.modules if name.startswith('namesake.lists.sources.')]\n"
        "assert not found, found\nassert 'lxml' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
