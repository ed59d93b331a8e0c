"""The production server in front of the demo's database: started, watched, stopped with all its workers."""

from __future__ import annotations

import errno
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

HOST = "127.0.0.1"
ANSWER_SECONDS = 60
STOP_SECONDS = 10


class ServerError(RuntimeError):
    """The server does not come up, or went down by itself."""


def port_from(text: str) -> int:
    """The port that PORT names, if it is one and is free."""
    try:
        port = int(text)
    except ValueError:
        port = 0
    if not 1 <= port <= 65535:
        raise ServerError(f"PORT={text} is not a port: it is a number from 1 to 65535.")
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EACCES:
                raise ServerError(f"You may not use port {port}. Take another: make demo PORT=8000") from error
            raise ServerError(
                f"Port {port} is taken: something else serves there. "
                f"Take another: make demo PORT={port + 1 if port < 65535 else 8000}"
            ) from error
    return port


def production_command(port: int) -> list[str]:
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    command += ["--workers", "2", "--blocking-threads", "4", "--workers-kill-timeout", "5"]
    return [*command, "--log-level", "warning", "newsroom.wsgi:application"]


def development_command(port: int) -> list[str]:
    return [sys.executable, "manage.py", "runserver", "--skip-checks", f"{HOST}:{port}"]


def schedule_command() -> list[str]:
    return [sys.executable, "manage.py", "run_schedule"]


@contextmanager
def serving(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A server or a worker, started; stopped with all its children at the end."""
    # In its own session: Ctrl-C in the terminal reaches us alone, and we stop things in order.
    server = None
    try:
        server = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, start_new_session=True)
        yield server
    finally:
        if server:
            end_group(server)


def wait_for_answer(server: subprocess.Popen[bytes], port: int) -> None:
    """Return when /healthz says 200."""
    deadline = time.monotonic() + ANSWER_SECONDS
    said = "nothing"
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise ServerError(f"The server ended before it answered (exit {server.returncode}).")
        connection = http.client.HTTPConnection(HOST, port, timeout=10)
        try:
            connection.request("GET", "/healthz")
            answer = connection.getresponse()
            if answer.status == 200:
                return
            said = f"{answer.status} {answer.reason}"
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    raise ServerError(f"After {ANSWER_SECONDS} s, /healthz still says {said}.")


def end_group(process: subprocess.Popen[bytes]) -> None:
    """Ask the process to end, wait, and leave nobody of its session behind."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(STOP_SECONDS)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
