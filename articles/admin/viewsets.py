"""Listings of what stories are made of."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from articles.models import Person, Show, Sponsor, SponsoredPage, Topic
from articles.permissions import may

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


class SponsorForm(WagtailAdminModelForm):
    """What stands in the label of an advertisement was approved with it: who changes it must be one who may approve."""

    def clean(self) -> dict:
        cleaned = super().clean()
        theirs = SponsoredPage.objects.filter(sponsor=self.instance.pk)
        scheduled = theirs.filter(_revisions__approved_go_live_at__isnull=False).values("pk")
        approved = theirs.filter(Q(live=True) | Q(pk__in=scheduled)).defer_streamfields()
        if not all(may(self.for_user, "publish", SponsoredPage, page) for page in approved):
            told = _("This was approved with advertisements. Ask an editor or an administrator to change it.")
            for name in self.changed_data:
                self.add_error(name, told)
        return cleaned


class SponsorViewSet(UsedInStories):
    model = Sponsor
    icon = "group"
    list_display = ("name", "url")
    edit_handler = ObjectList([FieldPanel("name"), FieldPanel("url"), FieldPanel("logo")], base_form_class=SponsorForm)


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
