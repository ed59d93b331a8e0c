"""Who follows the publication log: see `articles.outbox`."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urlencode, urljoin

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.frontend_cache.tasks import purge_urls_from_cache_task
from wagtail.models import Site

from . import indexnow as search_engines
from . import outgoing
from . import renditions as sizes
from .feeds.scopes import address, forms, scope
from .models import FeedSubscription, Publication, Story
from .outbox import consumer


@consumer
def renditions(line: Publication) -> None:
    """Make the sizes of a story's pictures before readers ask for them."""
    stories = Story.objects.published().select_related("lead_image", "card_image")
    story = stories.filter(uid=line.story_uid).first()
    if story is None or story.picture is None:
        return
    story.picture.get_renditions(*sizes.CARD, *sizes.SHARE, *sizes.SHAPES)
    if story.lead_image:
        own = {Story.Kind.VIDEO: sizes.POSTER, Story.Kind.PODCAST: sizes.ARTWORK}.get(story.kind, ())
        story.lead_image.get_renditions(*sizes.LEAD, *sizes.FEED, *own)


@consumer
def websub(line: Publication) -> None:
    """News for who subscribed to a feed that the story is or was in, and for the hubs of others."""
    subscribed = FeedSubscription.objects.filter(scopes__contained_by=line.scopes)
    subscribed.update(wanted_at=timezone.now())
    root = f"{Site.objects.get(is_default_site=True).root_url}/"
    for hub in settings.WEBSUB_HUBS:
        feeds = [("hub.url", urljoin(root, address)) for path in line.scopes for address in _feeds(path)]
        body = urlencode([("hub.mode", "publish"), *feeds]).encode()
        answer = outgoing.send("POST", hub, body, {"Content-Type": "application/x-www-form-urlencoded"})
        if not answer.is_success:
            raise outgoing.FailedError(f"{hub} answered {answer.status}.")


@consumer
def indexnow(line: Publication) -> None:
    search_engines.tell(line)


PAGES = {"topics": "topic", "people": "person", "podcasts": "show"}


class PurgeError(RuntimeError):
    """A cache in front of the site did not forget an address."""


@consumer
def purge(line: Publication) -> None:
    """Let a cache in front of the site forget the story, under all its addresses, and the lists it is or was in."""
    if not getattr(settings, "WAGTAILFRONTENDCACHE", None):
        return
    earlier = Publication.objects.filter(story_uid=line.story_uid, pk__lte=line.pk)
    known = set(earlier.order_by().values_list("url", flat=True))
    addresses = {*known, *(f"{url.rstrip('/')}.md" for url in known), *_lists(line.scopes)}
    root = f"{Site.objects.get(is_default_site=True).root_url}/"
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
