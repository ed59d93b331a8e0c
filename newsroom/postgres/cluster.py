"""One data directory and the server on it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from newsroom.postgres import data_directory
from newsroom.postgres.binaries import Account, PostgresError, environment, find_binaries
from newsroom.postgres.data_directory import NAME

START_SECONDS = 60
SOCKET_PREFIX = "newsroom-pg-"

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "synchronous_commit": "off",  # a crash may lose the last moments, never the order of things
    "log_min_messages": "warning",
    "jit": "off",
}
# For data that the next run can make again.
THROWAWAY_SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


@dataclass
class Cluster:
    """One data directory and the server on it."""

    data_dir: Path
    durable: bool = True

    def __post_init__(self) -> None:
        self.data_dir = Path(self.data_dir).resolve()
        self._lease: int | None = None
        self._process: subprocess.Popen[bytes] | None = None  # the server, where this object launched it

    @cached_property
    def binaries(self) -> Path:
        return find_binaries()

    @cached_property
    def account(self) -> Account:
        return Account.for_server(self.data_dir, self.binaries)

    # Who is there

    @property
    def pid_file(self) -> Path:
        return self.data_dir / "postmaster.pid"

    def _pid_lines(self) -> list[str]:
        try:
            return self.pid_file.read_text().splitlines()
        except OSError:
            return []

    def pid(self) -> int | None:
        """The running server's process, or None: a number that is dead or someone else's is not believed."""
        lines = self._pid_lines()
        if not lines or not lines[0].strip().isdigit():
            return None
        pid = int(lines[0])
        return pid if self._is_ours(pid) else None

    def _is_ours(self, pid: int) -> bool:
        if Path("/proc/self/cwd").exists():
            return pid in self.processes()
        command = ["ps", "-o", "command=", "-p", str(pid)]
        seen = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        return "postgres" in seen and str(self.data_dir) in seen

    def processes(self) -> list[int]:
        """Every PostgreSQL process in this data directory, the server's children too (Linux only)."""
        if not self.data_dir.exists():
            return []
        here, found = self.data_dir.stat(), []
        for entry in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if (entry / "comm").read_text().strip() == "postgres" and os.path.samestat(
                    (entry / "cwd").stat(), here
                ):
                    found.append(int(entry.name))
        return found

    def is_ready(self) -> bool:
        lines = self._pid_lines()
        return len(lines) >= 8 and lines[7].strip() == "ready" and self.pid() is not None

    @property
    def socket_dir(self) -> str | None:
        lines = self._pid_lines()
        return lines[4] if len(lines) >= 5 else None

    def url(self, database: str = NAME) -> str:
        if not self.is_ready() or self.socket_dir is None:
            raise PostgresError(f"No server runs on {self.data_dir}.")
        return f"postgresql://{NAME}@/{database}?host={quote(self.socket_dir, safe='')}"

    # Coming and going

    def enter(self) -> str:
        """Take a lease, start the server if it is not up, return its URL. `leave` undoes even half of it."""
        with self._alone():
            self._lease = os.open(self._beside(".lease"), os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self._lease, fcntl.LOCK_SH)
            self.start()
            return self.url()

    def leave(self) -> None:
        """Give the lease back; the last one out stops the server, unless it was started to stay."""
        if self._lease is None:
            return
        with _undisturbed(), self._alone():
            try:
                fcntl.flock(self._lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass  # others are still at it
            else:
                if not self._is_kept():
                    self.stop()
            finally:
                os.close(self._lease)
                self._lease = None

    def keep(self) -> str:
        """Start the server to stay until `end`."""
        with self._alone():
            self.start()
            self._beside(".kept").write_text(f"{self.pid()}\n")
            return self.url()

    def end(self) -> bool:
        """Stop the server whoever uses it; False if it was not running."""
        if not self.data_dir.exists():
            return False
        with _undisturbed(), self._alone():
            was_up = self.pid() is not None
            self.stop()
            return was_up

    def start(self) -> None:
        if self.pid() is not None:
            self._wait_until_ready()
            return
        data_directory.ensure(self.data_dir, self.binaries, self.account, durable=self.durable)
        self._clear_after_a_crash()
        # Short, whatever the checkout is called: a socket's path is limited to about 100 bytes.
        socket_dir = Path(tempfile.mkdtemp(prefix=SOCKET_PREFIX, dir="/tmp"))
        if self.account.owner:
            os.chown(socket_dir, *self.account.owner)
        try:
            self._launch(socket_dir)
        except BaseException:
            self.stop()
            shutil.rmtree(socket_dir, ignore_errors=True)
            raise

    def stop(self) -> None:
        """Stop the server and wait for its last process; nothing to do is fine."""
        socket_dir, pid = self.socket_dir, self.pid()
        if pid is not None:
            for sign, seconds in ((signal.SIGINT, 30), (signal.SIGQUIT, 10), (signal.SIGKILL, 5)):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, sign)
                if self._gone(pid, seconds):
                    break
        if self._process:
            if pid is None:
                self._process.kill()
            self._process.wait()
            self._process = None
        self._end_orphans()
        _remove_socket_dir(socket_dir)
        self._beside(".kept").unlink(missing_ok=True)

    def _launch(self, socket_dir: Path) -> None:
        settings = {"unix_socket_directories": str(socket_dir), **SETTINGS}
        if not self.durable:
            settings |= THROWAWAY_SETTINGS
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        if self.log.exists():
            self.log.replace(self.log.with_suffix(".log.before"))
        with self.log.open("wb") as log:
            # Our own child, so that we can wait for its very end; in its own session, so that Ctrl-C in the
            # terminal reaches whoever holds the lease, who then stops the server in order.
            self._process = subprocess.Popen(
                [*self.account.prefix, self.binaries / "postgres", "-D", self.data_dir, *options],
                cwd="/",
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **self.account.options,
            )
        self._wait_until_ready(self._process)

    def _wait_until_ready(self, process: subprocess.Popen[bytes] | None = None) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self.is_ready():
            if process and process.poll() is not None:
                raise PostgresError(f"The server on {self.data_dir} did not start.{self._log_tail()}")
            if time.monotonic() > deadline:
                raise PostgresError(f"The server on {self.data_dir} does not get ready.{self._log_tail()}")
            time.sleep(0.02)

    def _clear_after_a_crash(self) -> None:
        """A killed server leaves children about to notice, a socket folder, and a pid that others get."""
        _remove_socket_dir(self.socket_dir)
        self._end_orphans()
        self.pid_file.unlink(missing_ok=True)

    def _end_orphans(self) -> None:
        for sign, seconds in ((0, 5), (signal.SIGTERM, 5), (signal.SIGKILL, 5)):
            for pid in self.processes():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, sign)
            deadline = time.monotonic() + seconds
            while self.processes() and time.monotonic() < deadline:
                time.sleep(0.05)
            if not self.processes():
                return
        raise PostgresError(f"Processes {self.processes()} still use {self.data_dir}: stop them, then try again.")

    def _gone(self, pid: int, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while self._is_ours(pid):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True

    @property
    def log(self) -> Path:
        return self.data_dir / "server.log"

    def _log_tail(self) -> str:
        try:
            lines = self.log.read_text(errors="replace").splitlines()[-12:]
        except OSError:
            return ""
        return "\n".join(["", "Its log ends with:", *lines])

    def _beside(self, suffix: str) -> Path:
        return self.data_dir.with_name(self.data_dir.name + suffix)

    def _is_kept(self) -> bool:
        try:
            return int(self._beside(".kept").read_text()) == self.pid()
        except (OSError, ValueError):
            return False

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """One at a time comes, goes, starts or stops."""
        try:
            self.data_dir.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._beside(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        except PermissionError as error:
            raise PostgresError(f"{error.filename} belongs to another user: work as that user, or as root.") from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """A second Ctrl-C waits until the server has stopped."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _remove_socket_dir(name: str | None) -> None:
    """Only a folder of our own making is ever removed."""
    if name and Path(name).name.startswith(SOCKET_PREFIX):
        shutil.rmtree(name, ignore_errors=True)
