"""What the schemas of sitemaps ask for, as checks: elements, their order, types and limits.

https://www.sitemaps.org/protocol.html, https://developers.google.com/search/docs/crawling-indexing/sitemaps/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
VIDEO = "{http://www.google.com/schemas/sitemap-video/1.1}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
MOST_BYTES = 50 * 1024 * 1024
MOST_URLS = 50_000


@dataclass(frozen=True)
class Child:
    """An element inside another: how often it may stand there, and what its text must be."""

    tag: str
    least: int
    most: int
    text: str = ""


PLACE = (Child(f"{SITEMAP}loc", 1, 1, "address"), Child(f"{SITEMAP}lastmod", 0, 1, "date"))
CONTENT: dict[str, tuple[Child, ...]] = {
    f"{SITEMAP}sitemapindex": (Child(f"{SITEMAP}sitemap", 1, MOST_URLS),),
    f"{SITEMAP}sitemap": PLACE,
    f"{SITEMAP}urlset": (Child(f"{SITEMAP}url", 0, MOST_URLS),),
    f"{SITEMAP}url": (
        *PLACE,
        Child(f"{NEWS}news", 0, 1),
        Child(f"{IMAGE}image", 0, 1000),
        Child(f"{VIDEO}video", 0, 1),
    ),
    f"{IMAGE}image": (Child(f"{IMAGE}loc", 1, 1, "address"),),
    f"{NEWS}news": (
        Child(f"{NEWS}publication", 1, 1),
        Child(f"{NEWS}publication_date", 1, 1, "date"),
        Child(f"{NEWS}title", 1, 1, "words"),
    ),
    f"{NEWS}publication": (Child(f"{NEWS}name", 1, 1, "words"), Child(f"{NEWS}language", 1, 1, "language")),
    f"{VIDEO}video": (
        Child(f"{VIDEO}thumbnail_loc", 1, 1, "address"),
        Child(f"{VIDEO}title", 1, 1, "words"),
        Child(f"{VIDEO}description", 1, 1, "description"),
        Child(f"{VIDEO}content_loc", 0, 1, "address"),
        Child(f"{VIDEO}player_loc", 0, 1, "address"),
        Child(f"{VIDEO}duration", 0, 1, "seconds"),
        Child(f"{VIDEO}expiration_date", 0, 1, "date"),
        Child(f"{VIDEO}publication_date", 0, 1, "date"),
        Child(f"{VIDEO}tag", 0, 32, "words"),
    ),
}


def faults(content: bytes) -> list[str]:
    """What is wrong with a sitemap or an index of sitemaps."""
    root = ElementTree.fromstring(content)
    found = [] if root.tag in (f"{SITEMAP}urlset", f"{SITEMAP}sitemapindex") else [f"root is {root.tag}"]
    if len(content) > MOST_BYTES:
        found.append("too many bytes")
    found += _faults(root)
    found += ["a film has no file and no player" for film in root.iter(f"{VIDEO}video") if not _plays(film)]
    places = [loc.text for loc in root.iter(f"{SITEMAP}loc")]
    return found + [f"{place} stands twice" for place in set(places) if places.count(place) > 1]


def _plays(film: Element) -> bool:
    return film.find(f"{VIDEO}content_loc") is not None or film.find(f"{VIDEO}player_loc") is not None


def _faults(element: Element) -> Iterator[str]:
    allowed = CONTENT[element.tag]
    order = [child.tag for child in allowed]
    tags = [child.tag for child in element]
    if unknown := set(tags) - set(order):
        yield f"{element.tag} holds {unknown}"
        return
    if sorted(tags, key=order.index) != tags:
        yield f"{element.tag} holds {tags} in the wrong order"
    for child in allowed:
        if not child.least <= tags.count(child.tag) <= child.most:
            yield f"{element.tag} holds {tags.count(child.tag)} of {child.tag}"
    for inner, child in ((inner, allowed[order.index(inner.tag)]) for inner in element):
        if child.text and not TEXTS[child.text](inner.text or ""):
            yield f"{child.tag} is {inner.text!r}"
        if inner.tag in CONTENT:
            yield from _faults(inner)


TEXTS = {
    "address": lambda text: 12 <= len(text) <= 2048 and urlsplit(text).scheme in {"http", "https"} and text.isascii(),
    "date": DATE.fullmatch,
    "words": str.strip,
    "language": re.compile("[a-z]{2,3}").fullmatch,
    "description": lambda text: 0 < len(text) <= 2048,
    "seconds": lambda text: 1 <= int(text) <= 28_800,
}
