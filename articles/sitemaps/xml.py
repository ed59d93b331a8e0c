"""Sitemaps as text, in the order of elements that the schemas ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from articles.characters import printable

MOST = 50_000
"""Addresses in one file, by the protocol."""
NAMESPACES = {
    "": "http://www.sitemaps.org/schemas/sitemap/0.9",
    ":image": "http://www.google.com/schemas/sitemap-image/1.1",
    ":video": "http://www.google.com/schemas/sitemap-video/1.1",
    ":news": "http://www.google.com/schemas/sitemap-news/0.9",
}
LONGEST_VIDEO = 28_800
LONGEST_DESCRIPTION = 2048
MOST_TAGS = 32
"""What search engines take of a film: seconds, characters, topics."""


@dataclass(frozen=True)
class Video:
    """A film of a page: absolute addresses; either `content_loc`, a file, or `player_loc`. `duration` in seconds.

    `tags` are names of its topics, `MOST_TAGS` at most.
    """

    thumbnail_loc: str
    title: str
    description: str
    content_loc: str
    player_loc: str
    duration: int | None
    expires: datetime | None
    published: datetime
    tags: list[str]


@dataclass(frozen=True)
class News:
    """What the news sitemap says of a story: the paper, its language, the story's first date and its headline."""

    name: str
    language: str
    published: datetime
    title: str


@dataclass(frozen=True)
class Url:
    """A page: absolute address, and when it last changed in substance."""

    loc: str
    lastmod: datetime | None = None
    image: str = ""
    video: Video | None = None
    news: News | None = None


def moment(at: datetime) -> str:
    """A W3C date and time, to the second."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def index(parts: Iterable[Url]) -> str:
    return _document("sitemapindex", ("",), (f"<sitemap>{_place(part)}</sitemap>" for part in parts))


def urlset(urls: Iterable[Url], *extensions: str) -> str:
    """The file; `extensions` are the namespaces it uses, such as `:image`."""
    return _document("urlset", ("", *extensions), (f"<url>{''.join(_url(url))}</url>" for url in urls))


def _document(root: str, namespaces: Iterable[str], lines: Iterable[str]) -> str:
    declared = "".join(f' xmlns{name}="{NAMESPACES[name]}"' for name in namespaces)
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f"<{root}{declared}>", *lines, f"</{root}>", ""])


def _url(url: Url) -> Iterator[str]:
    yield _place(url)
    if url.news:
        publication = _tag("news:name", url.news.name) + _tag("news:language", url.news.language)
        date = _tag("news:publication_date", moment(url.news.published))
        title = _tag("news:title", url.news.title)
        yield f"<news:news><news:publication>{publication}</news:publication>{date}{title}</news:news>"
    if url.image:
        yield f"<image:image>{_tag('image:loc', url.image)}</image:image>"
    if url.video:
        yield f"<video:video>{''.join(_video(url.video))}</video:video>"


def _place(url: Url) -> str:
    return _tag("loc", url.loc) + (_tag("lastmod", moment(url.lastmod)) if url.lastmod else "")


def _video(video: Video) -> Iterator[str]:
    yield _tag("video:thumbnail_loc", video.thumbnail_loc)
    yield _tag("video:title", video.title)
    yield _tag("video:description", video.description[:LONGEST_DESCRIPTION])
    if video.content_loc:
        yield _tag("video:content_loc", video.content_loc)
    else:
        yield _tag("video:player_loc", video.player_loc)
    if video.duration and video.duration <= LONGEST_VIDEO:
        yield _tag("video:duration", str(video.duration))
    if video.expires:
        yield _tag("video:expiration_date", moment(video.expires))
    yield _tag("video:publication_date", moment(video.published))
    yield from (_tag("video:tag", tag) for tag in video.tags)


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(printable(text))}</{name}>"
