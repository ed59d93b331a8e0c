"""The API as OpenAPI describes it. https://spec.openapis.org/oas/v3.1.1"""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.editions import by_content
from articles.models import Masthead, Story

from .parameters import PARAMETERS, Parameter
from .stories import CONTENT_TYPE, for_browsers

URI = {"type": "string", "format": "uri"}
MOMENT = {"type": "string", "format": "date-time"}
TEXT = {"type": "string"}
COUNT = {"type": "integer", "minimum": 0}


def _object(required: tuple[str, ...] = (), **properties: dict) -> dict:
    return {"type": "object", "properties": properties, "required": [*required], "additionalProperties": False}


def _list(of: dict) -> dict:
    return {"type": "array", "items": of}


def _schema(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


SCHEMAS = {
    "Story": _object(
        ("id", "url", "title", "date_published", "date_modified", "_newsroom"),
        id={"type": "string", "format": "uri", "pattern": "^urn:uuid:"},
        url=URI,
        title=TEXT,
        summary=TEXT,
        content_html=TEXT,
        content_text=TEXT,
        date_published=MOMENT,
        date_modified=MOMENT,
        authors=_list(_object(("name",), name=TEXT, url=URI)),
        tags=_list(TEXT),
        image=URI,
        attachments=_list(
            _object(
                ("url", "mime_type"),
                url=URI,
                mime_type=TEXT,
                title=TEXT,
                size_in_bytes=COUNT,
                duration_in_seconds=COUNT,
            )
        ),
        _newsroom=_object(
            ("kind",),
            kind={"type": "string", "enum": Story.Kind.values},
            section=TEXT,
            caption=TEXT,
            credit=TEXT,
            alt=TEXT,
        ),
    ),
    "Stories": _object(
        ("meta", "items"),
        meta=_object(("next",), next={"type": ["string", "null"], "format": "uri"}),
        items=_list(_schema("Story")),
    ),
    "Problem": _object(("message",), message=TEXT),
}
"""`Story` is an item of JSON Feed 1.1, as `json_feed.entry` writes it."""


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    response = by_content(request, json.dumps(document(request), ensure_ascii=False), CONTENT_TYPE)
    for_browsers(response)
    return response


def document(request: HttpRequest) -> dict[str, Any]:
    stories = reverse("api:stories:listing")
    name = Masthead.for_request(request).name
    return {
        "openapi": "3.1.1",
        "info": {
            "title": _("Stories of %(paper)s") % {"paper": name},
            "version": "2",
            "description": _("Everything is public and only read. Ask again with the ETag of the last answer."),
        },
        "servers": [{"url": request.build_absolute_uri("/").rstrip("/")}],
        "paths": {
            stories: {
                "get": {
                    "operationId": "listStories",
                    "summary": _("Stories, newest first"),
                    "parameters": [_parameter(parameter) for parameter in PARAMETERS.values()],
                    "responses": _answers("Stories", _("A page of stories."), ("400",)),
                }
            },
            f"{stories}{{uid}}/": {
                "get": {
                    "operationId": "readStory",
                    "summary": _("One story"),
                    "parameters": [
                        {
                            "name": "uid",
                            "in": "path",
                            "required": True,
                            "description": _("What follows “urn:uuid:” in the id of the story."),
                            "schema": {"type": "string", "format": "uuid"},
                        }
                    ],
                    "responses": _answers("Story", _("The story."), ("404", "410")),
                }
            },
        },
        "components": {"schemas": SCHEMAS},
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    several = parameter.most > 1
    return {
        "name": parameter.name,
        "in": "query",
        "description": str(parameter.description),
        "schema": _list(parameter.schema) | {"maxItems": parameter.most} if several else parameter.schema,
    }


def _answers(name: str, description: str, problems: tuple[str, ...]) -> dict[str, Any]:
    told = {
        "400": _("The message says what to ask instead."),
        "404": _("There is no such story."),
        "410": _("The story was retracted."),
        "429": _("Too many requests: Retry-After says for how many seconds to wait."),
    }
    return {
        "200": {"description": description, "content": {"application/json": {"schema": _schema(name)}}},
        "304": {"description": _("Nothing has changed.")},
        **{
            status: {
                "description": told[status],
                "content": {"application/json": {"schema": _schema("Problem")}},
            }
            for status in (*problems, "429")
        },
    }
