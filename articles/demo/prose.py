"""Running text of the demo's files: paragraphs with <b>, <i> and <a>, turned into Wagtail's rich text."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

INTERNAL = ("story:", "page:")
"""A link to a story or a page of the paper, by its slug."""
TAGS = {"b", "i", "a"}


class ProseError(ValueError):
    """The text holds something that is not allowed in it."""


class _Reader(HTMLParser):
    """Writes the text out again, escaped, with its links replaced; refuses what it does not know."""

    def __init__(self, page_link: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.page_link = page_link
        self.out: list[str] = []
        self.open: list[str] = []
        self.pages: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise ProseError(f"<{tag}> is not allowed, only <b>, <i> and <a>")
        if tag in self.open:
            raise ProseError(f"<{tag}> within <{tag}>")
        self.open.append(tag)
        self.out.append(f"<{tag}{self._link(dict(attrs)) if tag == 'a' else ''}>")
        if tag != "a" and attrs:
            raise ProseError(f"<{tag}> has attributes")

    def _link(self, attributes: dict[str, str | None]) -> str:
        if set(attributes) != {"href"} or not (target := attributes["href"]):
            raise ProseError("<a> needs href, and nothing else")
        if target.startswith(INTERNAL):
            slug = target.partition(":")[2]
            self.pages.append(slug)
            return self.page_link(slug)
        if not target.startswith(("https://", "mailto:", "/")):
            raise ProseError(f"a link leads to {target!r}: use https:, mailto:, story:, page: or a path")
        return f' href="{escape(target)}"'

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise ProseError(f"</{tag}> closes nothing")
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(escape(data, quote=False))

    def handle_comment(self, data: str) -> None:
        raise ProseError("a comment is not allowed")

    def handle_decl(self, decl: str) -> None:
        raise ProseError("a declaration is not allowed")

    handle_pi = unknown_decl = handle_decl


def _read(text: str, page_link: Callable[[str], str]) -> _Reader:
    reader = _Reader(page_link)
    reader.feed(" ".join(text.split()))
    reader.close()
    if reader.open:
        raise ProseError(f"<{reader.open[-1]}> is never closed")
    return reader


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: a blank line separates them."""
    return [part for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]


def check(text: str) -> list[str]:
    """The slugs of the stories and pages that the text links to. ProseError for what is not allowed in it."""
    return [slug for part in paragraphs(text) for slug in _read(part, lambda slug: "").pages]


def plain(text: str) -> bool:
    """Whether the text has no markup."""
    return "<" not in text


def rich(text: str, page_link: Callable[[str], str]) -> str:
    """Wagtail's rich text. `page_link` gives the attributes of a link to the story or page with a slug."""
    return "".join(f"<p>{''.join(_read(part, page_link).out)}</p>" for part in paragraphs(text))
