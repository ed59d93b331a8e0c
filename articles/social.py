"""What a page says of itself to search engines and link previews: data here, one loop in the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

from . import machine_use, renditions, share_images
from .models import Masthead, Person, Show, Story, VideoPage
from .moments import iso
from .publishing import is_current
from .structured_data import (
    Data,
    as_json,
    breadcrumbs,
    collection,
    organization,
    profile,
    series,
    story_data,
    website,
)


@dataclass(frozen=True)
class Tag:
    """One `<meta>` element: `attribute` is "property" for Open Graph, "name" for the rest."""

    attribute: str
    key: str
    content: str


@dataclass(frozen=True)
class Meta:
    """The head of a page. Each text of `json_ld` is safe to print inside a script element of its own."""

    title: str
    description: str
    canonical: str
    robots: str
    reservation: str
    tags: list[Tag]
    json_ld: list[SafeString]
    markdown: str = ""


def story_meta(story: Story, request: HttpRequest) -> Meta:
    """The head of a story's page. An advertisement's titles start with its label, so that it survives sharing."""
    paper = Masthead.for_request(request)
    canonical = request.build_absolute_uri(story.get_url(request) or request.path)
    label = f"{story.advertisement.get_label_display()}: " if story.is_advertisement else ""
    terms = machine_use.terms_of(story, paper)
    drawn = request.build_absolute_uri(share_images.address(story, paper))
    return _told(
        request,
        Meta(
            title=f"{label}{story.seo_title or story.headline} | {paper.name}",
            description=story.summary,
            canonical=canonical,
            robots="noindex, nofollow" if hasattr(request, "review_link") else terms.robots,
            reservation=terms.reservation,
            tags=[
                *_open_graph(f"{label}{story.headline}", story.summary, canonical, paper),
                *(_share_image(story, request) or _drawn_image(drawn, f"{label}{story.headline}")),
                Tag("name", "twitter:card", "summary_large_image"),
                *_of_its_kind(story, request),
            ],
            json_ld=[as_json(data) for data in story_data(story, paper, canonical, drawn, request)],
            markdown=f"{canonical.rstrip('/')}.md" if _is_public(story) else "",
        ),
    )


def page_meta(
    request: HttpRequest, title: str = "", description: str = "", *, index: bool = True, data: Iterable[Data] = ()
) -> Meta:
    """The head of any other page; without a title, of the front page. `data` is what it has of schema.org."""
    paper = Masthead.for_request(request)
    canonical = request.build_absolute_uri(request.path)
    description = description or paper.tagline
    terms = machine_use.editorial(paper)
    return _told(
        request,
        Meta(
            title=f"{title} | {paper.name}" if title else " | ".join(filter(None, [paper.name, paper.tagline])),
            description=description,
            canonical=canonical,
            robots=terms.robots if index else "noindex",
            reservation=terms.reservation,
            tags=[
                *_open_graph(title or paper.name, description, canonical, paper),
                *_image(request.build_absolute_uri(static("img/icon-512.png")), 512, 512, "image/png", paper.name),
                Tag("name", "twitter:card", "summary"),
                Tag("property", "og:type", "website"),
            ],
            json_ld=[as_json(item) for item in data],
        ),
    )


def front_meta(request: HttpRequest, description: str) -> Meta:
    paper = Masthead.for_request(request)
    return page_meta(request, "", description, data=[organization(paper, request), website(paper, request)])


def hub_meta(request: HttpRequest, title: str, description: str, stories: Iterable[Story], heading: str = "") -> Meta:
    """The head of a list of stories: a section, a topic. `heading` is what it is called, if not by its title."""
    name = heading or title
    url = request.build_absolute_uri(request.path)
    data = [collection(name, description, url, stories, request), _trail(request, (name, url))]
    return page_meta(request, title, description, data=data)


def person_meta(request: HttpRequest, person: Person) -> Meta:
    paper = Masthead.for_request(request)
    data = [profile(person, paper, request), _trail(request, _step(request, _("Our journalists"), "people"))]
    return page_meta(request, person.name, person.biography, data=data)


def show_meta(request: HttpRequest, show: Show, stories: Iterable[Story]) -> Meta:
    data = [series(show, stories, request), _trail(request, _step(request, _("Podcasts"), "shows"))]
    return page_meta(request, show.title, show.description, data=data)


def _is_public(story: Story) -> bool:
    """Whether strangers may read it: no preview, no draft shown by a link, nothing behind a login."""
    return is_current(story) and not getattr(story, "is_restricted", True)


def _told(request: HttpRequest, meta: Meta) -> Meta:
    """Leave it where the headers of the answer are written: see `machine_use.in_headers`."""
    request.meta_of_page = meta
    return meta


def _step(request: HttpRequest, name: str, view: str) -> tuple[str, str]:
    return name, request.build_absolute_uri(reverse(view))


def _trail(request: HttpRequest, *steps: tuple[str, str]) -> Data:
    return breadcrumbs((Masthead.for_request(request).name, request.build_absolute_uri("/")), *steps)


def _open_graph(title: str, description: str, canonical: str, paper: Masthead) -> list[Tag]:
    return [
        Tag("property", "og:title", title),
        Tag("property", "og:description", description),
        Tag("property", "og:url", canonical),
        Tag("property", "og:site_name", paper.name),
        Tag("property", "og:locale", to_locale(get_language() or "en")),
    ]


def _share_image(story: Story, request: HttpRequest) -> list[Tag]:
    """The story's own picture; nothing without a usable one."""
    if not (made := renditions.usable(story.picture, renditions.SHARE)):
        return []
    return _image(
        request.build_absolute_uri(made[-1].url),
        made[-1].width,
        made[-1].height,
        "image/jpeg",
        story.alt or story.picture.alt,
    )


def _drawn_image(url: str, words: str) -> list[Tag]:
    return _image(url, share_images.WIDTH, share_images.HEIGHT, "image/png", words)


def _image(url: str, width: int, height: int, type_: str, alt: str) -> list[Tag]:
    return [
        Tag("property", "og:image", url),
        Tag("property", "og:image:type", type_),
        Tag("property", "og:image:width", str(width)),
        Tag("property", "og:image:height", str(height)),
        *([Tag("property", "og:image:alt", alt)] if alt else []),
    ]


def _of_its_kind(story: Story, request: HttpRequest) -> Iterator[Tag]:
    """What Open Graph has for a film, an episode, an article; of an advertisement only that it is an article."""
    if story.kind == story.Kind.VIDEO:
        yield Tag("property", "og:type", "video.other")
        yield from _film_tags(story, request)
        return
    yield Tag("property", "og:type", "article")
    if story.kind == story.Kind.PODCAST and story.enclosure:
        yield Tag("property", "og:audio", request.build_absolute_uri(story.enclosure["url"]))
        yield Tag("property", "og:audio:type", story.enclosure["type"])
    if not story.is_advertisement:
        yield from _article_tags(story, request)


def _film_tags(story: VideoPage, request: HttpRequest) -> Iterator[Tag]:
    if story.film:
        yield Tag("property", "og:video", request.build_absolute_uri(story.film.url))
        yield Tag("property", "og:video:type", story.film.mime_type)
    elif story.player:
        yield Tag("property", "og:video", story.player.embed_url)
        yield Tag("property", "og:video:type", "text/html")
    if story.duration:
        yield Tag("property", "video:duration", str(story.duration))
    if story.published_at:
        yield Tag("property", "video:release_date", iso(story.published_at))
    yield from (Tag("property", "video:tag", topic.name) for topic in story.topic_list)


def _article_tags(story: Story, request: HttpRequest) -> Iterator[Tag]:
    moments = {"published": story.published_at, "modified": story.updated_at, "expiration": story.expire_at}
    yield from (Tag("property", f"article:{name}_time", iso(at)) for name, at in moments.items() if at)
    if story.section:
        yield Tag("property", "article:section", story.section.title)
    for byline in story.authors:
        profile = reverse("person", args=[byline.person.slug])
        yield Tag("property", "article:author", request.build_absolute_uri(profile))
    yield from (Tag("property", "article:tag", topic.name) for topic in story.topic_list)
