"""Rows that carry the dates of their story while it is public (`DatedRow`): brought into line with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    Exists,
    Expression,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from .statements import Parameter, UpdateStatement

if TYPE_CHECKING:
    from .models import Story
    from .models.dated import DatedRow

type Update = tuple[QuerySet, dict[str, Expression]]
"""Rows that are not as they should be, and what they should be."""


def date_rows(stories: Q) -> int:
    """Date topic rows, bylines and uses of files of public stories, empty those of others; how many were not so.

    An advertisement's topic rows and bylines are never dated.
    """
    return sum(rows.update(**due) for rows, due in _updates(stories))


def date_topic_rows(stories: Q) -> int:
    """The topic rows alone."""
    rows, due = _of_topic_rows(stories)
    return rows.update(**due)


def date_rows_of(story: Story) -> int:
    """The rows of one story, at each of its publications."""
    return sum(update.run(story=story.pk) for update in _updates_of_one())


@lru_cache(maxsize=1)
def _updates_of_one() -> list[UpdateStatement]:
    one = Q(id=Parameter("story", BigIntegerField()))
    return [UpdateStatement(rows, **due) for rows, due in _updates(one)]


def _updates(stories: Q) -> Iterator[Update]:
    from .models import Byline, FileUse, Story

    yield _update(FileUse, "page", stories, among=Story.objects.listable())
    yield _of_topic_rows(stories)
    yield _update(Byline, "story", stories)


def _of_topic_rows(stories: Q) -> Update:
    from .models import StoryTopic

    siblings = (
        StoryTopic.objects.filter(content_object=OuterRef("content_object"))
        .order_by()
        .values("content_object")
        .annotate(ids=ArrayAgg("tag", order_by="tag"))
        .values("ids")
    )
    topic_ids = StoryTopic._meta.get_field("topic_ids")
    of_public = Case(
        When(Exists(_listed("content_object")), then=Subquery(siblings)),
        default=Value([], output_field=topic_ids),
        output_field=topic_ids,
    )
    return _update(StoryTopic, "content_object", stories, topic_ids=of_public)


def _listed(story: str) -> QuerySet:
    """The story of a row, if it is in lists while its time lasts."""
    from .models import Story

    return Story.objects.listable().editorial().filter(pk=OuterRef(story))


class Differ(Func):
    """Whether two values are not the same, where one that is null differs from one that is not."""

    arg_joiner = " IS DISTINCT FROM "
    template = "(%(expressions)s)"
    arity = 2
    output_field = BooleanField()


def _update(
    rows: type[DatedRow], story: str, stories: Q, among: QuerySet | None = None, **further: Expression
) -> Update:
    from .models import Story

    listed = _listed(story) if among is None else among.filter(pk=OuterRef(story))
    dates = {name: Subquery(listed.values(name)[:1]) for name in ("published_at", "expire_at")}
    due = dates | further
    stale = Q()
    for name in due:
        stale |= Q(Differ(name, f"due_{name}"))
    concerned = rows.objects.filter(**{f"{story}__in": Story.objects.filter(stories)})
    compared = concerned.annotate(**{f"due_{name}": value for name, value in due.items()})
    return rows.objects.filter(pk__in=compared.filter(stale).values("pk")), due
