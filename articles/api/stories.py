"""The API: public stories to read, newest first, by Wagtail's own router. Nothing else of Wagtail's API is public."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.response import Response
from rest_framework.throttling import SimpleRateThrottle
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet

from articles.editions import by_edition
from articles.feeds.item import items, items_of, span
from articles.feeds.json_feed import entry
from articles.latest import Latest, Position
from articles.models import Story
from articles.moments import Span

from .parameters import MOST, USUAL, read

CONTENT_TYPE = "application/json; charset=utf-8"
ADVERTISEMENT = Story.Kind.SPONSORED


class PerAddress(SimpleRateThrottle):
    """So many requests from one address, as the settings say; 429 with `Retry-After` for more."""

    scope = "stories"

    def get_cache_key(self, request: HttpRequest, view: BaseAPIViewSet) -> str:
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}


@dataclass(frozen=True)
class Selection:
    """Which stories are asked for, how many, and the scopes whose editions tell whether they have changed."""

    latest: Latest
    scopes: tuple[str, ...]
    limit: int
    before: Position | None
    earliest: datetime | None

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        asked = read(query)
        topics, sections, people, kinds = (asked[name] for name in ("topic", "section", "person", "kind"))
        advertisements = ADVERTISEMENT in kinds
        if advertisements and (topics or people or {*kinds} != {ADVERTISEMENT}):
            raise BadRequestError(_("Advertisements are in no topic, by nobody, and in no list with other kinds."))
        latest = Latest(
            topics=tuple(topics),
            section=next(iter(sections), None),
            person=next(iter(people), None),
            kinds=() if advertisements else tuple(kinds),
            advertisements=advertisements,
        )
        subjects = [subject.feed_scope for subject in (*topics, *sections, *people)]
        narrowed = ["site"] if advertisements else subjects or [f"kinds/{kind}s" for kind in kinds] or ["latest"]
        above = [Position(moment, 0) for moment in asked["published_before"]]
        return cls(
            latest=latest,
            scopes=("paper", *narrowed),
            limit=next(iter(asked["limit"]), USUAL),
            before=min((*asked["before"], *above), default=None),
            earliest=next(iter(asked["published_after"]), None),
        )

    def places(self) -> list[Position]:
        """Those on this page, and one more if the list goes on.

        As many as a page can hold are asked for always, so that one statement serves every limit.
        """
        places = self.latest.keys(MOST + 1, before=self.before)[: self.limit + 1]
        return [place for place in places if self.earliest is None or place.published_at >= self.earliest]


class StoriesAPIViewSet(BaseAPIViewSet):
    """Stories as JSON Feed has them: a list by `parameters.PARAMETERS`, and each at its permanent id."""

    name = "stories"
    model = Story
    authentication_classes = ()
    permission_classes = ()
    throttle_classes = (PerAddress,)

    @classmethod
    def get_urlpatterns(cls) -> list[URLPattern]:
        return [
            path("", cls.as_view({"get": "listing_view"}), name="listing"),
            path("<uuid:uid>/", cls.as_view({"get": "detail_view"}), name="detail"),
        ]

    def listing_view(self, request: HttpRequest) -> HttpResponse:
        """Stories, and the address of those that follow."""
        asked = Selection.of(request.GET)

        def build() -> tuple[str, Span]:
            begun = timezone.now()
            places = asked.places()
            shown = items([place.pk for place in places[: asked.limit]], request)
            more = len(places) > asked.limit
            meta = {"next": _address_below(request, places[asked.limit - 1]) if more else None}
            text = _json({"meta": meta, "items": [entry(story) for story in shown]})
            return text, span(begun, shown, asked.latest)

        return by_edition(request, asked.scopes, f"api?{request.GET.urlencode()}", build, CONTENT_TYPE)

    def detail_view(self, request: HttpRequest, uid: UUID) -> HttpResponseBase:
        """A public story; 410 for one that was retracted, 404 for any other."""
        story = Story.objects.published().for_feeds().filter(uid=uid).first()
        if story is None:
            if Story.objects.retracted().filter(uid=uid).exists():
                return Response({"message": _("This story was retracted.")}, status=status.HTTP_410_GONE)
            raise Http404(_("There is no such story."))

        def build() -> tuple[str, Span]:
            begun = timezone.now()
            (shown,) = items_of([story], request)
            return _json(entry(shown)), span(begun, [shown]) & Span(story.published_at, story.expire_at)

        return by_edition(request, ["site"], f"api-{story.pk}", build, CONTENT_TYPE)

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """For browsers that ask first: any page may read, and say what it has already."""
        allowed = {
            "Allow": "GET, HEAD, OPTIONS",
            "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
            "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
            "Access-Control-Max-Age": "86400",
        }
        return HttpResponse(status=status.HTTP_204_NO_CONTENT, headers=allowed)

    def perform_content_negotiation(self, request: HttpRequest, force: bool = False) -> tuple:
        """It is always JSON, whatever is accepted."""
        return super().perform_content_negotiation(request, force=True)

    def handle_exception(self, exc: Exception) -> Response:
        response = super().handle_exception(exc)
        if "detail" in response.data:
            response.data = {"message": response.data["detail"]}
        return response

    def finalize_response(self, request: HttpRequest, response: HttpResponseBase, *args: Any, **kwargs: Any):
        response = super().finalize_response(request, response, *args, **kwargs)
        for_browsers(response)
        patch_cache_control(response, no_cache=True)  # a cache in front asks each time: no list of questions is purged
        response.headers["X-Robots-Tag"] = "noindex"
        return response


def for_browsers(response: HttpResponseBase) -> None:
    """Let the scripts of any page read the answer."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Retry-After"


def _address_below(request: HttpRequest, place: Position) -> str:
    query = request.GET.copy()
    query["before"] = str(place)
    return request.build_absolute_uri(f"?{query.urlencode()}")


def _json(data: dict) -> str:
    return json.dumps(data, ensure_ascii=False)


router = WagtailAPIRouter("api")
router.register_endpoint(StoriesAPIViewSet.name, StoriesAPIViewSet)
