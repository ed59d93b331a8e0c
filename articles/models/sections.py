from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from articles.blocks import PageBodyBlock, ZoneBlock
from articles.querysets import OpenPageManager

from .reading import Reading

RESERVED_SLUGS = frozenset(
    {"admin", "api", "captions", "chapters", "corrections", "documents", "feeds", "healthz", "media", "partners"}
    | {"people", "podcasts", "readyz", "review", "search", "share", "static", "topics", "websub"}
)
"""First parts of addresses that the site itself uses."""
LONGEST_SLUG = 100
"""In characters. Two of them, percent-encoded, still fit a redirect and a line of the publication log."""


def check_length_of_slug(slug: str) -> None:
    if len(slug) > LONGEST_SLUG:
        raise ValidationError({"slug": _("Use at most %(n)d characters.") % {"n": LONGEST_SLUG}})


class HomePage(Reading, Page):
    """The front page: a lead and zones chosen by editors, filled with the newest where they leave room."""

    lead = models.ForeignKey(
        "articles.Story",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("lead story"),
        help_text=_("Empty: the newest story with a picture."),
    )
    zones = StreamField(
        [("zone", ZoneBlock())],
        blank=True,
        verbose_name=_("zones"),
        help_text=_("Empty: one zone for each section."),
    )

    objects = OpenPageManager()
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["articles.SectionPage", "articles.StandardPage"]
    page_description = _("The front page.")

    class Meta:
        verbose_name = _("home page")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find any page below by the path it is known under: a story, two steps down, in one query."""
        from .story import Story

        if not path_components:
            return super().route(request, path_components)
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        below = {"url_path": url_path, "path__startswith": self.path}
        if len(path_components) == 2 and (story := Story.objects.for_page().filter(**below).first()):
            return story.of_its_kind().route(request, [])
        page = Page.objects.filter(**below).first()
        if page is None:
            raise Http404
        return page.specific.route(request, [])

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from articles.front_page import FrontPage
        from articles.social import front_meta

        context = super().get_context(request, *args, **kwargs)
        context["meta"] = front_meta(request, self.search_description)
        context["front"] = FrontPage(self)
        return context


class FrontPick(Orderable):
    """A story that editors put beside the lead, in order."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="picks")
    story = models.ForeignKey("articles.Story", on_delete=models.CASCADE, related_name="+", verbose_name=_("story"))

    class Meta(Orderable.Meta):
        verbose_name = _("story beside the lead")
        verbose_name_plural = _("stories beside the lead")

    def __str__(self) -> str:
        return str(self.story)


class TopLevelPage(Reading, Page):
    """A page right under the front page: its slug must not take an address that the site uses itself."""

    objects = OpenPageManager()

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("The site itself uses this address. Choose another.")})
        check_length_of_slug(self.slug)


class SectionPage(TopLevelPage):
    """A part of the paper. Its stories are its children, so that permissions and workflow follow it."""

    introduction = models.CharField(
        _("introduction"), max_length=250, blank=True, help_text=_("Under the section's name.")
    )

    parent_page_types = ["articles.HomePage"]
    subpage_types = [
        "articles.ArticlePage",
        "articles.VideoPage",
        "articles.PodcastEpisodePage",
        "articles.SponsoredPage",
    ]
    page_description = _("A part of the paper; stories are written in it.")
    search_fields = [*Page.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from articles.latest import Latest
        from articles.listings import Archive
        from articles.social import hub_meta

        context = super().get_context(request, *args, **kwargs)
        listing = context["listing"] = Archive(Latest(section=self), request)
        description = self.search_description or self.introduction
        context["meta"] = hub_meta(request, self.seo_title or self.title, description, listing.cards, self.title)
        return context

    @property
    def feed_scope(self) -> str:
        return f"sections/{self.slug}"


class StandardPage(TopLevelPage):
    """A page about the paper itself: about us, contact, corrections policy."""

    introduction = models.CharField(_("introduction"), max_length=250, blank=True)
    body = StreamField(PageBodyBlock(), blank=True, verbose_name=_("body"))

    parent_page_types = ["articles.HomePage"]
    subpage_types: list[str] = []
    page_description = _("A page about the paper: about us, contact, corrections policy.")
    search_fields = [*Page.search_fields, index.SearchField("body")]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from articles.social import page_meta

        context = super().get_context(request, *args, **kwargs)
        context["meta"] = page_meta(request, self.seo_title or self.title, self.search_description or self.introduction)
        return context

    def save(self, *args, **kwargs) -> None:
        from articles import files

        with transaction.atomic():
            super().save(*args, **kwargs)
            files.note(self)

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
