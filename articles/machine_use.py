"""What machines may do with the paper's work: one answer, told in robots.txt, llms.txt, on pages and in headers.

The newsroom's own work is for search always, for answers and for training as the masthead says; an advertisement is for
none of them. Content-Signal: https://contentsignals.org. tdm-reservation: https://www.w3.org/community/reports/tdmrep/
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from .editions import by_content
from .models import Masthead, Story

COLLECTORS = (
    *("GPTBot", "ClaudeBot", "Google-Extended", "Applebot-Extended", "CCBot", "Bytespider"),
    *("Meta-ExternalAgent", "Amazonbot"),
)
"""Crawlers that collect for training."""
ASSISTANTS = (
    *("OAI-SearchBot", "ChatGPT-User", "Claude-SearchBot", "Claude-User", "PerplexityBot", "Perplexity-User"),
)
"""Crawlers that fetch what an assistant answers from."""

SITEMAPS = ("sitemap-index", "news-sitemap", "video-sitemap")


@dataclass(frozen=True)
class Terms:
    """What a piece of work is for."""

    search: bool
    answers: bool
    training: bool

    @property
    def robots(self) -> str:
        """As meta robots and X-Robots-Tag say it."""
        return "max-image-preview:large" if self.search else "noindex, nofollow"

    @property
    def reservation(self) -> str:
        """As tdm-reservation says it: 1 where the right to mine text and data is reserved."""
        return "0" if self.training else "1"

    @property
    def signal(self) -> str:
        """As Content-Signal says it."""
        uses = {"search": self.search, "ai-input": self.answers, "ai-train": self.training}
        return ", ".join(f"{use}={'yes' if may else 'no'}" for use, may in uses.items())


ADVERTISING = Terms(search=False, answers=False, training=False)


def editorial(paper: Masthead) -> Terms:
    return Terms(search=True, answers=paper.ai_answers, training=paper.ai_training)


def terms_of(story: Story, paper: Masthead) -> Terms:
    return ADVERTISING if story.is_advertisement else editorial(paper)


def turned_away(paper: Masthead) -> list[str]:
    """Crawlers that may fetch nothing, by their names in robots.txt."""
    terms = editorial(paper)
    return [*(ASSISTANTS if not terms.answers else ()), *(COLLECTORS if not terms.training else ())]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt. https://www.rfc-editor.org/rfc/rfc9309"""
    paper = Masthead.for_request(request)
    told = {
        "turned_away": turned_away(paper),
        "signal": editorial(paper).signal,
        "sitemaps": [request.build_absolute_uri(reverse(name)) for name in SITEMAPS],
    }
    return by_content(request, render_to_string("robots.txt", told), "text/plain; charset=utf-8")


@require_safe
def tdmrep(request: HttpRequest) -> HttpResponse:
    """The same of everything that has no head of its own, as feeds. https://www.w3.org/community/reports/tdmrep/"""
    told = [{"location": "/*", "tdm-reservation": int(editorial(Masthead.for_request(request)).reservation)}]
    return by_content(request, json.dumps(told), "application/json")


def say(response: HttpResponse, robots: str, reservation: str) -> None:
    """Say in the headers of an answer what its page says; a stricter word that is there already stays."""
    response.headers.setdefault("X-Robots-Tag", robots)
    response.headers.setdefault("tdm-reservation", reservation)


def in_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: what a page says to machines in its head stands in its headers, too."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if meta := getattr(request, "meta_of_page", None):
            say(response, meta.robots, meta.reservation)
        return response

    return middleware
