"""Answers that are known by the editions they show: who has those is told so, and nothing is built."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2s
from typing import Self

import brotli
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date, parse_etags, parse_http_date_safe

from .latest import EPOCH
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
    """What HTTP knows an edition by: how its `ETag` begins, and the second in which it can no longer have changed.

    The clock alone changes lists, too: a story begins or runs out, and until a worker has been by, no edition tells of
    it. So the `ETag` of what the clock is to change ends with the moment until which that holds. From then on it is
    worth nothing, and what is built instead has another. A date has no room for such a moment: it is given to what no
    clock is to change, which is the last that an edition shows, and is known again only as it was given.
    """

    digest: str
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
        return cls(digest, int(changed_at.timestamp()) + 1)

    def etag(self, until: datetime | None = None) -> str:
        return f'W/"{self.digest}-{_microseconds(until):x}"' if until else f'W/"{self.digest}"'

    def known(self, request: HttpRequest) -> str | None:
        """The `ETag` of what the client has, if that still holds."""
        tags = parse_etags(request.headers.get("If-None-Match", ""))
        if tags:
            return next(filter(self._holds, tags), None)
        since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
        return self.etag() if since == self.modified <= timezone.now().timestamp() else None

    def _holds(self, tag: str) -> bool:
        match = re.fullmatch(rf'(?:W/)?"{self.digest}(?:-([0-9a-f]{{1,16}}))?"', tag)
        return match is not None and (match[1] is None or int(match[1], 16) > _microseconds(timezone.now()))

    def mark(self, response: HttpResponse, etag: str) -> None:
        response.headers["ETag"] = etag
        if etag == self.etag() and self.modified <= timezone.now().timestamp():
            response.headers["Last-Modified"] = http_date(self.modified)


def _microseconds(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


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
    if validators and (etag := validators.known(request)):
        response = HttpResponseNotModified()
    else:
        encoding = _encoding(request)
        body, until = _compressed(request, validators, build, encoding or "gzip")
        response = HttpResponse(body if encoding else gzip.decompress(body), content_type=content_type)
        etag = validators and validators.etag(until)
        if encoding:
            response.headers["Content-Encoding"] = encoding
    if validators:
        validators.mark(response, etag)
    patch_cache_control(response, public=True, max_age=TTL)
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _compressed(
    request: HttpRequest, validators: Validators | None, build: Build, encoding: str
) -> tuple[bytes, datetime | None]:
    """What is built, and until when it holds."""
    edition = validators.digest if validators else "none"
    # Whatever else was asked, it is the address alone that tells texts apart.
    key = blake2s(f"{encoding} {edition} {request.build_absolute_uri(request.path)}".encode()).hexdigest()
    cache = caches["editions"]
    if validators and (kept := cache.get(key)):
        return kept
    text, until = build()
    body = COMPRESS[encoding](text.encode())
    seconds = KEPT if until is None else min(KEPT, (until - timezone.now()).total_seconds())
    if validators and len(body) <= LARGEST:
        cache.set(key, (body, until), seconds)
    return body, until


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
