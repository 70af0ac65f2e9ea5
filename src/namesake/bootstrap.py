"""The front hall: settings become a working product. Time and the environment enter here."""

import getpass
import os
import platform
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from namesake import settings as settings_room
from namesake.app.lists import Lists, Sources, Tell
from namesake.app.opening import Opening, Ready
from namesake.errors import PolicyError, Where
from namesake.feeds.files import open_parts
from namesake.lists import registry
from namesake.lists.source import Download
from namesake.ports import DownloadMemory, Runner
from namesake.screening import policy as policy_room
from namesake.screening.screening import Screening
from namesake.settings import Settings
from namesake.stores.home import Home
from namesake.stores.journals import HomeJournals
from namesake.stores.lists import HomeListStore
from namesake.stores.memory import HomeDownloadMemory
from namesake.stores.reach import HomeReach
from namesake.values.downloads import Fetched
from namesake.values.entities import Entity
from namesake.values.policies import Policy
from namesake.values.runs import RunContext

if TYPE_CHECKING:
    from namesake.app.cases import Desk
    from namesake.app.erasing import Erasing
    from namesake.app.exporting import Exporting
    from namesake.app.models import Models
    from namesake.app.populations import Enrolments
    from namesake.app.record import Record
    from namesake.app.redress import Redressing
    from namesake.app.replaying import Replaying
    from namesake.app.revetting import Revetting
    from namesake.app.status import Status
    from namesake.app.stories import Archive, Stories
    from namesake.app.watching import Duty, Watching
    from namesake.scoring.model import Model
    from namesake.stores.backups import Backups
    from namesake.stores.database.engine import Database
    from namesake.stores.watches import WatchHold

MOST_POLICY = 1 << 20

MOST_NAME = 100
"""Letters of the name of somebody who decides."""

POLICY = "policy.toml"
"""The file in a home that holds the policy where no other is named."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC)


def read_settings(home: Path | None = None) -> Settings:
    """The settings of the environment, with another home where one is named. Raises `SettingsError`."""
    default = platformdirs.user_data_path("namesake", appauthor=False)
    found = settings_room.from_environment(os.environ, default)
    agent = f"namesake/{version('namesake-screening')}"
    return replace(found, home=home or found.home, agent=agent)


def open_store(settings: Settings) -> HomeListStore:
    """The kept list versions."""
    return HomeListStore(Home(settings.home))


def open_lists(settings: Settings) -> Lists:
    """The use cases of lists."""
    memory = HomeDownloadMemory(Home(settings.home))
    return Lists(
        store=open_store(settings),
        memory=memory,
        feed=_LazyFeed(settings, memory),
        clock=SystemClock(),
        sources=Sources(registry.source_ids, registry.source),
        open_files=partial(open_parts, limits=settings.unpack),
        reach=HomeReach(Home(settings.home)),
    )


def open_models(settings: Settings) -> "Models":
    """The use cases of models."""
    from namesake.app.models import Models
    from namesake.stores.models import HomeModels

    return Models(HomeModels(Home(settings.home)), SystemClock())


def open_database(settings: Settings) -> "Database":
    """The database of populations, runs and matches, brought to the present layout. Raises `StoreError`."""
    from namesake.stores.database.engine import Database, located
    from namesake.stores.database.migrations import migrate

    database = Database(located(settings.store, settings.home))
    migrate(database)
    return database


def open_populations(settings: Settings) -> "Enrolments":
    """The use cases of populations."""
    from namesake.app.populations import Enrolments
    from namesake.stores.database.populations import DatabasePopulations
    from namesake.stores.database.redresses import DatabaseRedresses

    database = open_database(settings)
    redressed = DatabaseRedresses(database).given
    return Enrolments(DatabasePopulations(database, at_work(settings)), SystemClock(), redressed)


def open_record(settings: Settings) -> "Record":
    """The use cases of the record. Raises `StoreError`."""
    from namesake.app.record import Elsewhere, Record
    from namesake.stores import signing
    from namesake.stores.checkpoints import SUFFIX, CheckpointFiles, place_in
    from namesake.stores.database.events import DatabaseEvents
    from namesake.stores.models import HomeModels

    database = open_database(settings)
    url, home = database.url, Home(settings.home)
    beside = Path(f"{url.database}{SUFFIX}") if database.is_file else place_in(settings.home / "checkpoints", url)
    places = [beside, *(place_in(folder, url) for folder in settings.checkpoints)]
    key = settings.checkpoint_key
    return Record(
        events=DatabaseEvents(database),
        elsewhere=Elsewhere(partial(open_store(settings).versions, notes=False), HomeModels(home).promotions),
        points=CheckpointFiles(places, signing.signer(key) if key else None),
        clock=SystemClock(),
        by=at_work(settings),
        check=signing.check,
    )


def open_revetting(settings: Settings) -> "Revetting":
    """The use cases of re-vetting. Raises `StoreError`."""
    from namesake.app.revetting import Revetting
    from namesake.app.revetting_run import Office, Stores
    from namesake.stores.database.cases import DatabaseCases
    from namesake.stores.database.matches import DatabaseMatches
    from namesake.stores.database.overviews import DatabaseOverviews
    from namesake.stores.database.populations import DatabasePopulations
    from namesake.stores.database.runs import DatabaseRuns
    from namesake.stores.segments import HomeSegments

    database = open_database(settings)
    stores = Stores(
        populations=DatabasePopulations(database),
        matches=DatabaseMatches(database, at_work(settings)),
        runs=DatabaseRuns(database, at_work(settings)),
        segments=HomeSegments(Home(settings.home)),
        cases=DatabaseCases(database),
        overviews=DatabaseOverviews(database),
    )
    record = open_record(settings)
    return Revetting(Office(open_screening(settings), stores, SystemClock()), record.catch_up, record.settle)


def open_replaying(settings: Settings) -> "Replaying":
    """The use case of replaying runs. Raises `StoreError`."""
    from namesake.app.replaying import Replaying, Shelves
    from namesake.stores.database.events import DatabaseEvents
    from namesake.stores.database.matches import DatabaseMatches
    from namesake.stores.database.populations import DatabasePopulations
    from namesake.stores.database.runs import DatabaseRuns

    database = open_database(settings)
    shelves = Shelves(
        DatabaseRuns(database), DatabaseMatches(database), DatabasePopulations(database), DatabaseEvents(database)
    )
    return Replaying(shelves, open_screening(settings), open_models(settings).hashed)


def open_erasing(settings: Settings) -> "Erasing":
    """The use cases of destroying what is kept of subjects. Raises `StoreError`."""
    from namesake.app.erasing import Erasing
    from namesake.stores.database.erasing import DatabaseErasures
    from namesake.stores.database.populations import DatabasePopulations
    from namesake.stores.database.runs import DatabaseRuns
    from namesake.stores.segments import HomeSegments

    database = open_database(settings)
    return Erasing(
        store=DatabaseErasures(database),
        populations=DatabasePopulations(database),
        runs=DatabaseRuns(database, at_work(settings)),
        indexes=HomeSegments(Home(settings.home)),
        clock=SystemClock(),
        settle=open_record(settings).settle,
    )


def open_desk(settings: Settings) -> "Desk":
    """The use cases of whoever decides alerts. Raises `StoreError`."""
    import secrets

    from namesake.app.cases import Desk, Stocks
    from namesake.stores.database.cases import DatabaseCases
    from namesake.stores.database.matches import DatabaseMatches
    from namesake.stores.database.populations import DatabasePopulations

    database = open_database(settings)
    stocks = Stocks(DatabaseCases(database), DatabaseMatches(database), DatabasePopulations(database))
    return Desk(stocks, SystemClock(), secrets.SystemRandom().sample, open_record(settings).settle)


def open_redress(settings: Settings) -> "Redressing":
    """The use cases of redress. Raises `StoreError`."""
    import secrets

    from namesake.app.redress import Redressing
    from namesake.stores.database.redresses import DatabaseRedresses

    def draw(characters: str, count: int) -> str:
        return "".join(secrets.choice(characters) for _ in range(count))

    return Redressing(open_desk(settings), DatabaseRedresses(open_database(settings)), SystemClock(), draw)


def open_stories(settings: Settings) -> "Stories":
    """The use case of telling why. Raises `StoreError`."""
    from namesake.app.stories import Stories

    return Stories(_archive(settings))


def open_exporting(settings: Settings) -> "Exporting":
    """The use case of exporting all that is kept of a subject. Raises `StoreError`."""
    from namesake.app.exporting import Exporting

    return Exporting(_archive(settings), SystemClock())


def _archive(settings: Settings) -> "Archive":
    from namesake.app.stories import Archive
    from namesake.stores.database.cases import DatabaseCases
    from namesake.stores.database.events import DatabaseEvents
    from namesake.stores.database.matches import DatabaseMatches
    from namesake.stores.database.populations import DatabasePopulations
    from namesake.stores.database.runs import DatabaseRuns

    database = open_database(settings)
    return Archive(
        populations=DatabasePopulations(database),
        runs=DatabaseRuns(database),
        matches=DatabaseMatches(database),
        cases=DatabaseCases(database),
        events=DatabaseEvents(database),
    )


def decider(settings: Settings, by: str = "") -> str:
    """Who decides: whom the database knows on a server, else whom the operating system does; or `by`, where a front
    that is trusted says it. Raises `DeciderError`."""
    from namesake.errors import DeciderError

    if by and not settings.trusts_front:
        hint = f"Leave --by out; or let the front that knows who is at work set {settings_room.FRONT}=1."
        raise DeciderError("--by is not trusted here: who decides is who is logged in", hint=hint)
    name = " ".join((by or _database_user(settings) or _system_user()).split())
    if not name or len(name) > MOST_NAME or not name.isprintable():
        raise DeciderError(f"{name[:60]!r} is no name of somebody who decides")
    return name


def at_work(settings: Settings) -> str:
    """Who is at work, for the record: as `decider` says it, or "" where nobody can."""
    from namesake.errors import DeciderError

    try:
        return decider(settings)
    except DeciderError:
        return ""


def _database_user(settings: Settings) -> str:
    """Whom a server has authenticated; '' where the database is a file."""
    from sqlalchemy import text

    from namesake.stores.database.engine import Database, located

    database = Database(located(settings.store, settings.home))
    if database.is_file:
        return ""
    with database.reading() as connection:
        return str(connection.scalar(text("SELECT session_user")))


def _system_user() -> str:
    """Whom the operating system has logged in; what the environment says counts for nothing where it can be told."""
    try:
        import pwd
    except ImportError:
        return operator()
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"user {os.getuid()}"


def open_watch_hold(settings: Settings) -> "WatchHold":
    """What keeps a second process from watching over the same home or database. Raises `SettingsError`."""
    from namesake.stores.database.engine import Database, located
    from namesake.stores.watches import WatchHold

    began = SystemClock().now()
    who = f"process {os.getpid()} on {platform.node()[:20]} since {began:%Y-%m-%d %H:%M}"
    return WatchHold(Home(settings.home), Database(located(settings.store, settings.home)), who)


def open_watching(
    settings: Settings, hold: "WatchHold", duty: "Duty", policy: Callable[[], Policy], tell: Tell
) -> "Watching":
    """The watch over sources and populations. `policy` is asked at each round."""
    from namesake.app.watching import Means, Timing, Watching

    timing = Timing(SystemClock(), time.monotonic, time.sleep)
    # Opened once it can be: code that is loaded must not call itself by the release that was installed meanwhile.
    revetting = lru_cache(maxsize=1)(partial(open_revetting, settings))
    return Watching(Means(open_lists(settings), hold.hold, revetting, policy, timing), duty, tell)


def open_status(settings: Settings) -> "Status":
    """The use case of overseeing. Raises `StoreError`."""
    from namesake.app.status import Kept, Status
    from namesake.stores.database.overviews import DatabaseOverviews
    from namesake.stores.database.populations import DatabasePopulations
    from namesake.stores.database.runs import DatabaseRuns

    database = open_database(settings)
    kept = Kept(DatabasePopulations(database), DatabaseRuns(database), DatabaseOverviews(database))
    return Status(open_screening(settings), kept, SystemClock())


def open_backups(settings: Settings) -> "Backups":
    """Backups of the home and of the database of populations."""
    from namesake.stores.backups import Backups
    from namesake.stores.database.engine import Database, located

    database = Database(located(settings.store, settings.home))
    return Backups(Home(settings.home), database, software(), at_work(settings))


def open_screening(settings: Settings, choose: "Callable[[Models], Model] | None" = None) -> Opening:
    """Opens screenings against the kept lists, with the model in force unless another is chosen."""
    from namesake.stores.indexes import HomeIndexes

    models = open_models(settings)

    return Opening(
        store=open_store(settings),
        indexes=HomeIndexes(Home(settings.home)),
        clock=SystemClock(),
        facts=registry.facts,
        source_ids=registry.source_ids,
        model=partial(choose, models) if choose else models.in_force,
        software=software(),
        unreachable=HomeReach(Home(settings.home)).unreachable,
    )


def open_runner(settings: Settings, policy: Policy, ready: Ready, workers: int | None = None) -> Runner:
    """Who screens: this process, or `workers` of them (else one for each processor)."""
    from namesake.runners.local import Inline, Processes

    count = workers or os.cpu_count() or 1
    if count == 1:
        return Inline(ready.screening)
    return Processes(ready.screening, partial(_open_again, settings, policy, ready.context), count)


def _open_again(settings: Settings, policy: Policy, context: RunContext) -> Screening:
    opening = open_screening(settings, lambda models: models.hashed(context.model_hash))
    return opening.again(policy, context).screening


def own_lists(entities: Sequence[Entity], policy: Policy) -> Ready:
    """A screening against entities that come from no list."""
    from namesake.app.opening import own
    from namesake.scoring.model import shipped

    return own(entities, policy, shipped(), SystemClock().now(), software())


def open_journals(settings: Settings) -> HomeJournals:
    """The journals of unfinished runs."""
    return HomeJournals(Home(settings.home))


def operator() -> str:
    """Who is at work, as the system knows them; empty where it does not."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def software() -> str:
    """What we call ourselves in results."""
    return f"namesake {version('namesake-screening')}"


def home_policy(home: Path) -> Path | None:
    """The policy file of a home, or None. One that is there is never passed over, even where it cannot be read."""
    place = home / POLICY
    return place if os.path.lexists(place) else None


def read_policy(path: Path | None, home: Path | None = None) -> Policy:
    """The policy of a file, else that of a home, else the default one. Raises `PolicyError`."""
    if path is None and home is not None:
        path = home_policy(home)
    if path is None:
        return Policy()
    try:
        if not path.is_file():  # a pipe or a device might never end
            raise PolicyError("there is no such file", where=Where(str(path)))
        with path.open("rb") as stream:
            raw = stream.read(MOST_POLICY + 1)
        if len(raw) > MOST_POLICY:
            raise PolicyError("the file is too large for a policy", where=Where(str(path)))
        return policy_room.read(raw.decode("utf-8-sig"), str(path))
    except (OSError, ValueError) as error:
        raise PolicyError(f"cannot be read: {error}", where=Where(str(path))) from error


class _LazyFeed:
    """The HTTP feed, made when it is first asked: importing an HTTP client takes a while."""

    def __init__(self, settings: Settings, memory: DownloadMemory) -> None:
        self._settings = settings
        self._memory = memory

    @contextmanager
    def fetch(self, downloads: Sequence[Download], tell: Tell) -> Iterator[Fetched]:
        """See `HttpFeed.fetch`."""
        from namesake.feeds.downloads import HttpFeed, Timing

        chosen = self._settings
        timing = Timing(time.monotonic, time.sleep)
        feed = HttpFeed(chosen.network, chosen.unpack, chosen.agent, self._memory, timing)
        with feed.fetch(downloads, tell) as fetched:
            yield fetched
