"""XML as RSS and Atom share it: on Django's generator, with an element in one call."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from xml.sax.saxutils import escape

from django.templatetags.static import static
from django.utils.feedgenerator import rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from .document import Document
from .item import Picture

HISTORY = "http://purl.org/syndication/history/1.0"
MEDIA = "http://search.yahoo.com/mrss/"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


class FeedXml(SimplerXMLGenerator):
    """Writes elements; what is None or empty is left out. `atom` is the prefix of Atom's names."""

    def __init__(self, document: Document, form: str, type_: str, atom: str = "") -> None:
        self.out = StringIO()
        super().__init__(self.out, "utf-8", short_empty_elements=True)
        self.document, self.form, self.type, self.atom = document, form, type_, atom
        self.startDocument()
        # Browsers show it to who opens a feed in one.
        self.processingInstruction("xml-stylesheet", f'href="{static("css/feed.css")}" type="text/css"')

    def text(self) -> str:
        self.endDocument()
        return self.out.getvalue()

    @contextmanager
    def inside(self, name: str, **attributes: str | int) -> Iterator[None]:
        self.startElement(name, {key: str(value) for key, value in attributes.items()})
        yield
        self.endElement(name)

    def add(self, name: str, text: str | None, **attributes: str) -> None:
        if text:
            with self.inside(name, **attributes):
                self.characters(text)

    def empty(self, name: str, **attributes: str | int | None) -> None:
        """An element that is its attributes; those that are None are left out."""
        with self.inside(name, **{key: value for key, value in attributes.items() if value is not None}):
            pass

    def plain_title(self, text: str) -> None:
        """As the RSS profile asks, so that no reader takes `&` or `<` for markup."""
        with self.inside("title"):
            self.ignorableWhitespace(escape(text).replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;"))

    def link(self, rel: str, href: str, **attributes: str) -> None:
        self.empty(f"{self.atom}link", rel=rel, href=href, **attributes)

    def history(self) -> None:
        """The links of the feed to itself, to its hubs and to its archive; and what has left it."""
        document, form = self.document, self.form
        self.link("self", document.url(form, document.page), type=self.type)
        for hub in document.hubs:
            self.link("hub", hub)
        if document.page:
            self.empty("fh:archive")
            self.link("current", document.url(form), type=self.type)
        for rel, page in (("prev-archive", document.previous), ("next-archive", document.next)):
            if page:
                self.link(rel, document.url(form, page), type=self.type)
        for tombstone in document.tombstones:
            with self.inside("at:deleted-entry", ref=tombstone.id, when=rfc3339_date(tombstone.at)):
                self.add("at:comment", tombstone.reason)

    def picture(self, picture: Picture, title: str) -> None:
        """As Media RSS has it, with the title of its story and what must be printed beside it."""
        with self.inside(
            "media:content",
            url=picture.url,
            type=picture.type,
            medium="image",
            width=picture.width,
            height=picture.height,
        ):
            self.add("media:title", title, type="plain")
            self.add("media:description", picture.caption or picture.alt, type="plain")
            self.add("media:credit", picture.credit, role="photographer", scheme="urn:ebu")
            self.add("media:copyright", picture.licence)
            small = picture.thumbnail
            self.empty("media:thumbnail", url=small.url, width=small.width, height=small.height)
