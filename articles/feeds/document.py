"""One feed as every format writes it: the live one, or a page of its archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import NAMESPACE_DNS, uuid5

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import get_language

from articles.characters import printable as clean
from articles.latest import EPOCH
from articles.models import Masthead
from articles.websub.hub import hubs

from . import archives
from .archives import Page
from .item import FeedItem, items
from .scopes import Scope, address
from .tombstones import Tombstone, tombstones

SMALL_ICON = 144
"""As wide as RSS allows."""


@dataclass(frozen=True)
class Document:
    """What stands in a feed. Addresses are absolute; `id` stays when the subject gets another name.

    `page` is None for the live feed; `previous` and `next` are pages of the archive.
    """

    request: HttpRequest
    scope: Scope
    id: str
    title: str
    description: str
    language: str
    rights: str
    publisher: str
    contact_email: str
    hubs: list[str] = field(default_factory=list)
    items: list[FeedItem] = field(default_factory=list)
    tombstones: list[Tombstone] = field(default_factory=list)
    page: Page | None = None
    previous: Page | None = None
    next: Page | None = None

    @property
    def paper_url(self) -> str:
        return self.request.build_absolute_uri("/")

    @property
    def home_url(self) -> str:
        return self.request.build_absolute_uri(self.scope.page_url)

    @property
    def icon(self) -> str:
        """The paper's sign, a square of 512 pixels."""
        return self.request.build_absolute_uri(static("img/icon-512.png"))

    @property
    def small_icon(self) -> str:
        """Likewise, of `SMALL_ICON` pixels."""
        return self.request.build_absolute_uri(static(f"img/icon-{SMALL_ICON}.png"))

    @property
    def edited(self) -> datetime:
        """When the newest change of substance in it was made; long ago for an empty feed. A withdrawal is one."""
        left = (tombstone.at for tombstone in self.tombstones)
        return max((*(item.updated for item in self.items), *left), default=EPOCH)

    def url(self, form: str, page: Page | None = None) -> str:
        """The address of this feed, or of a page of its archive, in a format."""
        return self.request.build_absolute_uri(address(self.scope.path, form, page))


def document(
    scope: Scope,
    request: HttpRequest,
    page: Page | None = None,
    *,
    least: int | None = None,
    make: Callable[[Iterable[int], HttpRequest], list[FeedItem]] = items,
) -> Document:
    """The live feed of a scope, or a page of its archive. Http404 for a page that is none.

    The live one holds `least` stories, if there are so many. `make` makes the items of their keys.
    """
    part = archives.archived(scope.latest, page) if page else archives.live(scope.latest, least)
    return replace(
        head(scope, request),
        hubs=[] if page else hubs(request),
        items=make(part.keys, request),
        tombstones=[] if page else tombstones(scope.path),
        page=page,
        previous=part.previous,
        next=part.next,
    )


def head(scope: Scope, request: HttpRequest) -> Document:
    """The feed of a scope with nothing in it yet, which nobody may subscribe to at a hub."""
    paper = Masthead.for_request(request)
    host = request.get_host().partition(":")[0]
    publisher = clean(paper.publisher or paper.name)
    return Document(
        request=request,
        scope=scope,
        id=uuid5(uuid5(NAMESPACE_DNS, host), scope.key).urn,
        title=clean(paper.name if scope.path == "latest" else f"{paper.name}: {scope.title}"),
        description=clean(scope.description or paper.tagline or scope.title),
        language=get_language(),
        rights=f"© {publisher}",
        publisher=publisher,
        contact_email=paper.contact_email,
    )
