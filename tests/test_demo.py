"""The demo's start: what it refuses, what it remembers, what it ends."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import psycopg
import pytest

from newsroom.demo import memory, serving
from newsroom.demo.marks import Marks
from newsroom.demo.memory import Memory
from newsroom.demo.serving import HOST, ServerError


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        holder.listen()
        yield holder.getsockname()[1]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "var" / "demo.json"


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newsroom.demo"]
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, timeout=30, check=False
    )


def test_a_taken_port_is_named_before_anything_is_started(taken_port: int) -> None:
    refused = start(PORT=str(taken_port))
    assert refused.returncode == 2
    assert f"Port {taken_port} is taken" in refused.stderr
    assert "PORT=" in refused.stderr
    assert refused.stdout == ""


@pytest.mark.parametrize("text", ["news", "0", "65536", "-1", "80.5"])
def test_a_port_that_is_none_is_refused(text: str) -> None:
    refused = start(PORT=text)
    assert refused.returncode == 2
    assert f"PORT={text} is not a port" in refused.stderr


def test_secrets_are_made_once_and_for_their_owner_only(file: Path) -> None:
    made = Memory.read(file)
    made.write(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert Memory.read(file) == made
    assert len(made.editor_password) >= 12
    assert len(made.secret_key) >= 50


def test_a_broken_memory_is_made_anew(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('["no', encoding="utf-8")
    assert Memory.read(file).editor_password
    file.write_text('["no"]', encoding="utf-8")
    assert Memory.read(file).editor_password


def test_two_demos_have_two_passwords(file: Path) -> None:
    assert Memory.read(file).editor_password != Memory.read(file).editor_password


def test_a_fingerprint_changes_with_content_and_with_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "ROOT", tmp_path)
    first, second = tmp_path / "a.css", tmp_path / "b.css"
    first.write_text("p {}")
    before = memory.fingerprint([first])
    assert memory.fingerprint([first]) == before
    first.write_text("a {}")
    assert memory.fingerprint([first]) != before
    second.write_text("p {}")
    assert memory.fingerprint([second]) != before


def test_another_password_asks_for_the_database_to_be_prepared() -> None:
    one, other = Memory(editor_password="one"), Memory(editor_password="other")
    assert memory.database_fingerprint(one) == memory.database_fingerprint(one)
    assert memory.database_fingerprint(one) != memory.database_fingerprint(other)


def test_marks_stay_with_the_database() -> None:
    url = os.environ["DATABASE_URL"]
    before = Marks.read(url)
    try:
        Marks(seeded=True, prepared="it's").write(url)
        assert Marks.read(url) == Marks(seeded=True, prepared="it's")
        with psycopg.connect(url) as connection:
            connection.execute(f"COMMENT ON DATABASE {connection.info.dbname} IS 'another one''s note'")
        assert Marks.read(url) == Marks()
    finally:
        before.write(url)


def test_the_server_is_ended_with_all_its_children_even_deaf_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "STOP_SECONDS", 0.2)
    deaf = "trap '' TERM INT; sleep 60 & echo $!; wait"
    process = subprocess.Popen(["sh", "-c", deaf], stdout=subprocess.PIPE, start_new_session=True)
    child = int(process.stdout.readline())
    serving.end_group(process)
    process.stdout.close()
    deadline = time.monotonic() + 5
    while Path(f"/proc/{child}/cmdline").exists() and Path(f"/proc/{child}/cmdline").read_bytes():
        assert time.monotonic() < deadline


def test_a_server_that_dies_before_it_answers_is_reported() -> None:
    dying = serving.serving([sys.executable, "-c", "raise SystemExit(7)"], dict(os.environ))
    with dying as server, pytest.raises(ServerError, match="exit 7"):
        serving.wait_for_answer(server, 1)


def test_a_server_that_answers_with_an_error_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    class Unwell(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(503)

        def log_message(self, *arguments: object) -> None:
            pass

    monkeypatch.setattr(serving, "ANSWER_SECONDS", 0.3)
    unwell = HTTPServer((HOST, 0), Unwell)
    threading.Thread(target=unwell.serve_forever, daemon=True).start()
    try:
        running = serving.serving(["sleep", "60"], dict(os.environ))
        with running as server, pytest.raises(ServerError, match="503 Service Unavailable"):
            serving.wait_for_answer(server, unwell.server_port)
    finally:
        unwell.shutdown()
        unwell.server_close()
