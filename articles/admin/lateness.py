"""On the dashboard: what is late or stuck, for those who may read the reports; nothing while all is well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from articles.models import DeadLetter, User
from articles.outbox import is_followed

from . import outbox, schedule


@dataclass(frozen=True)
class Notice:
    """What is wrong, in a sentence, and the report that says more."""

    text: str
    url: str
    report: str


class LatenessPanel(Component):
    name = "lateness"
    template_name = "articles/admin/lateness.html"
    order = 50
    """Before Wagtail's own panels."""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"notices": list(notices_for(parent_context["request"].user))}


def warn(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(LatenessPanel())


def notices_for(user: User) -> Iterator[Notice]:
    if schedule.PERMISSIONS.user_has_any_permission(user, schedule.SHOWN):
        yield from _of_the_schedule(user)
    if outbox.PERMISSIONS.user_has_permission(user, "change") and (given_up := DeadLetter.objects.count()):
        text = ngettext(
            "What followed a publication was given up once.",
            "What followed a publication was given up %(number)s times.",
            given_up,
        )
        yield Notice(text % {"number": given_up}, reverse("outbox"), outbox.Report.page_title)


def _of_the_schedule(user: User) -> Iterator[Notice]:
    report = (reverse("schedule"), schedule.Report.page_title)
    if not is_followed():
        yield Notice(_("No worker is running: nothing goes live or ends by itself."), *report)
    if late := schedule.late_pages(user).count():
        text = ngettext("One page is more than a minute late.", "%(number)s pages are more than a minute late.", late)
        yield Notice(text % {"number": late}, *report)
    if failed := schedule.failures_of(user).count():
        text = ngettext(
            "One page could not be changed as scheduled. It is tried again.",
            "%(number)s pages could not be changed as scheduled. They are tried again.",
            failed,
        )
        yield Notice(text % {"number": failed}, *report)
