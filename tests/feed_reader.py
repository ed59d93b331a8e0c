"""A feed reader of three formats: what each says, in one shape."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from django.test import Client

NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
}
TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}


@dataclass
class Entry:
    """`updated` is None in RSS, which has no name for it."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime | None
    authors: list[str]
    topics: list[str]
    picture: str | None
    credit: str | None
    enclosure: tuple[str, str, int] | None


@dataclass
class Feed:
    title: str
    home: str
    own: str
    previous: str | None
    is_archive: bool
    entries: list[Entry]
    deleted: dict[str, str]
    """Reasons by id."""


def read(text: bytes, form: str) -> Feed:
    return {"rss": _rss, "atom": _atom, "json": _json}[form](text)


def _text(element: Element, path: str) -> str:
    return element.findtext(path, "", NAMES)


def _link(element: Element, rel: str) -> str | None:
    links = element.findall(f"a:link[@rel='{rel}']", NAMES)
    assert len(links) <= 1, rel
    return links[0].get("href") if links else None


def _picture(element: Element) -> tuple[str | None, str | None]:
    picture = element.find("media:content", NAMES)
    return (None, None) if picture is None else (picture.get("url"), _text(picture, "media:credit") or None)


def _enclosure(element: Element | None, url: str) -> tuple[str, str, int] | None:
    return None if element is None else (element.get(url), element.get("type"), int(element.get("length")))


def _deleted(element: Element) -> dict[str, str]:
    return {gone.get("ref"): _text(gone, "at:comment") for gone in element.findall("at:deleted-entry", NAMES)}


def _rss(text: bytes) -> Feed:
    channel = ElementTree.fromstring(text).find("channel")
    entries = []
    for item in channel.findall("item"):
        picture, credit = _picture(item)
        assert item.find("guid").get("isPermaLink") == "false"
        entries.append(
            Entry(
                _text(item, "guid"),
                _text(item, "link"),
                _text(item, "title"),
                _text(item, "description"),
                _text(item, "content:encoded"),
                parsedate_to_datetime(_text(item, "pubDate")),
                None,
                [name.text for name in item.findall("dc:creator", NAMES)],
                [category.text for category in item.findall("category")],
                picture,
                credit,
                _enclosure(item.find("enclosure"), "url"),
            )
        )
    is_archive = channel.find("fh:archive", NAMES) is not None
    return Feed(
        _text(channel, "title"),
        _text(channel, "link"),
        _link(channel, "self"),
        _link(channel, "prev-archive"),
        is_archive,
        entries,
        _deleted(channel),
    )


def _atom(text: bytes) -> Feed:
    feed = ElementTree.fromstring(text)
    entries = []
    for entry in feed.findall("a:entry", NAMES):
        picture, credit = _picture(entry)
        entries.append(
            Entry(
                _text(entry, "a:id"),
                _link(entry, "alternate"),
                _text(entry, "a:title"),
                _text(entry, "a:summary"),
                _text(entry, "a:content"),
                datetime.fromisoformat(_text(entry, "a:published")),
                datetime.fromisoformat(_text(entry, "a:updated")),
                [_text(author, "a:name") for author in entry.findall("a:author", NAMES)],
                [category.get("label") for category in entry.findall("a:category", NAMES)],
                picture,
                credit,
                _enclosure(entry.find("a:link[@rel='enclosure']", NAMES), "href"),
            )
        )
    is_archive = feed.find("fh:archive", NAMES) is not None
    return Feed(
        _text(feed, "a:title"),
        _link(feed, "alternate"),
        _link(feed, "self"),
        _link(feed, "prev-archive"),
        is_archive,
        entries,
        _deleted(feed),
    )


def _json(text: bytes) -> Feed:
    feed = json.loads(text)
    entries = []
    for item in feed["items"]:
        attachment = item.get("attachments", [None])[0]
        entries.append(
            Entry(
                item["id"],
                item["url"],
                item["title"],
                item["summary"],
                item.get("content_html", ""),
                datetime.fromisoformat(item["date_published"]),
                datetime.fromisoformat(item["date_modified"]),
                [author["name"] for author in item.get("authors", [])],
                item.get("tags", []),
                item.get("image"),
                item["_newsroom"].get("credit"),
                attachment and (attachment["url"], attachment["mime_type"], attachment["size_in_bytes"]),
            )
        )
    deleted = {gone["id"]: gone.get("reason", "") for gone in feed["_newsroom"].get("deleted", [])}
    own, previous = feed["feed_url"], feed.get("next_url")
    return Feed(feed["title"], feed["home_page_url"], own, previous, "/archive/" in own, entries, deleted)


def walk(client: Client, start: str, form: str, meanwhile: Callable[[int], None] = lambda step: None) -> Iterator[Feed]:
    """The documents of a feed from the live one to its first page."""
    path, seen = start, set()
    while path:
        assert path not in seen, "a page that leads back"
        seen.add(path)
        response = client.get(path)
        assert response.status_code == 200, path
        feed = read(response.content, form)
        assert urlsplit(feed.own).path == path
        yield feed
        meanwhile(len(seen))
        path = feed.previous and urlsplit(feed.previous).path
