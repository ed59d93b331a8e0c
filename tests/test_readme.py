"""Every command in the README is run: by CI, by another test, or here."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

import psycopg
import pytest
from django.db import connection
from psycopg import sql

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
BY_CI = {"make demo": "tests/test_demo.py", "make test": ".ci/run"}
LONG_LIVED = ("python manage.py run_schedule", "python manage.py db_worker")


def with_name(url: str, name: str) -> str:
    """The address of another database on the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def commands() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line]


def test_readme_is_short_enough_to_read():
    assert len(README.splitlines()) <= 150


def test_every_make_target_it_names_exists():
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    named = re.findall(r"(?:`|^)make ([a-z-]+)", README, re.MULTILINE)
    assert named
    assert set(named) <= set(targets)


def test_every_path_it_names_exists():
    for path in re.findall(r"`((?:articles|newsroom|templates|tests)/[\w./]*)`", README):
        assert (ROOT / path).exists(), path


@pytest.mark.slow
@pytest.mark.django_db
def test_the_commands_for_production_work(tmp_path):
    """As they stand, in their order, on a database of their own."""
    name = f"{connection.settings_dict['NAME']}_readme"[:60]
    url = with_name(os.environ["DATABASE_URL"], name)
    with psycopg.connect(with_name(os.environ["DATABASE_URL"], "postgres"), autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            run_for_production(url, tmp_path)
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def run_for_production(url: str, folder: Path) -> None:
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "DJANGO_SETTINGS_MODULE": "newsroom.settings.production",
        "SECRET_KEY": "s" * 60,
        "DATABASE_URL": url,
        "ALLOWED_HOSTS": "news.example",
        "BASE_URL": "https://news.example",
        "STATIC_ROOT": str(folder / "static"),
        "MEDIA_ROOT": str(folder / "media"),
        "DJANGO_SUPERUSER_PASSWORD": "long enough for anyone",
    }
    for command in commands():
        if command in BY_CI or command.startswith(("export ", "uv ")):
            continue
        if command.endswith("createsuperuser"):
            command += " --no-input --username editor --email editor@news.example"
        if command.startswith("granian"):
            answers(command, environment)
        elif command.startswith(LONG_LIVED):
            lives(command, environment)
        else:
            done = subprocess.run(command.split(), cwd=ROOT, env=environment, capture_output=True, text=True)
            assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def answers(command: str, environment: dict[str, str]) -> None:
    """The server comes up and says that it can serve."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with running(f"{command} --port {port}", environment) as process:
        for _second in range(90):
            assert process.poll() is None, f"{command} ended with {process.returncode}"
            with contextlib.suppress(OSError), urlopen(f"http://127.0.0.1:{port}/readyz", timeout=10) as response:
                assert response.status == 200
                return
            time.sleep(1)
    raise AssertionError(f"{command} does not answer")


def lives(command: str, environment: dict[str, str]) -> None:
    """It starts, and is still there after a while."""
    with running(command, environment) as process:
        time.sleep(8)
        assert process.poll() is None, f"{command} ended with {process.returncode}"


@contextlib.contextmanager
def running(command: str, environment: dict[str, str]) -> Iterator[subprocess.Popen]:
    process = subprocess.Popen(command.split(), cwd=ROOT, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(20)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
