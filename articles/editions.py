"""Answers that say what they are an edition of: who has it already is told so."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

from .models import Edition

TTL = 60


def by_edition(
    request: HttpRequest, scope: str, form: str, build: Callable[[], str], content_type: str, period: str = ""
) -> HttpResponse:
    """What `build` writes of a scope; 304 from the edition number alone. `form` tells one text of a scope from another.

    `period` is part of the validator, for a text that also changes with the clock.
    """
    edition = Edition.objects.filter(scope=scope).first()
    etag = f'"{form}-{edition.number}{period}"' if edition else None
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(build(), content_type=content_type)
    if edition:
        response.headers["ETag"] = etag
        if not period:
            response.headers["Last-Modified"] = http_date(edition.changed_at.timestamp())
    patch_cache_control(response, public=True, max_age=TTL)
    return response


def by_content(request: HttpRequest, text: str, content_type: str) -> HttpResponse:
    """A text that has no edition: it is known by what it says."""
    response = HttpResponse(text, content_type=content_type)
    etag = response.headers["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    patch_cache_control(response, public=True, max_age=TTL)
    return get_conditional_response(request, etag=etag, response=response)
