"""Sharing a draft with someone who has no account."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from articles.models import ReviewLink, Story, User
from articles.models.review import DAYS
from articles.review import revoke

from .story_view import StoryView


def _days(days: int) -> tuple[int, str]:
    return days, ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


class ReviewLinkForm(forms.ModelForm):
    days = forms.TypedChoiceField(
        label=_("Open for"), coerce=int, initial=DAYS, choices=lambda: [_days(days) for days in (1, 3, DAYS, 14, 30)]
    )

    class Meta:
        model = ReviewLink
        fields = ("label",)


class Share(StoryView):
    """The review links of a story, and a form for another: to the draft as it is saved now."""

    form_class = ReviewLinkForm
    template_name = "articles/admin/review_links.html"
    header_icon = "link"
    page_title = _("Share for review")

    def get_context_data(self, **kwargs) -> dict:
        links = self.story.review_links.select_related("revision", "created_by").annotate(
            times=Count("views"), last_seen=Max("views__at")
        )
        return super().get_context_data(**kwargs) | {
            "links": [(link, self.request.build_absolute_uri(link.get_absolute_url())) for link in links],
            "submit_button_label": _("Make a link"),
        }

    def form_valid(self, form: ReviewLinkForm) -> HttpResponse:
        link = form.instance
        link.story = Story(pk=self.story.pk)
        link.revision = self.story.get_latest_revision() or self.story.save_revision(user=self.request.user)
        link.created_by = self.request.user
        link.expires_at = timezone.now() + timedelta(days=form.cleaned_data["days"])
        link.save()
        messages.success(
            self.request, gettext("The link for %(label)s is made: copy it below.") % {"label": link.label}
        )
        return redirect("review_links", self.story.pk)


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    link = get_object_or_404(ReviewLink.objects.select_related("story"), pk=pk)
    if not Share.is_for(request.user, link.story):
        raise PermissionDenied
    revoke(link)
    messages.success(request, gettext("The link for %(label)s is taken back.") % {"label": link.label})
    return redirect("review_links", link.story_id)


def header_buttons(page: Page, user: User, view_name: str, next_url: str | None = None) -> list[Button]:
    if not issubclass(page.specific_class, Story) or page.alias_of_id or not Share.is_for(user, page):
        return []
    return [Button(Share.page_title, reverse("review_links", args=[page.pk]), icon_name="link", priority=25)]


def urls() -> list[URLPattern]:
    return [
        path("review-links/<int:pk>/", Share.as_view(), name="review_links"),
        path("review-links/<int:pk>/take-back/", take_back, name="take_back_review_link"),
    ]
