"""A show as podcast apps read it: its feed, and what a podcast says of itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from articles import podcast_categories
from articles.characters import printable as clean
from articles.models import Byline, Masthead, Show
from articles.models.show import LONGEST_DESCRIPTION

from .archives import Page
from .document import Document, document
from .episode import Cover, Participant, cover, episodes, participant, portraits
from .scopes import show_scope

LIVE = 300
"""How many episodes the live feed holds at least: podcast apps do not walk archives."""


@dataclass(frozen=True)
class Series:
    """`document` holds `Episode`s; `category` has one step or two. Texts may be empty, and hold nothing unprintable."""

    document: Document
    guid: str
    category: list[str]
    type: str
    explicit: bool
    author: str
    owner_name: str
    owner_email: str
    cover: Cover | None
    people: tuple[Participant, ...]
    funding_url: str
    funding_text: str
    new_feed_url: str
    locked: bool
    complete: bool
    blocked: bool


def series(slug: str, request: HttpRequest, page: Page | None = None) -> Series:
    """The show of this slug with its newest episodes, or a page of its archive. Http404 for what there is not."""
    shows = Show.objects.listed().select_related("artwork").prefetch_related("hosts", portraits("hosts"))
    show = get_object_or_404(shows, slug=slug)
    paper = Masthead.for_request(request)
    made = document(show_scope(show), request, page, least=LIVE, make=partial(episodes, show))
    return Series(
        document=replace(
            made,
            title=clean(show.title),
            description=_within(clean(show.description), LONGEST_DESCRIPTION),
            language=show.language or made.language,
            rights=clean(show.copyright) or made.rights,
        ),
        guid=str(show.guid),
        category=podcast_categories.parts(show.category),
        type=show.type,
        explicit=show.explicit,
        author=clean(show.author) or made.publisher,
        owner_name=clean(show.owner_name) or made.publisher,
        owner_email=show.owner_email or paper.contact_email,
        cover=cover(show.artwork, request),
        people=tuple(participant(host, Byline.Role.HOST, request) for host in show.hosts.all()),
        funding_url=show.funding_url,
        funding_text=clean(show.funding_text),
        new_feed_url=show.new_feed_url,
        locked=show.locked,
        complete=show.complete,
        blocked=show.block,
    )


def _within(text: str, most: int) -> str:
    """As much of a text as fits into so many bytes."""
    return text.encode()[:most].decode(errors="ignore")
