"""What players fetch of a recording: its words and its chapters, with the times that its page has."""

from __future__ import annotations

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from .editions import by_content
from .models import PodcastEpisodePage, Story, VideoPage
from .models.recording import Recording

CHAPTERS = "application/json+chapters"
CHAPTERS_VERSION = "1.2.0"


@require_safe
def captions(request: HttpRequest, uid: str) -> HttpResponse:
    """The captions of a published recording, as WebVTT."""
    recording = _published(uid)
    if not recording.captions:
        raise Http404
    return _for_everyone(by_content(request, recording.captions, "text/vtt; charset=utf-8"))


@require_safe
def chapters(request: HttpRequest, uid: str) -> HttpResponse:
    """The chapters of a published recording, as podcast apps read them.

    https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
    """
    recording = _published(uid)
    if not recording.chapters:
        raise Http404
    parts = [chapter.value for chapter in recording.chapters_in_order]
    listed = [{"startTime": chapter.seconds, "title": chapter["title"]} for chapter in parts]
    told = {"version": CHAPTERS_VERSION, "title": recording.headline, "chapters": listed}
    return _for_everyone(by_content(request, json.dumps(told, ensure_ascii=False), CHAPTERS))


def _published(uid: str) -> Recording:
    """Http404 unless readers may see it, and it is one."""
    story = get_object_or_404(Story.objects.published(), uid=uid)
    for model in (VideoPage, PodcastEpisodePage):
        if recording := model.objects.filter(pk=story.pk).only("title", "captions", "chapters").first():
            return recording
    raise Http404


def _for_everyone(response: HttpResponse) -> HttpResponse:
    """Players on other sites may read it, too."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
