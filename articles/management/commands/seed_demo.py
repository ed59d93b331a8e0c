from __future__ import annotations

import os

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.demo import seed
from articles.demo.toml_tables import DemoFileError
from articles.management.progress import Steps

PASSWORD = "NEWSROOM_EDITOR_PASSWORD"


class Command(BaseCommand):
    help = f"Make the demo newspaper of an empty site. The editor's password comes from the environment: {PASSWORD}."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="Do nothing where there is a paper already.")

    def handle(self, *, if_empty: bool, verbosity: int, **options) -> None:
        if seed.is_seeded():
            if if_empty:
                return
            raise CommandError(
                "There is a newspaper in this database already. seed_demo only fills an empty site; "
                "with --if-empty it leaves a full one alone."
            )
        password = os.environ.get(PASSWORD)
        if not password:
            raise CommandError(f"Set {PASSWORD}: it becomes the password of the account “{seed.EDITOR}”.")
        try:
            seed.seed(password, Steps(self.stdout, silent=verbosity == 0))
        except DemoFileError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise CommandError("Stopped: the site is as empty as it was.", returncode=130) from None
