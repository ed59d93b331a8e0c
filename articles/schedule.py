"""The schedule: what is due goes live or ends, each page on a transaction of its own.

A page that fails stops no other, stays due and is tried again, and its editor is told. Any number of workers may do
this at once; one that is killed leaves nothing half done.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPException
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.users.models import UserProfile

from . import topics
from .models import ScheduleFailure, Story

if TYPE_CHECKING:
    from .models import User

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Change:
    """A page that is to go live with a revision or, without one, to end."""

    due_at: datetime
    page_id: int
    revision_id: int | None = None


def changes(until: datetime) -> list[Change]:
    """What is to happen until then. Ends come last: a revision that goes live may put one off."""
    revisions = Revision.page_revisions.filter(approved_go_live_at__lte=until).order_by("approved_go_live_at", "pk")
    starting = revisions.values_list("approved_go_live_at", "object_id", "pk")
    ending = Page.objects.filter(live=True, expire_at__lte=until).order_by("expire_at", "pk")
    return [
        *(Change(due_at, int(page), revision) for due_at, page, revision in starting),
        *(Change(due_at, page) for due_at, page in ending.values_list("expire_at", "pk")),
    ]


def run() -> int:
    """Do what is due, but for what failed a moment ago; how many changes were made."""
    now = timezone.now()
    due = [(change.page_id, change.revision_id) for change in changes(now)]
    failures = {(failure.page_id, failure.revision_id): failure for failure in ScheduleFailure.objects.all()}
    over = [failure.pk for change, failure in failures.items() if change not in due]
    ScheduleFailure.objects.filter(pk__in=over).delete()
    waiting = {change for change, failure in failures.items() if failure.next_try_at > now}
    return sum(attempt(*change) for change in due if change not in waiting)


def attempt(page_id: int, revision_id: int | None) -> bool:
    """Publish the revision of a page or end the page, if that is still due and nobody else is at it; whether done."""
    try:
        with transaction.atomic():
            if not _change(page_id, revision_id):
                return False
            ScheduleFailure.objects.filter(page=page_id, revision=revision_id).delete()
    except Exception as error:  # whatever a page or a receiver raises, the others are due all the same
        logger.exception("Page %s could not be changed as scheduled", page_id)
        _record(page_id, revision_id, error)
        return False
    return True


def _change(page_id: int, revision_id: int | None) -> bool:
    page = _claim(page_id, revision_id)
    if page is None:
        return False
    now = timezone.now()
    if revision_id is None:
        if not page.live or page.expire_at is None or page.expire_at > now:
            return False
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        return True
    revision = Revision.objects.filter(pk=revision_id, approved_go_live_at__lte=now).first()
    if revision is None:
        return False
    revision.publish(log_action="wagtail.publish.scheduled")
    return True


def _claim(page_id: int, revision_id: int | None) -> Page | None:
    """The page, for this transaction alone; None if someone is at work on it.

    Its topics, and those that the revision gives it, are waited for before the row is held, as when a story is saved:
    else an editor could be deadlocked with.
    """
    if story := Story.objects.filter(pk=page_id).first():
        revision = Revision.objects.filter(pk=revision_id).first()
        topics.lock_those_of(revision.as_object() if revision else story)
    page = Page.objects.select_for_update(skip_locked=True, no_key=True).filter(pk=page_id).first()
    return page and page.specific


def _record(page_id: int, revision_id: int | None, error: Exception) -> None:
    this = {"page_id": page_id, "revision_id": revision_id}
    failure = ScheduleFailure.objects.filter(**this).first() or ScheduleFailure(**this)
    failure.failed(error)
    failure.save()
    if failure.told_at is None and _tell(failure):
        ScheduleFailure.objects.filter(pk=failure.pk).update(told_at=timezone.now())


def _tell(failure: ScheduleFailure) -> bool:
    """Mail who scheduled the page; whether that is done with. Names no word of the page: it may be embargoed."""
    editor = _scheduled_by(failure)
    if editor is None:
        return True
    with override(UserProfile.get_for_user(editor).get_preferred_language()):
        subject = _("A page could not be changed as scheduled")
        wrong = _("A page that you scheduled could not be published or ended when it was due.")
        stays = _("It keeps its schedule and is tried again. What went wrong stands in the report:")
    base = settings.WAGTAILADMIN_BASE_URL
    edit = f"{base}{reverse('wagtailadmin_pages:edit', args=[failure.page_id])}"
    body = f"{wrong}\n{edit}\n\n{stays}\n{base}{reverse('schedule')}\n"
    try:
        send_mail(f"{settings.EMAIL_SUBJECT_PREFIX}{subject}", body, None, [editor.email])
    except (SMTPException, OSError):
        logger.exception("Page %s could not be changed as scheduled, and its editor could not be told", failure.page_id)
        return False
    return True


def _scheduled_by(failure: ScheduleFailure) -> User | None:
    """Who ordered the publication that failed, or published the page that was to end."""
    orders = PageLogEntry.objects.filter(
        page=failure.page_id, action__in=["wagtail.publish", "wagtail.publish.schedule"], user__isnull=False
    )
    order = orders.order_by("-timestamp", "-pk").first()
    editor = order.user if order else failure.revision and failure.revision.user
    return editor if editor and editor.is_active and editor.email else None
