"""`python -m newsroom.postgres`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from newsroom.postgres import DATA_DIR, Cluster, PostgresError, run


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m newsroom.postgres", description="The newsroom's own PostgreSQL.")
    parser.add_argument("--data", type=Path, default=DATA_DIR, help="data directory (default: var/postgres)")
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("start", help="start it to stay, and print its URL")
    actions.add_parser("stop", help="stop it, whoever uses it")
    actions.add_parser("status", help="say whether it runs (exit 3 if not)")
    actions.add_parser("url", help="print DATABASE_URL (exit 1 if it does not run)")
    actions.add_parser("psql", help="open psql, with psql's arguments")
    actions.add_parser("run", help="run a command beside it, with DATABASE_URL set")
    chosen, rest = parser.parse_known_args(arguments)
    if rest and chosen.action not in ("psql", "run"):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    cluster = Cluster(chosen.data)
    given = os.environ.get("DATABASE_URL")
    try:
        match chosen.action:
            case "start":
                print(given or cluster.keep())
            case "stop":
                print("Stopped." if not given and cluster.end() else "Nothing of ours was running.")
            case "status":
                up = given or cluster.is_ready()
                print(f"Running: {given or cluster.url()}" if up else "Not running.")
                return 0 if up else 3
            case "url":
                print(given or cluster.url())
            case "psql":
                return run(
                    ["sh", "-c", 'exec "$0" "$DATABASE_URL" "$@"', str(cluster.binaries / "psql"), *rest],
                    chosen.data,
                )
            case "run":
                return run(rest[1:] if rest[:1] == ["--"] else rest, chosen.data)
    except PostgresError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
