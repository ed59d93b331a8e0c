"""Latest Stories of anything: everywhere, of topics, a section, a person, kinds, and their combinations.

The answer is always that of `Story.objects.latest_stories()` with the same filters; what differs is the way there.
A topic's newest stories are read from its dated rows, so a page costs the same however much the archive holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from .models import Byline, Person, SectionPage, Show, Story, StoryTopic, Topic
from .querysets import StoryQuerySet

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, order=True)
class Position:
    """A place in a list that is newest first: a story's date and key. Written in addresses as `1m3x9f0a2c-7ps`."""

    published_at: datetime
    pk: int

    def __str__(self) -> str:
        return f"{_base36((self.published_at - EPOCH) // timedelta(microseconds=1))}-{_base36(self.pk)}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The position a text names; None for what no position is written as."""
        match = re.fullmatch(r"([0-9a-z]{1,11})-([0-9a-z]{1,12})", text, re.ASCII)
        if not match:
            return None
        microseconds, pk = (int(part, 36) for part in match.groups())
        if pk >= 2**63:
            return None
        return cls(EPOCH + timedelta(microseconds=microseconds), pk)


@dataclass(frozen=True)
class Latest:
    """Which stories: of any of the `topics` (or `every` one), a `section`, a `person`, `kinds`, a `show`."""

    topics: tuple[Topic, ...] = ()
    every: bool = False
    section: SectionPage | int | None = None
    person: Person | None = None
    kinds: tuple[str, ...] = ()
    show: Show | None = None

    def stories(self) -> StoryQuerySet:
        """The definition, as one plain QuerySet."""
        stories = Story.objects.published().editorial()
        stories = stories.about_all(*self.topics) if self.every else stories.about(*self.topics)
        if self.section:
            stories = stories.in_section(self.section)
        if self.person:
            stories = stories.by(self.person)
        if self.kinds:
            stories = stories.of_kind(*self.kinds)
        if self.show:
            stories = stories.filter(podcastepisodepage__podcast=self.show)
        return stories.latest()

    def keys(self, limit: int, *, before: Position | None = None, after: Position | None = None) -> list[Position]:
        """The first `limit` positions, newest first: from the top, or next below `before`, or next above `after`."""
        parts = self.parts(limit, before=before, after=after)
        rows = parts[0].union(*parts[1:]) if len(parts) > 1 else parts[0]
        found = sorted((Position(published_at, pk) for pk, published_at in rows), reverse=after is None)[:limit]
        return found if after is None else found[::-1]

    def cards(self, limit: int) -> list[Story]:
        """The newest stories, with all that cards need."""
        return Story.objects.for_cards().in_order(position.pk for position in self.keys(limit))

    def parts(self, limit: int, *, before: Position | None = None, after: Position | None = None) -> Sequence[QuerySet]:
        """Statements whose union holds the first `limit` rows of key and date; each reads about so many of an index."""
        if not self.topics:
            return [_slice(self._filtered(Story.objects.published(), ""), "pk", limit, before, after)]
        if self.every:
            rarest, *others = sorted(self.topics, key=lambda topic: topic.story_count)
            rows = [self._rows(rarest).filter(topic_ids__contains=[topic.pk for topic in others])]
        else:
            rows = [self._rows(topic) for topic in self.topics]
        return [_slice(part, "content_object", limit, before, after) for part in rows]

    def _rows(self, topic: Topic) -> QuerySet:
        rows = StoryTopic.objects.filter(tag=topic, published_at__lte=timezone.now())
        # The rows hold what is listable; only what has ended since is left to sort out.
        ended = Q(content_object__expire_at__isnull=True) | Q(content_object__expire_at__gt=timezone.now())
        return self._filtered(rows.filter(ended), "content_object__")

    def _filtered(self, rows: QuerySet, story: str) -> QuerySet:
        if not story:
            rows = rows.editorial()
        if self.section:
            rows = rows.filter(**{f"{story}section": self.section})
        if self.kinds:
            rows = rows.filter(**{f"{story}kind__in": self.kinds})
        if self.show:
            rows = rows.filter(**{f"{story}podcastepisodepage__podcast": self.show})
        if self.person:
            signed = Byline.objects.filter(story=OuterRef(f"{story}pk"), person=self.person)
            rows = rows.filter(Exists(signed))
        return rows


def _slice(rows: QuerySet, key: str, limit: int, before: Position | None, after: Position | None) -> QuerySet:
    if before:
        rows = rows.filter(
            Q(published_at__lt=before.published_at) | Q(**{f"{key}__lt": before.pk}),
            published_at__lte=before.published_at,
        )
    if after:
        rows = rows.filter(
            Q(published_at__gt=after.published_at) | Q(**{f"{key}__gt": after.pk}), published_at__gte=after.published_at
        )
    order = ("published_at", key) if after else ("-published_at", f"-{key}")
    return rows.order_by(*order).values_list(key, "published_at")[:limit]


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits
