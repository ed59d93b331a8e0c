"""Answers that are known by the editions they show: who has those is told so, and nothing is built."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2s
from typing import NamedTuple, Self

import brotli
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date, parse_etags

from .latest import EPOCH
from .models import Edition
from .moments import Span
from .release import release

TTL = 60
"""For how long at most others may keep an answer without asking again, in seconds."""
KEPT = 3600
"""For how long at most what was built is kept, in seconds. A new edition is built anew at once."""

type Build = Callable[[], tuple[str, Span]]
"""Writes a text, and says in what time it holds as far as the clock is concerned."""

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
    """What HTTP knows an edition by: its `ETag`, and when it last changed.

    The clock alone changes lists, too: a story begins or runs out, and until a worker has been by, no edition tells of
    it. So an `ETag` ends with the moment until which what has it holds, or 0: from then on it is worth nothing, and
    what is built instead has another. A date has no room for that. It is when an edition or the clock last changed what
    is there, which only who builds it knows: who asks by a date alone costs a look at what was built before.
    """

    edition: str
    changed_at: datetime
    read_at: datetime

    @classmethod
    def of(cls, scopes: Sequence[str], form: str, clock: datetime | None = None) -> Self | None:
        """Of what shows these scopes, in one indexed read; None while the last of them has never been published.

        `form` tells one text of a scope from another; `clock` is when it last changed without an edition.
        """
        read_at = timezone.now()
        editions = {edition.scope: edition for edition in Edition.objects.filter(scope__in=scopes)}
        if scopes[-1] not in editions:
            return None
        shown = sorted((edition.scope, edition.number, edition.changed_at) for edition in editions.values())
        changed_at = max(filter(None, (*(edition.changed_at for edition in editions.values()), clock)))
        return cls(_digest(release(), form, shown, clock), changed_at, read_at)

    def tag(self, until: datetime | None) -> Tag:
        return Tag(self._written((until - EPOCH) // timedelta(microseconds=1) if until else 0), until)

    def _written(self, moment: int) -> str:
        """With a digest of its own, so that no other moment can be put in its place."""
        return f'W/"{_digest(self.edition, moment)}-{moment:x}"'

    def known(self, request: HttpRequest) -> Tag | None:
        """The tag of what the client has, if that holds.

        `*` is no tag of ours: whether there is anything at all is for who builds it to say.
        """
        return next(filter(None, map(self._held, parse_etags(request.headers.get("If-None-Match", "")))), None)

    def _held(self, text: str) -> Tag | None:
        match = TAG.fullmatch(text)
        if match is None or f"W/{match[1]}" != self._written(moment := int(match[2], 16)):
            return None
        tag = self.tag(EPOCH + timedelta(microseconds=moment) if moment else None)
        return None if _is_over(tag.until) else tag

    def headers(self, span: Span) -> dict[str, str]:
        """Of what was built, and holds for a time.

        It counts as modified at the end of the second in which it last changed, and has no date if it was read before:
        whoever had that would not hear of another change in the same second.
        """
        headers = {"ETag": self.tag(span.until).text}
        modified = int(max(self.changed_at, span.since or self.changed_at).timestamp()) + 1
        if modified <= self.read_at.timestamp():
            headers["Last-Modified"] = http_date(modified)
        return headers


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
        response, until = HttpResponseNotModified(headers={"ETag": tag.text}), tag.until
    else:
        encoding = _encoding(request)
        body, span = _compressed(request, validators, build, encoding or "gzip")
        headers, until = validators.headers(span) if validators else {}, span.until
        if _is_known_by_date(request, headers):
            response = HttpResponseNotModified(headers=headers)
        else:
            headers |= {"Content-Encoding": encoding} if encoding else {}
            response = HttpResponse(body if encoding else gzip.decompress(body), content_type, headers=headers)
    patch_cache_control(response, public=True, max_age=int(_seconds(TTL, until)))
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _is_known_by_date(request: HttpRequest, headers: Mapping[str, str]) -> bool:
    """Whether the client has it by its date, as it was given. With a tag, even a wrong one, a date says nothing."""
    asked = request.headers.get("If-Modified-Since")
    return asked is not None and asked == headers.get("Last-Modified") and "If-None-Match" not in request.headers


def _compressed(request: HttpRequest, validators: Validators | None, build: Build, encoding: str) -> tuple[bytes, Span]:
    """What is built, and in what time it holds."""
    edition = validators.edition if validators else "none"
    # Whatever else was asked, it is the address alone that tells texts apart.
    key = blake2s(f"{encoding} {edition} {request.build_absolute_uri(request.path)}".encode()).hexdigest()
    cache = caches["editions"]
    kept = cache.get(key) if validators else None
    if kept and not _is_over(kept[1].until):
        return kept
    text, span = build()
    body = COMPRESS[encoding](text.encode())
    if validators and len(body) <= LARGEST:
        cache.set(key, (body, span), _seconds(KEPT, span.until))
    return body, span


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
