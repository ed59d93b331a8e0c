"""What goes live and what ends when, what is late, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from articles import schedule
from articles.models import ScheduleFailure, Story, User

PERMISSIONS = PagePermissionPolicy()
SHOWN = frozenset({"change", "publish"})
DAYS = 14
GRACE = timedelta(minutes=1)
"""What is due for less is under way, not late."""


@dataclass
class Row:
    """A change that is coming or late: its page, for a story what it is of, and why it failed, if it did."""

    due_at: datetime
    starts: bool
    page: Page
    story: Story | None
    failure: ScheduleFailure | None

    @property
    def kind(self) -> str:
        return self.story.get_kind_display() if self.story else self.page.content_type.name

    @property
    def is_late(self) -> bool:
        return self.due_at < timezone.now() - GRACE


@dataclass(frozen=True)
class Day:
    date: date
    rows: list[Row]


def late_pages(user: User) -> QuerySet[Page]:
    """Pages of theirs of which something is late."""
    late = {change.page_id for change in schedule.changes(timezone.now() - GRACE)}
    return _pages_of(user).filter(pk__in=late)


def failures_of(user: User) -> QuerySet[ScheduleFailure]:
    return ScheduleFailure.objects.filter(page__in=_pages_of(user))


def _pages_of(user: User) -> QuerySet[Page]:
    return PERMISSIONS.instances_user_has_any_permission_for(user, SHOWN)


class Report(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "articles/admin/schedule.html"
    page_title = _("Schedule")
    header_icon = "calendar-alt"
    permission_policy = PERMISSIONS
    any_permission_required = SHOWN

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        rows = self._rows()
        return super().get_context_data(**kwargs) | {
            "late": [row for row in rows if row.is_late],
            "days": _by_day(row for row in rows if not row.is_late),
        }

    def _rows(self) -> list[Row]:
        """In the order of time. As many statements for two changes as for two hundred."""
        changes = sorted(schedule.changes(timezone.now() + timedelta(days=DAYS)), key=lambda change: change.due_at)
        keys = {change.page_id for change in changes}
        pages = _pages_of(self.request.user).filter(pk__in=keys).select_related("content_type").in_bulk()
        stories = Story.objects.filter(pk__in=pages).select_related("section").only("kind", "section__title").in_bulk()
        failures = {
            (failure.page_id, failure.revision_id): failure
            for failure in ScheduleFailure.objects.filter(page__in=pages)
        }
        return [
            Row(
                due_at=change.due_at,
                starts=change.revision_id is not None,
                page=pages[change.page_id],
                story=stories.get(change.page_id),
                failure=failures.get((change.page_id, change.revision_id)),
            )
            for change in changes
            if change.page_id in pages
        ]


def _by_day(rows: Iterable[Row]) -> list[Day]:
    """Today and the days after it, those with nothing on them too."""
    today = timezone.localdate()
    on = {day: list(rows) for day, rows in groupby(rows, key=lambda row: timezone.localdate(row.due_at))}
    return [Day(day, on.get(day, [])) for day in (today + timedelta(days=number) for number in range(DAYS + 1))]


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Try what failed once more, now."""
    failure = get_object_or_404(ScheduleFailure.objects.select_related("page"), pk=pk)
    if not failure.page.specific.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if schedule.attempt(failure.page_id, failure.revision_id):
        messages.success(request, gettext("“%(page)s” is changed as scheduled.") % {"page": failure.page})
    else:
        messages.error(request, gettext("“%(page)s” could not be changed.") % {"page": failure.page})
    return redirect("schedule")


class ReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return PERMISSIONS.user_has_any_permission(request.user, SHOWN)


def menu_item() -> MenuItem:
    return ReportMenuItem(Report.page_title, reverse("schedule"), name="schedule", icon_name=Report.header_icon)


def urls() -> list[URLPattern]:
    return [
        path("reports/schedule/", Report.as_view(), name="schedule"),
        path("reports/schedule/<int:pk>/again/", again, name="schedule_again"),
    ]
