"""Those who follow the publication log."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.utils import timezone

from articles import outbox
from articles.models import OutboxCursor, Publication

from .guard import NO_TRANSACTION, Guard, Unlocked, replaced


def hand_over_unsafely(name: str, lines) -> None:
    outbox.consumers[name](lines)


def fail_uncounted(work, error: Exception) -> None:
    work.next_try_at = timezone.now() + timedelta(minutes=1)


def pass_too_many(cursor: OutboxCursor, line: int) -> None:
    cursor.last_line = line + 1


class NewestFirst(QuerySet):
    def order_by(self, *fields: str) -> QuerySet:
        return super().order_by("-pk")


GUARDS = (
    Guard(
        "lines are followed in their order",
        replaced("articles.outbox.Publication", SimpleNamespace(objects=NewestFirst(Publication))),
        ("test_outbox.py::test_each_line_is_seen_once_and_in_order",),
    ),
    Guard(
        "a consumer misses no line",
        replaced("articles.models.OutboxCursor.passed", pass_too_many),
        ("test_outbox.py::test_each_line_is_seen_once_and_in_order",),
    ),
    Guard(
        "a consumer that fails holds up no other",
        replaced("articles.outbox._hand_over", hand_over_unsafely),
        ("test_outbox.py::test_failing_consumer_sees_its_line_again_and_holds_up_no_other",),
        seen_as=RuntimeError,
    ),
    Guard(
        "what a consumer wrote before it failed is undone",
        replaced("articles.outbox.transaction", NO_TRANSACTION),
        ("test_outbox.py::test_what_a_consumer_wrote_before_it_failed_is_undone",),
    ),
    Guard(
        "what always fails becomes a dead letter",
        replaced("articles.models.OutboxCursor.failed", fail_uncounted),
        ("test_outbox.py::test_line_that_always_fails_becomes_a_dead_letter_and_the_consumer_goes_on",),
        seen_as=ObjectDoesNotExist,
    ),
    Guard(
        "two workers hand a line over once",
        replaced("articles.models.OutboxCursor.objects", Unlocked(OutboxCursor)),
        ("test_faults.py::test_two_workers_hand_a_line_over_once_at_a_time",),
    ),
    Guard(
        "a cache that did not forget an address is asked again",
        replaced("articles.consumers._failing_aloud", NO_TRANSACTION.atomic),
        ("test_outbox.py::test_cache_that_does_not_answer_is_asked_again",),
    ),
)
