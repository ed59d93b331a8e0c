from __future__ import annotations

import logging
import signal
import socket
import threading
from collections.abc import Callable
from functools import partial
from types import FrameType

from django.core.management.base import BaseCommand
from django.db import close_old_connections, connection

from articles import outbox, schedule
from articles.websub.courier import Courier

logger = logging.getLogger(__name__)
LONGEST_WAIT = 60
NEWS_PAUSE = 0.5
"""Seconds: subscribers hear of news within two."""
LONGEST_SILENCE = 30
"""Seconds after which a server that does not answer has failed: not every consumer sets a limit of its own."""


class Command(BaseCommand):
    help = "Publishes and ends what is due, and does what follows, until it is stopped. Run one or more."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--every", type=int, default=10, help="seconds between two looks at the schedule (10)")

    def handle(self, *args, every: int, **options) -> None:
        stopped = threading.Event()

        def stop(number: int, frame: FrameType | None) -> None:
            stopped.set()

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        socket.setdefaulttimeout(LONGEST_SILENCE)
        pause = min(max(every, 1), LONGEST_WAIT)
        # In threads of their own: a slow consumer keeps no story waiting, no subscriber, and no other consumer.
        courier = Courier()
        works = [courier.run, *(partial(outbox.run, [name]) for name in outbox.consumers)]
        followers = [threading.Thread(target=keep_on, args=(work, NEWS_PAUSE, stopped)) for work in works]
        for follower in followers:
            follower.start()
        keep_on(schedule.run, pause, stopped)
        for follower in followers:
            follower.join()
        courier.close()


def keep_on(work: Callable[[], int], pause: float, stopped: threading.Event) -> None:
    """Work until stopped; rest where there was nothing to do."""
    while not stopped.is_set():
        close_old_connections()
        done = 0
        try:
            done = work()
        except Exception:  # whatever failed, the next look must happen: a stopped schedule loses stories
            logger.exception("%s failed; trying again", work)
        if not done:
            stopped.wait(pause)
    connection.close()
