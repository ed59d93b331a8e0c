"""Who follows the publication log: see `articles.outbox`."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import batched
from urllib.parse import urlencode, urljoin

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.frontend_cache.tasks import purge_urls_from_cache_task
from wagtail.models import Site

from . import indexnow as search_engines
from . import outgoing, publishing
from . import renditions as sizes
from .feeds.scopes import address, forms, scope
from .models import FeedSubscription, NewsRendition, Publication, Story
from .outbox import consumer, consumer_of

FEEDS_A_CALL = 100


@consumer
def renditions(line: Publication) -> None:
    """Make the sizes of a story's pictures before readers ask for them; who shows only what is there hears of it."""
    stories = Story.objects.published().select_related("lead_image", "card_image")
    story = stories.filter(uid=line.story_uid).first()
    if story is None or story.picture is None:
        return
    known = NewsRendition.objects.filter(image__in=[story.lead_image_id, story.card_image_id])
    before = known.count()
    story.picture.get_renditions(*sizes.CARD, *sizes.SHARE, *sizes.SHAPES)
    if story.lead_image:
        own = {Story.Kind.VIDEO: sizes.POSTER, Story.Kind.PODCAST: sizes.ARTWORK}.get(story.kind, ())
        story.lead_image.get_renditions(*sizes.LEAD, *sizes.FEED, *own)
    if known.count() > before:
        publishing.count_editions()


@consumer_of(1000)
def websub(lines: Sequence[Publication]) -> None:
    """News for who subscribed to a feed that the stories are or were in: the hub's courier brings it."""
    subscribed = FeedSubscription.objects.order_by().values_list("scopes", flat=True).distinct()
    changed = {frozenset(line.scopes) for line in lines}
    wanted = [scopes for scopes in subscribed if any(of_line.issuperset(scopes) for of_line in changed)]
    FeedSubscription.objects.filter(scopes__in=wanted).update(wanted_at=timezone.now())


@consumer_of(100)
def other_hubs(lines: Sequence[Publication]) -> None:
    """Hubs of others fetch the feeds that have changed; what has no feed may be no stranger's business yet."""
    if not settings.WEBSUB_HUBS:
        return
    root = _root()
    paths = sorted({path for line in lines for path in _paths(line)})
    feeds = [urljoin(root, address) for path in paths if _has_feed(path) for address in _feeds(path)]
    for hub in settings.WEBSUB_HUBS:
        for some in batched(feeds, FEEDS_A_CALL, strict=False):
            body = urlencode([("hub.mode", "publish"), *(("hub.url", feed) for feed in some)]).encode()
            answer = outgoing.send("POST", hub, body, {"Content-Type": "application/x-www-form-urlencoded"})
            if not answer.is_success:
                raise outgoing.FailedError(f"{hub} answered {answer.status}.")


@consumer_of(1000)
def indexnow(lines: Sequence[Publication]) -> None:
    search_engines.tell(lines)


PAGES = {"topics": "topic", "people": "person", "podcasts": "show"}


class PurgeError(RuntimeError):
    """A cache in front of the site did not forget an address."""


@consumer_of(100)
def purge(lines: Sequence[Publication]) -> None:
    """Let a cache in front of the site forget the stories, under all their addresses, and the lists that had them.

    What it does not forget (archives of feeds, sitemaps, topics within sections) it keeps for a minute.
    """
    if not getattr(settings, "WAGTAILFRONTENDCACHE", None):
        return
    earlier = Publication.objects.filter(story_uid__in={line.story_uid for line in lines}, pk__lte=lines[-1].pk)
    known = set(earlier.order_by().values_list("url", flat=True))
    scopes = sorted({scope for line in lines for scope in line.scopes})
    addresses = {*known, *(f"{url.rstrip('/')}.md" for url in known), *_lists(scopes)}
    root = _root()
    with _failing_aloud():
        purge_urls_from_cache_task.call(sorted(urljoin(root, address) for address in addresses))


def _lists(scopes: Iterable[str]) -> Iterator[str]:
    """The addresses of the lists that mirror the scopes, and of their feeds.

    Left out, as they are many and are kept for `editions.TTL` alone: parts of the sitemap, pages of archives, feeds of
    topics within sections.
    """
    yield from ("/", *map(reverse, ("corrections", "llms", "sitemap-index", "news-sitemap", "video-sitemap")))
    for path in scopes:
        family, _slash, slug = path.partition("/")
        if family in PAGES:  # by its address alone: a topic may have lost the last of its stories
            yield reverse(PAGES[family], args=[slug])
            yield from _feeds(path)
            continue
        try:
            of = scope(path)
        except Http404:  # "site", which has no feed; or a section that is gone or private by now
            continue
        yield from (of.page_url, *(feed for _name, feed in of.addresses))


def _root() -> str:
    return f"{Site.objects.get(is_default_site=True).root_url}/"


def _paths(line: Publication) -> Iterator[str]:
    """The paths of the feeds that a line's story is or was in."""
    yield from line.scopes
    sections = [path for path in line.scopes if path.startswith("sections/")]
    topics = [path for path in line.scopes if path.startswith("topics/")]
    yield from (f"{section}/{topic}" for section in sections for topic in topics)


def _has_feed(path: str) -> bool:
    try:
        return scope(path).path == path
    except Http404:
        return False


def _feeds(path: str) -> Iterator[str]:
    """The addresses of a scope's feeds; of the site, which has none, none."""
    if path != "site":
        yield from (address(path, form) for form in forms(path))


@contextmanager
def _failing_aloud() -> Iterator[None]:
    """Wagtail's backends log that an address was not purged, and go on as if it had been."""
    complaints: list[str] = []
    listener = logging.Handler(logging.ERROR)
    listener.emit = lambda record: complaints.append(record.getMessage())
    log = logging.getLogger("wagtail.frontendcache")
    log.addHandler(listener)
    try:
        yield
    finally:
        log.removeHandler(listener)
    if complaints:
        raise PurgeError(" ".join(complaints))
