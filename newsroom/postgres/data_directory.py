"""The making of a data directory: whole or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from newsroom.postgres.binaries import Account, PostgresError, environment

NAME = "newsroom"  # of the superuser and of the database


def ensure(data_dir: Path, binaries: Path, account: Account, *, durable: bool) -> None:
    """Make the directory if it is not there. An unfinished one is set aside, never deleted."""
    if _is_complete(data_dir):
        _check_it_is_usable(data_dir, binaries)
        return
    if data_dir.exists() and any(data_dir.iterdir()):
        aside = data_dir.with_name(f"{data_dir.name}.unfinished-{time.time_ns()}")
        data_dir.rename(aside)
        print(f"{data_dir} was no complete database; it is now {aside}.", file=sys.stderr)
    for leftover in data_dir.parent.glob(f"{data_dir.name}.new-*"):
        shutil.rmtree(leftover)
    # Under another name first: whoever is killed half-way leaves nothing that looks like a database.
    new = Path(tempfile.mkdtemp(prefix=f"{data_dir.name}.new-", dir=data_dir.parent))
    try:
        _fill(new, binaries, account, durable=durable)
        if data_dir.exists():
            data_dir.rmdir()
        new.rename(data_dir)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _fill(new: Path, binaries: Path, account: Account, *, durable: bool) -> None:
    def run(program: str, *arguments: str, text: str = "") -> None:
        done = subprocess.run(
            [*account.prefix, binaries / program, *arguments],
            cwd="/",
            env=environment(),
            input=text,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            **account.options,
            check=False,
        )
        if done.returncode:
            raise PostgresError(f"The database could not be made: {program} says\n{done.stdout.strip()}")

    if account.owner:
        os.chown(new, *account.owner)
    locale = ["--locale=C.UTF-8"]
    if sys.platform == "darwin":
        locale = ["--locale=C", "--lc-ctype=en_US.UTF-8"]
    run(
        "initdb",
        "-D",
        str(new),
        f"--username={NAME}",
        "--encoding=UTF8",
        *locale,
        "--auth=trust",
        "--no-sync",
    )
    run(
        "postgres",
        "--single",
        "-D",
        str(new),
        "-c",
        "fsync=off",
        "postgres",
        text=f"CREATE DATABASE {NAME};\n",
    )
    if durable:
        run("initdb", "-D", str(new), "--sync-only")


def _is_complete(data_dir: Path) -> bool:
    return (data_dir / "PG_VERSION").exists() and (data_dir / "global" / "pg_control").exists()


def _check_it_is_usable(data_dir: Path, binaries: Path) -> None:
    owner = data_dir.stat().st_uid
    if os.geteuid() not in (0, owner):
        raise PostgresError(f"{data_dir} belongs to another user (uid {owner}): run as that user, or as root.")
    made_by = (data_dir / "PG_VERSION").read_text().strip()
    version = subprocess.run([binaries / "postgres", "--version"], capture_output=True, text=True, check=True)
    ours = version.stdout.split()[2].split(".")[0]
    if made_by != ours:
        raise PostgresError(
            f"{data_dir} was made by PostgreSQL {made_by}, and the binaries in {binaries} are {ours}: "
            "use those of that version, or move the folder away to begin anew."
        )
