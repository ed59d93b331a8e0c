"""What every test stands on: a database like a new one, empty caches, a browser where there is one."""

from __future__ import annotations

import gc
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from newsroom import postgres

settings.register_profile("loaded machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("loaded machine")

DATA_DIR = postgres.DATA_DIR.with_name("test-postgres")
NO_CHROMIUM = "Chromium is not here: apt-get install chromium (Debian), or set CHROMIUM to the path of one"


def find_chromium() -> str | None:
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    names = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


# The run


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Before pytest-xdist starts its workers, who find the server's address in their environment."""
    if hasattr(session.config, "workerinput") or os.environ.get("DATABASE_URL"):
        return
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that what follows is undone then, too
    from tests.databases import drop_leftovers

    cluster = postgres.Cluster(DATA_DIR, durable=False)
    session.config.add_cleanup(cluster.leave)
    session.config.add_cleanup(lambda: os.environ.pop("DATABASE_URL", None))
    try:
        os.environ["DATABASE_URL"] = url = cluster.enter()
    except postgres.PostgresError as error:
        raise pytest.UsageError(str(error)) from error
    drop_leftovers(url)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Each process has a media folder of its own, made by newsroom.settings.test."""
    from django.conf import settings

    if settings.configured and Path(settings.MEDIA_ROOT).name.startswith("newsroom-media-"):
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Each worker starts Django anew: for a file or two they cost more than they give."""
    named = config.args if config.args_source is pytest.Config.ArgsSource.ARGS else []
    return 0 if 0 < len(named) <= 3 and all(".py" in argument for argument in named) else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    slow_files = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow_files)  # or one worker would be left alone with one of them
    if find_chromium():
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is loaded stays: to look through it for garbage again and again takes a tenth of the time of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


def _judge_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """A skip needs a reason; where NEWSROOM_SKIP_NOTHING is set, as in .ci/run, none is good enough."""
    if not report.skipped or hasattr(report, "wasxfail") or not isinstance(report.longrepr, tuple):
        return
    reason = report.longrepr[2].removeprefix("Skipped").lstrip(": ").strip()
    if reason in ("", "unconditional skip"):
        report.outcome, report.longrepr = "failed", "Skipped without a reason."
    elif os.environ.get("NEWSROOM_SKIP_NOTHING"):
        report.outcome, report.longrepr = "failed", f"Skipped where nothing may be: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    _judge_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    report = yield
    _judge_skip(report)
    return report


# The database


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker) -> Iterator[None]:
    """Instead of pytest-django's own: this worker's database is cloned, not migrated."""
    from tests.databases import TestDatabase

    worker = os.environ.get("PYTEST_XDIST_WORKER", "master")
    database = TestDatabase(os.environ["DATABASE_URL"], worker)
    with django_db_blocker.unblock():
        database.ensure_template()
    with database.in_use():
        yield


@pytest.fixture(scope="module")
def rows_of_the_module(django_db_setup, django_db_blocker) -> Iterator[None]:
    """What a module's own fixtures write stays for all its tests, and no longer: made once, however many read it."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        empty_caches()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def newspaper(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The seeded demo newspaper, in a database of the module's own. Its tests need no mark, and are not rolled back."""
    from tests.seeded import SeededDatabase

    worker = os.environ.get("PYTEST_XDIST_WORKER", "master")
    with django_db_blocker.unblock(), SeededDatabase(os.environ["DATABASE_URL"], worker).in_use():
        empty_caches()
        yield


@pytest.fixture(autouse=True)
def _empty_caches() -> None:
    empty_caches()


def empty_caches() -> None:
    """So that nothing is known of another test's site."""
    from django.core.cache import caches

    for cache in caches.all(initialized_only=True):
        cache.clear()


# The browser


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    return find_chromium() or pytest.skip(NO_CHROMIUM)


@pytest.fixture(scope="session")
def browser(chromium: str):
    """A headless browser for this worker; take a `new_context()` of it for each test."""
    from playwright.sync_api import sync_playwright

    # Playwright runs an event loop in this thread, and Django would refuse the database because of it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    arguments = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield running
        running.close()


@pytest.fixture
def page(browser):
    """A page in a context of its own: no cookies, no storage of another test."""
    with browser.new_context() as context:
        yield context.new_page()
