"""Where Wagtail asks only for a place, the kind of page is asked for as well."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.admin.views.pages.create import AddSubpageView
from wagtail.models import Page

from articles import roles
from articles.permissions import may


class AddPage(AddSubpageView):
    """Offers the kinds of page that the user may make there; a single one is begun at once."""

    def dispatch(self, request: HttpRequest, parent_page_id: int) -> HttpResponse:
        parent = get_object_or_404(Page, pk=parent_page_id).specific
        self.kinds = {
            kind._meta.model_name
            for kind in parent.creatable_subpage_models()
            if kind.can_create_at(parent) and may(request.user, "add", kind, parent)
        }
        if len(self.kinds) == 1:
            return redirect("wagtailadmin_pages:add", parent._meta.app_label, *self.kinds, parent.pk)
        return super().dispatch(request, parent_page_id)

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        context["page_types"] = [page_type for page_type in context["page_types"] if page_type[2] in self.kinds]
        return context


def second_factor(request: HttpRequest) -> dict:
    return {
        "url": reverse("mfa_index"),
        "label": gettext("Set up a second factor"),
        "help_text": gettext("An app on your phone or a passkey, beside the password."),
    }


def password(request: HttpRequest) -> dict:
    return {
        "url": reverse("account_change_password"),
        "label": gettext("Change your password"),
        "help_text": gettext("You are told by mail when it has been changed."),
    }


def only_of_own_kinds(request: HttpRequest, parent: Page, kind: type[Page]) -> None:
    publishes = "action-publish" in request.POST
    if not may(request.user, "add", kind, parent) or (publishes and not may(request.user, "publish", kind, parent)):
        raise PermissionDenied


def kinds_to_grant() -> QuerySet[Permission]:
    """Offered when a group is edited: its page permissions hold for these kinds of page."""
    names = [f"change_{kind}" for kind in roles.NEWS + roles.ADVERTISEMENTS + roles.THE_PAPER]
    return Permission.objects.filter(content_type__app_label="articles", codename__in=names)


def only_who_may_publish_copies_live(request: HttpRequest, page: Page) -> None:
    """A copy that is live at once, or an alias, is a publication of its kind where it is made."""
    if request.method == "POST" and (request.POST.get("publish_copies") or request.POST.get("alias")):
        below = get_object_or_404(Page, pk=request.POST.get("new_parent_page") or page.get_parent().pk).specific
        if not may(request.user, "publish", page.specific_class, below):
            raise PermissionDenied
