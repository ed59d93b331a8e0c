"""`python -m newsroom.demo`."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import subprocess
import sys
import time
from types import FrameType

import psycopg

from newsroom import postgres
from newsroom.demo import memory as remembered
from newsroom.demo.marks import Marks
from newsroom.demo.memory import Memory
from newsroom.demo.serving import (
    HOST,
    ServerError,
    development_command,
    end_group,
    port_from,
    production_command,
    schedule_command,
    serving,
    wait_for_answer,
)
from newsroom.demo.steps import console, step

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stop(BaseException):
    """Somebody asked us to stop."""


class PreparationError(RuntimeError):
    """A step failed; it has said why."""


def stop(number: int, frame: FrameType | None) -> None:
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)  # once is enough: the way down is not to be disturbed
    raise Stop


def prepare(tasks: list[str], environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "newsroom.demo.prepare", *tasks]
    child = subprocess.Popen(command, env=environment, start_new_session=True)
    try:
        if child.wait():
            raise PreparationError(f"Preparing failed (exit {child.returncode}).")
    finally:
        end_group(child)


def tasks_left(url: str, memory: Memory) -> list[str]:
    """What has to be done before the paper can be served; nothing, on a second start."""
    tasks = []
    marks = Marks.read(url)
    if marks.prepared != remembered.database_fingerprint(memory):
        tasks.append("database")
        # A database that somebody named may hold a paper, and an editor, of their own.
        if marks.seeded or "DATABASE_URL" not in os.environ:
            tasks.append("password")
    collected = (remembered.VAR / "static").is_dir() and memory.static == remembered.static_fingerprint()
    if not collected:
        tasks.append("static")
    return tasks


def demo(port: int, *, develop: bool) -> None:
    began = time.monotonic()
    memory = Memory.read()
    memory.write()
    with contextlib.ExitStack() as stack:
        with step("Database"):
            url = stack.enter_context(postgres.server())
        environment = {
            "ALLOWED_HOSTS": f"{HOST},localhost",
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings.demo",
            "DATABASE_URL": url,
            "SECRET_KEY": memory.secret_key,
            "PORT": str(port),
        }
        if tasks := tasks_left(url, memory):
            prepare(tasks, environment | {"NEWSROOM_EDITOR_PASSWORD": memory.editor_password})
        command = production_command(port)
        if develop:
            command = development_command(port)
            environment["DJANGO_SETTINGS_MODULE"] = "newsroom.settings.dev"
        server = stack.enter_context(serving(command, environment))
        with step("Server"):
            wait_for_answer(server, port)
        stack.enter_context(serving(schedule_command(), environment))
        console.print(f"\n[bold]The paper[/bold]    http://{HOST}:{port}/")
        console.print(f"[bold]The desk[/bold]     http://{HOST}:{port}/admin/")
        console.print(f"[bold]Log in as[/bold]    editor, password {memory.editor_password}")
        console.print(f"\nReady in {time.monotonic() - began:.0f} s. Ctrl-C stops it; the data stays in var/.")
        status = server.wait()
        raise ServerError(f"The server ended by itself (exit {status}).")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m newsroom.demo", description="A seeded newspaper on 127.0.0.1:PORT."
    )
    parser.add_argument("--develop", action="store_true", help="Django's development server, which reloads on save")
    chosen = parser.parse_args(arguments)
    for number in SIGNALS:
        signal.signal(number, stop)
    try:
        try:
            port = port_from(os.environ.get("PORT") or "8000")
        except ServerError as error:
            print(error, file=sys.stderr)
            return 2
        demo(port, develop=chosen.develop)
    except Stop:
        console.print("Stopped: the server, and the database.")
        return 0
    except psycopg.OperationalError as error:
        print(f"The database does not answer: {error}", file=sys.stderr)
        return 1
    except (postgres.PostgresError, ServerError, PreparationError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
