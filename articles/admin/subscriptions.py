"""Who is told of news in feeds, and how that went: see `articles.websub`."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import ListView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from articles.models import FeedSubscription

PERMISSIONS = ModelPermissionPolicy(FeedSubscription)


class Report(PermissionCheckedMixin, WagtailAdminTemplateMixin, ListView):
    template_name = "articles/admin/subscriptions.html"
    page_title = _("Subscriptions to feeds")
    header_icon = "link"
    permission_policy = PERMISSIONS
    permission_required = "delete"
    paginate_by = 50
    paginator_class = WagtailPaginator
    context_object_name = "subscriptions"
    queryset = FeedSubscription.objects.order_by("-attempts", "feed", "callback")

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    if not PERMISSIONS.user_has_permission(request.user, "delete"):
        raise PermissionDenied
    subscription = get_object_or_404(FeedSubscription, pk=pk)
    subscription.delete()
    messages.success(request, gettext("%(host)s is no longer told of news.") % {"host": subscription.host})
    return redirect("subscriptions")


class ReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return PERMISSIONS.user_has_permission(request.user, "delete")


def menu_item() -> MenuItem:
    return ReportMenuItem(
        Report.page_title, reverse("subscriptions"), name="subscriptions", icon_name=Report.header_icon
    )


def urls() -> list[URLPattern]:
    return [
        path("reports/subscriptions/", Report.as_view(), name="subscriptions"),
        path("reports/subscriptions/<int:pk>/end/", end, name="subscription_end"),
    ]
