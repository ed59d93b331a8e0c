from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles import schedule


class Command(BaseCommand):
    help = "Publishes and ends what is due, once, in the place of Wagtail's command; run_schedule does it for good."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--dryrun", action="store_true", help="say what is due, and change nothing")

    def handle(self, *args, dryrun: bool, **options) -> None:
        if not dryrun:
            schedule.run()
        left = schedule.changes(timezone.now())
        for change in left:
            verb = "publish" if change.revision_id else "end"
            self.stdout.write(f"{change.due_at:%Y-%m-%d %H:%M} {verb} page {change.page_id}")
        if left and not dryrun:
            raise CommandError(f"{len(left)} could not be changed; the report “Schedule” in the admin says why.")
