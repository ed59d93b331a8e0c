"""What a page says of itself to search engines and link previews: data here, one loop in the template."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, to_locale

from . import renditions
from .models import Masthead, NewsImage, Story
from .structured_data import as_json, story_data


@dataclass(frozen=True)
class Tag:
    """One `<meta>` element: `attribute` is "property" for Open Graph, "name" for the rest."""

    attribute: str
    key: str
    content: str


@dataclass(frozen=True)
class Meta:
    """The head of a page: `json_ld` is safe to print inside a script element, empty where there is none."""

    title: str
    description: str
    canonical: str
    robots: str = "max-image-preview:large"
    tags: list[Tag] = field(default_factory=list)
    json_ld: str = ""


def story_meta(story: Story, request: HttpRequest) -> Meta:
    """The head of a story's page. An advertisement's titles start with its label, so that it survives sharing."""
    paper = Masthead.for_request(request)
    canonical = request.build_absolute_uri(story.get_url(request) or request.path)
    label = f"{story.advertisement.get_label_display()}: " if story.is_advertisement else ""
    title = f"{label}{story.headline}"
    hidden = story.is_advertisement or hasattr(request, "review_link")
    tags = [
        *_open_graph(title, story.summary, canonical, paper),
        *_share_image(story.picture, story.alt, request),
        Tag("property", "og:type", "video.other" if story.kind == story.Kind.VIDEO else "article"),
    ]
    if not story.is_advertisement:
        tags += _article_tags(story, request)
    return Meta(
        title=f"{label}{story.seo_title or story.headline} | {paper.name}",
        description=story.summary,
        canonical=canonical,
        robots="noindex, nofollow" if hidden else "max-image-preview:large",
        tags=tags,
        json_ld=as_json(story_data(story, paper, canonical, request)),
    )


def page_meta(request: HttpRequest, title: str = "", description: str = "", *, index: bool = True) -> Meta:
    """The head of any other page; without a title, of the front page."""
    paper = Masthead.for_request(request)
    canonical = request.build_absolute_uri(request.path)
    description = description or paper.tagline
    return Meta(
        title=f"{title} | {paper.name}" if title else " | ".join(filter(None, [paper.name, paper.tagline])),
        description=description,
        canonical=canonical,
        robots="max-image-preview:large" if index else "noindex",
        tags=[
            *_open_graph(title or paper.name, description, canonical, paper),
            Tag("property", "og:type", "website"),
        ],
    )


def _open_graph(title: str, description: str, canonical: str, paper: Masthead) -> list[Tag]:
    return [
        Tag("property", "og:title", title),
        Tag("property", "og:description", description),
        Tag("property", "og:url", canonical),
        Tag("property", "og:site_name", paper.name),
        Tag("property", "og:locale", to_locale(get_language() or "en")),
        Tag("name", "twitter:card", "summary_large_image"),
    ]


def _share_image(image: NewsImage | None, alt: str, request: HttpRequest) -> list[Tag]:
    if not (made := renditions.usable(image, renditions.SHARE)):
        return []
    rendition = made[-1]
    return [
        Tag("property", "og:image", request.build_absolute_uri(rendition.url)),
        Tag("property", "og:image:width", str(rendition.width)),
        Tag("property", "og:image:height", str(rendition.height)),
        Tag("property", "og:image:alt", alt or image.alt),
    ]


def _article_tags(story: Story, request: HttpRequest) -> list[Tag]:
    tags = []
    if story.published_at:
        tags.append(Tag("property", "article:published_time", story.published_at.isoformat()))
    if story.updated_at:
        tags.append(Tag("property", "article:modified_time", story.updated_at.isoformat()))
    if story.section:
        tags.append(Tag("property", "article:section", story.section.title))
    people = [request.build_absolute_uri(reverse("person", args=[byline.person.slug])) for byline in story.authors]
    tags += [Tag("property", "article:author", url) for url in people]
    tags += [Tag("property", "article:tag", topic.name) for topic in story.topic_list]
    return tags
