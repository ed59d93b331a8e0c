"""Listings of what stories are made of."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from articles.models import Person, Show, Sponsor, Topic

from .partners import PartnerFeedViewSet
from .usage import UsedInStories


class TopicViewSet(UsedInStories):
    model = Topic
    icon = "tag"
    list_display = ("name", "slug", "story_count")
    ordering = ("name",)
    list_per_page = 50
    panels = (FieldPanel("name"), FieldPanel("slug"), FieldPanel("description"))


class PersonViewSet(UsedInStories):
    model = Person
    icon = "user"
    list_display = ("name", "job_title")
    panels = (
        MultiFieldPanel([FieldPanel("name"), FieldPanel("slug"), FieldPanel("job_title")], heading=_("Who")),
        FieldPanel("biography"),
        FieldPanel("portrait"),
        MultiFieldPanel([FieldPanel("email"), FieldPanel("profile_url")], heading=_("Contact")),
    )


class SponsorViewSet(UsedInStories):
    model = Sponsor
    icon = "group"
    list_display = ("name", "url")
    panels = (FieldPanel("name"), FieldPanel("url"), FieldPanel("logo"))


class ShowViewSet(UsedInStories):
    model = Show
    icon = "media"
    list_display = ("title", "slug")
    panels = (
        FieldRowPanel([FieldPanel("title"), FieldPanel("slug")]),
        FieldPanel("description"),
        FieldPanel("artwork"),
        FieldPanel("hosts"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("category"), FieldPanel("language")]),
                FieldPanel("type"),
                FieldPanel("explicit"),
                FieldPanel("complete"),
            ],
            heading=_("In podcast apps"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("author"), FieldPanel("copyright")]),
                FieldRowPanel([FieldPanel("owner_name"), FieldPanel("owner_email")]),
                FieldRowPanel([FieldPanel("funding_url"), FieldPanel("funding_text")]),
            ],
            heading=_("Whose it is"),
        ),
        MultiFieldPanel(
            [FieldPanel("guid"), FieldPanel("locked"), FieldPanel("block"), FieldPanel("new_feed_url")],
            heading=_("Directories and moves"),
            classname="collapsed",
        ),
    )


class NewsroomGroup(SnippetViewSetGroup):
    menu_label = _("Newsroom")
    menu_icon = "form"
    menu_order = 150
    items = (TopicViewSet, PersonViewSet, SponsorViewSet, ShowViewSet, PartnerFeedViewSet)
