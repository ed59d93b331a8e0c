"""What happens when a story becomes public, changes, or stops being public.

`Story.save` calls `settle` in its own transaction, so every way of publishing (admin, workflow, schedule, shell)
passes through here: topic rows are dated or emptied, the publication log gets its line, and the edition number of
every scope the story is or was in counts up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models, transaction
from django.db.models import Count, F, OuterRef, Q
from django.db.models.functions import Now
from django.utils import timezone
from wagtail.models import Page

if TYPE_CHECKING:
    from .models import Story


def is_current(story: Story, at: datetime | None = None) -> bool:
    """Whether the story's page may be opened: `published` for one story in hand, restrictions aside."""
    at = at or timezone.now()
    return bool(
        story.live
        and story.published_at is not None
        and story.published_at <= at
        and (story.expire_at is None or story.expire_at > at)
        and story.alias_of_id is None
    )


@dataclass(frozen=True)
class Standing:
    """What the public could see of a story at one moment, by its stored state."""

    public: bool = False
    last_published_at: datetime | None = None
    topics: frozenset[int] = field(default_factory=frozenset)
    scopes: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, story: Story) -> Self:
        """The stored standing of a story; of an unsaved one, that of a stranger."""
        from .models import Story

        if story.pk is None:
            return cls()
        stored = Story.objects.listable().filter(pk=story.pk).select_related("section").defer("body").first()
        if stored is None:
            return cls()
        topics = dict(stored.story_topics.values_list("tag_id", "tag__slug"))
        return cls(True, stored.last_published_at, frozenset(topics), frozenset(_scopes(stored, topics.values())))


def _scopes(story: Story, topic_slugs: Iterable[str]) -> Iterable[str]:
    """The scopes whose lists a public story is in, named as their feeds are."""
    yield "site"
    if not story.is_advertisement:
        yield "latest"
        yield f"kinds/{story.kind}"
        if story.section:
            yield f"sections/{story.section.slug}"
        yield from (f"topics/{slug}" for slug in topic_slugs)
        yield from (f"people/{slug}" for slug in story.bylines.values_list("person__slug", flat=True))


def settle(story: Story, before: Standing) -> None:
    """Bring topic rows, counts, log and editions into line with the story just saved. Runs in its transaction."""
    from .models import Publication

    after = Standing.of(story)
    if not before.public and not after.public:
        return
    _date_topic_rows(Q(pk=story.pk))
    if story.kind != story.Kind.SPONSORED:
        count_topics((before.topics | after.topics) if before.public != after.public else before.topics ^ after.topics)
    if before.public and after.public:
        if before == after:
            return
        event = Publication.Event.CHANGED
    else:
        event = Publication.Event.PUBLISHED if after.public else Publication.Event.WITHDRAWN
    log(story, event, before.scopes | after.scopes)


def log(story: Story, event: str, scopes: Iterable[str]) -> None:
    """Write the publication line and count the editions of the scopes up."""
    from .models import Publication

    Publication.objects.create(
        story_uid=story.uid,
        event=event,
        revision_id=story.live_revision_id,
        url=story.get_url() or story.url_path,
    )
    count_editions(scopes)


def count_editions(scopes: Iterable[str]) -> None:
    """Count each scope's edition up by one; in one order everywhere, so that two publishers cannot deadlock."""
    from .models import Edition

    for scope in sorted(set(scopes)):
        Edition.objects.update_or_create(
            scope=scope,
            defaults={"number": F("number") + 1, "changed_at": Now()},
            create_defaults={"number": 1, "changed_at": timezone.now()},
        )


def count_topics(topic_ids: Iterable[int]) -> None:
    """Recount the public editorial stories of the topics."""
    from .models import StoryTopic, Topic

    counts = (
        StoryTopic.objects.filter(tag=OuterRef("pk"), published_at__isnull=False)
        .order_by()
        .values("tag")
        .annotate(n=Count("pk"))
        .values("n")
    )
    Topic.objects.filter(pk__in=sorted(topic_ids)).update(
        story_count=models.functions.Coalesce(models.Subquery(counts), 0)
    )


def _date_topic_rows(stories: Q) -> None:
    """Date the topic rows of public stories and empty those of the others. An advertisement's are never dated."""
    from .models import Story, StoryTopic

    listed = Story.objects.listable().editorial().filter(stories)
    rows = StoryTopic.objects.filter(content_object__in=Story.objects.filter(stories))
    rows.filter(published_at__isnull=False).exclude(content_object__in=listed).update(published_at=None, topic_ids=[])
    siblings = (
        StoryTopic.objects.filter(content_object=OuterRef("content_object"))
        .order_by()
        .values("content_object")
        .annotate(ids=ArrayAgg("tag", order_by="tag"))
        .values("ids")
    )
    dated = Story.objects.filter(pk=OuterRef("content_object")).values("published_at")
    rows.filter(content_object__in=listed).update(
        published_at=models.Subquery(dated), topic_ids=models.Subquery(siblings)
    )


@transaction.atomic
def settle_tree(page: Page) -> None:
    """Bring everything below a page into line after a restriction or a move changed who may read it."""
    from .models import StoryTopic

    _date_topic_rows(Q(path__startswith=page.path))
    count_topics(
        StoryTopic.objects.filter(content_object__path__startswith=page.path).values_list("tag", flat=True).distinct()
    )


def withdraw(story: Story) -> frozenset[int]:
    """Log that a story ends for good: its row is about to be deleted. Returns the topics to recount afterwards."""
    from .models import Publication

    standing = Standing.of(story)
    if standing.public:
        log(story, Publication.Event.WITHDRAWN, standing.scopes)
    return standing.topics
