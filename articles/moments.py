"""How a moment is written wherever a machine reads it: in the paper's time zone, to the second.

In UTC, where the zone had not yet come to whole minutes: no form of writing a date has room for its seconds.
The page, its metadata, feeds and sitemaps all tell the same second.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

MINUTE = timedelta(minutes=1)


class Span(NamedTuple):
    """The time around a moment in which the clock alone changes nothing; what is None has no such bound."""

    since: datetime | None = None
    until: datetime | None = None

    def __and__(self, other: Span) -> Span:
        """The time in which it changes neither."""
        since = max(filter(None, (self.since, other.since)), default=None)
        return Span(since, min(filter(None, (self.until, other.until)), default=None))


def iso(moment: datetime | None) -> str:
    """ISO 8601, as 2026-11-24T14:05:09+01:00; empty for no moment."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return (moment.astimezone(UTC) if local.utcoffset() % MINUTE else local).isoformat(timespec="seconds")
