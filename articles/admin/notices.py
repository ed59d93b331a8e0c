"""The notice of a retracted story is amended: what it said before stays below it."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from articles import endings
from articles.characters import printable
from articles.models import Story, User

from .story_view import StoryView


class NoticeForm(forms.Form):
    notice = forms.CharField(
        label=_("Notice for readers"),
        widget=AdminAutoHeightTextInput,
        error_messages={"required": _("Readers need to be told what was wrong.")},
        help_text=_("What was wrong, without repeating it. What it says now stays below it, for good."),
    )

    def clean_notice(self) -> str:
        notice = printable(self.cleaned_data["notice"]).strip()
        if not notice:
            raise forms.ValidationError(self.fields["notice"].error_messages["required"])
        if notice == self.initial["notice"].strip():
            raise forms.ValidationError(_("This is what the notice says already."))
        return notice


class Amend(StoryView):
    form_class = NoticeForm
    template_name = "wagtailadmin/generic/form.html"
    extra_context = {"submit_button_label": _("Publish the notice")}
    header_icon = "edit"
    page_title = _("Amend the notice")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not self.story.is_retracted:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict:
        said = endings.notices(self.story)
        return {"notice": said[0].text if said else ""}

    def form_valid(self, form: NoticeForm) -> HttpResponse:
        if endings.amend(self.story, form.cleaned_data["notice"], by=self.request.user):
            messages.success(self.request, gettext("The notice is amended."))
        else:
            messages.error(self.request, gettext("The story is not retracted any more."))
        return redirect("wagtailadmin_pages:edit", self.story.pk)


def header_buttons(page: Page, user: User, view_name: str, next_url: str | None = None) -> list[Button]:
    if not isinstance(page, Story) or not page.is_retracted or not Amend.is_for(user, page):
        return []
    return [Button(Amend.page_title, reverse("amend_notice", args=[page.pk]), icon_name="edit", priority=24)]


def urls() -> list[URLPattern]:
    return [path("notices/<int:pk>/", Amend.as_view(), name="amend_notice")]
