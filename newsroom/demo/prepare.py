"""Tables, a seeded paper and static files, in one process: each start of Django costs seconds.

python -m newsroom.demo.prepare {database,password,static} …
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import StringIO

import django
from django.core.management import CommandError, call_command

from newsroom.demo.marks import Marks
from newsroom.demo.memory import Memory, database_fingerprint, static_fingerprint
from newsroom.demo.steps import step


class MigrationLines:
    """Takes what `migrate` prints and passes the name of the migration on."""

    def __init__(self, tell: Callable[[str], None], total: int) -> None:
        self.tell, self.total, self.done = tell, total, 0

    def write(self, text: str) -> None:
        if text.strip().startswith("Applying "):
            self.done += 1
            self.tell(f"{self.done} of {self.total}: {text.strip().removeprefix('Applying ').rstrip('.')}")

    def flush(self) -> None:
        pass


def prepare_database() -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    url = os.environ["DATABASE_URL"]
    marks = Marks.read(url)
    with step("Tables") as tell:
        executor = MigrationExecutor(connection)
        total = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        call_command("migrate", interactive=False, stdout=MigrationLines(tell, total))
        if total and marks.seeded:  # a table may be new that stories are to fill
            call_command("check_topics", repair=True, stdout=StringIO())
    if not marks.seeded:
        with step("The paper", own_progress=True):
            call_command("seed_demo", if_empty=True)
        marks.seeded = True
    connection.close()
    marks.prepared = database_fingerprint(Memory.read())
    marks.write(url)


def keep_password() -> None:
    """The password that gets printed is that of the demo's accounts, also where `var/demo.json` was lost."""
    from django.contrib.auth.hashers import make_password

    from articles.demo.seed import ACCOUNTS, EDITOR
    from articles.models import User

    password = Memory.read().editor_password
    editor = User.objects.filter(username=EDITOR).first()
    if editor and not editor.check_password(password):
        User.objects.filter(username__in=ACCOUNTS).update(password=make_password(password))


def prepare_static() -> None:
    with step("Static files"):
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    memory = Memory.read()
    memory.static = static_fingerprint()
    memory.write()


TASKS = {"database": prepare_database, "password": keep_password, "static": prepare_static}


def main(tasks: list[str]) -> int:
    django.setup()
    try:
        for task in tasks:
            TASKS[task]()
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
