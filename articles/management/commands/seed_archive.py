from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.archive.filing import FilingError, file
from articles.management.progress import Steps


class Command(BaseCommand):
    help = "Add an archive of synthetic stories, fast, to try the site at scale. All of them are added, or none."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--stories", type=int, required=True, metavar="N", help="how many stories to add")
        parser.add_argument(
            "--topics",
            type=int,
            metavar="T",
            help="how many topics they draw on (default: 20,000 for a million stories)",
        )
        parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, other stories (default: 1)")
        parser.add_argument("--no-index", action="store_true", help="leave the search index as it is, which is faster")

    def handle(self, *, stories: int, topics: int | None, seed: int, no_index: bool, verbosity: int, **options) -> None:
        try:
            file(stories, topics, seed, Steps(self.stdout, silent=verbosity == 0), indexed=not no_index)
        except FilingError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise CommandError("Stopped: no story was added.", returncode=130) from None
