"""Topics at the desk: suggested while a story is written, tidied, merged."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import ButtonsColumnMixin, NumberColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets import AdminTagWidget
from wagtail.admin.widgets.button import Button, ListingButton
from wagtail.models import Revision
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.widgets import AdminSnippetChooser

from articles.models import Story, StoryTopic, Topic
from articles.topics import merge, suggestions

from .stories import WIDE_SCREENS

PERMISSIONS = ModelPermissionPolicy(Topic)


class TopicInput(AdminTagWidget):
    """Offers topics by any word of their names, and in place of a synonym the topic it was merged into."""

    def get_context(self, name: str, value: object, attrs: dict) -> dict:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-w-tag-url-value"] = reverse("suggested_topics")
        return context


def suggested(request: HttpRequest) -> JsonResponse:
    return JsonResponse(suggestions(request.GET.get("term", "")), safe=False)


# What there is to tidy


@dataclass
class Untidy:
    """A topic to look at: one named almost as another is, or one that no story has."""

    pk: int
    like_pk: int | None = None
    topic: Topic = field(init=False)
    like: Topic | None = field(init=False, default=None)


def untidy() -> list[Untidy]:
    """Topics named like another with more stories, and those on no story. Four statements, however many topics."""
    spelled: dict[str, list[int]] = defaultdict(list)
    kept = Topic.objects.filter(canonical=None).order_by("-story_count", "pk")
    for pk, folded in kept.values_list("pk", "folded"):
        spelled[_likeness(folded)].append(pk)
    alike = [Untidy(other, first) for first, *others in spelled.values() for other in others]
    listed = {row.pk for row in alike} | {row.like_pk for row in alike} | _in_drafts()
    unused = kept.filter(
        ~Exists(StoryTopic.objects.filter(tag=OuterRef("pk"))), ~Exists(Topic.objects.filter(canonical=OuterRef("pk")))
    )
    names = unused.order_by("name").values_list("pk", flat=True)
    return [*alike, *(Untidy(pk) for pk in names if pk not in listed)]


def _likeness(folded: str) -> str:
    """What names have in common that differ in case, accents, hyphens, spaces or plurals."""
    return "".join(map(_singular, folded.split())) or folded


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    for plural, singular in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("s", "")):
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word


def _in_drafts() -> set[int]:
    """Keys of the topics that unpublished changes name: the stories do not have them yet."""
    drafts = Story.objects.filter(has_unpublished_changes=True).values("latest_revision")
    rows = Revision.objects.filter(pk__in=drafts).values_list("content__story_topics", flat=True)
    return {row["tag"] for topics in rows for row in topics or []}


class TopicColumn(ButtonsColumnMixin, TitleColumn):
    """The topic, and what to do with it."""

    def get_buttons(self, instance: Untidy, parent_context: dict) -> list[Button]:
        if instance.like:
            url = f"{reverse('merge_topic', args=[instance.pk])}?into={instance.like.pk}"
            told = _("Merge “%(topic)s” into “%(canonical)s”") % {"topic": instance.topic, "canonical": instance.like}
            return [ListingButton(_("Merge"), url, attrs={"aria-label": told})]
        told = _("Delete “%(topic)s”") % {"topic": instance.topic}
        return [ListingButton(_("Delete"), _topic_url("delete", instance.topic), attrs={"aria-label": told})]


class Report(PermissionCheckedMixin, BaseListingView):
    page_title = _("Topics to tidy")
    header_icon = "tag"
    permission_policy = PERMISSIONS
    permission_required = "change"
    paginate_by = 50
    index_url_name = "topics_to_tidy"
    columns = [
        TopicColumn("topic", label=_("Topic"), get_url=lambda row: _topic_url("edit", row.topic)),
        NumberColumn(
            "stories", label=_("Public stories"), accessor="topic.story_count", width="12%", classname=WIDE_SCREENS
        ),
        TitleColumn(
            "like",
            label=_("Named like"),
            accessor=lambda row: row.like or _("(on no story)"),
            get_url=lambda row: row.like and _topic_url("edit", row.like),
        ),
        NumberColumn(
            "its_stories",
            label=_("Public stories"),
            accessor=lambda row: row.like.story_count if row.like else "",
            width="12%",
            classname=WIDE_SCREENS,
        ),
    ]

    def get_queryset(self) -> list[Untidy]:
        return untidy()

    def get_context_data(self, **kwargs) -> dict:
        """Only the topics of the page shown are fetched."""
        context = super().get_context_data(**kwargs)
        rows = context["object_list"]
        found = Topic.objects.in_bulk({pk for row in rows for pk in (row.pk, row.like_pk) if pk})
        for row in rows:
            row.topic, row.like = found[row.pk], found.get(row.like_pk)
        return context


# Merging


class MergeForm(forms.Form):
    canonical = forms.ModelChoiceField(
        Topic.objects.all(),
        widget=AdminSnippetChooser(Topic),
        label=_("Merge into"),
        help_text=Topic._meta.get_field("canonical").help_text,
    )


class Merge(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Asks which topic another goes into, or shows the one that was proposed, and merges when that is confirmed."""

    form_class = MergeForm
    template_name = "articles/admin/merge_topic.html"
    header_icon = "tag"
    page_title = _("Merge topic")
    permission_policy = PERMISSIONS
    permission_required = "change"

    @cached_property
    def topic(self) -> Topic:
        return get_object_or_404(Topic, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.topic.name

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("topics_to_tidy"), "label": Report.page_title},
            {"url": "", "label": self.page_title, "sublabel": self.topic.name},
        ]

    def get_initial(self) -> dict:
        into = self.request.GET.get("into", "")
        return {"canonical": Topic.objects.filter(pk=into).first() if into.isdecimal() else None}

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"topic": self.topic, "submit_button_label": _("Merge")}

    def form_valid(self, form: MergeForm) -> HttpResponse:
        canonical = form.cleaned_data["canonical"]
        try:
            merge(self.topic, canonical)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        names = {"topic": self.topic, "canonical": canonical}
        messages.success(self.request, gettext("“%(topic)s” is merged into “%(canonical)s”.") % names)
        return redirect("topics_to_tidy")


def _topic_url(view: str, topic: Topic) -> str:
    return reverse(Topic.snippet_viewset.get_url_name(view), args=[topic.pk])


# Where all that is found


class ReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return PERMISSIONS.user_has_permission(request.user, "change")


def menu_item() -> MenuItem:
    return ReportMenuItem(Report.page_title, reverse("topics_to_tidy"), name="topics-to-tidy", icon_name="tag")


def listing_buttons(snippet: object, user: object, next_url: str | None = None) -> list[Button]:
    if not isinstance(snippet, Topic) or not PERMISSIONS.user_has_permission(user, "change"):
        return []
    url = reverse("merge_topic", args=[snippet.pk])
    return [Button(_("Merge into another topic"), url, icon_name="resubmit", priority=25)]


def urls() -> list[URLPattern]:
    return [
        path("topics/suggested/", suggested, name="suggested_topics"),
        path("topics/<int:pk>/merge/", Merge.as_view(), name="merge_topic"),
        path("reports/topics-to-tidy/", Report.as_view(), name="topics_to_tidy"),
    ]
