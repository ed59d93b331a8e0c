"""RSS 2.0 with full content, Media RSS and Dublin Core names. https://www.rssboard.org/rss-profile"""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.feedgenerator import Enclosure as RssEnclosure
from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from articles.models import Edition, Masthead

from .item import FeedItem, clean, items
from .scopes import Scope, scope

LENGTH = 30
TTL = 60


class NewsRss(Rss201rev2Feed):
    """Writes what Django's RSS leaves out: typed self link, whole text, names, pictures with credit, lasting ids."""

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:media": "http://search.yahoo.com/mrss/",
        }

    def add_root_elements(self, handler) -> None:
        feed_url, self.feed["feed_url"] = self.feed["feed_url"], None
        super().add_root_elements(handler)
        self.feed["feed_url"] = feed_url
        handler.addQuickElement("atom:link", None, {"rel": "self", "type": "application/rss+xml", "href": feed_url})
        handler.addQuickElement("generator", "Newsroom")
        handler.addQuickElement("docs", "https://www.rssboard.org/rss-specification")

    def add_item_elements(self, handler, item: dict) -> None:
        story: FeedItem = item["story"]
        handler.addQuickElement("title", story.title)
        handler.addQuickElement("link", story.url)
        handler.addQuickElement("description", story.summary)
        handler.addQuickElement("content:encoded", story.html)
        for name in story.authors:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("pubDate", rfc2822_date(story.published))
        handler.addQuickElement("guid", story.id, {"isPermaLink": "false"})
        for name, url in story.topics:
            handler.addQuickElement("category", name, {"domain": url})
        if story.enclosure:
            length = str(story.enclosure.length)
            enclosure = RssEnclosure(story.enclosure.url, length, story.enclosure.type)
            handler.addQuickElement(
                "enclosure",
                "",
                {"url": enclosure.url, "length": enclosure.length, "type": enclosure.mime_type},
            )
        if story.picture:
            self.add_picture(handler, story)

    @staticmethod
    def add_picture(handler, story: FeedItem) -> None:
        picture = story.picture
        size = {"width": str(picture.width), "height": str(picture.height)}
        handler.startElement("media:content", {"url": picture.url, "type": picture.type, "medium": "image"} | size)
        if picture.caption or picture.alt:
            handler.addQuickElement("media:description", picture.caption or picture.alt, {"type": "plain"})
        if picture.credit:
            handler.addQuickElement("media:credit", picture.credit, {"role": "photographer", "scheme": "urn:ebu"})
        handler.endElement("media:content")


@require_safe
def rss(request: HttpRequest, path: str, form: str) -> HttpResponse:
    """The newest stories of a scope; 304 from its edition number, while the scope still stands at this address."""
    subject = scope(path)
    if subject.path != path:
        return redirect(subject.rss_url, permanent=True)
    edition = Edition.objects.filter(scope=path).first()
    etag = f'"{form}-{quote(path)}-{edition.number}"' if edition else None
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(content_type="application/rss+xml; charset=utf-8")
        feed(subject, request).write(response, "utf-8")
    if edition:
        response.headers["ETag"] = etag
        response.headers["Last-Modified"] = http_date(edition.changed_at.timestamp())
    patch_cache_control(response, public=True, max_age=TTL)
    return response


def feed(subject: Scope, request: HttpRequest) -> NewsRss:
    paper = Masthead.for_request(request)
    title = paper.name if subject.path == "latest" else f"{paper.name}: {subject.title}"
    channel = NewsRss(
        title=clean(title),
        link=request.build_absolute_uri(subject.page_url),
        description=clean(subject.description or paper.tagline or subject.title),
        language=get_language(),
        feed_url=request.build_absolute_uri(reverse("feed", args=[subject.path, "rss"])),
    )
    for story in items(subject.latest, request, LENGTH):
        dates = {"pubdate": story.published, "updateddate": story.updated}
        channel.add_item(story.title, story.url, story.summary, story=story, **dates)
    return channel
