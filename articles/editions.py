"""Answers that are known by the editions they show: who has those is told so, and nothing is built."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2s
from typing import Self

import brotli
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe

from .models import Edition

TTL = 60
KEPT = 3600
"""For how long at most what was built is kept, in seconds. A new edition is built anew at once."""

type Build = Callable[[], tuple[str, datetime | None]]
"""Writes a text, and says until when it holds if that is known."""

LARGEST = 512 * 1024
"""Bytes, compressed, of what is kept."""
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}
"""The best first."""


@dataclass(frozen=True)
class Validators:
    """What HTTP knows an edition by: an `ETag`, and the second in which it can no longer have changed."""

    etag: str
    modified: int

    @classmethod
    def of(cls, scopes: Sequence[str], form: str, clock: datetime | None = None) -> Self | None:
        """Of what shows these scopes, in one indexed read; None while the last of them has never been published.

        An edition counts as modified at the end of its second, or one who had asked earlier in that second would not
        hear of it. `form` tells one text of a scope from another; `clock` is when it last changed by the clock alone.
        """
        editions = {edition.scope: edition for edition in Edition.objects.filter(scope__in=scopes)}
        if scopes[-1] not in editions:
            return None
        shown = sorted((edition.scope, edition.number, edition.changed_at) for edition in editions.values())
        changed_at = max(filter(None, (*(edition.changed_at for edition in editions.values()), clock)))
        digest = blake2s(repr((form, shown, clock)).encode(), digest_size=12).hexdigest()
        return cls(f'W/"{digest}"', int(changed_at.timestamp()) + 1)

    def unchanged(self, request: HttpRequest) -> HttpResponse | None:
        """304 for who has this edition."""
        if request.headers.get("If-None-Match", "").strip() == "*":
            return None  # whether there is anything at all, only the builder knows
        since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
        if since and since > timezone.now().timestamp():
            return None  # no date that we ever gave
        return get_conditional_response(request, etag=self.etag, last_modified=self.modified)

    def mark(self, response: HttpResponse) -> None:
        response.headers["ETag"] = self.etag
        if self.modified <= timezone.now().timestamp():
            response.headers["Last-Modified"] = http_date(self.modified)


def by_edition(
    request: HttpRequest,
    scopes: Sequence[str],
    form: str,
    build: Build,
    content_type: str,
    clock: datetime | None = None,
) -> HttpResponse:
    """What `build` writes of some scopes; 304, or what was built before, from their editions alone.

    Whether there is something at the address at all is for `build` to say: one that is no more must have a new edition.
    """
    validators = Validators.of(scopes, form, clock)
    if validators and (unchanged := validators.unchanged(request)):
        response = unchanged
    else:
        encoding = _encoding(request)
        body = _compressed(request, validators, build, encoding or "gzip")
        response = HttpResponse(body if encoding else gzip.decompress(body), content_type=content_type)
        if encoding:
            response.headers["Content-Encoding"] = encoding
    if validators:
        validators.mark(response)
    patch_cache_control(response, public=True, max_age=TTL)
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _compressed(request: HttpRequest, validators: Validators | None, build: Build, encoding: str) -> bytes:
    etag = validators.etag if validators else "none"
    # Whatever else was asked, it is the address alone that tells texts apart.
    key = blake2s(f"{encoding} {etag} {request.build_absolute_uri(request.path)}".encode()).hexdigest()
    cache = caches["editions"]
    body = cache.get(key) if validators else None
    if body is None:
        text, until = build()
        body = COMPRESS[encoding](text.encode())
        seconds = KEPT if until is None else min(KEPT, (until - timezone.now()).total_seconds())
        if validators and len(body) <= LARGEST:
            cache.set(key, body, seconds)
    return body


def _encoding(request: HttpRequest) -> str | None:
    """The best that the client takes; None for as it is."""
    accepted = set()
    for part in request.headers.get("Accept-Encoding", "").lower().split(","):
        name, _semicolon, quality = part.partition(";")
        if quality.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            accepted.add(name.strip())
    return next((name for name in COMPRESS if name in accepted), None)


def by_content(request: HttpRequest, text: str, content_type: str) -> HttpResponse:
    """A text that has no edition: it is known by what it says."""
    response = HttpResponse(text, content_type=content_type)
    etag = response.headers["ETag"] = f'"{blake2s(response.content, digest_size=12).hexdigest()}"'
    patch_cache_control(response, public=True, max_age=TTL)
    return get_conditional_response(request, etag=etag, response=response)
