"""Keeping topics healthy: merging them, and what is written beside them."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import batched
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case, Exists, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django_tasks import task

from . import dating, publishing, search_rows

if TYPE_CHECKING:
    from .models import Story, Topic

AT_ONCE = 1000
"""How many stories are brought into line in the transaction of a merge, and in each task of a worker."""
NEWEST = 200
"""How many of a topic's newest stories say what it is often written with."""


@transaction.atomic
def merge(synonym: Topic, canonical: Topic) -> None:
    """Move every story of one topic to another. The first stays as a synonym: drafts that name it lose nothing.

    ValidationError when the other has become a synonym meanwhile: two editors may merge at once.
    """
    from . import many_stories
    from .models import Story, StoryTopic, Topic

    locked = lock(synonym, canonical)
    if len(locked) < 2 or locked[canonical.pk].canonical_id:
        raise ValidationError({"canonical": _("Choose a topic that is no synonym itself.")})
    Topic.objects.filter(Q(pk=synonym.pk) | Q(canonical=synonym.pk)).update(canonical=canonical.pk)
    moving = list(StoryTopic.objects.filter(tag=synonym.pk).values_list("content_object_id", flat=True))
    if not moving:
        return
    _point_at_canonical(Q(tag=synonym.pk))
    _renew_topic_ids(moving)
    publishing.recount(Topic.objects.filter(pk__in=[synonym.pk, canonical.pk]))
    many_stories.tell_of(Story.objects.filter(pk__in=moving), [synonym.feed_scope, canonical.feed_scope])
    search_rows.renew_on_commit(canonical)


def lock(*topics: Topic) -> dict[int, Topic]:
    """The topics as they are now, locked in one order, so that two merges of the same topics cannot deadlock."""
    from .models import Topic

    rows = Topic.objects.filter(pk__in=[topic.pk for topic in topics]).order_by("pk").select_for_update()
    return {topic.pk: topic for topic in rows}


def lock_those_of(story: Story) -> None:
    """Let no topic that a story has, or is about to have, be merged before the story is saved.

    Rows are locked in one order, before any is written, so that a merge and a publication cannot deadlock.
    """
    from .models import StoryTopic

    stored = StoryTopic.objects.filter(content_object=story.pk).values("tag")
    lock_where(Q(pk__in=[row.tag_id for row in story.story_topics.all()]) | Q(pk__in=stored))


def lock_where(concerned: Q) -> None:
    """The topics, and those of which they are synonyms: a story that is saved is put under these."""
    from .models import Topic

    canonical = Topic.objects.filter(concerned, canonical__isnull=False).values("canonical")
    locked = Topic.objects.filter(concerned | Q(pk__in=canonical)).order_by("pk").select_for_update()
    list(locked.values_list("pk"))


def resolve_synonyms(story: Story) -> None:
    """Put the canonical topic in the place of every synonym among a story's stored topics."""
    _point_at_canonical(Q(content_object=story.pk))


def _point_at_canonical(rows: Q) -> None:
    """Where a story has the canonical topic already, or two synonyms of it, one row is left."""
    from .models import StoryTopic, Topic

    synonyms = StoryTopic.objects.filter(rows, tag__canonical__isnull=False)
    canonical = OuterRef("tag__canonical")
    twins = StoryTopic.objects.filter(
        Q(tag=canonical) | Q(tag__canonical=canonical, pk__lt=OuterRef("pk")), content_object=OuterRef("content_object")
    )
    delete_rows(synonyms.filter(Exists(twins)))
    synonyms.update(tag=Subquery(Topic.objects.filter(pk=OuterRef("tag")).values("canonical")))


def delete_rows(rows: QuerySet) -> None:
    """Delete topic rows in one statement. Nothing hangs on them, so nothing is collected and no signal sent."""
    rows.model.objects.filter(pk__in=rows.values("pk"))._raw_delete(rows.db)


@transaction.atomic
def remove(topic: Topic) -> None:
    """Take a topic off every story, before it is deleted."""
    from . import many_stories
    from .models import Story, StoryTopic

    lock(topic)
    tagged = StoryTopic.objects.filter(tag=topic)
    stories = list(tagged.values_list("content_object_id", flat=True))
    delete_rows(tagged)
    _renew_topic_ids(stories)
    many_stories.tell_of(Story.objects.filter(pk__in=stories), [topic.feed_scope])


def _renew_topic_ids(stories: list[int]) -> None:
    """Have the topic rows of stories name the topics they stand beside now: of many stories, by a worker, bit by bit.

    Until then the ranking of related stories overlooks the change, and nothing else does.
    """
    if len(stories) <= AT_ONCE:
        dating.date_topic_rows(Q(pk__in=stories))
        return
    for batch in batched(stories, AT_ONCE, strict=False):
        transaction.on_commit(partial(renew_topic_ids.enqueue, list(batch)))


@task()
def renew_topic_ids(stories: list[int]) -> None:
    dating.date_topic_rows(Q(pk__in=stories))


def often_with(topic: Topic, limit: int) -> list[Topic]:
    """The topics of the topic's newest stories, most frequent first, itself left out. Two statements."""
    from .models import StoryTopic, Topic

    rows = StoryTopic.objects.filter(tag=topic, published_at__isnull=False).order_by("-published_at")
    counts = Counter(pk for ids in rows.values_list("topic_ids", flat=True)[:NEWEST] for pk in ids if pk != topic.pk)
    found = Topic.objects.in_bulk([pk for pk, _n in counts.most_common(limit)])
    return [found[pk] for pk, _n in counts.most_common(limit) if pk in found]


def suggestions(typed: str, limit: int = 10) -> list[str]:
    """Names for what an editor has begun to type: the beginnings of names, then of words in them; most used first.

    A synonym stands for the topic it was merged into.
    """
    from .models import Topic
    from .models.topics import Fold

    if not typed.strip():
        return []
    begun = Fold(Value(typed.strip()))
    offered = (
        Topic.objects.filter(folded__contains=begun)
        .values(offered=Coalesce("canonical__name", "name"), used=Coalesce("canonical__story_count", "story_count"))
        .annotate(begins=Max(Case(When(folded__startswith=begun, then=1), default=0)))
        .order_by("-begins", "-used", "offered")
    )
    return [topic["offered"] for topic in offered[:limit]]
