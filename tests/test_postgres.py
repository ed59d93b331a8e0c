"""The driver of the embedded PostgreSQL: it starts whatever happened before, and leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from newsroom import postgres
from newsroom.postgres import Cluster, PostgresError, data_directory


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A new folder that an unprivileged server may enter, which pytest's own are not, and no server named."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    folder = Path(tempfile.mkdtemp(prefix="newsroom-postgres-"))
    folder.chmod(0o755)
    yield folder
    for data_dir in folder.rglob("PG_VERSION"):
        if data_dir.parent.parent == folder:
            Cluster(data_dir.parent).end()
    shutil.rmtree(folder)


@pytest.fixture
def new(folder: Path) -> Cluster:
    """A server whose data directory has yet to be made."""
    return Cluster(folder / "data", durable=False)


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """A data directory to copy, since the making is what takes time."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-postgres-"))
    folder.chmod(0o755)
    cluster = Cluster(folder / "data", durable=False)
    data_directory.ensure(cluster.data_dir, cluster.binaries, cluster.account, durable=False)
    yield cluster.data_dir
    shutil.rmtree(folder)


@pytest.fixture
def cluster(new: Cluster, made: Path) -> Cluster:
    """A server that has been used before."""
    subprocess.run(["cp", "-a", made, new.data_dir], check=True)
    return new


def command(data_dir: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "newsroom.postgres", "--data", str(data_dir), *arguments]


def wait_until(condition: Callable[[], object], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "in vain"
        time.sleep(0.02)


def answer(url: str, question: str = "SELECT 1") -> object:
    with psycopg.connect(url) as connection:
        return connection.execute(question).fetchone()[0]


def test_a_server_and_its_socket_are_gone_after_the_block(new: Cluster) -> None:
    with postgres.server(new.data_dir, durable=False) as url:
        assert answer(url, "SHOW server_encoding") == "UTF8"
        assert answer(url, "SHOW listen_addresses") == ""
        socket_dir = Path(new.socket_dir)
        assert new.processes()
    assert not new.processes()
    assert not socket_dir.exists()
    assert not new.pid_file.exists()


def test_data_stays(cluster: Cluster) -> None:
    with postgres.server(cluster.data_dir) as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    with postgres.server(cluster.data_dir) as url:
        assert answer(url, "SELECT number FROM kept") == 7


def test_the_last_to_leave_stops_the_server(cluster: Cluster) -> None:
    first, second = cluster, Cluster(cluster.data_dir, durable=False)
    url = first.enter()
    assert second.enter() == url
    first.leave()
    assert answer(url) == 1
    second.leave()
    assert not cluster.processes()


def test_a_holder_that_was_killed_does_not_keep_the_server(cluster: Cluster) -> None:
    holder = subprocess.Popen(command(cluster.data_dir, "run", "sleep", "60"))
    wait_until(cluster.is_ready)
    holder.kill()
    holder.wait()
    subprocess.run(["pkill", "-P", str(holder.pid)], check=False)
    assert cluster.pid()
    with postgres.server(cluster.data_dir) as url:
        assert answer(url) == 1
    assert not cluster.processes()


def test_a_server_started_to_stay_survives_its_users(cluster: Cluster) -> None:
    subprocess.run(command(cluster.data_dir, "start"), check=True, capture_output=True)
    with postgres.server(cluster.data_dir):
        pass
    assert cluster.is_ready()
    stopped = subprocess.run(command(cluster.data_dir, "stop"), check=True, capture_output=True, text=True)
    assert stopped.stdout == "Stopped.\n"
    wait_until(lambda: not cluster.processes())
    assert subprocess.run(command(cluster.data_dir, "status"), check=False).returncode == 3


def test_a_killed_server_starts_again_with_its_data(cluster: Cluster) -> None:
    url = cluster.enter()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
        connection.commit()
        connection.execute("CHECKPOINT")
    socket_dir = Path(cluster.socket_dir)
    os.kill(cluster.pid(), signal.SIGKILL)
    with postgres.server(cluster.data_dir, durable=False) as url:
        assert answer(url, "SELECT number FROM kept") == 7
        assert not socket_dir.exists()
    cluster.leave()
    assert not cluster.processes()


def test_a_pid_file_with_the_number_of_another_program_is_stale(cluster: Cluster) -> None:
    with postgres.server(cluster.data_dir, durable=False):
        lines = cluster.pid_file.read_text().splitlines()
    owner = cluster.data_dir.stat()
    sleeper = subprocess.Popen(["sleep", "60"], **({"user": owner.st_uid} if os.geteuid() == 0 else {}))
    try:
        cluster.pid_file.write_text("\n".join([str(sleeper.pid), *lines[1:]]) + "\n")
        assert cluster.pid() is None
        with postgres.server(cluster.data_dir, durable=False) as url:
            assert answer(url) == 1
        assert sleeper.poll() is None
    finally:
        sleeper.kill()
        sleeper.wait()


def test_an_unfinished_data_directory_is_set_aside(new: Cluster) -> None:
    new.data_dir.mkdir()
    (new.data_dir / "PG_VERSION").write_text("18\n")
    with postgres.server(new.data_dir, durable=False) as url:
        assert answer(url) == 1
    (aside,) = new.data_dir.parent.glob("data.unfinished-*")
    assert (aside / "PG_VERSION").exists()


def test_initdb_killed_half_way_leaves_nothing_that_looks_like_a_database(new: Cluster) -> None:
    starter = subprocess.Popen(command(new.data_dir, "start"), start_new_session=True)
    wait_until(lambda: list(new.data_dir.parent.glob("data.new-*/global")))
    os.killpg(starter.pid, signal.SIGKILL)
    starter.wait()
    assert not new.data_dir.exists()
    with postgres.server(new.data_dir, durable=False) as url:
        assert answer(url) == 1
    assert not list(new.data_dir.parent.glob("data.new-*"))


def test_two_starts_at_once_make_one_server(new: Cluster) -> None:
    look = ["run", "sh", "-c", f"sleep 1.5; head -n 1 {new.pid_file}"]
    starters = [subprocess.Popen(command(new.data_dir, *look), stdout=subprocess.PIPE, text=True) for _ in range(3)]
    seen = {starter.communicate(timeout=60)[0] for starter in starters}
    assert [starter.returncode for starter in starters] == [0, 0, 0]
    assert len(seen) == 1
    wait_until(lambda: not new.processes())


def heed_signals() -> None:
    """In a child: what ran the tests may have told its children to ignore them, as `nohup` and `&` do."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_run_ends_the_command_and_the_server(cluster: Cluster, number: int) -> None:
    runner = subprocess.Popen(command(cluster.data_dir, "run", "sleep", "60"), preexec_fn=heed_signals)
    wait_until(cluster.is_ready)
    wait_until(lambda: subprocess.run(["pgrep", "-P", str(runner.pid), "sleep"], capture_output=True).stdout)
    runner.send_signal(number)
    assert runner.wait(20) == 128 + number
    assert not cluster.processes()


def test_ctrl_c_reaches_the_command_and_then_ends_the_server(cluster: Cluster) -> None:
    sleep = command(cluster.data_dir, "run", "sleep", "60")
    runner = subprocess.Popen(sleep, start_new_session=True, preexec_fn=heed_signals)
    wait_until(cluster.is_ready)
    wait_until(lambda: subprocess.run(["pgrep", "-P", str(runner.pid), "sleep"], capture_output=True).stdout)
    os.killpg(runner.pid, signal.SIGINT)
    assert runner.wait(20) == 128 + signal.SIGINT
    assert not cluster.processes()


def test_a_deep_folder_does_not_matter_to_the_socket(cluster: Cluster, folder: Path) -> None:
    deep = folder / ("d" * 90) / ("e" * 90)
    deep.mkdir(parents=True)
    cluster.data_dir.rename(deep / "data")
    with postgres.server(deep / "data", durable=False) as url:
        assert answer(url) == 1


def test_the_data_may_lie_in_a_folder_closed_to_others(folder: Path) -> None:
    folder.chmod(0o700)
    with postgres.server(folder / "data", durable=False) as url:
        assert answer(url) == 1
    assert folder.stat().st_mode & 0o777 == 0o700


def test_data_of_another_version_is_a_clear_error(new: Cluster) -> None:
    (new.data_dir / "global").mkdir(parents=True)
    (new.data_dir / "global" / "pg_control").touch()
    (new.data_dir / "PG_VERSION").write_text("9\n")
    with pytest.raises(PostgresError, match=r"made by PostgreSQL 9, and the binaries"):
        new.enter()
    new.leave()


def test_a_server_that_cannot_start_shows_its_log(cluster: Cluster) -> None:
    with postgres.server(cluster.data_dir, durable=False):
        pass
    (cluster.data_dir / "postgresql.conf").write_text("no_such_setting = on\n")
    with pytest.raises(PostgresError, match="no_such_setting"), postgres.server(cluster.data_dir):
        pass
    assert not cluster.processes()


def test_database_url_wins_and_nothing_is_started(new: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example/paper")
    with postgres.server(new.data_dir) as url:
        assert url == "postgresql://db.example/paper"
    assert not new.data_dir.exists()


def test_no_binaries_is_a_clear_error(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.postgres.binaries.importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr("newsroom.postgres.binaries.SYSTEM", Path("/nonexistent"))
    monkeypatch.setattr("newsroom.postgres.binaries.shutil.which", lambda name: None)
    with pytest.raises(PostgresError, match=r"No PostgreSQL was found.*DATABASE_URL"):
        cluster.enter()
    cluster.leave()
