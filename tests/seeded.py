"""The demo newspaper as `seed_demo` makes it, for tests that read a whole site.

Seeding takes tens of seconds, so it is done once per change of what makes the newspaper, into a template database
beside that of the migrations; its media are kept in `var/test-media`. Once a week it is made anew: its campaigns end.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg
from django.conf import settings
from django.utils import timezone

from .databases import TestDatabase, migrations_hash, point_django_at

TEMPLATE = "newsroom_seeded_"
TEMPLATES_KEPT = 2
MEDIA = settings.VAR_DIR / "test-media"
LOCK = 7_402_118  # one worker seeds, the others wait for it
SOURCES = (
    *("demo", "models", "blocks", "management"),
    *("publishing.py", "dating.py", "endings.py", "renditions.py", "querysets.py"),
)
"""What the rows and files of the newspaper depend on, inside `articles`."""


class SeededDatabase(TestDatabase):
    """A copy of the newspaper for one worker."""

    __test__ = False

    def __init__(self, url: str, worker: str) -> None:
        super().__init__(url, worker)
        self.migrated = self.template
        self.name += "_seeded"
        self.template = TEMPLATE + newspaper_hash()
        self.media = MEDIA / self.template.removeprefix(TEMPLATE)

    @contextlib.contextmanager
    def in_use(self) -> Iterator[None]:
        """Django's default database is this one while the block runs, and its pictures are where Django serves them."""
        self.ensure_template()
        outer = settings.DATABASES["default"]["NAME"]
        self.renew()
        shutil.copytree(self.media, settings.MEDIA_ROOT, dirs_exist_ok=True)
        point_django_at(self.url, self.name)
        try:
            yield
        finally:
            point_django_at(self.url, outer)
            self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)

    def ensure_template(self) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            if self.template in self._databases(connection) and self.media.is_dir():
                return
            unfinished = f"{self.template}_unfinished"
            for leftover in (unfinished, self.template):
                self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", leftover)
            shutil.rmtree(self.media, ignore_errors=True)
            self._do("CREATE DATABASE {} TEMPLATE {}", unfinished, self.migrated)
            self.seed(unfinished)
            self._do("ALTER DATABASE {} RENAME TO {}", unfinished, self.template)
            self.forget_old(connection)

    def seed(self, database: str) -> None:
        """In a process of its own: seeding forks, and a test process has threads and connections."""
        parts = urlsplit(self.url)
        outcome = subprocess.run(
            [sys.executable, "manage.py", "seed_demo", "--verbosity=0"],
            cwd=settings.BASE_DIR,
            env=os.environ
            | {
                "DJANGO_SETTINGS_MODULE": "newsroom.settings.dev",
                "DATABASE_URL": f"{parts.scheme}://{parts.netloc}/{quote(database)}?{parts.query}",
                "BASE_URL": "http://testserver",
                "MEDIA_ROOT": str(self.media),
                "DEMO_SKETCHES": "1",
                "NEWSROOM_EDITOR_PASSWORD": secrets.token_urlsafe(),
            },
            capture_output=True,
            text=True,
            check=False,
        )
        if outcome.returncode:
            shutil.rmtree(self.media, ignore_errors=True)
            raise RuntimeError(f"seed_demo failed:\n{outcome.stdout}{outcome.stderr}")

    def forget_old(self, connection: psycopg.Connection) -> None:
        kept = [name for name in self._databases(connection) if name.startswith(TEMPLATE)][-TEMPLATES_KEPT:]
        for old in self._databases(connection):
            if old.startswith(TEMPLATE) and old not in kept:
                with contextlib.suppress(psycopg.errors.ObjectInUse):
                    self._do("DROP DATABASE IF EXISTS {}", old)
                    shutil.rmtree(MEDIA / old.removeprefix(TEMPLATE), ignore_errors=True)


def newspaper_hash() -> str:
    sum_ = hashlib.sha256(migrations_hash().encode())
    sum_.update(str(timezone.now().isocalendar()[:2]).encode())
    articles = Path(settings.BASE_DIR, "articles")
    for source in SOURCES:
        found = articles / source
        for file in sorted(found.rglob("*")) if found.is_dir() else [found]:
            if file.suffix in {".py", ".toml"}:
                sum_.update(f"\0{file.relative_to(articles)}\0".encode())
                sum_.update(file.read_bytes())
    return sum_.hexdigest()[:16]
