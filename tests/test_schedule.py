"""What is due goes live or ends, on time, once, and whatever else fails."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.dispatch import receiver
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, Revision
from wagtail.signals import page_published

from articles import outbox, schedule
from articles.models import Publication, ScheduleFailure, StandardPage, Story

from . import factories as make

pytestmark = pytest.mark.django_db


def events(story) -> list[str]:
    return list(Publication.objects.filter(story_uid=story.uid).order_by("pk").values_list("event", flat=True))


def is_live(page) -> bool:
    return Page.objects.get(pk=page.pk).live


def due(title: str = "Due", **fields):
    """A new story that was to go live a minute ago."""
    page = make.article(title, go_live_at=timezone.now() + timedelta(hours=1), **fields)
    return make_due(page)


def make_due(page):
    """The hour that was to pass until the page goes live has passed, by the worker's clock."""
    past = timezone.now() - timedelta(minutes=1)
    revision = Revision.objects.get(approved_go_live_at__isnull=False, object_id=str(page.pk))
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    Page.objects.filter(pk=page.pk).update(go_live_at=past)
    return page


def later(time_machine, **delta: int) -> None:
    time_machine.move_to(timezone.now() + timedelta(**delta))


@pytest.fixture
def failing():
    """A receiver that raises for the pages whose keys are put into it."""
    keys: set[int] = set()

    @receiver(page_published)
    def fail(instance, **kwargs) -> None:
        if instance.pk in keys:
            raise RuntimeError("The receiver failed.")

    yield keys
    page_published.disconnect(fail)


# What happens


def test_due_story_goes_live_once_and_is_logged_as_scheduled():
    page = due()
    assert schedule.run() == 1
    assert schedule.run() == 0
    assert events(page) == ["published"]
    assert Page.objects.get(pk=page.pk).get_latest_revision().approved_go_live_at is None


def test_story_ends_and_says_so():
    page = make.article(expire_at=timezone.now() + timedelta(hours=1))
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now())
    assert schedule.run() == 1
    ended = Page.objects.get(pk=page.pk)
    assert not ended.live
    assert ended.expired
    assert events(page) == ["published", "withdrawn"]


def test_pages_that_are_no_stories_follow_the_schedule_too():
    page = make.home().add_child(instance=StandardPage(title="About", slug="about", live=False))
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    make_due(page)
    assert schedule.run() == 1
    assert is_live(page)


def test_due_revision_that_puts_the_end_off_keeps_the_story_live():
    page = make.article(expire_at=timezone.now() + timedelta(hours=1))
    page.save_revision().publish()
    page = Story.objects.get(pk=page.pk).specific
    page.expire_at = timezone.now() + timedelta(days=1)
    page.go_live_at = timezone.now() + timedelta(minutes=30)
    page.save_revision().publish()
    make_due(page)
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now())
    schedule.run()
    assert is_live(page)
    assert events(page) == ["published", "changed", "changed"]


def test_change_that_an_editor_took_back_in_the_meantime_is_not_made():
    page = due()
    (change,) = schedule.changes(timezone.now())
    Revision.objects.update(approved_go_live_at=None)
    assert not schedule.attempt(change.page_id, change.revision_id)
    assert not is_live(page)


# What fails


def test_failing_story_stops_nobody_and_keeps_its_schedule(failing):
    pages = [due(f"Story {number}") for number in range(4)]
    failing.add(pages[1].pk)
    assert schedule.run() == 3
    assert [is_live(page) for page in pages] == [True, False, True, True]
    assert Revision.objects.filter(approved_go_live_at__isnull=False, object_id=str(pages[1].pk)).exists()
    assert events(pages[1]) == []
    assert ScheduleFailure.objects.get().error == "RuntimeError: The receiver failed."


def test_failed_story_is_tried_again_after_a_while_and_not_before(failing, time_machine):
    page = due()
    failing.add(page.pk)
    schedule.run()
    failing.clear()
    assert schedule.run() == 0
    later(time_machine, minutes=2)
    assert schedule.run() == 1
    assert is_live(page)
    assert not ScheduleFailure.objects.exists()


def test_waiting_grows_up_to_an_hour(failing, time_machine):
    page = due()
    failing.add(page.pk)
    waits = []
    for _attempt in range(9):
        schedule.run()
        failure = ScheduleFailure.objects.get()
        waits.append(round((failure.next_try_at - timezone.now()) / timedelta(minutes=1)))
        time_machine.move_to(failure.next_try_at + timedelta(seconds=1))
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_publication_and_end_of_one_page_fail_and_wait_each_for_itself(monkeypatch, mailoutbox):
    editor, page = make.editor(), make.article()
    page.save_revision(user=editor).publish(user=editor)
    revision = page.save_revision(user=editor)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now())
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now())

    def fail(*_given) -> None:
        raise RuntimeError

    monkeypatch.setattr(schedule, "_change", fail)
    for _look in range(3):
        schedule.run()
    failures = ScheduleFailure.objects.filter(page=page)
    assert {(failure.revision_id, failure.attempts) for failure in failures} == {(revision.pk, 1), (None, 1)}
    assert len(mailoutbox) == 2


def test_newly_scheduled_revision_does_not_wait_for_the_failure_of_another(failing):
    page = due()
    failing.add(page.pk)
    schedule.run()
    failing.clear()
    again = Story.objects.get(pk=page.pk).specific
    again.go_live_at = timezone.now() + timedelta(hours=1)
    again.save_revision().publish()
    make_due(page)
    assert schedule.run() == 1


def test_end_that_fails_is_tried_again_as_well(monkeypatch, time_machine):
    page = make.article(expire_at=timezone.now() + timedelta(hours=1))
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now())
    with monkeypatch.context() as broken:
        broken.setattr("articles.publishing.count_editions", lambda scopes: 1 / 0)
        assert schedule.run() == 0
    assert is_live(page)
    later(time_machine, minutes=2)
    assert schedule.run() == 1
    assert not is_live(page)


def test_editor_who_scheduled_it_is_told_once_and_no_word_of_the_story_is_mailed(failing, time_machine):
    editor = make.editor()
    page = make.article("Canary", live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish(user=editor)
    make_due(page)
    failing.add(page.pk)
    schedule.run()
    later(time_machine, minutes=2)
    schedule.run()
    (told,) = mail.outbox
    assert told.to == [editor.email]
    assert f"/admin/pages/{page.pk}/edit/" in told.body
    assert "canary" not in f"{told.subject}{told.body}".lower()


def test_editor_is_told_later_where_mail_does_not_work(failing, time_machine, monkeypatch):
    page = make.article(live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish(user=make.editor())
    make_due(page)
    failing.add(page.pk)
    with monkeypatch.context() as broken:
        broken.setattr("articles.schedule.send_mail", refuse)
        schedule.run()
    assert mail.outbox == []
    later(time_machine, minutes=2)
    schedule.run()
    assert len(mail.outbox) == 1


def refuse(*args) -> None:
    raise ConnectionRefusedError


# The commands


def test_wagtails_command_does_the_same_and_says_what_failed(failing, capsys):
    pages = [due("One"), due("Two")]
    failing.add(pages[0].pk)
    with pytest.raises(CommandError, match="1 could not be changed"):
        call_command("publish_scheduled")
    assert [is_live(page) for page in pages] == [False, True]


def test_dry_run_changes_nothing_and_says_what_is_due(capsys):
    page = due()
    call_command("publish_scheduled", dryrun=True)
    assert f"publish page {page.pk}" in capsys.readouterr().out
    assert not is_live(page)


# What Wagtail does before it is time


def test_scheduling_a_new_page_hands_nothing_to_those_who_follow_the_log(monkeypatch):
    """Wagtail says “page published” when a new page is scheduled."""
    seen = []
    monkeypatch.setattr(outbox, "consumers", {"watch": seen.append})
    make.article(go_live_at=timezone.now() + timedelta(hours=1))
    outbox.run()
    assert seen == []


def test_aliases_wait_for_their_page(client):
    source = make.article("Original", live=False)
    alias = source.create_alias(parent=make.section("Sport"), update_slug="alias")
    second = alias.create_alias(parent=make.section("Culture"), update_slug="alias")
    source.go_live_at = timezone.now() + timedelta(hours=1)
    source.save_revision().publish()
    assert [is_live(page) for page in (source, alias, second)] == [False] * 3
    make_due(source)
    schedule.run()
    assert [is_live(page) for page in (source, alias, second)] == [True] * 3
    assert client.get("/sport/alias/").status_code == 404, "one story, one address"


def test_alias_of_a_page_about_the_paper_waits_too(client):
    home = make.home()
    source = home.add_child(instance=StandardPage(title="About", slug="about", live=False))
    alias = source.create_alias(parent=home, update_slug="about-us")
    source.go_live_at = timezone.now() + timedelta(hours=1)
    source.save_revision().publish()
    assert not is_live(alias)
    assert client.get("/about-us/").status_code == 404


# The report


@pytest.fixture
def desk(client):
    client.force_login(make.editor())
    return client


def report(client) -> str:
    response = client.get(reverse("schedule"))
    assert response.status_code == 200
    return response.text


def test_report_shows_what_starts_and_what_ends_and_not_what_is_far_off(desk):
    make.article("Tomorrow", go_live_at=timezone.now() + timedelta(days=1))
    make.article("Ending", expire_at=timezone.now() + timedelta(days=2))
    make.article("Next month", go_live_at=timezone.now() + timedelta(days=30))
    shown = report(desk)
    assert "Tomorrow" in shown
    assert "Ending" in shown
    assert "Next month" not in shown
    assert "late</strong>" not in shown


def test_report_shows_lateness_and_failure_and_tries_again(desk, failing):
    page = due("Overdue")
    Revision.objects.update(approved_go_live_at=timezone.now() - timedelta(minutes=12))
    failing.add(page.pk)
    schedule.run()
    shown = report(desk)
    assert "12\xa0minutes late" in shown
    assert "RuntimeError: The receiver failed." in shown
    desk.post(reverse("schedule_again", args=[ScheduleFailure.objects.get(page=page).pk]))
    assert "Failed 2 times" in report(desk)
    failing.clear()
    desk.post(reverse("schedule_again", args=[ScheduleFailure.objects.get(page=page).pk]))
    assert is_live(page)
    assert "“Overdue” is changed as scheduled." in report(desk)
    assert "Overdue" not in report(desk)


def reporter_of(section):
    """Someone who may write and publish in one section."""
    group = Group.objects.create(name=f"Desk of {section}")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "change_articlepage"]))
    for name in ("change_page", "publish_page"):
        GroupPagePermission.objects.create(group=group, page=section, permission=Permission.objects.get(codename=name))
    user = make.UserFactory()
    user.groups.add(group)
    return user


def test_report_shows_what_one_may_edit_and_tries_nothing_else_again(client, failing):
    theirs = due("Theirs", within=make.section("Sport"))
    others = due("Others", within=make.section("City"))
    failing.update({theirs.pk, others.pk})
    schedule.run()
    client.force_login(reporter_of(make.section("Sport")))
    shown = report(client)
    assert "Theirs" in shown
    assert "Others" not in shown
    failing.clear()
    client.post(reverse("schedule_again", args=[ScheduleFailure.objects.get(page=others).pk]))
    assert not is_live(others)
    client.post(reverse("schedule_again", args=[ScheduleFailure.objects.get(page=theirs).pk]))
    assert is_live(theirs)


def test_report_costs_the_same_for_3_and_for_12(desk, failing):
    def cost(number: int) -> int:
        failing.update(due(f"Late {number} {one}").pk for one in range(number))
        schedule.run()
        for one in range(number):
            make.article(f"Coming {number} {one}", go_live_at=timezone.now() + timedelta(days=1))
        report(desk)
        with CaptureQueriesContext(connection) as queries:
            report(desk)
        return len(queries)

    assert cost(3) == cost(12)
