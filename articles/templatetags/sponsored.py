"""Links that are paid for say so to search engines, whatever an editor wrote."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString

register = template.Library()

REL = "sponsored nofollow noopener"
"""https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links"""
IGNORED_BY_BROWSERS = re.compile(r"[\t\n\r]|^[\x00-\x20]+|[\x00-\x20]+$")


class SponsoredLinksNode(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        request = context.get("request")
        return SafeString(mark_paid(self.nodelist.render(context), request.get_host() if request else ""))


@register.tag
def sponsoredlinks(parser: Parser, token: Token) -> SponsoredLinksNode:
    """`{% sponsoredlinks %}…{% endsponsoredlinks %}`: every link inside that leaves the site is `rel="sponsored …"`."""
    nodelist = parser.parse(("endsponsoredlinks",))
    parser.delete_first_token()
    return SponsoredLinksNode(nodelist)


def mark_paid(html: str, own_host: str) -> str:
    """The HTML with the `rel` of outbound links replaced; all else stays as it was, character for character."""
    rewriter = _LinkRewriter(html, own_host.lower())
    rewriter.feed(html)
    rewriter.close()
    return rewriter.result()


def is_outbound(href: str, own_host: str) -> bool:
    """Whether a browser would follow the address to another host over HTTP, read as forgivingly as browsers read it."""
    address = IGNORED_BY_BROWSERS.sub("", href).replace("\\", "/")
    scheme = re.match(r"(?i)https?:", address)
    if not scheme and not address.startswith("//"):
        return False
    rest = address[scheme.end() :] if scheme else address
    try:
        host = urlsplit("//" + rest.lstrip("/")).netloc.rpartition("@")[2].lower()
    except ValueError:
        return True
    return host != own_host


class _LinkRewriter(HTMLParser):
    """Finds the links in a text and keeps, for each to be changed, where it stands and what replaces it."""

    def __init__(self, html: str, own_host: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html = html
        self.own_host = own_host
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", html))]
        self.changes: list[tuple[int, int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"a", "area"}:
            return
        href = next((value for name, value in attrs if name in {"href", "xlink:href"} and value), "")
        if not is_outbound(href, self.own_host):
            return
        kept = [(name, value) for name, value in attrs if name != "rel"]
        written = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in kept)
        line, column = self.getpos()
        start = self.line_starts[line - 1] + column
        end = start + len(self.get_starttag_text() or "")
        self.changes.append((start, end, f'<{tag}{written} rel="{REL}">'))

    def result(self) -> str:
        pieces, at = [], 0
        for start, end, replacement in self.changes:
            pieces += [self.html[at:start], replacement]
            at = end
        return "".join([*pieces, self.html[at:]])
