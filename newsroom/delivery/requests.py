"""Requests that no page of ours can mean."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class RefuseNullBytes:
    """400 for a null byte in path or query: PostgreSQL text cannot hold one, so nothing of ours has it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if "\x00" in request.path or b"\x00" in unquote_to_bytes(query):
            return render(request, "400.html", status=400)
        return self.get_response(request)
