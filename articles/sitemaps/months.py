"""Stories by the month of their first publication: which months there are, and the part of the index that each is.

A month of more than `MOST` stories has parts. They are counted among all dated stories, which an index holds, so that
a part of a past month keeps its stories; those that are not public are left out when it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Self

from django.db.models import DateTimeField, Q
from django.db.models.functions import Coalesce, TruncMonth
from django.utils import timezone

from articles.latest import Position
from articles.models import Story
from articles.querysets import StoryQuerySet
from articles.statements import NOW, Parameter, Statement

MOST = 10_000
"""A fifth of what the protocol allows: a part is written in a second, and weighs a few megabytes."""
NAME = re.compile(r"(\d{4})-(\d{2})(?:-([1-9]\d{0,4}))?", re.ASCII)


@dataclass(frozen=True)
class Part:
    """Stories of a month, in UTC; of one that has parts, the `number`th."""

    year: int
    month: int
    number: int = 1

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The part a name names: `2026-11`, `2026-11-2`; None for anything else."""
        match = NAME.fullmatch(text)
        if not match or match[3] == "1":
            return None
        part = cls(int(match[1]), int(match[2]), int(match[3] or 1))
        return part if 1 <= part.year < 9999 and 1 <= part.month <= 12 else None

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}" + (f"-{self.number}" if self.number > 1 else "")

    @property
    def start(self) -> datetime:
        return datetime(self.year, self.month, 1, tzinfo=UTC)

    @property
    def end(self) -> datetime:
        return (self.start + timedelta(days=31)).replace(day=1)

    def stories(self) -> StoryQuerySet:
        """Its public stories, oldest first; none for a part that does not exist."""
        first, next_one = self._boundary((self.number - 1) * MOST), self._boundary(self.number * MOST)
        stories = Story.objects.published().editorial().order_by("published_at", "pk")
        if first is None:
            return stories.none()
        stories = stories.filter(
            Q(published_at__gt=first.published_at) | Q(pk__gte=first.pk), published_at__gte=first.published_at
        )
        if next_one is None:
            return stories.filter(published_at__lt=self.end)
        return stories.filter(
            Q(published_at__lt=next_one.published_at) | Q(pk__lt=next_one.pk), published_at__lte=next_one.published_at
        )

    @property
    def exists(self) -> bool:
        return self._boundary((self.number - 1) * MOST) is not None

    def _boundary(self, offset: int) -> Position | None:
        """Where the story after `offset` others of the month stands, public or not."""
        dated = Story.objects.filter(published_at__gte=self.start, published_at__lt=self.end)
        rows = dated.order_by("published_at", "pk").values_list("published_at", "pk")[offset : offset + 1]
        return next((Position(*row) for row in rows), None)


def parts() -> Iterator[tuple[Part, datetime]]:
    """Every part, newest month first, and when a public story of its month last changed.

    Walks from month to month by an index, without counting what is in them.
    """
    month, before = _month_before(), datetime.max.replace(tzinfo=UTC)
    last_change = _last_change()
    while found := month.run(now=timezone.now(), before=before):
        at = found[0][0].astimezone(UTC)
        part = Part(at.year, at.month)
        before = part.start
        for (changed,) in last_change.run(now=timezone.now(), start=part.start):
            yield part, changed
            while (part := replace(part, number=part.number + 1)).exists:
                yield part, changed


def _month_before() -> Statement:
    """The date of the newest public story before a moment."""
    stories = Story.objects.published(NOW).editorial().filter(published_at__lt=Parameter("before", DateTimeField()))
    return Statement(stories.order_by("-published_at", "-pk").values_list("published_at")[:1])


def _last_change() -> Statement:
    """When a public story of a month that has one last changed."""
    month = TruncMonth(Parameter("start", DateTimeField()), tzinfo=UTC)
    stories = Story.objects.published(NOW).editorial().alias(month=TruncMonth("published_at", tzinfo=UTC))
    changed = Coalesce("updated_at", "published_at")
    return Statement(stories.filter(month=month).order_by(changed.desc()).values_list(changed)[:1])
