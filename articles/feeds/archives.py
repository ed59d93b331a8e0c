"""A feed back to its first story, in pages that stay as they are. https://www.rfc-editor.org/rfc/rfc5005#section-4

A month's stories, counted from its first, make pages of `PER_PAGE`. A page is an archive once it is full or its month
is over: what is published later changes none. The live feed holds what is in no archive yet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.latest import Latest, Position

LIVE = 20
"""How many stories a live feed holds at least."""
PER_PAGE = 20
"""Not above `LIVE`: then a live feed holds no more than that, however much waits to fill a page."""
MOST_A_MONTH = 1_000_000


@dataclass(frozen=True, order=True)
class Month:
    """A month of UTC."""

    year: int
    month: int

    @classmethod
    def of(cls, moment: datetime) -> Self:
        moment = moment.astimezone(UTC)
        return cls(moment.year, moment.month)

    @property
    def start(self) -> Position:
        """Just before the first story that the month can have."""
        return Position(datetime(self.year, self.month, 1, tzinfo=UTC), 0)

    @property
    def end(self) -> Position:
        return Month(self.year + self.month // 12, self.month % 12 + 1).start

    def count(self, latest: Latest) -> int:
        return latest.count(MOST_A_MONTH, after=self.start, before=self.end)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True, order=True)
class Page:
    """One page of an archive. Written in addresses as `2026-10`, the second of that month as `2026-10-2`."""

    month: Month
    number: int = 1

    @classmethod
    def parse(cls, text: str) -> Self:
        """The page that a text names. Http404 for what no page is written as."""
        match = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-([1-9]\d{0,5}))?", text, re.ASCII)
        if not match or not "1000" <= match[1] < "9999" or match[3] == "1":
            raise Http404(_("There is no such page."))
        return cls(Month(int(match[1]), int(match[2])), int(match[3] or 1))

    def __str__(self) -> str:
        return str(self.month) if self.number == 1 else f"{self.month}-{self.number}"


@dataclass(frozen=True)
class Part:
    """What stands in one document of a feed: keys of stories, newest first, and the pages before and after it."""

    keys: list[int]
    previous: Page | None
    next: Page | None = None


def live(latest: Latest, least: int | None = None) -> Part:
    """The newest stories, `least` of them if there are so many, and all that no archive has yet."""
    least = least or LIVE
    newest = [place.pk for place in latest.keys(least + PER_PAGE)]
    if len(newest) <= least:
        return Part(newest, None)
    month = Month.of(timezone.now())
    full, rest = divmod(month.count(latest), PER_PAGE)
    return Part(newest[: max(least, rest)], Page(month, full) if full else _last_before(latest, month))


def archived(latest: Latest, page: Page) -> Part:
    """One page of the archive. Http404 for one of the future, and from before the first story.

    A page that a withdrawal left with fewer stories, or with none, still leads on: somebody may stand before it.
    """
    month = page.month
    first = (page.number - 1) * PER_PAGE
    places = latest.keys(PER_PAGE + 1, offset=first, after=month.start, before=month.end)
    shown = places[-PER_PAGE:]
    if shown and page.number > 1:
        previous = Page(month, page.number - 1)
    else:
        previous = _last_of(latest, month) if page.number > 1 else _last_before(latest, month)
    if not shown and not (previous and _is_over(month) and page.number <= previous.number + 1):
        raise Http404(_("There is no such page."))
    following = Page(month, page.number + 1) if len(places) > PER_PAGE else _first_after(latest, month)
    return Part([place.pk for place in shown], previous, following if _is_archive(latest, following) else None)


def _last_of(latest: Latest, month: Month) -> Page | None:
    stories = month.count(latest)
    return Page(month, -(-stories // PER_PAGE)) if stories else _last_before(latest, month)


def _last_before(latest: Latest, month: Month) -> Page | None:
    places = latest.keys(1, before=month.start)
    return _last_of(latest, Month.of(places[0].published_at)) if places else None


def _first_after(latest: Latest, month: Month) -> Page | None:
    places = latest.keys(1, after=month.end)
    return Page(Month.of(places[0].published_at)) if places else None


def _is_archive(latest: Latest, page: Page | None) -> bool:
    return page is not None and (_is_over(page.month) or page.month.count(latest) >= page.number * PER_PAGE)


def _is_over(month: Month) -> bool:
    return month < Month.of(timezone.now())
