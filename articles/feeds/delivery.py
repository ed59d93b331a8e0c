"""Feeds over HTTP: `/feeds/<scope>.<rss|atom|json>`, `/podcasts/<show>/feed.xml` and the pages of their archives."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.addresses import is_gone
from articles.editions import Build, by_edition
from articles.moments import Span
from articles.websub.hub import hubs

from . import atom, json_feed, podcast, rss
from .archives import Page
from .document import document
from .item import span
from .scopes import NO_FEED, PODCAST, address, editions, forms, parts, scope
from .series import series

WRITERS = {"rss": (rss.rss, rss.TYPE), "atom": (atom.atom, atom.TYPE), "json": (json_feed.json_feed, json_feed.TYPE)}

IN_BROWSERS = {rss.TYPE: "text/xml", atom.TYPE: "text/xml", json_feed.TYPE: "application/json"}


class Moved(Exception):
    """The subject of a feed has another address now."""


@require_safe
def feed(request: HttpRequest, path: str, form: str, page: str = "") -> HttpResponse:
    """The newest stories of a scope, or a page of its archive; 304 from its editions alone.

    A renamed or merged subject's feed redirects for ever; one whose subject is gone is 410.
    """
    write, type_ = WRITERS[form]

    def build() -> tuple[str, Span]:
        begun = timezone.now()
        subject = scope(path)
        if form not in forms(path):
            raise Http404(NO_FEED)
        asked = Page.parse(page) if page else None
        if subject.path != path:
            raise Moved(address(subject.path, form, asked))
        made = document(subject, request, asked)
        return write(made), span(begun, made.items, subject.latest)

    try:
        return _answer(request, path, form, build, type_)
    except Moved as moved:
        return redirect(str(moved), permanent=True)
    except Http404:
        if any(is_gone(*part.split("/", 1)) for part in parts(path) if "/" in part):
            return _gone()
        raise


@require_safe
def podcast_feed(request: HttpRequest, slug: str, page: str = "") -> HttpResponse:
    """A show and its episodes for podcast apps, or a page of its archive; 304 from its editions alone, 410 if gone."""

    def build() -> tuple[str, Span]:
        begun = timezone.now()
        made = series(slug, request, Page.parse(page) if page else None)
        document = made.document
        return podcast.podcast(made), span(begun, document.items, document.scope.latest)

    try:
        return _answer(request, f"podcasts/{slug}", PODCAST, build, rss.TYPE)
    except Http404:
        if is_gone("podcasts", slug):
            return _gone()
        raise


def _gone() -> HttpResponse:
    text = f"{_('There is no such feed any more.')}\n"
    return HttpResponse(text, status=410, content_type="text/plain; charset=utf-8")


def _answer(request: HttpRequest, path: str, form: str, build: Build, type_: str) -> HttpResponse:
    """What is built, or 304. Browsers show XML only under its own name, so who opens a feed in one gets it so."""
    if request.headers.get("Sec-Fetch-Dest") == "document":
        type_ = IN_BROWSERS[type_]
    form = " ".join([form, *hubs(request)])  # they are named in it
    response = by_edition(request, editions(path), form, build, f"{type_}; charset=utf-8")
    patch_vary_headers(response, ["Sec-Fetch-Dest"])
    named = [] if "/archive/" in request.path else hubs(request)
    links = [*((hub, "hub") for hub in named), (request.build_absolute_uri(request.path), "self")]
    response.headers["Link"] = ", ".join(f'<{url}>; rel="{rel}"' for url, rel in links)
    return response
