"""The database server killed in the midst of a publication: the worker outlives it, and publishes once it is back."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from wagtail.models import Page

from newsroom.postgres import Cluster

from .test_faults import started, wait_for
from .test_schedule import due

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

STATE = """
SELECT page.live, array(SELECT event FROM articles_publication WHERE story_uid = story.uid ORDER BY id),
    (SELECT number FROM articles_edition WHERE scope = 'topics/housing'), (SELECT story_count FROM articles_topic)
FROM wagtailcore_page page JOIN articles_story story ON story.page_ptr_id = page.id WHERE page.id = %s
"""


class Server:
    """A database server of its own, as safe as in production, with a copy of this test's database."""

    def __init__(self, folder: Path) -> None:
        self.cluster = Cluster(folder / "postgres")
        self.sockets = folder / "sockets"

    def enter(self) -> None:
        address = urlsplit(self.cluster.enter())
        self.url = urlunsplit(address._replace(query=f"host={self.sockets}"))
        self._stand_in_for_sockets()
        ours = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
        tools = self.cluster.binaries
        dump = subprocess.run([tools / "pg_dump", "-Fc", urlunsplit(ours)], check=True, stdout=subprocess.PIPE)
        subprocess.run([tools / "pg_restore", "--no-owner", "--dbname", self.url], check=True, input=dump.stdout)

    def kill(self) -> None:
        for pid in self.cluster.processes():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def start(self) -> None:
        self.cluster.start()
        self._stand_in_for_sockets()

    def _stand_in_for_sockets(self) -> None:
        """A server listens elsewhere after each start; those whom it serves know one address."""
        self.sockets.unlink(missing_ok=True)
        self.sockets.symlink_to(self.cluster.socket_dir)

    def state(self, page: Page) -> tuple[bool, list[str], int | None, int]:
        """Whether the page is live, the lines of the log, the edition and the count of its topic."""
        with psycopg.connect(self.url) as asked:
            return asked.execute(STATE, [page.pk]).fetchone()


@pytest.fixture
def server() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="newsroom-killed-"))
    folder.chmod(0o755)  # an unprivileged server may enter it
    server = Server(folder)
    yield server
    server.cluster.leave()
    shutil.rmtree(folder)


@contextmanager
def held_worker(server: Server, go_on: Path, log: Path) -> Iterator[subprocess.Popen[str]]:
    command = ("-m", "tests.held_worker", "line written", settings.MEDIA_ROOT)
    with log.open("w") as stderr:
        worker = started(*command, stderr=stderr, DATABASE_URL=server.url, GO_ON=str(go_on))
    overdue = Timer(90, worker.kill)
    overdue.start()
    try:
        yield worker
    finally:
        overdue.cancel()
        worker.kill()
        worker.wait()
        worker.stdout.close()


def test_worker_outlives_its_database_and_publishes_once_it_is_back(server, tmp_path):
    page = due(topics=["Housing"])
    server.enter()
    go_on, log = tmp_path / "go on", tmp_path / "log"
    with held_worker(server, go_on, log) as worker:
        assert worker.stdout.readline() == "held\n"
        server.kill()
        go_on.touch()
        wait_for(lambda: "<function run" in log.read_text(), "the schedule fails")
        server.start()
        wait_for(lambda: server.state(page)[0], "it publishes")
    assert server.state(page) == (True, ["published"], 1, 1)
