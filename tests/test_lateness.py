"""The dashboard says what is late or stuck, to those who may read the reports, and nothing while all is well."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from articles import outbox, schedule
from articles.models import DeadLetter, OutboxCursor, Publication, ScheduleFailure

from . import factories as make
from .test_schedule import due, later, make_due, reporter_of

pytestmark = pytest.mark.django_db


def warnings(client, user) -> dict[str, str]:
    """What the dashboard warns of, and where each warning leads."""
    client.force_login(user)
    page = BeautifulSoup(client.get(reverse("wagtailadmin_home")).text, "html.parser")
    return {item.contents[0].strip(): item.a["href"] for item in page.select(".lateness li")}


@pytest.fixture
def worker():
    """One that has looked just now."""
    outbox.run()


@pytest.fixture
def late(worker):
    page = due("Overdue", within=make.section("Sport"))
    Revision.objects.update(approved_go_live_at=timezone.now() - timedelta(minutes=2))
    return page


def test_nothing_is_said_while_all_is_well(client, worker):
    make.article("Tomorrow", go_live_at=timezone.now() + timedelta(days=1))
    make.article("Ends tomorrow", expire_at=timezone.now() + timedelta(days=1))
    assert warnings(client, make.editor()) == {}
    assert "lateness" not in client.get(reverse("wagtailadmin_home")).text


def test_page_that_is_more_than_a_minute_late_is_named_late(client, late):
    Revision.objects.update(approved_go_live_at=timezone.now() - timedelta(seconds=50))
    assert warnings(client, make.editor()) == {}
    Revision.objects.update(approved_go_live_at=timezone.now() - timedelta(seconds=70))
    assert warnings(client, make.editor()) == {"One page is more than a minute late.": reverse("schedule")}


def test_failure_of_the_schedule_is_named(client, worker):
    ScheduleFailure.objects.create(page=make.article(), error="No")
    told = {"One page could not be changed as scheduled. It is tried again.": reverse("schedule")}
    assert warnings(client, make.editor()) == told


def test_line_that_was_given_up_is_named(client, worker):
    line = Publication.objects.get(story_uid=make.article().uid)
    for consumer in ("purge", "renditions"):
        DeadLetter.objects.create(consumer=consumer, publication=line, error="No")
    told = {"What followed a publication was given up 2 times.": reverse("outbox")}
    assert warnings(client, make.editor()) == told


NO_WORKER = {"No worker is running: nothing goes live or ends by itself.": "/admin/reports/schedule/"}


def test_worker_that_never_ran_is_missed(client):
    assert warnings(client, make.editor()) == NO_WORKER


def test_worker_that_stopped_is_missed_after_a_while(client, time_machine):
    outbox.run()
    later(time_machine, minutes=4)
    assert warnings(client, make.editor()) == {}
    later(time_machine, minutes=2)
    assert warnings(client, make.editor()) == NO_WORKER
    outbox.run()
    assert warnings(client, make.editor()) == {}


def test_consumer_that_waits_to_try_again_is_no_silent_worker(client, worker, time_machine):
    OutboxCursor.objects.filter(consumer="purge").update(attempts=7, next_try_at=timezone.now() + timedelta(minutes=59))
    later(time_machine, minutes=30)
    outbox.run()
    assert warnings(client, make.editor()) == {}


def test_idle_worker_writes_that_it_looked_once_a_minute(worker, time_machine):
    noted = OutboxCursor.objects.values_list("next_try_at", flat=True).order_by("consumer")
    before = list(noted)
    outbox.run()
    assert list(noted.all()) == before
    later(time_machine, minutes=2)
    outbox.run()
    assert min(noted.all()) > max(before)


def test_warnings_are_for_those_whom_the_reports_are_for(client, late):
    ScheduleFailure.objects.create(page=late, error="No")
    line = Publication.objects.get(story_uid=make.article(within=make.section("City")).uid)
    DeadLetter.objects.create(consumer="purge", publication=line, error="No")
    assert set(warnings(client, reporter_of(late.get_parent())).values()) == {reverse("schedule")}
    assert warnings(client, reporter_of(make.section("City"))) == {}
    visitor = make.UserFactory()
    visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    assert warnings(client, visitor) == {}


def test_dashboard_costs_the_same_for_3_and_for_12_late_pages(client, late):
    def cost(number: int) -> int:
        for one in range(number):
            make_due(make.article(f"Late {number} {one}", go_live_at=timezone.now() + timedelta(hours=1)))
        warnings(client, reader)
        with CaptureQueriesContext(connection) as queries:
            warnings(client, reader)
        return len(queries)

    reader = make.editor()
    assert cost(3) == cost(12)


def test_warning_is_gone_when_the_page_is_live(client, late):
    assert schedule.run() == 1
    assert warnings(client, make.editor()) == {}
