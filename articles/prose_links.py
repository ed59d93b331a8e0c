"""Links in running text to pages of ours: looked up once a body, and left out where there is nothing to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from types import MappingProxyType

from django.db.models import Exists, Max, OuterRef, Q, Subquery
from django.utils.html import format_html
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from .moments import Span
from .querysets import OpenPageQuerySet

_at_hand: ContextVar[Mapping[str, Page | None]] = ContextVar("pages_at_hand", default=MappingProxyType({}))


class OpenPageLink(PageLinkHandler):
    """Wagtail's links to pages, but none to a page that readers may not open: the words stay, the link is off.

    A link to an advertisement says so before its words.
    """

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Page | None]:
        keys = [str(attrs.get("id")) for attrs in attrs_list]
        pages = _at_hand.get()
        if any(key not in pages for key in keys):
            pages = open_pages(keys)
        return [pages[key] for key in keys]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        pages, links = cls.get_many(attrs_list), super().expand_db_attributes_many(attrs_list)
        return [f"{_label(page)}{link}" for page, link in zip(pages, links, strict=True)]


def span(at: datetime, keys: Collection[int]) -> Span:
    """Around a moment: since the clock opened or closed one of the pages with these keys, and until it next does."""
    from .models import Story

    if not keys:
        return Span()
    stories = Story.objects.listable().filter(pk__in=keys)
    return stories.span(at, stories.filter(published_at__lte=at).aggregate(newest=Max("published_at"))["newest"])


def _label(page: Page | None) -> str:
    from .models import SponsoredPage

    if page is None or page.ad_label is None:
        return ""
    return format_html('<span class="ad-word">{}</span> ', SponsoredPage.Label(page.ad_label).label)


@contextmanager
def at_hand(references: Iterable[tuple]) -> Iterator[None]:
    """Look all pages up that a block's `extract_references` names, for what is rendered while the block runs."""
    keys = {key for model, key, *_path in references if model is Page}
    token = _at_hand.set(open_pages(keys) if keys else {})
    try:
        yield
    finally:
        _at_hand.reset(token)


def open_pages(keys: Iterable[str]) -> dict[str, Page | None]:
    """The pages with these keys that readers may open, with the label of an advertisement as `ad_label`; else None."""
    from .models import SponsoredPage, Story

    keys = set(keys)
    label = SponsoredPage.objects.filter(pk=OuterRef("pk")).order_by().values("label")
    current = Exists(Story.objects.published().filter(pk=OuterRef("pk")))
    open_pages = OpenPageQuerySet(Page).open_to_all().filter(Q(story__isnull=True) | current)
    open_pages = open_pages.annotate(ad_label=Subquery(label))
    pages = open_pages.in_bulk([key for key in keys if key.isascii() and key.isdigit()])
    return dict.fromkeys(keys) | {str(pk): page for pk, page in pages.items()}
