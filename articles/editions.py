"""Answers that are known by the editions they show: who has those is told so, and nothing is built."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2s
from typing import NamedTuple, Self

import brotli
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date, parse_etags, parse_http_date_safe

from .latest import EPOCH
from .models import Edition
from .release import release

TTL = 60
"""For how long at most others may keep an answer without asking again, in seconds."""
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

TAG = re.compile(r'(?:W/)?("[0-9a-f]{24}-([0-9a-f]{1,15})")')


class Tag(NamedTuple):
    """An `ETag`, and until when what has it holds, if that is known."""

    text: str
    until: datetime | None


@dataclass(frozen=True)
class Validators:
    """What HTTP knows an edition by: how its `ETag` begins, and the second in which it can no longer have changed.

    The clock alone changes lists, too: a story begins or runs out, and until a worker has been by, no edition tells of
    it. So an `ETag` ends with the moment until which what has it holds, or 0. From then on it is
    worth nothing, and what is built instead has another. A date has no room for such a moment: it is given to what no
    clock is to change, which is the last that an edition shows, and is known again only as it was given.
    """

    edition: str
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
        return cls(_digest(release(), form, shown, clock), int(changed_at.timestamp()) + 1)

    def tag(self, until: datetime | None = None) -> Tag:
        return Tag(self._written((until - EPOCH) // timedelta(microseconds=1) if until else 0), until)

    def _written(self, moment: int) -> str:
        """With a digest of its own, so that no other moment can be put in its place."""
        return f'W/"{_digest(self.edition, moment)}-{moment:x}"'

    def known(self, request: HttpRequest) -> Tag | None:
        """The tag of what the client has, if it holds. A date counts where no tag is named, not even a wrong one.

        `*` is no tag of ours: whether there is anything at all is for who builds it to say.
        """
        if "If-None-Match" in request.headers:
            return next(filter(None, map(self._held, parse_etags(request.headers["If-None-Match"]))), None)
        since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
        return self.tag() if since == self.modified <= timezone.now().timestamp() else None

    def _held(self, text: str) -> Tag | None:
        match = TAG.fullmatch(text)
        if match is None or f"W/{match[1]}" != self._written(moment := int(match[2], 16)):
            return None
        tag = self.tag(EPOCH + timedelta(microseconds=moment) if moment else None)
        return None if _is_over(tag.until) else tag

    def mark(self, response: HttpResponse, tag: Tag) -> None:
        response.headers["ETag"] = tag.text
        if tag.until is None and self.modified <= timezone.now().timestamp():
            response.headers["Last-Modified"] = http_date(self.modified)


def _is_over(until: datetime | None) -> bool:
    return until is not None and until <= timezone.now()


def _digest(*parts: object) -> str:
    return blake2s(repr(parts).encode(), digest_size=12).hexdigest()


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
    if validators and (tag := validators.known(request)):
        response, until = HttpResponseNotModified(), tag.until
    else:
        encoding = _encoding(request)
        body, until = _compressed(request, validators, build, encoding or "gzip")
        response = HttpResponse(body if encoding else gzip.decompress(body), content_type=content_type)
        tag = validators and validators.tag(until)
        if encoding:
            response.headers["Content-Encoding"] = encoding
    if validators:
        validators.mark(response, tag)
    patch_cache_control(response, public=True, max_age=int(_seconds(TTL, until)))
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _compressed(
    request: HttpRequest, validators: Validators | None, build: Build, encoding: str
) -> tuple[bytes, datetime | None]:
    """What is built, and until when it holds."""
    edition = validators.edition if validators else "none"
    # Whatever else was asked, it is the address alone that tells texts apart.
    key = blake2s(f"{encoding} {edition} {request.build_absolute_uri(request.path)}".encode()).hexdigest()
    cache = caches["editions"]
    kept = cache.get(key) if validators else None
    if kept and not _is_over(kept[1]):
        return kept
    text, until = build()
    body = COMPRESS[encoding](text.encode())
    if validators and len(body) <= LARGEST:
        cache.set(key, (body, until), _seconds(KEPT, until))
    return body, until


def _seconds(most: int, until: datetime | None) -> float:
    """How long it is until then, but no longer than `most`."""
    return most if until is None else max(0, min(most, (until - timezone.now()).total_seconds()))


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
