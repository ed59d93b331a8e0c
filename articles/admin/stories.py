"""All stories in one list, whatever section they stand in."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter, ModelMultipleChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn, ParentPageColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import Button, HeaderButton

from articles.models import (
    ArticlePage,
    PodcastEpisodePage,
    SectionPage,
    SponsoredPage,
    Story,
    StoryTopic,
    Topic,
    VideoPage,
)
from articles.permissions import may_add_somewhere

TOPICS_OFFERED = 60
"""The topics with the most stories: the filter prints every choice it has."""
WIDE_SCREENS = "on-wide-screens"
"""The class of a column that desk.css hides on a phone."""


class TopicFilter(ModelMultipleChoiceFilter):
    def filter(self, stories: QuerySet[Story], topics: list[Topic]) -> QuerySet[Story]:
        """By key: a search can be filtered by that, not by a topic."""
        if not topics:
            return stories
        return stories.filter(pk__in=StoryTopic.objects.filter(tag__in=topics).values("content_object"))


class StatusFilter(MultipleChoiceFilter):
    def filter(self, stories: QuerySet[Story], chosen: list[str]) -> QuerySet[Story]:
        if not chosen:
            return stories
        scheduled = Q(pk__in=Story.objects.annotate_approved_schedule().filter(_approved_schedule=True).values("pk"))
        conditions = {
            "live": Q(live=True),
            "changed": Q(live=True, has_unpublished_changes=True),
            "scheduled": scheduled,
            "draft": Q(live=False) & ~scheduled,
        }
        any_chosen = reduce(or_, (conditions[status] for status in chosen))
        return stories.filter(pk__in=Story.objects.filter(any_chosen).values("pk"))


class StoryFilters(WagtailFilterSet):
    status = StatusFilter(
        label=_("Status"),
        choices=(
            ("live", _("Live")),
            ("changed", _("Live, with a newer draft")),
            ("scheduled", _("Scheduled")),
            ("draft", _("Draft")),
        ),
        widget=CheckboxSelectMultiple,
    )
    kind = MultipleChoiceFilter(label=_("Kind"), choices=Story.Kind.choices, widget=CheckboxSelectMultiple)
    section = ModelMultipleChoiceFilter(
        label=_("Section"), queryset=SectionPage.objects.order_by("path"), widget=CheckboxSelectMultiple
    )
    topics = TopicFilter(
        label=_("Topic"),
        queryset=lambda request: Topic.objects.filter(
            pk__in=list(Topic.objects.order_by("-story_count").values_list("pk", flat=True)[:TOPICS_OFFERED])
        ),
        widget=CheckboxSelectMultiple,
    )
    published_at = DateFromToRangeFilter(label=_("Published"), widget=DateRangePickerWidget)

    class Meta:
        model = Story
        fields: list[str] = []


class StoryIndex(IndexView):
    base_filterset_class = StoryFilters
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Headline"), sort_key="title", classname="title"),
        Column(
            "kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind", width="10%", classname=WIDE_SCREENS
        ),
        ParentPageColumn("parent", label=_("Section"), classname=WIDE_SCREENS),
        DateColumn("published_at", label=_("Published"), sort_key="published_at", width="12%", classname=WIDE_SCREENS),
        DateColumn("latest_revision_created_at", label=_("Edited"), sort_key="latest_revision_created_at", width="12%"),
        PageStatusColumn("status", label=_("Status"), sort_key="live", width="10%"),
    ]

    def get_add_url(self) -> None:
        """A story is always of a kind: see the buttons."""

    @cached_property
    def header_buttons(self) -> list[Button]:
        if not may_add_somewhere(self.request.user, ArticlePage):
            return []
        return [HeaderButton(_("New article"), url=reverse("new_articlepage:choose_parent"), icon_name="plus")]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        others = (VideoPage, PodcastEpisodePage, SponsoredPage)
        return [
            *super().header_more_buttons,
            *(
                Button(
                    _("New %(kind)s") % {"kind": model._meta.verbose_name},
                    url=reverse(f"new_{model._meta.model_name}:choose_parent"),
                    icon_name="plus",
                )
                for model in others
                if may_add_somewhere(self.request.user, model)
            ),
        ]


class StoryViewSet(PageListingViewSet):
    model = Story
    index_view_class = StoryIndex
    icon = "doc-full"
    menu_label = _("All stories")
    menu_order = 90
    add_to_admin_menu = True
    filterset_class = StoryFilters


def viewsets() -> list[PageListingViewSet]:
    """The list, and for each kind the page on which the section of a new story is chosen."""
    kinds = (ArticlePage, VideoPage, PodcastEpisodePage, SponsoredPage)
    return [
        StoryViewSet("stories"),
        *(PageListingViewSet(f"new_{kind._meta.model_name}", model=kind, icon="doc-full") for kind in kinds),
    ]
