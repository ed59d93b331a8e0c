"""One story as every feed format writes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from operator import and_

from django.http import HttpRequest

from articles import prose_links, renditions
from articles.characters import printable as clean
from articles.latest import Latest
from articles.models import Story
from articles.moments import Span

from .texts import texts


@dataclass(frozen=True)
class Thumbnail:
    """A picture for lists: absolute `url`, pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """A story's picture in a feed: absolute `url`, `type`, pixels, and what must be printed beside it."""

    url: str
    type: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    licence: str
    thumbnail: Thumbnail


@dataclass(frozen=True)
class Enclosure:
    """A sound or film file: absolute `url`, MIME `type`, `length` in bytes, `duration` in seconds or None."""

    url: str
    type: str
    length: int
    duration: int | None


@dataclass(frozen=True)
class FeedItem:
    """A story as feeds show it. No text has control characters; `html` is sanitised, its addresses absolute.

    An advertisement's label begins its title, its summary and its content. `authors` and `topics` are names and
    addresses, `links` are keys of pages of ours. `updated` is the last change of substance. Dates are whole seconds.
    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    authors: tuple[tuple[str, str], ...]
    topics: tuple[tuple[str, str], ...]
    kind: str
    section: str
    published: datetime
    updated: datetime
    picture: Picture | None
    enclosure: Enclosure | None
    links: frozenset[int]


def items(keys: Iterable[int], request: HttpRequest) -> list[FeedItem]:
    """The stories with these keys as items, in a fixed number of statements."""
    return items_of(Story.objects.feed_stories(keys), request)


def items_of(stories: Sequence[Story], request: HttpRequest) -> list[FeedItem]:
    """The items of stories fetched `for_feeds`."""
    made = [_without_text(story, request) for story in stories]
    told = zip(made, texts(stories, made), strict=True)
    return [replace(item, html=text.html, links=text.links) for item, text in told]


def span(at: datetime, items: Iterable[FeedItem], *lists: Latest) -> Span:
    """Around a moment: the time in which the clock changes none of the lists, and nothing that a text leads to."""
    leads_to = prose_links.span(at, {key for item in items for key in item.links})
    return reduce(and_, (latest.span(at) for latest in lists), leads_to)


def _without_text(story: Story, request: HttpRequest) -> FeedItem:
    label = f"{story.advertisement.get_label_display()}: " if story.is_advertisement else ""
    return FeedItem(
        id=story.feed_id,
        url=request.build_absolute_uri(story.get_url(request)),
        title=clean(label + story.headline),
        summary=clean(label + story.standfirst),
        html="",
        authors=tuple(
            (clean(byline.person.name), request.build_absolute_uri(byline.person.get_absolute_url()))
            for byline in story.authors
        ),
        topics=tuple(
            (clean(topic.name), request.build_absolute_uri(topic.get_absolute_url())) for topic in story.topic_list
        ),
        kind=story.kind,
        section=clean(story.section_title or ""),
        published=story.published_at.replace(microsecond=0),
        updated=(story.updated_at or story.published_at).replace(microsecond=0),
        picture=picture(story, request),
        enclosure=enclosure(story, request),
        links=frozenset(),
    )


def picture(story: Story, request: HttpRequest) -> Picture | None:
    image = story.lead_image
    if not (made := renditions.usable(image, (*renditions.FEED, *renditions.THUMBNAIL))):
        return None
    small, rendition = made[0], made[-1]
    return Picture(
        url=request.build_absolute_uri(rendition.url),
        type="image/jpeg",
        width=rendition.width,
        height=rendition.height,
        alt=clean(story.alt),
        caption=clean(story.caption),
        credit=clean(image.credit),
        licence=clean(image.licence),
        thumbnail=Thumbnail(request.build_absolute_uri(small.url), small.width, small.height),
    )


def enclosure(story: Story, request: HttpRequest) -> Enclosure | None:
    """The sound or film; None for one whose length is not known, which RSS requires."""
    sound = story.recording and story.recording.enclosure
    if not sound or not sound["length"]:
        return None
    return Enclosure(request.build_absolute_uri(sound["url"]), sound["type"], int(sound["length"]), story.duration)
