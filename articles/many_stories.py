"""Changes of many stories in one transaction: what they lock first, and what they write to the publication log.

A publication locks its topics, its story's row and the editions, in this order. Taken story by story, two who change
many at once would each come to hold what the other waits for; so topics and rows are held before the first is touched.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, Revision, Site

from . import dating, publishing, topics
from .models import Publication, SectionPage, Story, StoryTopic, Topic

MOST_TOLD_OF = 1000
"""How many stories are logged as changed when a name changes that they show: the newest, whose pages caches keep."""

SCOPES = """
CASE story.kind WHEN 'sponsored' THEN ARRAY['site'] ELSE
    ARRAY['site', 'latest', 'kinds/' || story.kind || 's']
    || ARRAY(SELECT 'sections/' || slug FROM wagtailcore_page WHERE id = story.section_id)
    || ARRAY(
        SELECT 'topics/' || slug FROM articles_storytopic tagged JOIN articles_topic topic ON topic.id = tagged.tag_id
        WHERE tagged.content_object_id = story.page_ptr_id)
    || ARRAY(
        SELECT 'people/' || slug FROM articles_byline byline JOIN articles_person person ON person.id = person_id
        WHERE byline.story_id = story.page_ptr_id)
    || ARRAY(
        SELECT 'podcasts/' || slug
        FROM articles_podcastepisodepage episode JOIN articles_show show ON show.id = podcast_id
        WHERE episode.story_ptr_id = story.page_ptr_id)
END
"""
"""Of a story, while it is public: what `publishing` names for one, for very many."""
COLLECT_SCOPES = f"SELECT DISTINCT unnest({SCOPES}) FROM articles_story story WHERE page_ptr_id = ANY(%(keys)s)"
ADDRESS = """
CASE WHEN starts_with(page.url_path, %(root)s) THEN substr(page.url_path, length(%(root)s)) ELSE page.url_path END
"""
WRITE_LINES = f"""
INSERT INTO articles_publication (story_uid, event, at, revision_id, url, scopes, reason)
SELECT story.uid, %(event)s, %(at)s, page.live_revision_id, (
        SELECT string_agg(CASE WHEN letter ~ '[!-~]' THEN letter ELSE (
            regexp_replace(upper(encode(convert_to(letter, 'UTF8'), 'hex')), '(..)', '%%\\1', 'g')
        ) END, '' ORDER BY place)
        FROM unnest(string_to_array({ADDRESS}, NULL)) WITH ORDINALITY AS letters (letter, place)
    ),
    ARRAY(SELECT DISTINCT unnest({SCOPES} || %(scopes)s::text[]) ORDER BY 1), ''
FROM articles_story story JOIN wagtailcore_page page ON page.id = story.page_ptr_id
WHERE page.id = ANY(%(keys)s) ORDER BY page.id
"""
"""A line for each story, with its address as `get_url` writes it."""


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
    dating.date_rows(below)
    tagged = StoryTopic.objects.filter(content_object__path__startswith=page.path)
    publishing.recount(Topic.objects.filter(pk__in=tagged.values("tag")))
    stories = Story.objects.filter(below)
    dated = stories.filter(published_at__isnull=False).order_by().values_list("pk", flat=True)
    sections = SectionPage.objects.filter(path__startswith=page.path)
    scopes = _scopes_of(dated).union(section.feed_scope for section in sections)
    turned = _turned(stories)
    if scopes:  # of the lists they can be in, whoever may read them now; empty ones, too
        publishing.count_editions(_scopes_of(turned[Publication.Event.PUBLISHED]), again=scopes)
    for event, keys in turned.items():
        if keys:
            _write(event, keys)
            tell_of_links(keys)
    tell_of_links(Page.objects.filter(below).exclude(pk__in=stories.values("pk")).values_list("pk", flat=True))


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
    publishing.count_editions(_scopes_of(newest), again=scopes)
    _write(Publication.Event.CHANGED, newest, scopes)


def tell_of_links(keys: Iterable[int]) -> None:
    """Log the public stories that lead to these pages, which are open now or are no more, or bear another label."""
    page = ContentType.objects.get_for_model(Page)
    links = ReferenceIndex.objects.filter(
        base_content_type=page, to_content_type=page, to_object_id__in=[str(key) for key in keys]
    )
    leading = {int(key) for key in links.values_list("object_id", flat=True)}
    if leading:
        tell_of(Story.objects.filter(pk__in=leading), [])


def _scopes_of(keys: Iterable[int]) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(COLLECT_SCOPES, {"keys": list(keys)})
        return {scope for (scope,) in cursor}


def _write(event: str, keys: list[int], scopes: Iterable[str] = ()) -> None:
    """In one statement: from the count of the editions, which comes first, everybody who publishes waits."""
    root = Site.objects.select_related("root_page").get(is_default_site=True).root_page.url_path
    at = publishing.happened_at.get() or timezone.now()
    given = {"event": event, "keys": keys, "scopes": list(scopes), "root": root, "at": at}
    with connection.cursor() as cursor:
        cursor.execute(WRITE_LINES, given)
