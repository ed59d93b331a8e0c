"""Atom 1.0 with full content and Media RSS. https://www.rfc-editor.org/rfc/rfc4287"""

from __future__ import annotations

from django.utils.feedgenerator import rfc3339_date

from .document import Document
from .item import FeedItem
from .xml import HISTORY, MEDIA, TOMBSTONES, FeedXml

TYPE = "application/atom+xml"
NAMES = {"xmlns": "http://www.w3.org/2005/Atom", "xmlns:at": TOMBSTONES, "xmlns:fh": HISTORY, "xmlns:media": MEDIA}


def atom(document: Document) -> str:
    xml = FeedXml(document, "atom", TYPE)
    with xml.inside("feed", **NAMES, **{"xml:lang": document.language}):
        xml.add("id", document.id)
        xml.add("title", document.title)
        xml.add("subtitle", document.description)
        xml.add("updated", rfc3339_date(document.edited))
        with xml.inside("author"):  # of entries that nobody signs
            xml.add("name", document.publisher)
            xml.add("uri", document.paper_url)
        xml.add("icon", document.small_icon)
        xml.add("rights", document.rights)
        xml.add("generator", "Newsroom")
        xml.link("alternate", document.home_url, type="text/html")
        xml.history()
        for item in document.items:
            with xml.inside("entry"):
                _entry(xml, item)
    return xml.text()


def _entry(xml: FeedXml, item: FeedItem) -> None:
    xml.add("id", item.id)
    xml.add("title", item.title)
    xml.link("alternate", item.url, type="text/html")
    xml.add("published", rfc3339_date(item.published))
    xml.add("updated", rfc3339_date(item.updated))
    for name, url in item.authors:
        with xml.inside("author"):
            xml.add("name", name)
            xml.add("uri", url)
    for name, url in item.topics:
        xml.empty("category", term=name, scheme=url, label=name)
    xml.add("summary", item.summary)
    xml.add("content", item.html, type="html")
    if item.enclosure:
        xml.link("enclosure", item.enclosure.url, type=item.enclosure.type, length=str(item.enclosure.length))
    if item.picture:
        xml.picture(item.picture, item.title)
