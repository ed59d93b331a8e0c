"""RSS 2.0 with full content, Media RSS and Dublin Core names. https://www.rssboard.org/rss-profile"""

from __future__ import annotations

from django.utils.feedgenerator import rfc2822_date

from .document import SMALL_ICON, Document
from .item import FeedItem
from .xml import HISTORY, MEDIA, TOMBSTONES, FeedXml

TYPE = "application/rss+xml"
NAMES = {
    "xmlns:at": TOMBSTONES,
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:fh": HISTORY,
    "xmlns:media": MEDIA,
}


def rss(document: Document) -> str:
    xml = FeedXml(document, "rss", TYPE, atom="atom:")
    with xml.inside("rss", version="2.0", **NAMES), xml.inside("channel"):
        write_head(xml)
        _image(xml)
        for item in document.items:
            with xml.inside("item"):
                write_item(xml, item)
    return xml.text()


def write_head(xml: FeedXml) -> None:
    """What a channel says of itself."""
    document = xml.document
    xml.plain_title(document.title)
    xml.add("link", document.home_url)
    xml.add("description", document.description)
    xml.add("language", document.language)
    xml.add("copyright", document.rights)
    xml.add("managingEditor", document.contact_email and f"{document.contact_email} ({document.publisher})")
    if document.items:
        xml.add("lastBuildDate", rfc2822_date(document.edited))
    xml.add("generator", "Newsroom")
    xml.add("docs", "https://www.rssboard.org/rss-specification")
    xml.history()


def _image(xml: FeedXml) -> None:
    """The paper's sign, named as the channel is."""
    with xml.inside("image"):
        xml.add("url", xml.document.small_icon)
        xml.plain_title(xml.document.title)
        xml.add("link", xml.document.home_url)
        xml.add("width", str(SMALL_ICON))
        xml.add("height", str(SMALL_ICON))


def write_item(xml: FeedXml, item: FeedItem) -> None:
    xml.plain_title(item.title)
    xml.add("link", item.url)
    xml.add("description", item.summary)
    xml.add("content:encoded", item.html)
    for name, _url in item.authors:
        xml.add("dc:creator", name)
    xml.add("pubDate", rfc2822_date(item.published))
    xml.add("guid", item.id, isPermaLink="false")
    for name, url in item.topics:
        xml.add("category", name, domain=url)
    if item.enclosure:
        xml.empty("enclosure", url=item.enclosure.url, length=item.enclosure.length, type=item.enclosure.type)
    if item.picture:
        xml.picture(item.picture, item.title)
