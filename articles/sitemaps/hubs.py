"""What sitemaps say of everything that is no story: front page, sections, hubs, pages about the paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import F, Max, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Concat
from django.http import HttpRequest
from django.urls import reverse

from articles.models import Edition, HomePage, Person, SectionPage, Show, StandardPage, Topic

from .xml import Url

MOST = 10_000
"""Keys in a part: each part is a range of the primary key."""


def families() -> dict[str, QuerySet]:
    """Topics that have stories, and authors: as many as the years bring."""
    return {"topics": Topic.objects.listed(), "people": Person.objects.all()}


def parts() -> Iterator[tuple[str, datetime | None]]:
    """The name of every part, and when a list in it last changed."""
    for family, hubs in families().items():
        numbered = _dated(family, hubs).order_by().values(number=F("pk") / MOST).annotate(last=Max("changed"))
        for number, last in numbered.order_by("number").values_list("number", "last"):
            yield f"{family}-{number}", last


def part(family: str, number: int) -> QuerySet:
    """The hubs of the part of a family that has this number; none for one that does not exist."""
    return families()[family].filter(pk__gte=number * MOST, pk__lt=(number + 1) * MOST).order_by("pk")


def of_hubs(family: str, number: int, request: HttpRequest) -> list[Url]:
    return [
        Url(request.build_absolute_uri(hub.get_absolute_url()), hub.changed)
        for hub in _dated(family, part(family, number))
    ]


def of_pages(request: HttpRequest) -> Iterator[Url]:
    """What does not grow with the archive. A page about the paper changed when it was last published."""
    sections = list(SectionPage.objects.open_to_all().order_by("path"))
    lists = Edition.objects.filter(scope__in=["latest", *(section.feed_scope for section in sections)])
    changed = dict(lists.values_list("scope", "changed_at"))
    for home in HomePage.objects.open_to_all():
        yield Url(request.build_absolute_uri(home.get_url(request)), changed.get("latest"))
    for section in sections:
        yield Url(request.build_absolute_uri(section.get_url(request)), changed.get(section.feed_scope))
    for page in StandardPage.objects.open_to_all().order_by("path"):
        yield Url(request.build_absolute_uri(page.get_url(request)), page.last_published_at)
    for show in Show.objects.listed().order_by("pk"):
        yield Url(request.build_absolute_uri(show.get_absolute_url()))
    for name in ("topics", "people", "shows", "corrections", "feeds"):
        yield Url(request.build_absolute_uri(reverse(name)))


def _dated(family: str, hubs: QuerySet) -> QuerySet:
    """With the date of the last edition of each one's list."""
    editions = Edition.objects.filter(scope=Concat(Value(f"{family}/"), OuterRef("slug")))
    return hubs.annotate(changed=Subquery(editions.values("changed_at")))
