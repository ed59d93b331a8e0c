"""Search engines are told which addresses have changed. Off unless there is a key. https://www.indexnow.org/documentation"""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from wagtail.models import Site

from . import outgoing
from .models import Publication, Story


class NotTakenError(RuntimeError):
    """The search engines did not take an address."""


@require_safe
def key(request: HttpRequest, key: str) -> HttpResponse:
    """What proves that the addresses are ours to tell of."""
    if not settings.INDEXNOW_KEY or not constant_time_compare(key, settings.INDEXNOW_KEY):
        raise Http404
    return HttpResponse(settings.INDEXNOW_KEY, content_type="text/plain; charset=utf-8")


def tell(lines: Sequence[Publication]) -> None:
    """Tell of the addresses of lines of the log; not of advertisements, nor of stories that are no longer public."""
    if not settings.INDEXNOW_KEY:
        return
    uids = {line.story_uid for line in lines}
    public = set(Story.objects.published().filter(uid__in=uids).values_list("uid", flat=True))
    told_of = [
        line.url
        for line in lines
        if "latest" in line.scopes and (line.event == Publication.Event.WITHDRAWN or line.story_uid in public)
    ]
    if not told_of:
        return
    root = f"{Site.objects.get(is_default_site=True).root_url}/"
    told = {
        "host": urlsplit(root).hostname,
        "key": settings.INDEXNOW_KEY,
        "keyLocation": urljoin(root, reverse("indexnow-key", args=[settings.INDEXNOW_KEY])),
        "urlList": [urljoin(root, url) for url in dict.fromkeys(told_of)],
    }
    headers = {"Content-Type": "application/json; charset=utf-8"}
    answer = outgoing.send("POST", settings.INDEXNOW_ENDPOINT, json.dumps(told).encode(), headers)
    if answer.status not in {200, 202}:
        raise NotTakenError(f"IndexNow answered {answer.status}: {answer.body[:200].decode('utf-8', 'replace')}")
