"""Lists in pages, for people: any `?page=` gets an answer."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils.functional import cached_property

from .models import Story

PER_PAGE = 20


class Listing:
    """One page of a list: `page` with its `cards`, and links to the others that keep what else was asked.

    `stories` is a QuerySet `for_cards`, or search results. What is not a page number is page one; what is past the
    end is the last page.
    """

    def __init__(self, stories: Sequence[Story], request: HttpRequest, per_page: int = PER_PAGE) -> None:
        self.request = request
        self.paginator = Paginator(stories, per_page)

    @cached_property
    def page(self) -> Page:
        asked = self.request.GET.get("page", "1")
        number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 1
        return self.paginator.page(min(max(number, 1), self.paginator.num_pages))

    @property
    def cards(self) -> list[Story]:
        return list(self.page.object_list)

    def url_of(self, number: int) -> str:
        query = self.request.GET.copy()
        query.pop("page", None)
        if number > 1:
            query["page"] = number
        return f"{self.request.path}?{query.urlencode()}" if query else self.request.path

    @property
    def newer_url(self) -> str | None:
        return self.url_of(self.page.number - 1) if self.page.has_previous() else None

    @property
    def older_url(self) -> str | None:
        return self.url_of(self.page.number + 1) if self.page.has_next() else None

    @property
    def links(self) -> list[tuple[str, str | None, bool]]:
        """Numbered links for people: text, address (None for a gap), and whether it is the page shown."""
        pages = self.paginator.get_elided_page_range(self.page.number, on_each_side=2, on_ends=1)
        return [
            (
                str(number),
                self.url_of(number) if isinstance(number, int) else None,
                number == self.page.number,
            )
            for number in pages
        ]
