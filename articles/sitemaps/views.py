"""The addresses that crawlers ask. Nothing is built for who has the edition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.editions import by_content, by_edition
from articles.latest import Latest
from articles.moments import Span

from . import hubs, months
from .stories import of_news, of_stories, of_videos
from .xml import Url, index, urlset

CONTENT_TYPE = "application/xml; charset=utf-8"
HUBS = re.compile(r"(topics|people)-(0|[1-9]\d{0,11})", re.ASCII)
PAGES = "pages"
NO_PART = gettext_lazy("There is no such part of the sitemap.")


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Every part of the sitemap, and when it last changed."""
    return _answer(request, "sitemap", lambda: _parts(request), index)


@require_safe
def sitemap(request: HttpRequest, name: str) -> HttpResponse:
    """One part: `pages`, `topics-0`, `people-0`, or a month's stories; 404 for one that does not exist."""
    if name == PAGES:
        return by_content(request, urlset(hubs.of_pages(request)), CONTENT_TYPE)
    if not _exists(name):
        raise Http404(NO_PART)
    return _answer(request, f"sitemap-{name}", lambda: _urls(name, request), _stories)


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponse:
    """Stories of the last two days, for news search. Anew every hour, so that a story leaves when it is no news."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    return _answer(request, "news-sitemap", lambda: of_news(request), _news, hour)


@require_safe
def video_sitemap(request: HttpRequest) -> HttpResponse:
    return _answer(request, "video-sitemap", lambda: of_videos(request), _stories)


def _answer(
    request: HttpRequest,
    form: str,
    find: Callable[[], Iterable[Url]],
    write: Callable[[Iterable[Url]], str],
    clock: datetime | None = None,
) -> HttpResponse:
    """What is found, as it is written; built anew when a story begins or runs out."""

    def build() -> tuple[str, Span]:
        begun = timezone.now()
        return write(find()), Latest().span(begun)

    return by_edition(request, ["site"], form, build, CONTENT_TYPE, clock)


def _stories(urls: Iterable[Url]) -> str:
    return urlset(urls, ":image", ":video")


def _news(urls: Iterable[Url]) -> str:
    return urlset(urls, ":news")


def _parts(request: HttpRequest) -> Iterator[Url]:
    def part(name: object) -> str:
        return request.build_absolute_uri(reverse("sitemap", args=[name]))

    yield Url(part(PAGES))
    yield from (Url(part(name), changed) for name, changed in hubs.parts())
    yield from (Url(part(month), changed) for month, changed in months.parts())


def _exists(name: str) -> bool:
    """Whether there is such a part, by one look into an index; a month of stories that are gone is not told apart."""
    if match := HUBS.fullmatch(name):
        return hubs.part(match[1], int(match[2])).exists()
    month = months.Part.parse(name)
    return month is not None and month.exists


def _urls(name: str, request: HttpRequest) -> list[Url]:
    if match := HUBS.fullmatch(name):
        urls = hubs.of_hubs(match[1], int(match[2]), request)
    else:
        urls = list(of_stories(months.Part.parse(name).stories(), request))
    if not urls:
        raise Http404(NO_PART)
    return urls
