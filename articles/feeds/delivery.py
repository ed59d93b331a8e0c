"""Feeds over HTTP: `/feeds/<scope>.<rss|atom|json>` and the pages of their archives."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from articles.editions import by_edition
from articles.websub.hub import hubs

from . import atom, json_feed, rss
from .archives import Page
from .document import address, document
from .scopes import editions, scope

WRITERS = {"rss": (rss.rss, rss.TYPE), "atom": (atom.atom, atom.TYPE), "json": (json_feed.json_feed, json_feed.TYPE)}

IN_BROWSERS = {"rss": "text/xml", "atom": "text/xml", "json": "application/json"}


class Moved(Exception):
    """The subject of a feed has another address now."""


@require_safe
def feed(request: HttpRequest, path: str, form: str, page: str = "") -> HttpResponse:
    """The newest stories of a scope, or a page of its archive; 304 from its editions alone.

    A renamed or merged subject's feed redirects for ever; one that is gone is 404. Browsers show XML only under its own
    name, so who opens a feed in one gets it so.
    """
    write, type_ = WRITERS[form]
    opened = request.headers.get("Sec-Fetch-Dest") == "document"

    def build() -> tuple[str, datetime | None]:
        subject = scope(path)
        asked = Page.parse(page) if page else None
        if subject.path != path:
            raise Moved(address(subject.path, form, asked))
        made = document(subject, request, asked)
        return write(made), made.expires

    type_ = IN_BROWSERS[form] if opened else type_
    try:
        response = by_edition(request, editions(path), form, build, f"{type_}; charset=utf-8")
    except Moved as moved:
        return redirect(str(moved), permanent=True)
    patch_vary_headers(response, ["Sec-Fetch-Dest"])
    links = [*((hub, "hub") for hub in hubs(request)), (request.build_absolute_uri(request.path), "self")]
    response.headers["Link"] = ", ".join(f'<{url}>; rel="{rel}"' for url, rel in links)
    return response
