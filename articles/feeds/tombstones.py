"""Stories that were in a feed and are no longer public: readers' copies are to forget them too. RFC 6721."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import and_

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles.addresses import former_scopes
from articles.models import Publication

from .scopes import parts

KEPT = timedelta(days=60)
MOST = 500


@dataclass(frozen=True)
class Tombstone:
    """The `id` that feeds knew a story by, when it ended or its notice was amended, and why: an `Ending`, or empty."""

    id: str
    at: datetime
    reason: str


def tombstones(path: str) -> list[Tombstone]:
    """What left the feed of a path for good lately."""
    return ended(reduce(and_, map(was_in, parts(path))))


def was_in(*scopes: str) -> Q:
    """Lines of the log about what was in one of the scopes, whatever that was called then."""
    return Q(scopes__overlap=[*scopes]) | Q(scopes__overlap=former_scopes(scopes))


def ended(lines: Q) -> list[Tombstone]:
    """What such lines of the log say has ended lately, newest first: an id, a date, a reason, nothing of the story."""
    again = Publication.objects.filter(story_uid=OuterRef("story_uid"), pk__gt=OuterRef("pk"))
    withdrawn = (
        Publication.objects.filter(event=Publication.Event.WITHDRAWN, at__gt=timezone.now() - KEPT)
        .filter(~Exists(again), lines)
        .order_by("-pk")
    )
    return [Tombstone(line.story_uid.urn, line.at, line.reason) for line in withdrawn[:MOST]]
