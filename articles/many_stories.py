"""Changes of many stories in one transaction: what they lock first, and what they write to the publication log.

A publication locks its topics, its story's row and the editions, in this order. Taken story by story, two who change
many at once would each come to hold what the other waits for; so topics and rows are held before the first is touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import batched

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from wagtail.models import Page, Revision

from . import publishing, topics
from .models import Byline, Publication, SectionPage, Story, StoryTopic, Topic

AT_ONCE = 1000
"""How many lines are written by a statement."""
MOST_TOLD_OF = 1000
"""How many stories are logged as changed when a name changes that they show: the newest, whose pages caches keep."""


def hold(pages: Iterable[Page], *, below: bool = False, drafts: bool = False, into: Page | None = None) -> None:
    """Lock what changing the pages will lock, but for editions, till the transaction ends.

    `below`: and the stories below them. `drafts`: their newest drafts are to be published. `into`: where they move to.
    """
    pages = list(pages)
    chosen = Q(pk__in=[page.pk for page in pages])
    ground = Q(path__in={page.path[: -page.steplen] for page in pages}) | Q(pk=into and into.pk)
    if below:
        for page in pages:
            if not page.is_leaf():
                chosen |= Q(path__startswith=page.path)
                ground |= Q(pk=page.pk)
    stories = Story.objects.filter(chosen).order_by()
    _lock(Page.objects.filter(ground))
    topics.lock_where(Q(pk__in=_topic_keys(stories, drafts)))
    _lock(Page.objects.filter(pk__in=stories.values("pk")))


def _lock(pages: QuerySet[Page]) -> None:
    list(pages.order_by("pk").select_for_update(no_key=True).values_list("pk"))


def _topic_keys(stories: QuerySet[Story], drafts: bool) -> set[int]:
    keys = set(StoryTopic.objects.filter(content_object__in=stories).values_list("tag", flat=True).distinct())
    if drafts:
        newest = Revision.objects.filter(pk__in=stories.values("latest_revision"))
        for rows in newest.values_list("content__story_topics", flat=True):
            keys.update(row["tag"] for row in rows or ())
    return keys


@transaction.atomic
def settle_tree(page: Page) -> None:
    """Bring everything below a page into line after a restriction or a move changed who may read it, and log it.

    A story that was public by the log and is not any more is withdrawn; one that is and was not is published.
    """
    hold([page], below=True)
    below = Q(path__startswith=page.path)
    publishing.date_rows(below)
    tagged = StoryTopic.objects.filter(content_object__path__startswith=page.path)
    publishing.recount(Topic.objects.filter(pk__in=tagged.values("tag")))
    if scopes := set(_scopes_below(page)):
        publishing.count_editions(scopes)
        _write(_turned(Story.objects.filter(below)))


def _scopes_below(page: Page) -> Iterator[str]:
    """The scopes whose lists stories below a page can be in, whoever may read them now; of empty sections, too."""
    stories = Story.objects.filter(path__startswith=page.path, published_at__isnull=False)
    if stories.exists():
        yield "site"
    editorial = stories.editorial().order_by()
    kinds = list(editorial.values_list("kind", flat=True).distinct())
    if kinds:
        yield "latest"
    yield from (f"kinds/{kind}s" for kind in kinds)
    yield from (section.feed_scope for section in SectionPage.objects.filter(path__startswith=page.path))
    for family, rows in (
        ("sections", editorial.filter(section__isnull=False).values_list("section__slug", flat=True)),
        ("topics", StoryTopic.objects.filter(content_object__in=editorial).values_list("tag__slug", flat=True)),
        ("people", Byline.objects.filter(story__in=editorial).values_list("person__slug", flat=True)),
    ):
        yield from (f"{family}/{slug}" for slug in rows.order_by().distinct())


def _turned(stories: QuerySet[Story]) -> dict[str, list[int]]:
    """The keys of the stories that the log does not have as they are, by what is to be written of them."""
    event = Publication.Event
    last = Publication.objects.filter(story_uid=OuterRef("uid")).order_by("-pk").values("event")[:1]
    listed = Story.objects.listable().filter(pk=OuterRef("pk"))
    turned: dict[str, list[int]] = {event.WITHDRAWN: [], event.PUBLISHED: []}
    known = stories.order_by("pk").annotate(last=Subquery(last), is_listed=Exists(listed))
    for key, was, is_listed in known.values_list("pk", "last", "is_listed"):
        if is_listed == (was in (None, event.WITHDRAWN)):
            turned[event.PUBLISHED if is_listed else event.WITHDRAWN].append(key)
    return turned


def tell_of(stories: QuerySet[Story], scopes: Iterable[str]) -> None:
    """Log that public stories show another name than before, in lists that bear it: the newest `MOST_TOLD_OF`."""
    newest = list(stories.listable().latest().values_list("pk", flat=True)[:MOST_TOLD_OF])
    publishing.count_editions({*scopes}.union(*(of_story for _story, of_story in _with_scopes(newest))))
    _write({Publication.Event.CHANGED: newest}, scopes)


def _write(stories: dict[str, list[int]], scopes: Iterable[str] = ()) -> None:
    """A line for each story, by key. The editions have been counted."""
    for event, keys in stories.items():
        for batch in batched(_with_scopes(keys), AT_ONCE, strict=False):
            Publication.objects.bulk_create(
                publishing.line(story, event, of_story.union(scopes)) for story, of_story in batch
            )


def _with_scopes(keys: list[int]) -> Iterator[tuple[Story, set[str]]]:
    """Each story with the scopes it is in while it is public."""
    tagged = StoryTopic.objects.filter(content_object=OuterRef("pk")).order_by().values("tag__slug")
    signed = Byline.objects.filter(story=OuterRef("pk")).order_by().values("person__slug")
    stories = Story.objects.select_related("section").defer("body").order_by("pk")
    known = stories.annotate(topic_slugs=ArraySubquery(tagged), people_slugs=ArraySubquery(signed))
    for batch in batched(keys, AT_ONCE, strict=False):
        for story in known.filter(pk__in=batch):
            yield story, set(publishing.scopes_of(story, story.topic_slugs, story.people_slugs))
