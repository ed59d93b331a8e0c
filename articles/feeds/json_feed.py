"""JSON Feed 1.1. https://www.jsonfeed.org/version/1.1/ What it has no name for stands in `_newsroom`."""

from __future__ import annotations

import json

from django.utils.feedgenerator import rfc3339_date

from .document import Document
from .item import FeedItem

TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(document: Document) -> str:
    feed = {
        "version": VERSION,
        "title": document.title,
        "description": document.description,
        "home_page_url": document.home_url,
        "feed_url": document.url("json", document.page),
        "next_url": document.previous and document.url("json", document.previous),
        "icon": document.icon,
        "favicon": document.small_icon,
        "language": document.language,
        "authors": [{"name": document.publisher, "url": document.paper_url, "avatar": document.icon}],
        "hubs": [{"type": "WebSub", "url": hub} for hub in document.hubs],
        "_newsroom": known(
            {
                "id": document.id,
                "rights": document.rights,
                "deleted": [
                    known({"id": tombstone.id, "at": rfc3339_date(tombstone.at), "reason": tombstone.reason})
                    for tombstone in document.tombstones
                ],
            }
        ),
    }
    return json.dumps(known(feed) | {"items": [entry(item) for item in document.items]}, ensure_ascii=False)


def entry(item: FeedItem) -> dict:
    """A story as JSON Feed has it, and the API too."""
    return known(
        {
            "id": item.id,
            "url": item.url,
            "title": item.title,
            "summary": item.summary,
            "content_html": item.html,
            "content_text": "" if item.html else item.summary,  # one of them is required
            "date_published": rfc3339_date(item.published),
            "date_modified": rfc3339_date(item.updated),
            "authors": [{"name": name, "url": url} for name, url in item.authors],
            "tags": [name for name, _url in item.topics],
            "image": item.picture and item.picture.url,
            "attachments": item.enclosure
            and [
                known(
                    {
                        "url": item.enclosure.url,
                        "mime_type": item.enclosure.type,
                        "title": item.title,
                        "size_in_bytes": item.enclosure.length,
                        "duration_in_seconds": item.enclosure.duration,
                    }
                )
            ],
            "_newsroom": known(
                {
                    "kind": item.kind,
                    "section": item.section,
                    "caption": item.picture and item.picture.caption,
                    "credit": item.picture and item.picture.credit,
                    "alt": item.picture and item.picture.alt,
                }
            ),
        }
    )


def known(data: dict) -> dict:
    """Without what is not known."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}
