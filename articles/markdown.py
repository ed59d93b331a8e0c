"""A story as Markdown, at an address of its own: `/<section>/<slug>.md`. It is as public as the story's page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from markdownify import ATX, markdownify
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.models import Site

from . import addresses, machine_use, prose_links, renditions, webvtt
from .characters import printable
from .editions import by_edition
from .feeds.texts import html, links
from .models import Masthead, Story
from .moments import Span, iso

CONTENT_TYPE = "text/markdown; charset=utf-8"
SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


@require_safe
def markdown(request: HttpRequest, path: str) -> HttpResponse:
    """A public story; what is left of one that is over, as its page says it; 404 for any other."""
    root = Site.find_for_request(request).root_page
    found = Story.objects.for_page().filter(url_path=f"{root.url_path}{path}/", path__startswith=root.path)
    story = found.published().first()
    if story is None:
        try:
            return _over(request, found.first())
        except Http404:
            return _sent_on(request, path)
    story = story.of_its_kind()
    paper = Masthead.for_request(request)
    canonical = request.build_absolute_uri(story.get_url(request))
    terms = machine_use.terms_of(story, paper)

    def build() -> tuple[str, Span]:
        span = prose_links.span(timezone.now(), links(story)) & Span(story.published_at, story.expire_at)
        return text(story, paper, canonical, request), span

    response = by_edition(request, ["site"], f"markdown-{story.pk}-{terms.signal}", build, CONTENT_TYPE)
    response.headers["Link"] = f'<{canonical}>; rel="canonical"'
    machine_use.say(response, terms.robots, terms.reservation)
    return response


def _over(request: HttpRequest, story: Story | None) -> HttpResponse:
    if story is None or story.is_restricted or not story.ended:
        raise Http404
    story = story.of_its_kind()
    story.route(request, [])  # 404 for what was published by mistake
    return story.serve(request)


def _sent_on(request: HttpRequest, path: str) -> HttpResponse:
    """Where the page's readers are sent on: to a story's Markdown, if it is one."""
    found = get_redirect(request, f"/{path}")
    if found is None or not found.link or not addresses.is_open(found, request):
        raise Http404
    is_story = Story.objects.filter(pk=found.redirect_page_id).exists()
    return redirect(f"{found.link.rstrip('/')}.md" if is_story else found.link, permanent=found.is_permanent)


def text(story: Story, paper: Masthead, canonical: str, request: HttpRequest) -> str:
    """The story, an advertisement's label first."""
    story.fetch_bylines()
    parts = [*_head(story, request), "\n".join(_facts(story, paper, canonical, request)), _body(story, canonical)]
    if story.is_recording and story.captions:
        parts += [f"## {_('Transcript')}", *map(_spoken, story.transcript)]
    if story.printed_corrections:
        parts.append(f"## {_('Corrections and clarifications')}")
        for correction in story.printed_corrections:
            head = f"**{plain(correction.get_kind_display())}**, {iso(correction.made_at)}"
            parts.append(f"{head}: {plain(correction.text)}")
    return "\n\n".join(filter(None, parts)) + "\n"


def plain(words: str) -> str:
    """Words in one line that Markdown takes for nothing else."""
    return SPECIAL.sub(r"\\\1", " ".join(printable(words).split()))


def _head(story: Story, request: HttpRequest) -> Iterator[str]:
    if story.is_advertisement:
        paid = story.advertisement
        by = _("paid for by %(sponsor)s") % {"sponsor": f"[{plain(paid.sponsor.name)}](<{paid.sponsor.url}>)"}
        yield f"**{plain(paid.get_label_display())}**, {by}"
    yield f"# {plain(story.headline)}"
    yield plain(story.standfirst)
    for size in renditions.made(story.lead_image, renditions.FEED) if story.lead_image else ():
        yield f"![{plain(story.alt)}](<{request.build_absolute_uri(size.url)}>)"
        yield " ".join(filter(None, (plain(story.caption), f"({plain(story.lead_image.credit)})")))


def _facts(story: Story, paper: Masthead, canonical: str, request: HttpRequest) -> Iterator[str]:
    facts = {
        _("Paper"): plain(paper.name),
        _("By"): ", ".join(plain(byline.person.name) for byline in story.authors),
        _("Section"): plain(story.section.title) if story.section else "",
        _("Published"): iso(story.published_at),
        _("Updated"): iso(story.updated_at),
        _("Topics"): ", ".join(plain(topic.name) for topic in story.topic_list),
        _("Recording"): _recording(story, request),
        _("Address"): f"<{canonical}>",
        _("Use by machines"): machine_use.terms_of(story, paper).signal,
    }
    yield from (f"- {name}: {fact}" for name, fact in facts.items() if fact)


def _recording(story: Story, request: HttpRequest) -> str:
    if story.kind == Story.Kind.VIDEO:
        url = story.watch_url
    elif story.kind == Story.Kind.PODCAST and story.enclosure:
        url = story.enclosure["url"]
    else:
        url = ""
    return f"<{request.build_absolute_uri(url)}>" if url else ""


def _body(story: Story, canonical: str) -> str:
    return markdownify(html(story, canonical, None), heading_style=ATX, bullets="-", escape_misc=True).strip()


def _spoken(cue: webvtt.Cue) -> str:
    speaker = f"**{plain(cue.speaker)}**: " if cue.speaker else ""
    return f"[{webvtt.clock(cue.start)}] {speaker}{plain(cue.text)}"
