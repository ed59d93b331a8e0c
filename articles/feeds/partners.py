"""Feeds for partners: `/partners/<token>.<rss|atom|json>`. The stories, ids and writers of the public feeds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from heapq import nlargest
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import renditions
from articles.editions import by_edition
from articles.latest import Latest, Position
from articles.models import FileUse, NewsRendition, PartnerFeed, SectionPage
from articles.models.partners import spelled
from articles.moments import Span

from .delivery import WRITERS
from .document import Document, head
from .item import FeedItem, items, span
from .scopes import NO_FEED, Scope
from .tombstones import ended, was_in

MOST = 50
"""Stories in a feed."""


@require_safe
def partner_feed(request: HttpRequest, token: str, form: str) -> HttpResponse:
    """What a partner may have, to who has the address; 410 once that is over, 404 for an address that is none."""
    key = PartnerFeed.key_in(token)
    if key is None:
        raise Http404(NO_FEED)
    feed = get_object_or_404(PartnerFeed, key=key)
    if feed.is_over:
        response = HttpResponse(_("This feed has ended."), status=410, content_type="text/plain; charset=utf-8")
    else:
        feed.note_use(timezone.now())
        response = _current(request, feed, form)
    patch_cache_control(response, private=True)
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _current(request: HttpRequest, feed: PartnerFeed, form: str) -> HttpResponse:
    write, type_ = WRITERS[form]
    subject = Subject(feed)

    def build() -> tuple[str, Span]:
        begun = timezone.now()
        made = document(subject, request)
        return write(made), span(begun, made.items, *subject.lists())

    changed_at = max(filter(None, (feed.changed_at, subject.entered)))
    version = f"{form}-partner-{feed.pk}-{feed.changed_at.timestamp()}"
    return by_edition(request, ["paper", *subject.scopes], version, build, f"{type_}; charset=utf-8", changed_at)


class Subject:
    """What a partner's feed is about: the lists it is put together from, and their scopes."""

    def __init__(self, feed: PartnerFeed) -> None:
        self.feed = feed
        self.sections = list(SectionPage.objects.open_to_all().filter(pk__in=feed.sections.values("pk")))
        self.topics = list({topic.canonical or topic for topic in feed.topics.select_related("canonical")})
        self.people = list(feed.people.all())

    @property
    def _news(self) -> list[str]:
        chosen = [subject.feed_scope for subject in (*self.sections, *self.topics, *self.people)]
        return ["latest"] if self.feed.everything else chosen

    @property
    def scopes(self) -> list[str]:
        return [*self._news, *(["site"] if self.feed.advertisements else [])]

    def lists(self) -> Iterable[Latest]:
        feed, kinds = self.feed, tuple(self.feed.kinds)
        for section in [None] if feed.everything else self.sections:
            yield Latest(section=section, kinds=kinds)
            if feed.advertisements:
                yield Latest(section=section, advertisements=True)
        if not feed.everything:
            if self.topics:
                yield Latest(topics=tuple(self.topics), kinds=kinds)
            for person in self.people:
                yield Latest(person=person, kinds=kinds)

    @cached_property
    def places(self) -> list[Position]:
        """The newest that have entered, each once."""
        entering = Position(timezone.now() - self.feed.lag, 0)
        return nlargest(MOST, {place for latest in self.lists() for place in latest.keys(MOST, before=entering)})

    @property
    def entered(self) -> datetime | None:
        """When the newest came in by the clock alone, as with a delay every story does."""
        return self.places[0].published_at + self.feed.lag if self.feed.delay and self.places else None

    @property
    def withdrawn(self) -> Q:
        """Lines of the log about what is no longer in any of the lists."""
        news = was_in(*self._news)
        if self.feed.kinds:
            news &= Q(scopes__overlap=[f"kinds/{kind}s" for kind in self.feed.kinds])
        return news | Q(scopes=["site"]) if self.feed.advertisements else news


def document(subject: Subject, request: HttpRequest) -> Document:
    feed, keys = subject.feed, [place.pk for place in subject.places]
    scope = Scope(feed.feed_scope, feed.name, "", "/", key=f"partners/{feed.pk}")
    stories = items(keys, request)  # first: this makes the sizes of pictures that nobody has seen yet
    free = _free_pictures(keys, feed)
    given = [_given(story, feed, free) for story in stories]
    return replace(head(scope, request), items=given, tombstones=ended(subject.withdrawn))


def _given(story: FeedItem, feed: PartnerFeed, free: set[str]) -> FeedItem:
    """As much of a story as the partner may have."""
    shown = story.picture if story.picture and _path(story.picture.url) in free else None
    if feed.text == PartnerFeed.Text.TEASER:
        return replace(story, picture=shown, html="", enclosure=None)
    return replace(story, picture=shown, html=_without_others(story.html, free))


def _free_pictures(keys: list[int], feed: PartnerFeed) -> set[str]:
    """Paths of the pictures of these stories that may leave the house, as feeds show them."""
    licences = feed.free_licences
    if not licences:
        return set()
    used = FileUse.objects.filter(page__in=keys, image__isnull=False).values("image")
    sizes = NewsRendition.objects.filter(image__in=used, filter_spec__in=renditions.FEED).select_related("image")
    return {_path(size.url) for size in sizes if spelled(size.image.licence) in licences}


def _without_others(html: str, free: set[str]) -> str:
    """The text without every picture that is not among the free ones, and without what is printed beside it."""
    text = BeautifulSoup(html, "html.parser")
    others = [picture for picture in text.find_all("img") if _path(picture.get("src", "")) not in free]
    for picture in others:
        figure = picture.find_parent("figure")
        link = picture.find_parent("a")
        (link or picture).decompose()
        if figure and not figure.find(["img", "a"]):  # a film at a provider still has its link
            figure.decompose()
    return str(text) if others else html


def _path(url: str) -> str:
    return urlsplit(url).path
