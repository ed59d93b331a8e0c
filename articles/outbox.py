"""What follows a publication: consumers read the publication log, each at its own pace.

Every line reaches every consumer, in order and at least once, so a consumer must bear to see a line again. One that
fails waits and tries again, without holding up the others; what fails for good becomes a dead letter, and it goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from .models import DeadLetter, OutboxCursor, Publication
from .models.attempts import described

logger = logging.getLogger(__name__)
MOST_ATTEMPTS = 8
LOOK_NOTED_EVERY = timedelta(minutes=1)
LONGEST_SILENCE = timedelta(minutes=5)

type Consumer = Callable[[Publication], None]
type ConsumerOfMany = Callable[[Sequence[Publication]], None]
consumers: dict[str, ConsumerOfMany] = {}
at_once: dict[str, int] = {}
"""How many lines a consumer takes together at most."""


def consumer(follow: Consumer) -> Consumer:
    """Register a function that is called with every line of the log, under its name."""
    consumers[follow.__name__] = one_by_one(follow)
    return follow


def one_by_one(follow: Consumer) -> ConsumerOfMany:
    def each(lines: Sequence[Publication]) -> None:
        for line in lines:
            follow(line)

    return each


def consumer_of(most: int) -> Callable[[ConsumerOfMany], ConsumerOfMany]:
    """Register a function that is called with so many lines together, where so many wait."""

    def register(follow: ConsumerOfMany) -> ConsumerOfMany:
        consumers[follow.__name__], at_once[follow.__name__] = follow, most
        return follow

    return register


def run(only: Sequence[str] | None = None) -> int:
    """Let each consumer take what waits, and a dead letter that is to be tried again; how often one took something."""
    names = consumers if only is None else only
    OutboxCursor.objects.bulk_create([OutboxCursor(consumer=name) for name in names], ignore_conflicts=True)
    _note_look()
    return sum(taken(name) for name in names for taken in (_take_lines, _take_dead_letter))


@transaction.atomic
def _note_look() -> None:
    """A consumer that waits for nothing is due at once, whenever a worker looks: so it can be seen that one does.

    One whose cursor another worker holds is at work, however long that takes, and is not waited for.
    """
    now = timezone.now()
    free = OutboxCursor.objects.select_for_update(skip_locked=True)
    quiet = free.filter(attempts=0, next_try_at__lt=now - LOOK_NOTED_EVERY).values("pk")
    OutboxCursor.objects.filter(pk__in=quiet).update(next_try_at=now)


def is_followed() -> bool:
    """Whether a worker is at work: no consumer is due and has been left alone for `LONGEST_SILENCE`."""
    looked_at = OutboxCursor.objects.filter(consumer__in=consumers, next_try_at__gt=timezone.now() - LONGEST_SILENCE)
    return looked_at.count() == len(consumers)


@transaction.atomic
def _take_lines(name: str) -> bool:
    waiting = OutboxCursor.objects.select_for_update(skip_locked=True)
    cursor = waiting.filter(consumer=name, next_try_at__lte=timezone.now()).first()
    if cursor is None:
        return False
    most = 1 if cursor.attempts else at_once.get(name, 1)  # what has failed is tried line by line: one may be at fault
    lines = list(Publication.objects.filter(pk__gt=cursor.last_line).order_by("pk")[:most])
    if not lines:
        return False
    error = _hand_over(name, lines)
    if error:
        cursor.failed(error)
    if error and cursor.attempts >= MOST_ATTEMPTS:
        DeadLetter.objects.create(consumer=name, publication=lines[0], error=cursor.error)
        error = None
    if not error:
        cursor.passed(lines[-1].pk)
    cursor.save()
    return True


@transaction.atomic
def _take_dead_letter(name: str) -> bool:
    letters = DeadLetter.objects.select_for_update(skip_locked=True, of=("self",)).select_related("publication")
    letter = letters.filter(consumer=name, again=True).order_by("publication").first()
    if letter is None:
        return False
    if error := _hand_over(name, [letter.publication]):
        letter.error, letter.at, letter.again = described(error), timezone.now(), False
        letter.save()
    else:
        letter.delete()
    return True


def _hand_over(name: str, lines: Sequence[Publication]) -> Exception | None:
    try:
        with transaction.atomic():
            consumers[name](lines)
    except Exception as error:  # whatever a consumer raises, the lines are kept and the others go on
        logger.exception("%s could not follow line %s of the publication log", name, lines[0].pk)
        return error
    return None
