"""The texts of stories as feeds show them, each made once for all formats and scopes.

A text is used again while its story, the pages that it links to and the files that it shows are as they were.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import nh3
from django.core.cache import caches
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.translation import get_language
from wagtail.models import Page

from articles import files, prose_links, renditions
from articles.characters import printable
from articles.models import NewsImage, NewsRendition, Story
from articles.release import release

if TYPE_CHECKING:
    from .item import FeedItem, Picture

TAGS = nh3.ALLOWED_TAGS | {"figure", "figcaption", "picture", "source"}

type Reference = tuple[type[Model], str]
"""`Page`, or the model of a file, and a key."""


@dataclass(frozen=True)
class Text:
    """`html`, and what everything that it refers to was like just before it was made."""

    html: str
    shown: dict[Reference, object]

    @property
    def links(self) -> frozenset[int]:
        """Keys of the pages that it leads to, or would if readers could open them."""
        return _pages_among(self.shown)


def texts(stories: Sequence[Story], items: Sequence[FeedItem]) -> list[Text]:
    """The text of each story, whose item is what it is but for that."""
    cache = caches["texts"]
    keys = [_key(story, item) for story, item in zip(stories, items, strict=True)]
    kept: dict[str, Text] = cache.get_many(keys)
    now = _looks({reference for text in kept.values() for reference in text.shown})
    valid = {key: text for key, text in kept.items() if all(now[to] == seen for to, seen in text.shown.items())}
    if missing := {key: at for at, key in enumerate(keys) if key not in valid}:
        made = _make([(key, stories[at], items[at]) for key, at in missing.items()])
        cache.set_many(made)
        valid |= made
    return [valid[key] for key in keys]


def _key(story: Story, item: FeedItem) -> str:
    """What the text is made of, references aside."""
    paid = story.advertisement
    paid_by = paid and (paid.label, paid.sponsor.name)
    picture = item.picture and (
        urlsplit(item.picture.url)._replace(query="").geturl(),  # where addresses are signed, anew each time
        *(item.picture.width, item.picture.height, item.picture.alt, item.picture.caption, item.picture.credit),
    )
    parts = (get_language(), item.url, picture, story.kind, paid_by, story.dateline, list(story.body.raw_data))
    return blake2s(repr((release(), *parts)).encode()).hexdigest()


def _make(wanted: Iterable[tuple[str, Story, FeedItem]]) -> dict[str, Text]:
    """New texts. What they refer to is looked at first, so that no text is taken for newer than it is."""
    wanted = [(key, story, item, set(_references(story))) for key, story, item in wanted]
    looks = _looks({reference for *_story, references in wanted for reference in references})
    return {
        key: Text(html(story, item.url, item.picture), {to: looks[to] for to in references})
        for key, story, item, references in wanted
    }


def links(story: Story) -> frozenset[int]:
    """Keys of the pages that a story's body leads to."""
    return _pages_among(_references(story))


def _pages_among(references: Iterable[Reference]) -> frozenset[int]:
    return frozenset(int(key) for model, key in references if model is Page and key.isdecimal())


def _references(story: Story) -> Iterator[Reference]:
    for model, key, *_path in story.body.stream_block.extract_references(story.body):
        if model is Page or model in files.KINDS:
            yield model, str(key)


def _looks(references: Iterable[Reference]) -> dict[Reference, object]:
    """How what is referred to looks to readers now; None for what is not there for them."""
    keys: dict[type[Model], set[str]] = defaultdict(set)
    for model, key in references:
        keys[model].add(key)
    looks: dict[Reference, object] = {(model, key): None for model in keys for key in keys[model]}
    if linked := keys.pop(Page, None):
        pages = prose_links.open_pages(linked)
        looks |= {(Page, key): page and (page.url_path, page.ad_label) for key, page in pages.items()}
    for model in keys:
        looks |= {(model, str(row[0])): row for row in model.objects.filter(pk__in=keys[model]).values_list()}
    sizes = NewsRendition.objects.filter(image__in=keys.get(NewsImage, ()), filter_spec__in=renditions.FEED)
    for image, file in sizes.values_list("image", "file"):
        looks[NewsImage, str(image)] = (looks[NewsImage, str(image)], file)
    return looks


def html(story: Story, url: str, picture: Picture | None) -> str:
    """Picture and body as a feed reader may show them: sanitised, addresses absolute."""
    body = story.body.render_as_block({"story": story, "in_feed": True})
    rendered = render_to_string("feeds/content.html", {"story": story, "url": url, "picture": picture, "body": body})
    dense = re.sub(r"\s*\n\s*", "\n", printable(rendered))
    return nh3.clean(dense, tags=TAGS, link_rel=None, url_relative=("rewrite_with_base", url)).strip()
