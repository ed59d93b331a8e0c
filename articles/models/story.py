from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import prefetch_related_objects
from django.db.models.functions import Coalesce, TruncMonth
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelsearch.tasks import insert_or_update_object_task
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex
from wagtail.search import index
from wagtail.url_routing import RouteResult

from articles import publishing, revisions, topics
from articles.blocks import BodyBlock
from articles.querysets import StoryManager

from .appearance import Appearance
from .publication import Ending
from .reading import Reading
from .sections import LONGEST_SLUG, check_length_of_slug
from .topics import StoryTopic

if TYPE_CHECKING:
    from articles.models import Correction


HOUSEKEEPING = frozenset({"draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"})
"""What Wagtail writes to the row of a story of which only a draft was saved."""


class Story(Appearance, Reading, Page):
    """All that a card, a feed item, a search hit or a related box shows of a story of any kind.

    Concrete, so that any mixed list is one query on one model, and never created itself: ArticlePage, VideoPage,
    SponsoredPage and PodcastEpisodePage inherit it and add what differs. The headline is the page's title.
    """

    class Kind(models.TextChoices):
        ARTICLE = "article", _("Article")
        VIDEO = "video", _("Video")
        PODCAST = "podcast", _("Podcast")
        SPONSORED = "sponsored", _("Advertisement")

    story_kind: Kind | None = None
    """The kind of the subclass."""

    uid = models.UUIDField(_("permanent id"), default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, editable=False)
    section = models.ForeignKey(
        "articles.SectionPage",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="stories",
        verbose_name=_("section"),
        help_text=_("The parent in the page tree, kept by save and move."),
    )
    section.wagtail_reference_index_ignore = True  # else each of its stories would be listed as a use of the section
    kicker = models.CharField(
        _("kicker"),
        max_length=40,
        blank=True,
        help_text=_("Shown above the headline on page and cards, at most 40 characters."),
    )
    standfirst = models.CharField(
        _("standfirst"),
        max_length=250,
        help_text=_(
            "One or two sentences under the headline; also the teaser on cards and in feeds. Best under 200 characters."
        ),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    lead_image = models.ForeignKey(
        "articles.NewsImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("lead image"),
        help_text=_("At the top of the story and on its cards. Needs a credit and a description."),
    )
    lead_caption = models.CharField(
        _("caption here"),
        max_length=500,
        blank=True,
        help_text=_("Leave empty to print the image's own caption."),
    )
    lead_alt = models.CharField(
        _("alternative text here"),
        max_length=255,
        blank=True,
        help_text=_("Leave empty to use the image's own description."),
    )

    card_headline = models.CharField(
        _("card headline"),
        max_length=110,
        blank=True,
        help_text=_("Shorter headline for lists. Empty: the headline."),
    )
    card_teaser = models.CharField(
        _("card teaser"), max_length=250, blank=True, help_text=_("Teaser for lists. Empty: the standfirst.")
    )
    card_image = models.ForeignKey(
        "articles.NewsImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("card image"),
        help_text=_("Empty: the lead image."),
    )

    topics = ClusterTaggableManager(
        through=StoryTopic,
        blank=True,
        verbose_name=_("topics"),
        help_text=_("One to ten. They choose the lists this story is in."),
    )
    published_at = models.DateTimeField(
        _("published at"),
        null=True,
        editable=False,
        help_text=_("First publication; orders, prints and feeds."),
    )
    updated_at = models.DateTimeField(
        _("updated at"),
        null=True,
        editable=False,
        help_text=_("Printed as “Updated”. Moves when an editor says that a change is more than a small fix."),
    )
    shows_advertising = models.BooleanField(
        _("advertisement among “More for you”"), default=True, help_text=_("Take the mark away beside a grave subject.")
    )
    duration = models.PositiveIntegerField(_("duration"), null=True, blank=True, help_text=_("Seconds."))
    retraction_notice = models.TextField(
        _("retraction notice"),
        blank=True,
        help_text=_("For when the story has to be unpublished: offered then as what readers are told in its place."),
    )
    ending = models.CharField(
        _("ending"),
        max_length=10,
        choices=Ending,
        blank=True,
        editable=False,
        help_text=_("Why it was unpublished, if readers could open it and somebody said."),
    )

    objects = StoryManager()
    search_auto_update = False
    """The search library leaves stories alone: `save` indexes them, once, when bylines and topics are saved too."""
    indexes_itself = True
    """Whoever fills the index another way, as the seeders do, turns this off."""
    is_creatable = False
    subpage_types: list[str] = []
    parent_page_types = ["articles.SectionPage"]
    exclude_fields_in_copy = ["uid", "published_at", "updated_at", "ending"]
    page_description = _("A story.")
    to_tell: Callable[[Story], None] | None = None
    """What an editor says to readers of the change that is about to be published."""
    kept_from_the_database = ("uid", "kind", "section_id", "published_at", "updated_at", "ending")
    """Fields that a revision must not bring back: they belong to the row, not to the text."""

    search_fields = [
        *Page.search_fields,
        index.SearchField("kicker"),
        index.SearchField("standfirst", boost=2),
        index.SearchField("body"),
        index.RelatedFields("topics", [index.SearchField("name", boost=2)]),
        index.RelatedFields("bylines", [index.RelatedFields("person", [index.SearchField("name")])]),
        index.FilterField("page_ptr"),
        index.FilterField("kind"),
        index.FilterField("section"),
        index.FilterField("published_at"),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        indexes = (
            models.Index(models.F("published_at").desc(), models.F("page_ptr").desc(), name="story_newest"),
            models.Index(
                TruncMonth("published_at", tzinfo=UTC),
                Coalesce("updated_at", "published_at").desc(),
                name="story_changed_in_month",  # for sitemaps
            ),
            *(
                models.Index(
                    scope, models.F("published_at").desc(), models.F("page_ptr").desc(), name=f"story_{scope}_newest"
                )
                for scope in ("section", "kind")
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=["article", "video", "podcast", "sponsored"]),
                name="story_has_a_kind",
                violation_error_message=_("A story is an article, a video, a podcast episode or an advertisement."),
            ),
        )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.story_kind and not self.__dict__.get("kind", True):
            self.kind = self.story_kind

    # What the page tree and publication keep true

    def _get_autogenerated_slug(self, base_slug: str) -> str:
        return super()._get_autogenerated_slug(base_slug[: LONGEST_SLUG - 5].rstrip("-_"))

    def clean(self) -> None:
        super().clean()
        check_length_of_slug(self.slug)

    def save(self, *args, **kwargs) -> None:
        """Save, and bring topics, log and editions into line with it, all or nothing."""
        if HOUSEKEEPING.issuperset(kwargs.get("update_fields") or {"everything"}):
            super().save(*args, **kwargs)
            return
        from articles import endings, files

        with transaction.atomic():
            topics.lock_those_of(self)
            if self._state.adding:
                self.begin()
            else:
                self.take_place()
            before = publishing.Standing.of(self)
            known = (self.published_at, self.ending)
            if self.live and self.published_at is None:
                # Wagtail calls a story first published when it is scheduled; readers see it when it goes live.
                self.published_at = max(filter(None, (self.first_published_at or timezone.now(), self.go_live_at)))
            if self.live and self.ending:
                endings.take_back(self)
            elif not self.live:
                self.ending = self.ended
            if (fields := kwargs.get("update_fields")) is not None and known != (self.published_at, self.ending):
                kwargs["update_fields"] = {*fields, "published_at", "ending"}
            super().save(*args, **kwargs)
            topics.resolve_synonyms(self)
            files.note(self)
            if self.live:  # at once: who leads to a page must be known when that page is withdrawn
                ReferenceIndex.create_or_update_for_object(self)
            publishing.settle(self, before)
            if self.to_tell:
                self.to_tell(self)
                self.to_tell = None
            if self.indexes_itself:
                insert_or_update_object_task.enqueue(self._meta.app_label, self._meta.model_name, str(self.pk))

    def take_place(self) -> None:
        """Hold the row, and stand where it does now: since it was read, sections were renamed and stories moved."""
        row = Page.objects.select_for_update(no_key=True).values("path", "depth", "numchild", "slug").get(pk=self.pk)
        self.path, self.depth, self.numchild = row["path"], row["depth"], row["numchild"]
        self.url_path = f"{self.get_parent(update=True).url_path}{row['slug']}/"  # a new slug is Wagtail's to follow

    def begin(self) -> None:
        """Give a new row what is its own: its section, and an id where an alias was copied from another story."""
        from .sections import SectionPage

        parent_path = self.path[: -self.steplen]
        self.section = SectionPage.objects.filter(path=parent_path).first()
        if self.alias_of_id:
            self.uid = uuid.uuid4()

    @classmethod
    def from_serializable_data(cls, data: dict, check_fks: bool = True, strict_fks: bool = False):
        return super().from_serializable_data(revisions.without_what_is_gone(cls, data), check_fks, strict_fks)

    def with_content_json(self, content):
        story = super().with_content_json(content)
        for field in self.kept_from_the_database:
            setattr(story, field, getattr(self, field))
        story.to_tell = self.to_tell
        return story

    # What readers are shown

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The story while it is current; what is left of it once it is over; else 404."""
        is_left = publishing.is_current(self) or self.ended in (Ending.RETRACTED, Ending.EXPIRED, Ending.MOVED)
        if path_components or not is_left:
            raise Http404
        return RouteResult(self)

    def serve(self, request: HttpRequest, *args, **kwargs):
        from articles import endings

        if not self.ended or getattr(request, "is_preview", False):
            return super().serve(request, *args, **kwargs)
        if self.ended == Ending.MOVED:
            raise Http404  # at which the redirect is followed
        return TemplateResponse(request, "410.html", {"over": endings.told_of(self)}, status=410)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from articles.social import story_meta
        from articles.story_page import StoryPageFeeds

        self.fetch_bylines()
        context = super().get_context(request, *args, **kwargs)
        context["story"] = self
        context["feeds"] = StoryPageFeeds(self)
        context["meta"] = story_meta(self, request)
        return context

    def fetch_bylines(self) -> None:
        """Fetch who signs, once for everything on the page that names them. A preview has them in hand."""
        from .people import Byline

        if self.pk is None or "bylines" in getattr(self, "_cluster_related_objects", {}):
            return
        bylines = Byline.objects.select_related("person").order_by("sort_order")
        prefetch_related_objects([self], models.Prefetch("bylines", queryset=bylines))

    def of_its_kind(self) -> Story:
        """The story as ArticlePage, VideoPage …, from what `for_page` fetched."""
        page = getattr(self, self.specific_class._meta.model_name)
        for name in ("section", "lead_image", "is_restricted", "fetched_pins", "fetched_exclusions", "is_corrected"):
            setattr(page, name, getattr(self, name))
        return page

    fetched_pins: list[int] | None = None
    fetched_exclusions: list[int] | None = None
    is_corrected = True
    """What `for_page` knows at once; otherwise the rows are asked, which a preview has in hand."""

    @cached_property
    def printed_corrections(self) -> list[Correction]:
        """Newest first."""
        return list(self.corrections.all()) if self.pk and self.is_corrected else []

    @property
    def pin_keys(self) -> list[int]:
        """Keys of the stories that editors put first in “More for you”, in their order."""
        return [pin.target_id for pin in self.pins.all()] if self.fetched_pins is None else self.fetched_pins

    @property
    def excluded_keys(self) -> list[int]:
        """Keys of the stories that editors keep out of “More for you”."""
        if self.fetched_exclusions is None:
            return [exclusion.target_id for exclusion in self.exclusions.all()]
        return self.fetched_exclusions

    @property
    def ended(self) -> str:
        """Why the story is over for readers who could open it, an `Ending`; empty for any other story."""
        if self.published_at is None or self.alias_of_id:
            return ""
        if self.ending and not self.live:
            return self.ending
        ran_out = self.expire_at is not None and self.published_at < self.expire_at <= timezone.now()
        return Ending.EXPIRED if ran_out and (self.live or self.expired) else ""

    @property
    def is_retracted(self) -> bool:
        return self.ended == Ending.RETRACTED
