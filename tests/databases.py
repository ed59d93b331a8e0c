"""One server for the whole run, and a database for each worker, cloned from a migrated template.

Migrations take half a minute, a clone a fraction of a second. The template's name holds a hash of all
migrations, so it is made once per change of them, and kept between runs in `var/test-postgres`.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import TransactionTestCase
from psycopg import sql

from newsroom.settings.base import database_from_url

TEMPLATE = "newsroom_template_"
TEMPLATES_KEPT = 3
CLONE = "newsroom_test_"
LOCK = 7_402_117  # one worker makes the template, the others wait for it


class TestDatabase:
    """The database of one worker."""

    __test__ = False  # not for pytest, in spite of its name

    def __init__(self, url: str, worker: str) -> None:
        self.url = url
        self.name = f"{CLONE}{os.getppid() if worker != 'master' else os.getpid()}_{worker}"
        self.template = TEMPLATE + migrations_hash()

    @contextlib.contextmanager
    def in_use(self) -> Iterator[None]:
        """Django's default database is this one while the block runs, a copy of the template."""
        self.renew()
        point_django_at(self.url, self.name)
        flush, TransactionTestCase._fixture_teardown = TransactionTestCase._fixture_teardown, self.renew
        try:
            yield
        finally:
            TransactionTestCase._fixture_teardown = flush
            connections.close_all()
            self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)

    def renew(self, case: TransactionTestCase | None = None) -> None:
        """As the migrations left it. A flush instead would take their data away: the root page, the site."""
        connections.close_all()
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)
        self._do("CREATE DATABASE {} TEMPLATE {}", self.name, self.template)

    def ensure_template(self) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            if self.template in self._databases(connection):
                return
            unfinished = f"{self.template}_unfinished"
            self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", unfinished)
            self._do("CREATE DATABASE {}", unfinished)
            point_django_at(self.url, unfinished)
            call_command("migrate", interactive=False, verbosity=0)
            connections.close_all()
            self._do("ALTER DATABASE {} RENAME TO {}", unfinished, self.template)
            templates = [name for name in self._databases(connection) if name.startswith(TEMPLATE)]
            for old in templates[:-TEMPLATES_KEPT]:
                with contextlib.suppress(psycopg.errors.ObjectInUse):
                    self._do("DROP DATABASE IF EXISTS {}", old)

    def _databases(self, connection: psycopg.Connection) -> list[str]:
        return [name for (name,) in connection.execute("SELECT datname FROM pg_database ORDER BY oid")]

    def _do(self, statement: str, *names: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def point_django_at(url: str, name: str) -> None:
    """In place: connections that exist already hold on to the same dictionary."""
    connections.close_all()
    settings.DATABASES["default"].update(database_from_url(url), NAME=name)
    connections["default"].settings_dict.update(database_from_url(url), NAME=name)


def migrations_hash() -> str:
    """Of every migration of every installed app: our edits and their upgrades both change it."""
    sum_ = hashlib.sha256()
    for app in sorted(apps.get_app_configs(), key=lambda config: config.label):
        for file in sorted(Path(app.path, "migrations").glob("*.py")):
            sum_.update(f"\0{app.label}/{file.name}\0".encode())
            sum_.update(file.read_bytes())
    return sum_.hexdigest()[:16]


def drop_leftovers(url: str) -> None:
    """Databases of runs that were killed. Their names hold the run's process, and it is gone."""
    with psycopg.connect(url, autocommit=True) as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{CLONE}%"])
        for (name,) in rows.fetchall():
            run = name.removeprefix(CLONE).split("_")[0]
            if run.isdigit() and not _is_alive(int(run)):
                connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
