from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles import publishing


class Command(BaseCommand):
    help = "Compares topic rows, bylines, uses of files and the topics' counts with the stories they belong to."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--repair", action="store_true", help="put right what is wrong, in one transaction")

    def handle(self, *args, repair: bool, **options) -> None:
        with transaction.atomic():
            rows, topics = publishing.rebuild()
            transaction.set_rollback(not repair)
        found = f"{rows} topic rows, bylines and uses of files, {topics} counts"
        if repair:
            self.stdout.write(f"Put right: {found}.")
        elif rows or topics:
            raise CommandError(f"Out of line with their stories: {found}. Run again with --repair.")
        else:
            self.stdout.write("Every topic row, byline, use of a file and count is in line with its story.")
