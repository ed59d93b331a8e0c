"""Feeds and related stories at a thousand, a hundred thousand and a million stories, beside the usual ORM query.

`make bench-feeds` runs it; `ARGS="--sizes 1000 100000"` chooses the archives. Each is a database of its own, made by
`seed_archive` and kept for the next time. Times are of one process on one connection, warm; the naive query runs in
the same minutes, so quote the ratios; so does Django's own `Feed`, beside which a subscriber's poll is measured.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql
from rich.console import Console
from rich.table import Table

from newsroom import postgres

SIZES = (1_000, 100_000, 1_000_000)
HEAD = ("feed", "stories", "queries", "rows read", "p50 ms", "p99 ms", "recall at 10", "of the usual query: p50 · p99")


def database(server: str, size: int) -> str:
    """The address of the archive with that many stories, made if it is not there or was left unfinished."""
    name = f"newsroom_bench_{size}"
    url = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    with psycopg.connect(urlunsplit(urlsplit(server)._replace(path="/postgres")), autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if known and not finished(url):
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
            known = None
        if not known:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        manage(url, "migrate", "--verbosity", "0")
        if not known:
            manage(url, "seed_archive", "--stories", str(size))
            with psycopg.connect(url, autocommit=True) as made:
                made.execute("CREATE TABLE bench_finished ()")
                made.execute("VACUUM ANALYZE")
    return url


def finished(url: str) -> bool:
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT to_regclass('bench_finished')").fetchone()[0] is not None


def environment(url: str) -> dict[str, str]:
    return os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "newsroom.settings.test"}


def manage(url: str, *command: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command], env=environment(url), check=True)


def measure(url: str) -> Iterator[dict]:
    for module in ("measure_feeds", "measure_polls"):
        command = [sys.executable, "-m", f"tests.benchmarks.{module}"]
        done = subprocess.run(command, env=environment(url), check=True, stdout=subprocess.PIPE, text=True)
        yield from json.loads(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    asked = parser.parse_args()
    table = Table(*HEAD, title="Feeds, by the size of the archive")
    with postgres.server(postgres.DATA_DIR.with_name("bench-postgres")) as server:
        for size in asked.sizes:
            for row in measure(database(server, size)):
                table.add_row(
                    row["feed"],
                    f"{size:,}",
                    *(row.get(key, "") for key in ("queries", "rows", "p50", "p99", "recall", "naive")),
                )
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
