"""Lists in pages, for people: any `?page=` gets an answer."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from .latest import Latest, Position
from .models import Story

PER_PAGE = 20
NUMBERED = 50
"""How many pages of an archive have numbers. Further down it is walked by position, at the price of the first page."""
REACH = 10
"""How many of them the first pages link to."""

Link = tuple[str, str | None, bool]
"""Text, address (None for a gap), and whether it is the page shown."""


class Addresses:
    """The addresses of a list's pages, which keep whatever else was asked."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def page(self, number: int) -> str:
        return self._with({"page": str(number)} if number > 1 else {})

    def before(self, position: Position) -> str:
        return self._with({"before": str(position)})

    def after(self, position: Position) -> str:
        return self._with({"after": str(position)})

    def _with(self, place: dict[str, str]) -> str:
        query = self.request.GET.copy()
        for name in ("page", "before", "after"):
            query.pop(name, None)
        query.update(place)
        return f"{self.request.path}?{query.urlencode()}" if query else self.request.path


def page_number(request: HttpRequest) -> int:
    """The page asked for; 1 for anything that is no page number."""
    asked = request.GET.get("page", "1")
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 1


class Listing:
    """Numbered pages of a list of known length. What is past the end is the last page."""

    def __init__(self, things: Sequence, request: HttpRequest, per_page: int = PER_PAGE) -> None:
        self.addresses = Addresses(request)
        self.asked = page_number(request)
        self.paginator = Paginator(things, per_page)

    @cached_property
    def page(self) -> Page:
        return self.paginator.page(min(self.asked, self.paginator.num_pages))

    @cached_property
    def cards(self) -> list:
        return list(self.page.object_list)

    @property
    def newer_url(self) -> str | None:
        return self.addresses.page(self.page.number - 1) if self.page.has_previous() else None

    @property
    def older_url(self) -> str | None:
        return self.addresses.page(self.page.number + 1) if self.page.has_next() else None

    @property
    def is_paged(self) -> bool:
        return self.paginator.num_pages > 1

    @property
    def links(self) -> list[Link]:
        return numbered_links(self.paginator, self.page.number, self.addresses)


class Archive:
    """All Latest Stories of something, newest first.

    The first `NUMBERED` pages have numbers; `?before=` and `?after=` a position go on from there, so that the page
    after any story costs what the first one does, and what is published meanwhile neither repeats nor hides a story.
    """

    def __init__(self, latest: Latest, request: HttpRequest, per_page: int = PER_PAGE) -> None:
        self.latest = latest
        self.per_page = per_page
        self.addresses = Addresses(request)
        self.asked = page_number(request)
        self.before = self._position(request, "before")
        self.after = self._position(request, "after")

    @staticmethod
    def _position(request: HttpRequest, name: str) -> Position | None:
        if not (asked := request.GET.get(name)):
            return None
        if (position := Position.parse(asked)) is None:
            raise Http404(_("There is no such page."))
        return position

    @cached_property
    def paginator(self) -> Paginator:
        """The numbered pages, counted only as far as the links of the page asked for reach."""
        reach = min(max(REACH, self.asked + 2), NUMBERED)
        return Paginator(range(self.latest.count(reach * self.per_page)), self.per_page)

    @cached_property
    def number(self) -> int | None:
        """The number of the page shown; None where it is known by a position only."""
        return None if self.before or self.after else min(self.asked, self.paginator.num_pages)

    @cached_property
    def _shown(self) -> tuple[list[Position], bool, bool]:
        """Positions of the page shown, and whether there are newer and older ones."""
        size = self.per_page
        if self.number:
            start = (self.number - 1) * size
            found = self.latest.keys(size + 1, offset=start)
            return found[:size], start > 0, len(found) > size
        if self.before:
            found = self.latest.keys(size + 1, before=self.before)
            return found[:size], True, len(found) > size
        found = self.latest.keys(size + 1, after=self.after)
        return found[-size:], len(found) > size, True

    @cached_property
    def cards(self) -> list[Story]:
        return Story.objects.cards(position.pk for position in self._shown[0])

    @property
    def newer_url(self) -> str | None:
        shown, has_newer, _has_older = self._shown
        if not has_newer:
            return None
        if self.number:
            return self.addresses.page(self.number - 1)
        return self.addresses.after(shown[0]) if shown else self.addresses.page(1)

    @property
    def older_url(self) -> str | None:
        shown, _has_newer, has_older = self._shown
        return self.addresses.before(shown[-1]) if has_older and shown else None

    @property
    def is_paged(self) -> bool:
        return bool(self.newer_url or self.older_url)

    @property
    def links(self) -> list[Link]:
        return numbered_links(self.paginator, self.number, self.addresses) if self.number else []


def numbered_links(paginator: Paginator, current: int, addresses: Addresses) -> list[Link]:
    """Links to the first, the last, and the pages around the current one."""
    return [
        (str(number), addresses.page(number) if isinstance(number, int) else None, number == current)
        for number in paginator.get_elided_page_range(current, on_each_side=2, on_ends=1)
    ]
