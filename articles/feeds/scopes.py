"""What a feed can be about: everything, a section, a topic, a person, a kind."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.latest import Latest
from articles.models import Person, SectionPage, Story, Topic

NO_FEED = gettext_lazy("There is no such feed.")
KINDS = {"articles": Story.Kind.ARTICLE, "videos": Story.Kind.VIDEO, "podcasts": Story.Kind.PODCAST}


@dataclass(frozen=True)
class Scope:
    """One feed's subject: its `path` in addresses, `title`, `description`, the `page_url` it mirrors, its stories."""

    path: str
    title: str
    description: str
    page_url: str
    latest: Latest | None = None

    @property
    def rss_url(self) -> str:
        return reverse("feed", args=[self.path, "rss"])


def scope(path: str) -> Scope:
    """The scope of a feed's address (`latest`, `topics/housing`, …). Http404 for one that does not exist.

    A synonym gives the scope of its canonical topic, whose path is another.
    """
    family, _slash, slug = path.partition("/")
    match family:
        case "latest" if not slug:
            return Scope(path, _("Latest Stories"), _("Everything, as it is published"), "/", Latest())
        case "sections":
            section = get_object_or_404(SectionPage.objects.open_to_all(), slug=slug)
            return Scope(path, section.title, section.introduction, section.url, Latest(section=section))
        case "topics":
            topic = get_object_or_404(Topic.objects.select_related("canonical"), slug=slug)
            if topic.canonical:
                return scope(f"topics/{topic.canonical.slug}")
            if not topic.is_public:
                raise Http404(NO_FEED)
            return Scope(
                path,
                topic.name,
                topic.description,
                topic.get_absolute_url(),
                Latest(topics=(topic,)),
            )
        case "people":
            person = get_object_or_404(Person, slug=slug)
            return Scope(path, person.name, person.job_title, person.get_absolute_url(), Latest(person=person))
        case "kinds" if slug in KINDS:
            kind = KINDS[slug]
            return Scope(path, str(kind.label), "", "/", Latest(kinds=(kind,)))
    raise Http404(NO_FEED)


def every_scope() -> dict[str, list[Scope]]:
    """Every feed there is, in groups, without their stories."""
    return {
        _("Everything"): [scope("latest")],
        _("Sections"): [
            Scope(section.feed_scope, section.title, section.introduction, section.url)
            for section in SectionPage.objects.open_to_all().order_by("path")
        ],
        _("Kinds"): [scope(f"kinds/{kind}") for kind in KINDS],
        _("Topics"): [
            Scope(f"topics/{topic.slug}", topic.name, topic.description, topic.get_absolute_url())
            for topic in Topic.objects.filter(story_count__gt=0).order_by("name")
        ],
        _("People"): [
            Scope(f"people/{person.slug}", person.name, person.job_title, person.get_absolute_url())
            for person in Person.objects.order_by("name")
        ],
    }
