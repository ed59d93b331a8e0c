"""Tables, a seeded paper and static files, in one process: each start of Django costs seconds.

python -m newsroom.demo.prepare {database,static} …
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import django
from django.core.management import call_command

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
    memory = Memory.read()
    marks = Marks.read(url)
    with step("Tables") as tell:
        executor = MigrationExecutor(connection)
        total = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        call_command("migrate", interactive=False, stdout=MigrationLines(tell, total))
    if not marks.seeded:
        with step("The paper", own_progress=True):
            call_command("seed_demo")
        marks.seeded = True
    else:
        keep_password(memory.editor_password)
    connection.close()
    marks.prepared = database_fingerprint(memory)
    marks.write(url)


def keep_password(password: str) -> None:
    """The editor's password is the one that gets printed, also where `var/demo.json` was lost."""
    from django.contrib.auth import get_user_model

    editor = get_user_model().objects.filter(username="editor").first()
    if editor and not editor.check_password(password):
        editor.set_password(password)
        editor.save(update_fields=["password"])


def prepare_static() -> None:
    with step("Static files"):
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    memory = Memory.read()
    memory.static = static_fingerprint()
    memory.write()


if __name__ == "__main__":
    django.setup()
    for task in sys.argv[1:]:
        {"database": prepare_database, "static": prepare_static}[task]()
