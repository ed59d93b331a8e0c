"""Listings of what stories are made of."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from articles.models import Person, Show, Sponsor, Topic


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    list_display = ("name", "slug", "story_count")
    ordering = ("name",)
    list_per_page = 50
    panels = (FieldPanel("name"), FieldPanel("slug"), FieldPanel("description"))


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    list_display = ("name", "job_title")
    panels = (
        MultiFieldPanel([FieldPanel("name"), FieldPanel("slug"), FieldPanel("job_title")], heading=_("Who")),
        FieldPanel("biography"),
        FieldPanel("portrait"),
        MultiFieldPanel([FieldPanel("email"), FieldPanel("profile_url")], heading=_("Contact")),
    )


class SponsorViewSet(SnippetViewSet):
    model = Sponsor
    icon = "group"
    list_display = ("name", "url")
    panels = (FieldPanel("name"), FieldPanel("url"), FieldPanel("logo"))


class ShowViewSet(SnippetViewSet):
    model = Show
    icon = "media"
    list_display = ("title", "slug")
    panels = (
        FieldRowPanel([FieldPanel("title"), FieldPanel("slug")]),
        FieldPanel("description"),
        FieldPanel("artwork"),
        FieldPanel("hosts"),
    )


class NewsroomGroup(SnippetViewSetGroup):
    menu_label = _("Newsroom")
    menu_icon = "form"
    menu_order = 150
    items = (TopicViewSet, PersonViewSet, SponsorViewSet, ShowViewSet)
