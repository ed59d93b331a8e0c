"""Links in running text to pages of ours: looked up once a body, and left out where there is nothing to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from .querysets import OpenPageQuerySet

_at_hand: ContextVar[Mapping[str, Page | None]] = ContextVar("pages_at_hand", default=MappingProxyType({}))


class OpenPageLink(PageLinkHandler):
    """Wagtail's links to pages, but none to a page that readers may not open: the words stay, the link is off."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Page | None]:
        keys = [str(attrs.get("id")) for attrs in attrs_list]
        pages = _at_hand.get()
        if any(key not in pages for key in keys):
            pages = _look_up(keys)
        return [pages[key] for key in keys]


@contextmanager
def at_hand(references: Iterable[tuple]) -> Iterator[None]:
    """Look all pages up that a block's `extract_references` names, for what is rendered while the block runs."""
    keys = {key for model, key, *_path in references if model is Page}
    token = _at_hand.set(_look_up(keys) if keys else {})
    try:
        yield
    finally:
        _at_hand.reset(token)


def _look_up(keys: Iterable[str]) -> dict[str, Page | None]:
    keys = set(keys)
    pages = OpenPageQuerySet(Page).open_to_all().in_bulk([key for key in keys if key.isascii() and key.isdigit()])
    return dict.fromkeys(keys) | {str(pk): page for pk, page in pages.items()}
