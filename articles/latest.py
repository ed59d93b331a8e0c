"""Latest Stories of anything: everywhere, of topics, a section, a person, kinds, and their combinations.

The answer is always that of `Story.objects.latest_stories()` with the same filters; what differs is the way there.
A topic's or a person's newest stories are read from dated rows: a page costs the same however much the archive holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Self

from django.db.models import BigIntegerField, DateTimeField, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from .models import Byline, Person, SectionPage, Show, Story, StoryTopic, Topic
from .moments import Span
from .querysets import StoryQuerySet, current
from .statements import NOW, Parameter, Statement

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LAST = 2**63 - 1
"""The largest key."""
PLACE = r"(-?[0-9a-z]{1,11})-([0-9a-z]{1,12})"


@dataclass(frozen=True, order=True)
class Position:
    """A place in a list that is newest first: a story's date and key.

    Written in addresses as `1m3x9f0a2c-7ps`; of before 1970, with a sign in front.
    """

    published_at: datetime
    pk: int

    def __str__(self) -> str:
        return f"{_base36((self.published_at - EPOCH) // timedelta(microseconds=1))}-{_base36(self.pk)}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The position a text names; None for what no position is written as."""
        match = re.fullmatch(PLACE, text, re.ASCII)
        if not match:
            return None
        microseconds, pk = (int(part, 36) for part in match.groups())
        if pk > LAST:
            return None
        try:
            return cls(EPOCH + timedelta(microseconds=microseconds), pk)
        except OverflowError:
            return None  # before the year 1


@dataclass(frozen=True)
class Latest:
    """Which stories: of any of the `topics` (or `every` one), a `section`, a `person`, `kinds`, a `show`.

    The newsroom's own, or the running advertisements instead; only those with a lead image where `illustrated`.
    """

    topics: tuple[Topic | Parameter, ...] = ()
    every: bool = False
    section: SectionPage | int | Parameter | None = None
    person: Person | Parameter | None = None
    kinds: tuple[str, ...] = ()
    show: Show | Parameter | None = None
    illustrated: bool = False
    advertisements: bool = False

    def stories(self) -> StoryQuerySet:
        """The definition, as one plain QuerySet."""
        return self._among(Story.objects.published()).latest()

    def span(self, at: datetime) -> Span:
        """Around a moment: since a story began or ran out by the clock alone, and until one next does."""
        newest = self.keys(1, before=Position(at, LAST))
        return self._among(Story.objects.listable()).span(at, newest[0].published_at if newest else None)

    def _among(self, stories: StoryQuerySet) -> StoryQuerySet:
        stories = stories.advertisements() if self.advertisements else stories.editorial()
        stories = stories.about_all(*self.topics) if self.every else stories.about(*self.topics)
        if self.section:
            stories = stories.in_section(self.section)
        if self.person:
            stories = stories.by(self.person)
        if self.kinds:
            stories = stories.of_kind(*self.kinds)
        if self.show:
            stories = stories.filter(podcastepisodepage__podcast=self.show)
        if self.illustrated:
            stories = stories.filter(lead_image__isnull=False)
        return stories

    def keys(
        self, limit: int, *, offset: int = 0, before: Position | None = None, after: Position | None = None
    ) -> list[Position]:
        """`limit` positions, newest first: from the top or `offset`, next below `before`, or next above `after`.

        With `after`, the offset is counted from there upwards. Both make a stretch of the list.
        """
        if in_database := offset and len(self.topics) <= 1 and not self.every:
            statement, given = self._stretch(limit, before, after)
            rows = statement.run(offset=offset, **given)
        else:
            statement, given = self._stretch(offset + limit, before, after)
            rows = statement.run(**given)
        found = sorted({Position(published_at, pk) for pk, published_at in rows}, reverse=after is None)
        found = found[:limit] if in_database else found[offset : offset + limit]
        return found if after is None else found[::-1]

    def count(self, most: int, *, before: Position | None = None, after: Position | None = None) -> int:
        """How many stories there are in the list or in a stretch of it, counted as far as `most`."""
        statement, given = self._stretch(most, before, after)
        return min(most, statement.count(**given))

    def _stretch(
        self, limit: int, before: Position | None, after: Position | None
    ) -> tuple[Statement, dict[str, object]]:
        outline, given = self.outline()
        for name, place in (("before", before), ("after", after)):
            if place:
                given |= {name: place.published_at, f"{name}_pk": place.pk}
        return _statement(outline, limit, bool(before), bool(after)), {"now": timezone.now(), **given}

    def cards(self, limit: int) -> list[Story]:
        """The newest stories, with all that cards need."""
        return Story.objects.cards(position.pk for position in self.keys(limit))

    def outline(self, name: str = "") -> tuple[Self, dict[str, int]]:
        """The same list with parameters in the place of its topics, section, person and show; and their values."""
        topics = sorted(self.topics, key=lambda topic: topic.story_count) if self.every else self.topics
        wanted = {f"topic_{number}": topic for number, topic in enumerate(topics)}
        wanted |= {field: value for field in ("section", "person", "show") if (value := getattr(self, field))}
        parameters = {field: Parameter(f"{name}{field}", BigIntegerField()) for field in wanted}
        among = tuple(parameters.pop(f"topic_{number}") for number in range(len(topics)))
        given = {f"{name}{field}": getattr(value, "pk", value) for field, value in wanted.items()}
        return replace(self, topics=among, **parameters), given

    def parts(self, limit: int, *, before: Position | None = None, after: Position | None = None) -> Sequence[QuerySet]:
        """Of an outline: statements whose union holds the first `limit` rows of key and date.

        Each reads about so many rows of an index.
        """
        if self.topics:
            if self.every:
                rarest, *others = self.topics
                rows = [StoryTopic.objects.filter(current(NOW), tag=rarest, topic_ids__contains=others)]
            else:
                rows = [StoryTopic.objects.filter(current(NOW), tag=topic) for topic in self.topics]
            return [
                _slice(self._filtered(part, "content_object__"), "content_object", limit, before, after)
                for part in rows
            ]
        if self.person:
            signed = Byline.objects.filter(current(NOW), person=self.person)
            signed = replace(self, person=None)._filtered(signed, "story__")
            return [_slice(signed.distinct(), "story", limit, before, after)]
        stories = Story.objects.published(NOW)
        stories = stories.advertisements() if self.advertisements else stories.editorial()
        return [_slice(self._filtered(stories, ""), "pk", limit, before, after)]

    def _filtered(self, rows: QuerySet, story: str) -> QuerySet:
        if self.section:
            rows = rows.filter(**{f"{story}section": self.section})
        if self.kinds:
            rows = rows.filter(**{f"{story}kind__in": self.kinds})
        if self.show:
            rows = rows.filter(**{f"{story}podcastepisodepage__podcast": self.show})
        if self.illustrated:
            rows = rows.filter(**{f"{story}lead_image__isnull": False})
        if self.person:
            signed = Byline.objects.filter(story=OuterRef(f"{story}pk"), person=self.person)
            rows = rows.filter(Exists(signed))
        return rows


@lru_cache(maxsize=512)
def _statement(outline: Latest, limit: int, below: bool, above: bool) -> Statement:
    before, after = (
        Position(Parameter(name, DateTimeField()), Parameter(f"{name}_pk", BigIntegerField())) if wanted else None
        for name, wanted in (("before", below), ("after", above))
    )
    return Statement(_joined(outline.parts(limit, before=before, after=after)))


def _joined(parts: Sequence[QuerySet]) -> QuerySet:
    return parts[0].union(*parts[1:]) if len(parts) > 1 else parts[0]


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
    sign, digits, number = "-" if number < 0 else "", "", abs(number)
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return sign + digits
