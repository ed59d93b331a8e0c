"""Who follows the publication log, how far behind they are, and what they gave up on."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
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

from articles.models import DeadLetter, OutboxCursor, Publication

PERMISSIONS = ModelPermissionPolicy(DeadLetter)


class Report(PermissionCheckedMixin, WagtailAdminTemplateMixin, ListView):
    """Lists the dead letters, below the state of each consumer."""

    template_name = "articles/admin/outbox.html"
    page_title = _("Outbox")
    header_icon = "mail"
    permission_policy = PERMISSIONS
    permission_required = "change"
    paginate_by = 50
    paginator_class = WagtailPaginator
    context_object_name = "letters"
    queryset = DeadLetter.objects.select_related("publication")

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"cursors": cursors()}


def cursors() -> QuerySet[OutboxCursor]:
    """Each consumer, with the number of lines that are `left` to it."""
    ahead = Publication.objects.filter(pk__gt=OuterRef("last_line")).order_by().annotate(all=Count("pk"))
    left = ahead.values("all")
    left.query.group_by = None
    return OutboxCursor.objects.annotate(left=Coalesce(Subquery(left), 0)).order_by("consumer")


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the worker hand a dead letter to its consumer once more."""
    if not PERMISSIONS.user_has_permission(request.user, "change"):
        raise PermissionDenied
    letter = get_object_or_404(DeadLetter, pk=pk)
    letter.again = True
    letter.save(update_fields=["again"])
    messages.success(request, gettext("It will be tried again in a moment."))
    return redirect("outbox")


class ReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return PERMISSIONS.user_has_permission(request.user, "change")


def menu_item() -> MenuItem:
    return ReportMenuItem(Report.page_title, reverse("outbox"), name="outbox", icon_name=Report.header_icon)


def urls() -> list[URLPattern]:
    return [
        path("reports/outbox/", Report.as_view(), name="outbox"),
        path("reports/outbox/<int:pk>/again/", again, name="outbox_again"),
    ]
