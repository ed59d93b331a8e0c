"""The database gone in the midst of a publication, and a disk that is full: nothing is lost, doubled or half done."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Thread

import pytest
from django.core.files.storage import FileSystemStorage
from django.db import OperationalError, close_old_connections, connection
from django.test import Client
from wagtail.models import Revision

from articles import outbox, publishing, schedule
from articles import renditions as sizes
from articles.models import Edition, NewsRendition, OutboxCursor, Publication, ScheduleFailure, Topic

from . import factories as make
from .desk import Desk, paragraphs, signed
from .test_schedule import due, events, is_live

# The database


def end_session(*args, **kwargs) -> None:
    """What a server does to each session when it is restarted."""
    pid = connection.connection.info.backend_pid

    def end() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        connection.close()

    other = Thread(target=end)
    other.start()
    other.join()


STEPS = ("date_rows_of", "_count_topics_on", "count_editions", "log")


@contextmanager
def cut_off_at(step: str) -> Iterator[None]:
    """The session ends when a publication comes to the step."""
    taken = getattr(publishing, step)

    def end_first(*args, **kwargs):
        end_session()
        return taken(*args, **kwargs)

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(publishing, step, end_first)
        yield
    close_old_connections()


def assert_published_once(page) -> None:
    assert is_live(page)
    assert events(page) == ["published"]
    assert Edition.objects.get(scope="topics/housing").number == 1
    assert Topic.objects.get().story_count == 1
    assert publishing.rebuild() == (0, 0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", STEPS)
def test_schedule_whose_session_ends_publishes_at_the_next_try(step, time_machine):
    page = due(topics=["Housing"])
    with cut_off_at(step):
        assert schedule.run() == 0
    assert not is_live(page)
    assert events(page) == []
    time_machine.move_to(ScheduleFailure.objects.get(page=page).next_try_at + timedelta(seconds=1))
    assert schedule.run() == 1
    assert_published_once(page)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", STEPS[1:])
def test_editor_whose_session_ends_finds_the_draft_and_publishes_it(step):
    desk = Desk(Client(raise_request_exception=False))
    desk.client.force_login(make.editor())
    page = make.article("Quay", topics=["Housing"], live=False)
    fields = {
        "title": "Quay wall",
        "topics": "Housing",
        "body": paragraphs("It holds."),
        "bylines": signed(make.PersonFactory()),
    }
    with cut_off_at(step):
        assert desk.change(page, "publish", **fields).status_code == 500
    assert not is_live(page)
    assert events(page) == []
    assert Revision.objects.filter(object_id=str(page.pk)).latest("pk").content["title"] == "Quay wall"
    assert desk.change(page, "publish", body=fields["body"]).status_code == 302
    assert_published_once(page)


@pytest.mark.django_db(transaction=True)
def test_line_that_was_being_followed_is_followed_again(monkeypatch):
    make.article()
    seen: list[int] = []

    def follow(line: Publication) -> None:
        seen.append(line.pk)
        if len(seen) == 1:
            end_session()
            Edition.objects.count()

    monkeypatch.setattr(outbox, "consumers", {"follow": outbox.one_by_one(follow)})
    with pytest.raises(OperationalError):
        outbox.run()
    close_old_connections()
    outbox.run()
    (line,) = Publication.objects.values_list("pk", flat=True)
    assert seen == [line, line]
    assert OutboxCursor.objects.get(consumer="follow").last_line == line


# The disk


@contextmanager
def full_disk() -> Iterator[None]:
    def refuse(*args) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.MonkeyPatch.context() as full:
        full.setattr(FileSystemStorage, "_save", refuse)
        yield


@pytest.mark.django_db
def test_full_disk_costs_a_story_the_sizes_that_are_missing_until_there_is_room_again(client, time_machine):
    picture = make.ImageFactory()
    there = picture.get_rendition(sizes.LEAD[0])
    with full_disk():
        story = make.article(lead_image=picture)
        outbox.run()
        shown = client.get(story.url)
    assert shown.status_code == 200
    assert f"{there.url} 480w" in shown.text
    assert "800w" not in shown.text
    assert events(story) == ["published"]
    cursor = OutboxCursor.objects.get(consumer="renditions")
    assert (cursor.last_line, cursor.attempts) == (0, 1)
    assert "No space left on device" in cursor.error
    time_machine.move_to(cursor.next_try_at + timedelta(seconds=1))
    outbox.run()
    assert OutboxCursor.objects.get(consumer="renditions").last_line == Publication.objects.get().pk
    assert set(NewsRendition.objects.values_list("filter_spec", flat=True)) >= {*sizes.CARD, *sizes.LEAD, *sizes.SHARE}
    assert "1200w" in client.get(story.url).text
