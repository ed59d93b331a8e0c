"""What sitemaps say of stories: each month's, the news of two days, films."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from urllib.parse import quote

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.core.files.storage import default_storage
from django.db.models import F, OuterRef, Subquery
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Site

from articles import providers, renditions
from articles.models import Masthead, NewsRendition, Story, StoryTopic, VideoPage
from articles.querysets import StoryQuerySet
from articles.share_images import ShareImage

from .xml import MOST_TAGS, News, Url, Video

NEWS_AGE = timedelta(days=2)
NEWS_MOST = 1000
VIDEOS_MOST = 1000
"""Older films are in the sitemaps of their months."""
FILM = (
    *("pk", "uid", "title", "kicker", "standfirst", "search_description"),
    *("provider_url", "duration", "expire_at", "published_at"),
)
SAFE = "/~:@!$&'()*+,;="
"""What Django leaves unquoted in a path."""


def of_stories(stories: StoryQuerySet, request: HttpRequest) -> Iterator[Url]:
    """Stories with the largest size of their picture that has been made, and their films."""
    address = _addresses(request)
    sizes = NewsRendition.objects.filter(image=OuterRef("lead_image"), filter_spec__in=renditions.LEAD)
    rows = stories.annotate(
        changed=F("updated_at"), picture_file=Subquery(sizes.order_by("-width").values("file")[:1])
    ).values_list("pk", "kind", "url_path", "published_at", "changed", "picture_file")
    rows = list(rows)
    films = _films([pk for pk, kind, *_rest in rows if kind == Story.Kind.VIDEO], request)
    for pk, _kind, path, published, updated, picture in rows:
        image = request.build_absolute_uri(default_storage.url(picture)) if picture else ""
        yield Url(address(path), updated or published, image=image, video=films.get(pk))


def of_news(request: HttpRequest) -> Iterator[Url]:
    """Editorial work of the last two days, newest first."""
    address = _addresses(request)
    name = Masthead.for_request(request).name
    language = settings.LANGUAGE_CODE.partition("-")[0]
    fresh = Story.objects.latest_stories().filter(published_at__gt=timezone.now() - NEWS_AGE)
    columns = ("url_path", "published_at", "updated_at", "title")
    for path, published, updated, title in fresh.values_list(*columns)[:NEWS_MOST]:
        yield Url(address(path), updated or published, news=News(name, language, published, title))


def of_videos(request: HttpRequest) -> Iterable[Url]:
    """The newest films."""
    films = Story.objects.latest_stories().of_kind(Story.Kind.VIDEO)[:VIDEOS_MOST]
    return (url for url in of_stories(films, request) if url.video)


def _films(keys: list[int], request: HttpRequest) -> dict[int, Video]:
    """Films by their story's key; one without anything to play is missing."""
    if not keys:
        return {}
    posters = NewsRendition.objects.filter(image=OuterRef("lead_image"), filter_spec__in=renditions.POSTER)
    topics = StoryTopic.objects.filter(content_object=OuterRef("pk"))
    rows = (
        VideoPage.objects.filter(pk__in=keys)
        .annotate(
            poster=Subquery(posters.order_by("-width").values("file")[:1]),
            file=F("film__file"),
            tags=ArraySubquery(topics.order_by("tag__name").values("tag__name")[:MOST_TAGS]),
        )
        .values(*FILM, "poster", "file", "tags")
    )
    paper = Masthead.for_request(request)
    return {row["pk"]: _film(row, paper, request) for row in rows if row["file"] or row["provider_url"]}


def _film(row: dict, paper: Masthead, request: HttpRequest) -> Video:
    drawn = ShareImage(paper.name, "", row["kicker"], row["title"])
    poster = default_storage.url(row["poster"]) if row["poster"] else drawn.address(row["uid"])
    return Video(
        thumbnail_loc=request.build_absolute_uri(poster),
        title=row["title"],
        description=row["search_description"] or row["standfirst"],
        content_loc=request.build_absolute_uri(default_storage.url(row["file"])) if row["file"] else "",
        player_loc="" if row["file"] else providers.player(row["provider_url"]).embed_url,
        duration=row["duration"],
        expires=row["expire_at"],
        published=row["published_at"],
        tags=row["tags"],
    )


def _addresses(request: HttpRequest) -> Callable[[str], str]:
    """Absolute addresses from paths in the page tree, as `get_url` gives them, without a look-up for each."""
    site = Site.find_for_request(request)
    root = next(root.root_path for root in Site.get_site_root_paths() if root.site_id == site.pk)
    home = request.build_absolute_uri("/")
    return lambda path: home + quote(path.removeprefix(root), safe=SAFE)
