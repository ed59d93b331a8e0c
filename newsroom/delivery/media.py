"""Uploaded files: to everyone what something public shows, to those who may see it the rest."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils._os import safe_join
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.documents.models import Document
from wagtail.documents.views.serve import serve as serve_document

from articles import files

BLOCK = 64 * 1024
ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.IGNORECASE)


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture or a recording; 404 for one that is not public and not for whoever asks, as if it were not there."""
    safe_join(settings.MEDIA_ROOT, path.lstrip("/"))  # refuses, as a bad request, a way out of the folder
    found = files.at(path)
    if found is None:
        raise Http404
    if files.public(found).exists():
        return _sent(request, path)
    file = found.first()
    if file is None or not files.shown_to(request, file):
        raise Http404
    return _kept_nowhere(_sent(request, path))


@require_safe
def document(request: HttpRequest, key: str, filename: str) -> HttpResponseBase:
    """A document, by the same rule."""
    found = Document.objects.filter(pk=key)
    if files.public(found).exists():
        return serve_document(request, key, filename)
    file = found.first()
    if file is None or not files.shown_to(request, file):
        raise Http404
    return _kept_nowhere(serve_document(request, key, filename))


def _kept_nowhere(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _sent(request: HttpRequest, path: str) -> HttpResponseBase:
    """The file, by the web server in front where it is told how."""
    if not settings.MEDIA_ACCEL_LOCATION:
        return _read(request, path)
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    location = f"{settings.MEDIA_ACCEL_LOCATION}{quote(path)}"
    return HttpResponse(content_type=kind, headers={"X-Accel-Redirect": location})


def _read(request: HttpRequest, path: str) -> HttpResponseBase:
    """The file, or the range of bytes asked for: without ranges a player cannot seek, and Safari plays nothing.

    https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
    """
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    if not isinstance(response, FileResponse):
        return response
    response.headers["Accept-Ranges"] = "bytes"
    whole = int(response.headers["Content-Length"])
    asked = ONE_RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    unchanged = request.headers.get("If-Range") in (None, response.headers["Last-Modified"])
    if request.method != "GET" or not asked or not any(asked.groups()) or not unchanged:
        return response  # only what is got has ranges; several, or another unit: the whole file is a right answer
    first, last = _bounds(asked[1], asked[2], whole)
    if first > last:
        response.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{whole}", "Accept-Ranges": "bytes"})
    response.status_code = 206
    response.headers["Content-Range"] = f"bytes {first}-{last}/{whole}"
    response.headers["Content-Length"] = str(last - first + 1)
    response.streaming_content = _part(response.file_to_stream, first, last - first + 1)
    return response


def _bounds(first: str, last: str, whole: int) -> tuple[int, int]:
    """First and last byte of a range of a file of `whole` bytes; the first above the last when there is none."""
    if not first:
        return max(whole - int(last[:18]), 0), whole - 1
    return int(first[:18]), min(int(last[:18]), whole - 1) if last else whole - 1


def _part(file: BinaryIO, start: int, length: int) -> Iterator[bytes]:
    file.seek(start)
    while length > 0 and (block := file.read(min(BLOCK, length))):
        length -= len(block)
        yield block
