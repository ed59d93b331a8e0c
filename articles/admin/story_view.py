"""What is done with one story beside its form."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic.edit import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from articles.models import Story, User


class StoryView(WagtailAdminTemplateMixin, FormView):
    """A form of its own about a story, for who may publish it."""

    @staticmethod
    def is_for(user: User, story: Page) -> bool:
        return story.permissions_for_user(user).can_publish()

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not self.is_for(request.user, self.story):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def story(self) -> Story:
        return get_object_or_404(Story, pk=self.kwargs["pk"]).specific

    def get_page_subtitle(self) -> str:
        return self.story.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict]:
        edit = {"url": reverse("wagtailadmin_pages:edit", args=[self.story.pk]), "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, edit, {"url": "", "label": self.page_title}]
