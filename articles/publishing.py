"""What happens when a story becomes public, changes, or stops being public.

`Story.save` calls `settle` in its own transaction, so every way of publishing (admin, workflow, schedule, shell)
passes through here: topic rows and bylines are dated or emptied, the publication log gets its line, and the edition
number of every scope the story is or was in counts up.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import connection, transaction
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from .dating import date_rows, date_rows_of

happened_at: ContextVar[datetime | None] = ContextVar("happened_at", default=None)
"""When what is logged happened, for importers; now, for everybody else."""

if TYPE_CHECKING:
    from .models import Story, Topic, User

COUNT_EDITIONS = """
INSERT INTO articles_edition (scope, number, changed_at)
SELECT scope, 1, clock_timestamp() FROM unnest(%s::text[]) WITH ORDINALITY AS scopes (scope, place) ORDER BY place
ON CONFLICT (scope) DO UPDATE
SET number = articles_edition.number + 1, changed_at = greatest(articles_edition.changed_at, clock_timestamp())
"""
"""The date never goes back: the clock is read when the row is held, after whoever held it before."""


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
        dated = stored.story_topics.filter(published_at__isnull=False)  # those that are counted
        topics = {} if stored.is_advertisement else dict(dated.values_list("tag_id", "tag__slug"))
        return cls(True, stored.last_published_at, frozenset(topics), frozenset(_scopes(stored, topics.values())))


def _scopes(story: Story, topic_slugs: Iterable[str]) -> Iterable[str]:
    """The scopes whose lists a public story is in, named as their feeds are."""
    from .models import Show

    yield "site"
    if not story.is_advertisement:
        yield "latest"
        yield f"kinds/{story.kind}s"
        if story.section:
            yield f"sections/{story.section.slug}"
        yield from (f"topics/{slug}" for slug in topic_slugs)
        yield from (f"people/{slug}" for slug in story.bylines.values_list("person__slug", flat=True))
        if story.kind == story.Kind.PODCAST:
            yield from (show.feed_scope for show in Show.objects.filter(episodes=story.pk))


def catch_up(story: Story) -> None:
    """Settle a story that was saved as a bare page, past `Story.save`: Wagtail expires pages so."""
    from .models import Publication

    last = Publication.objects.filter(story_uid=story.uid).order_by("-pk").first()
    was_public = last is not None and last.event != Publication.Event.WITHDRAWN
    if was_public == story.__class__.objects.listable().filter(pk=story.pk).exists():
        return
    before = Standing()
    if was_public:
        topics = dict(story.story_topics.filter(published_at__isnull=False).values_list("tag_id", "tag__slug"))
        before = Standing(True, None, frozenset(topics), frozenset(_scopes(story, topics.values())))
    settle(story, before)


def settle(story: Story, before: Standing) -> None:
    """Bring topic rows, counts, log and editions into line with the story just saved. Runs in its transaction."""
    from .many_stories import tell_of_links
    from .models import Publication

    date_rows_of(story)
    after = Standing.of(story)
    if not before.public and not after.public:
        return
    _count_topics_on(added=after.topics - before.topics, removed=before.topics - after.topics)
    if before.public and after.public:
        if before == after:
            return
        event = Publication.Event.CHANGED
    else:
        event = Publication.Event.PUBLISHED if after.public else Publication.Event.WITHDRAWN
    log(story, event, before.scopes | after.scopes)
    if event != Publication.Event.CHANGED or story.is_advertisement:  # whose label may be another
        tell_of_links([story.pk])


@transaction.atomic
def tell(story: Story, change: str, text: str = "", *, by: User | None = None, at: datetime | None = None) -> None:
    """Say what the change was that has just been published: a `Correction.Kind`, and the text to print, if any."""
    from .models import Correction, Publication, Story

    at = at or timezone.now()
    if text:
        lines = Publication.objects.filter(story_uid=story.uid, revision_id__isnull=False).order_by("-pk")
        earlier = lines.exclude(revision_id=story.live_revision_id).values_list("revision_id", flat=True).first()
        superseded = story.revisions.filter(pk=earlier).first()
        Correction.objects.create(
            story_id=story.pk, kind=change, text=text, made_at=at, made_by=by, superseded=superseded
        )
    story.updated_at = at
    Story.objects.filter(pk=story.pk).update(updated_at=at)
    if (standing := Standing.of(story)).public:
        log(story, Publication.Event.CHANGED, standing.scopes)


def log(story: Story, event: str, scopes: Iterable[str], reason: str = "") -> None:
    """Count the editions of the scopes up and write the publication line.

    In this order: the edition of the scope "site" is held from here to the commit. So lines are numbered in the order
    in which they appear, and who follows the log by number misses none. The reason is an `Ending`.
    """
    from .models import Publication

    count_editions(scopes)
    Publication.objects.create(
        story_uid=story.uid,
        event=event,
        revision_id=story.live_revision_id,
        url=story.get_url() or story.url_path,
        scopes=sorted({"site", *scopes}),
        at=happened_at.get() or timezone.now(),
        reason=reason or (story.ended if event == Publication.Event.WITHDRAWN else ""),
    )


def wait_for_publications() -> None:
    """Hold the edition of the site, as whoever publishes does, till the transaction ends."""
    from .models import Edition

    list(Edition.objects.select_for_update().filter(scope="site"))


def count_editions(scopes: Iterable[str] = (), *, again: Iterable[str] = ()) -> None:
    """Count each scope's edition up by one, and first that of the site: who holds it has no other to wait for.

    Those to be counted `again` only if they have been before: a scope has an edition once something was published in
    it, so that what is in the making is never told from what never was.
    """
    from .models import Edition

    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        if again := [*again]:
            wait_for_publications()
        known = Edition.objects.filter(scope__in=again).values_list("scope", flat=True)
        in_order = ["site", *sorted({*scopes, *known} - {"site"})]
        cursor.execute(COUNT_EDITIONS, [in_order])


def _count_topics_on(added: Iterable[int], removed: Iterable[int]) -> None:
    """Count topics up and down by one. Rows are locked in one order, so that two publishers cannot deadlock."""
    from .models import Topic

    changed = Topic.objects.filter(pk__in={*added, *removed})
    if list(changed.order_by("pk").select_for_update().values_list("pk", flat=True)):
        changed.filter(pk__in=added).update(story_count=F("story_count") + 1)
        changed.filter(pk__in=removed).update(story_count=Greatest(F("story_count") - 1, 0))


def recount(topics: QuerySet[Topic]) -> int:
    """Count the public editorial stories of the topics anew; how many counts were wrong."""
    from .models import StoryTopic

    counts = (
        StoryTopic.objects.filter(tag=OuterRef("pk"), published_at__isnull=False)
        .order_by()
        .values("tag")
        .annotate(n=Count("pk"))
        .values("n")
    )
    counted = topics.annotate(counted=Coalesce(Subquery(counts), 0))
    return topics.filter(pk__in=counted.exclude(story_count=F("counted")).values("pk")).update(
        story_count=Coalesce(Subquery(counts), 0)
    )


@transaction.atomic
def rebuild() -> tuple[int, int]:
    """Bring all dated rows and counts into line with the stories; how many of each were not."""
    from . import files
    from .models import Topic

    return files.note_all() + date_rows(Q()), recount(Topic.objects.all())


def withdraw(story: Story) -> frozenset[int]:
    """Log that a story ends for good: its row is about to be deleted. Returns the topics to recount afterwards."""
    from . import topics
    from .many_stories import tell_of_links
    from .models import Ending, Publication

    topics.lock_those_of(story)
    standing = Standing.of(story)
    if standing.public:
        log(story, Publication.Event.WITHDRAWN, standing.scopes, Ending.DELETED)
        tell_of_links([story.pk])
    return standing.topics
