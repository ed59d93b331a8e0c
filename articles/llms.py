"""A short way into the paper for language models. https://llmstxt.org"""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from . import machine_use
from .editions import by_content
from .latest import Latest
from .markdown import plain
from .models import Masthead, SectionPage, StandardPage, Topic

MOST_BYTES = 50_000
STORIES = 40
TOPICS = 40
PAGES = 40


@require_safe
def llms(request: HttpRequest) -> HttpResponse:
    """What the paper is, what machines may do with it, and where its newest work is, as far as there is room."""
    kept, size = [], 0
    for line in _lines(request):
        size += len(line.encode()) + 1
        if size > MOST_BYTES:
            break
        kept.append(line)
    return by_content(request, "\n".join([*kept, ""]), "text/plain; charset=utf-8")


def _lines(request: HttpRequest) -> Iterator[str]:
    paper = Masthead.for_request(request)
    yield f"# {plain(paper.name)}"
    if paper.tagline:
        yield from ("", f"> {plain(paper.tagline)}")
    yield from ("", *_terms(paper))
    for heading, links in _links(request).items():
        if links:
            yield from ("", f"## {heading}", "")
        for name, path, about in links:
            told = f": {plain(about)}" if about else ""
            yield f"- [{plain(name)}]({request.build_absolute_uri(path)}){told}"


def _links(request: HttpRequest) -> dict[str, list[tuple[str, str, str]]]:
    """Name, path and description of what is worth reading, under headings."""
    sections = SectionPage.objects.open_to_all().order_by("path")[:PAGES]
    topics = Topic.objects.listed().order_by("-story_count", "pk")[:TOPICS]
    pages = StandardPage.objects.open_to_all().order_by("path")[:PAGES]
    return {
        _("Sections"): [(section.title, section.get_url(request), section.introduction) for section in sections],
        _("Latest Stories"): [
            (story.card_title, f"{story.get_url(request).rstrip('/')}.md", story.standfirst)
            for story in Latest().cards(STORIES)
        ],
        _("Topics"): [(topic.name, topic.get_absolute_url(), topic.description) for topic in topics],
        _("The paper"): [
            *((page.title, page.get_url(request), page.introduction) for page in pages),
            (_("Corrections and clarifications"), reverse("corrections"), ""),
            (_("Our journalists"), reverse("people"), ""),
        ],
        "Optional": [(_("Feeds"), reverse("feeds"), ""), (_("Sitemap"), reverse("sitemap-index"), "")],
    }


def _terms(paper: Masthead) -> Iterator[str]:
    terms = machine_use.editorial(paper)
    yield _("Every story is there as Markdown, too: its address ends in .md instead of a slash.")
    yield ""
    yield _("Our stories may be found by search engines.")
    if terms.answers:
        yield _("Answers may be drawn from them, with a link to the story.")
    else:
        yield _("Answers may not be drawn from them.")
    if terms.training:
        yield _("Models may be trained on them.")
    else:
        yield _("Models may not be trained on them; the right to mine text and data is reserved.")
    yield _("Advertisements are for none of this.")
    yield f"Content-Signal: {terms.signal}"
