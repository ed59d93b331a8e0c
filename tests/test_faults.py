"""Workers killed at any step, several at once, and many publications at the same moment."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Event, Timer, current_thread, main_thread
from typing import IO
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from articles import outbox, publishing, schedule
from articles.models import Edition, NewsRendition, OutboxCursor, Publication

from . import factories as make
from .test_schedule import due, events, is_live

pytestmark = pytest.mark.django_db(transaction=True)


def in_thread(work: Callable, *args):
    try:
        return work(*args)
    finally:
        connection.close()


def wait_for(reached: Callable[[], object], what: str) -> None:
    for _attempt in range(400):
        if reached():
            return
        time.sleep(0.05)
    raise AssertionError(f"Never: {what}")


# Killed


def started(*command: str, stderr: IO[str] | None = None, **environment: str) -> subprocess.Popen[str]:
    """A process of its own, and a session of its own, on this test's database."""
    url = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}"))
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=Path(__file__).parent.parent,
        env=os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "newsroom.settings.test"} | environment,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        start_new_session=True,
    )


def kill_at(step: str) -> None:
    """Start a worker, let it come to the step, and kill it there, with no chance to tidy up."""
    worker = started("-m", "tests.held_worker", step, settings.MEDIA_ROOT)
    overdue = Timer(60, worker.kill)
    overdue.start()
    try:
        assert worker.stdout.readline() == "held\n"
    finally:
        overdue.cancel()
        worker.kill()
        worker.wait()
        worker.stdout.close()


@pytest.mark.slow
def test_worker_publishes_and_follows_by_itself_and_stops_when_told():
    page = due()
    worker = started("manage.py", "run_schedule", "--every", "1")
    try:
        wait_for(lambda: is_live(page), "the worker publishes")
        wait_for(lambda: OutboxCursor.objects.filter(consumer="purge", last_line__gt=0).exists(), "it follows the log")
    finally:
        worker.terminate()
        assert worker.wait(20) == 0
        worker.stdout.close()


@pytest.mark.slow
@pytest.mark.parametrize("step", ["row saved", "line written"])
def test_worker_killed_in_the_midst_of_a_publication_loses_and_doubles_nothing(step):
    page = due(topics=["Housing"])
    kill_at(step)
    assert not is_live(page)
    assert events(page) == []
    assert Revision.objects.filter(approved_go_live_at__isnull=False, object_id=str(page.pk)).exists()
    wait_for(schedule.run, "the next worker publishes")
    assert is_live(page)
    assert events(page) == ["published"]
    assert Edition.objects.get(scope="topics/housing").number == 1
    assert publishing.rebuild() == (0, 0)


@pytest.mark.slow
def test_worker_killed_while_it_follows_the_log_takes_its_line_again():
    make.article(lead_image=make.ImageFactory())
    kill_at("line followed")
    assert OutboxCursor.objects.get(consumer="renditions").last_line == 0
    wait_for(lambda: outbox.run() and OutboxCursor.objects.get(consumer="renditions").last_line, "the line is taken")
    specs = list(NewsRendition.objects.values_list("filter_spec", flat=True))
    assert specs
    assert len(specs) == len(set(specs))


# At once


def test_two_workers_publish_a_story_once(monkeypatch):
    page = due()
    start = Barrier(2, timeout=10)
    found = schedule.changes

    def find_together(until):
        changes = found(until)
        start.wait()
        return changes

    monkeypatch.setattr(schedule, "changes", find_together)
    with ThreadPoolExecutor() as workers:
        done = [workers.submit(in_thread, schedule.run) for _worker in range(2)]
        assert sum(worker.result() for worker in done) == 1
    assert events(page) == ["published"]


def test_two_workers_hand_a_line_over_once_at_a_time(monkeypatch):
    make.article("One")
    make.article("Two")
    seen: list[int] = []
    handing = Event()

    def slowly(line: Publication) -> None:
        seen.append(line.pk)
        handing.set()
        time.sleep(0.5)

    monkeypatch.setattr(outbox, "consumers", {"slow": outbox.one_by_one(slowly)})
    with ThreadPoolExecutor() as workers:
        first = workers.submit(in_thread, outbox.run)
        handing.wait(10)
        assert workers.submit(in_thread, outbox.run).result() == 0, "the second goes on with other work"
        assert first.result() == 1
    assert len(seen) == 1


def test_worker_is_not_held_up_by_another_that_has_been_at_a_line_for_minutes(monkeypatch):
    monkeypatch.setattr(outbox, "consumers", {"slow": lambda lines: None, "quick": lambda lines: None})
    outbox.run()
    OutboxCursor.objects.update(next_try_at=timezone.now() - timedelta(minutes=2))
    with ThreadPoolExecutor() as worker, transaction.atomic():
        OutboxCursor.objects.select_for_update().get(consumer="slow")
        worker.submit(in_thread, outbox.run).result(timeout=20)
    looked_at = OutboxCursor.objects.filter(next_try_at__gt=timezone.now() - timedelta(minutes=1))
    assert list(looked_at.values_list("consumer", flat=True)) == ["quick"]


def test_page_that_an_editor_is_saving_is_left_for_the_next_look():
    page = due()
    with ThreadPoolExecutor() as worker:
        with transaction.atomic():
            Page.objects.filter(pk=page.pk).update(draft_title="At work")
            assert worker.submit(in_thread, schedule.run).result(timeout=10) == 0
        assert worker.submit(in_thread, schedule.run).result(timeout=10) == 1
    assert events(page) == ["published"]


def test_no_line_of_the_log_appears_behind_one_that_was_read(monkeypatch):
    """A number is taken before the commit: who reads by number must not pass one that is still to come."""
    slow, quick = (make.article(title, live=False).save_revision() for title in ("Slow", "Quick"))
    count, passed = publishing.count_editions, Event()

    def linger(scopes) -> None:
        if current_thread() is not main_thread():
            passed.wait(10)
        count(scopes)

    monkeypatch.setattr(publishing, "count_editions", linger)
    with ThreadPoolExecutor() as other:
        lingering = other.submit(in_thread, slow.publish)
        time.sleep(0.5)
        quick.publish()
        read = Publication.objects.order_by("pk").last().pk
        passed.set()
        lingering.result(timeout=10)
    assert Publication.objects.exclude(pk=read).get().pk > read


@pytest.mark.slow
def test_fifty_publications_at_once_keep_editions_and_log_in_order_for_any_reader():
    """Each has a topic of its own: stories of one topic wait for each other anyway."""
    writer = make.PersonFactory(slug="ines-falk")
    shared = ("site", "latest", "people/ines-falk", "sections/city", "kinds/articles")
    drafts = [
        make.article(f"Story {number}", live=False, topics=[f"Topic {number}"], by=[writer]).save_revision()
        for number in range(50)
    ]
    finished = Event()

    def read() -> tuple[list[dict], list[int]]:
        editions, lines = [], []
        while not finished.is_set():
            editions.append(dict(Edition.objects.values_list("scope", "number")))
            lines += Publication.objects.exclude(pk__in=lines).order_by("pk").values_list("pk", flat=True)
        return editions, lines

    with ThreadPoolExecutor(6) as desk:
        readers = [desk.submit(in_thread, read) for _reader in range(2)]
        try:
            published = [desk.submit(in_thread, draft.publish) for draft in drafts]
            for one in published:
                one.result(timeout=60)
        finally:
            finished.set()
        seen = [reader.result() for reader in readers]
    for editions, lines in seen:
        assert lines == sorted(lines)
        for scope in shared:
            numbers = [edition.get(scope, 0) for edition in editions]
            assert numbers == sorted(numbers)
    assert set(Edition.objects.filter(scope__in=shared).values_list("number", flat=True)) == {50}
    assert publishing.rebuild() == (0, 0)
