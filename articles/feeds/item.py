"""One story as every feed format writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import nh3
from django.http import HttpRequest

from articles import renditions
from articles.characters import printable as clean
from articles.latest import Latest
from articles.models import Story

TAGS = nh3.ALLOWED_TAGS | {"figure", "figcaption", "picture", "source"}


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


@dataclass(frozen=True)
class Enclosure:
    """A sound or film file: absolute `url`, MIME `type`, `length` in bytes, `duration` in seconds or None."""

    url: str
    type: str
    length: int
    duration: int | None


@dataclass(frozen=True)
class FeedItem:
    """A story as feeds show it. No text has control characters; `html` is sanitised, its addresses absolute."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    authors: tuple[str, ...]
    topics: tuple[tuple[str, str], ...]
    section: str
    published: datetime
    updated: datetime | None
    picture: Picture | None
    enclosure: Enclosure | None


def items(latest: Latest, request: HttpRequest, limit: int) -> list[FeedItem]:
    """The newest `limit` stories as items, in a fixed number of statements."""
    stories = Story.objects.for_feeds().in_order(position.pk for position in latest.keys(limit))
    return [item(story, request) for story in stories]


def item(story: Story, request: HttpRequest) -> FeedItem:
    """Build the item of one story fetched `for_feeds`."""
    url = request.build_absolute_uri(story.get_url(request))
    title = f"{story.advertisement.get_label_display()}: {story.headline}" if story.is_advertisement else story.headline
    return FeedItem(
        id=story.feed_id,
        url=url,
        title=clean(title),
        summary=clean(story.standfirst),
        html=html(story, url),
        authors=tuple(clean(byline.person.name) for byline in story.authors),
        topics=tuple(
            (clean(row.tag.name), request.build_absolute_uri(row.tag.get_absolute_url()))
            for row in story.story_topics.all()
        ),
        section=clean(story.section.title) if story.section else "",
        published=story.published_at,
        updated=story.updated_at,
        picture=picture(story, request),
        enclosure=enclosure(story, request),
    )


def html(story: Story, url: str) -> str:
    """The body as a feed reader may show it: sanitised, its addresses absolute."""
    rendered = clean(story.body.render_as_block({"story": story, "in_feed": True}))
    return nh3.clean(rendered, tags=TAGS, link_rel=None, url_relative=("rewrite_with_base", url)).strip()


def picture(story: Story, request: HttpRequest) -> Picture | None:
    image = story.lead_image
    if not (made := renditions.usable(image, renditions.FEED)):
        return None
    rendition = made[-1]
    return Picture(
        url=request.build_absolute_uri(rendition.url),
        type="image/jpeg",
        width=rendition.width,
        height=rendition.height,
        alt=clean(story.alt),
        caption=clean(story.caption),
        credit=clean(image.credit),
    )


def enclosure(story: Story, request: HttpRequest) -> Enclosure | None:
    if story.kind == story.Kind.PODCAST:
        sound = story.podcastepisodepage.enclosure
    elif story.kind == story.Kind.VIDEO and story.videopage.film:
        film = story.videopage.film
        sound = {"url": film.url, "type": film.mime_type, "length": film.size}
    else:
        sound = None
    if not sound or sound["length"] is None:
        return None
    return Enclosure(request.build_absolute_uri(sound["url"]), sound["type"], int(sound["length"]), story.duration)
