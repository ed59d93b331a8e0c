"""What a feed can be about: everything, a section, a topic, a person, a kind, a podcast show."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import ResolverMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.latest import Latest
from articles.models import Person, SectionPage, Show, Story, Topic

from .archives import Page

NO_FEED = gettext_lazy("There is no such feed.")
FORMS = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}
PODCAST = "podcast"
"""The format of a show's feed: RSS as podcast apps read it, at an address of its own."""
KINDS = {"articles": Story.Kind.ARTICLE, "videos": Story.Kind.VIDEO, "podcasts": Story.Kind.PODCAST}


@dataclass(frozen=True)
class Scope:
    """One feed's subject: its `path` in addresses, `title`, `description`, the `page_url` it mirrors, its stories.

    The `key` stays when the path changes.
    """

    path: str
    title: str
    description: str
    page_url: str
    latest: Latest | None = None
    key: str = ""

    @property
    def addresses(self) -> list[tuple[str, str]]:
        """Name and address of each format."""
        return [(name, address(self.path, form)) for form, name in forms(self.path).items()]


def forms(path: str) -> dict[str, str]:
    """The formats that the feed of a path has, with their names."""
    return {PODCAST: "RSS"} if path.startswith("podcasts/") else FORMS


def address(path: str, form: str, page: Page | None = None) -> str:
    """The address of a feed, or of a page of its archive, in a format."""
    if path.startswith("partners/"):
        return reverse("partner-feed", args=[path.partition("/")[2], form])
    name, given = ("podcast-feed", [path.partition("/")[2]]) if form == PODCAST else ("feed", [path, form])
    return reverse(f"{name}-archive", args=[given[0], page, *given[1:]]) if page else reverse(name, args=given)


def path_at(match: ResolverMatch) -> str | None:
    """The path of the live feed that an address leads to; None for the address of anything else."""
    if match.url_name == "podcast-feed":
        return f"podcasts/{match.kwargs['slug']}"
    return match.kwargs["path"] if match.url_name == "feed" else None


def editions(path: str) -> list[str]:
    """The scopes whose editions tell whether the feed of a path has changed.

    The paper's own is among them: its name stands in every feed.
    """
    return ["paper", *parts(path)]


def parts(path: str) -> list[str]:
    """What a story of a feed is in: of `sections/city/topics/housing`, both `sections/city` and `topics/housing`."""
    names = path.split("/")
    return ["/".join(names[start : start + 2]) for start in range(0, len(names), 2)]


def scope(path: str) -> Scope:
    """The scope of a feed's address (`latest`, `topics/housing`, …). Http404 for one that does not exist.

    A synonym gives the scope of its canonical topic, whose path is another. `sections/city/topics/housing` is a topic
    within a section.
    """
    match path.split("/"):
        case ["latest"]:
            return Scope(path, _("Latest Stories"), _("Everything, as it is published"), "/", Latest(), path)
        case ["sections", slug]:
            section = open_section(slug)
            latest = Latest(section=section)
            return Scope(path, section.title, section.introduction, section.url, latest, f"sections/{section.pk}")
        case ["sections", slug, "topics", topic_slug]:
            section, topic = open_section(slug), public_topic(topic_slug)
            path = f"sections/{section.slug}/topics/{topic.slug}"
            title = _("%(topic)s in %(section)s") % {"topic": topic.name, "section": section.title}
            key = f"sections/{section.pk}/topics/{topic.pk}"
            return Scope(path, title, topic.description, section.url, Latest((topic,), section=section), key)
        case ["topics", slug]:
            topic = public_topic(slug)
            page_url, latest = topic.get_absolute_url(), Latest(topics=(topic,))
            return Scope(topic.feed_scope, topic.name, topic.description, page_url, latest, f"topics/{topic.pk}")
        case ["people", slug]:
            person = get_object_or_404(Person, slug=slug)
            page_url, latest = person.get_absolute_url(), Latest(person=person)
            return Scope(path, person.name, person.job_title, page_url, latest, f"people/{person.pk}")
        case ["kinds", slug] if slug in KINDS:
            kind = KINDS[slug]
            return Scope(path, str(kind.label), "", "/", Latest(kinds=(kind,)), path)
        case ["podcasts", slug]:
            return show_scope(get_object_or_404(Show.objects.listed(), slug=slug))
    raise Http404(NO_FEED)


def show_scope(show: Show) -> Scope:
    page_url, latest = show.get_absolute_url(), Latest(show=show)
    return Scope(show.feed_scope, show.title, show.description, page_url, latest, f"podcasts/{show.pk}")


def open_section(slug: str) -> SectionPage:
    """The section that strangers may read; Http404 where there is none."""
    return get_object_or_404(SectionPage.objects.open_to_all(), slug=slug)


def public_topic(slug: str) -> Topic:
    """The topic, or what it is a synonym of; Http404 while it has nothing public."""
    topic = get_object_or_404(Topic.objects.select_related("canonical"), slug=slug)
    topic = topic.canonical or topic
    if not topic.is_public:
        raise Http404(NO_FEED)
    return topic


def every_scope() -> dict[str, list[Scope]]:
    """Every feed there is, in groups that have any, without their stories."""
    groups = {
        _("Everything"): [scope("latest")],
        _("Sections"): [
            Scope(section.feed_scope, section.title, section.introduction, section.url)
            for section in SectionPage.objects.open_to_all().order_by("path")
        ],
        _("Kinds"): [scope(f"kinds/{kind}") for kind in KINDS],
        _("Podcast shows"): [show_scope(show) for show in Show.objects.listed().order_by("title")],
        _("Topics"): [
            Scope(f"topics/{topic.slug}", topic.name, topic.description, topic.get_absolute_url())
            for topic in Topic.objects.listed().order_by("name")
        ],
        _("People"): [
            Scope(f"people/{person.slug}", person.name, person.job_title, person.get_absolute_url())
            for person in Person.objects.order_by("name")
        ],
    }
    return {name: scopes for name, scopes in groups.items() if scopes}
