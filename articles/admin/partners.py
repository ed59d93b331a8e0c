"""Feeds for partners, made and looked after by editors."""

from __future__ import annotations

from django import forms
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic.edit import FormView
from taggit.utils import parse_tags
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from articles.feeds.scopes import FORMS, address
from articles.models import PartnerFeed, Topic

from .stories import WIDE_SCREENS
from .topics import TopicInput

PERMISSIONS = ModelPermissionPolicy(PartnerFeed)
PARTS = ("sections", "topics", "people")


class TopicsField(forms.CharField):
    """Topics by their names, which must be there already; a synonym stands for what it was merged into."""

    widget = TopicInput(tag_model=Topic, free_tagging=False)

    def clean(self, value: str) -> list[Topic]:
        names = parse_tags(super().clean(value))
        found = {topic.name: topic for topic in Topic.objects.filter(name__in=names).select_related("canonical")}
        if missing := [name for name in names if name not in found]:
            raise ValidationError(_("There is no topic “%(name)s”."), params={"name": missing[0]})
        return list({topic.canonical or topic for topic in found.values()})


class PartnerFeedForm(WagtailAdminModelForm):
    topics = TopicsField(label=_("Topics"), required=False)
    kinds = forms.MultipleChoiceField(
        label=_("Kinds"),
        choices=PartnerFeed.KINDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: all of them."),
    )

    def clean(self) -> dict:
        cleaned = super().clean()
        chosen = any(cleaned.get(part) for part in PARTS)
        if chosen == bool(cleaned.get("everything")) and not self.errors.keys() & {*PARTS}:
            self.add_error(
                "everything",
                _("Choose either the whole paper or parts of it.")
                if chosen
                else _("Choose what is in it: the whole paper, or sections, topics or people."),
            )
        return cleaned


class AddressesPanel(Panel):
    """The addresses of a feed that is saved, to be copied; how often they were used; and how to change them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/admin/partner_addresses.html"

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context: dict | None = None) -> dict:
            scope = self.instance.feed_scope
            return super().get_context_data(parent_context) | {
                "feed": self.instance,
                "addresses": [
                    (name, self.request.build_absolute_uri(address(scope, form))) for form, name in FORMS.items()
                ],
            }


class Renew(WagtailAdminTemplateMixin, FormView):
    """Gives a feed new addresses, after a question: its partner has to be told."""

    form_class = forms.Form
    template_name = "articles/admin/renew_partner_feed.html"
    header_icon = "globe"
    page_title = _("New addresses")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not PERMISSIONS.user_has_permission(request.user, "change"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def feed(self) -> PartnerFeed:
        return get_object_or_404(PartnerFeed, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.feed.name

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            *self.breadcrumbs_items,
            {"url": _edit(self.feed), "label": self.feed.name},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"feed": self.feed, "submit_button_label": _("Yes, renew them")}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        self.feed.renew()
        messages.success(self.request, gettext("%(name)s has new addresses.") % {"name": self.feed.name})
        return redirect(_edit(self.feed))


def _edit(feed: PartnerFeed) -> str:
    return reverse(PartnerFeed.snippet_viewset.get_url_name("edit"), args=[quote(feed.pk)])


class PartnerFeedViewSet(SnippetViewSet):
    model = PartnerFeed
    icon = "globe"
    list_display = (
        "name",
        Column("text", label=_("How much"), accessor="get_text_display", classname=WIDE_SCREENS),
        DateColumn("active_until", label=_("Active until"), classname=WIDE_SCREENS),
        DateColumn("used_at", label=_("Last fetched")),
        Column("uses", label=_("Fetched"), classname=WIDE_SCREENS),
    )
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            AddressesPanel(heading=_("Addresses")),
            MultiFieldPanel(
                [
                    FieldPanel("everything"),
                    FieldPanel("sections", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("topics"),
                    FieldPanel("people"),
                    FieldPanel("kinds"),
                    FieldPanel("advertisements"),
                ],
                heading=_("Which stories"),
                help_text=_("Stories in any of the sections, about any of the topics or by any of the people."),
            ),
            MultiFieldPanel([FieldPanel("text"), FieldPanel("licences")], heading=_("What of them")),
            FieldRowPanel([FieldPanel("delay"), FieldPanel("active_until")], heading=_("When")),
        ],
        base_form_class=PartnerFeedForm,
    )


def urls() -> list[URLPattern]:
    return [path("partner-feeds/<int:pk>/renew/", Renew.as_view(), name="renew_partner_feed")]
