"""Reading what is not public yet by a review link: signed, for some days, revocable, counted."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from .models import ReviewLink, ReviewView
from .publishing import is_current

COOKIE = "review-"
"""How the names of the cookies begin by which a link's own pictures and documents are shown."""
HEADERS = {"Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}
"""Of what a link shows no cache, no other site and no robot learns."""


@require_safe
def review(request: HttpRequest, token: str) -> HttpResponse:
    """The revision as its page would look; the story's own page once that is what it shows; 410 when the link ended."""
    key = ReviewLink.key_in(token)
    if key is None:
        raise Http404
    link = ReviewLink.objects.open().select_related("story", "revision").filter(pk=key).first()
    if link is None:
        response = render(request, "articles/review_ended.html", status=410)
    elif link.story.live_revision_id == link.revision_id and is_current(link.story):
        response = redirect(link.story.get_url(request))
    else:
        response = _show(request, link)
        ReviewView.objects.create(link=link)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def _show(request: HttpRequest, link: ReviewLink) -> HttpResponse:
    request.review_link = link
    story = link.story_as_shared
    response = story.serve_preview(request, story.default_preview_mode).render()
    for path in (settings.MEDIA_URL, "/documents/"):
        response.set_cookie(
            f"{COOKIE}{link.pk}-{path.strip('/')}",
            link.token,
            expires=link.expires_at,
            path=path,
            secure=request.is_secure(),
            httponly=True,
            samesite="Strict",
        )
    return response


def links_of(request: HttpRequest) -> Iterator[ReviewLink]:
    """The open links by whose pages the browser came."""
    tokens = [token for name, token in request.COOKIES.items() if name.startswith(COOKIE)]
    keys = [key for token in tokens if (key := ReviewLink.key_in(token)) is not None]
    return ReviewLink.objects.open().filter(pk__in=keys).select_related("revision").iterator() if keys else iter(())


def revoke(link: ReviewLink) -> None:
    link.revoked_at = timezone.now()
    link.save(update_fields=["revoked_at"])
