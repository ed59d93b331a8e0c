from __future__ import annotations

import logging
import signal
import threading
from types import FrameType

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections

logger = logging.getLogger(__name__)
LONGEST_WAIT = 60


class Command(BaseCommand):
    help = "Publishes and expires what is due, over and over, until it is stopped. Run one beside the server."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--every", type=int, default=30, help="seconds between two looks at the schedule (30)")

    def handle(self, *args, every: int, **options) -> None:
        stopped = threading.Event()

        def stop(number: int, frame: FrameType | None) -> None:
            stopped.set()

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        while not stopped.is_set():
            close_old_connections()
            try:
                call_command("publish_scheduled")
            except Exception:  # whatever failed, the next look must happen: a stopped schedule loses stories
                logger.exception("The schedule could not be followed; trying again")
            stopped.wait(min(max(every, 1), LONGEST_WAIT))
