"""Probes for what runs the site: is the process up, can it serve."""

from __future__ import annotations

from collections.abc import Callable

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse


class Probes:
    """Answers /healthz and /readyz before hosts, sessions and redirects are looked at.

    `/healthz`: 200 while the process answers. `/readyz`: 200 when database and cache answer, else 503 with what failed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/healthz":
            return self.answer({"process": True})
        if request.path == "/readyz":
            return self.answer({"database": self.database_answers(), "cache": self.cache_answers()})
        return self.get_response(request)

    @staticmethod
    def answer(checks: dict[str, bool]) -> JsonResponse:
        response = JsonResponse(checks, status=200 if all(checks.values()) else 503)
        response.headers["Cache-Control"] = "no-store"
        return response

    @staticmethod
    def database_answers() -> bool:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
                return cursor.fetchone() == (1,)
        except DatabaseError:
            return False

    @staticmethod
    def cache_answers() -> bool:
        try:
            cache.set("readyz", 1, 10)
            return cache.get("readyz") == 1
        except Exception:  # any client library, any fault: the answer is “no”
            return False
