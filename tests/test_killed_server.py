"""A web process killed while an editor publishes: nothing is lost, doubled or half done, and the button works again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Timer

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Revision

from articles.models import Edition
from newsroom.demo.serving import HOST, production_command, wait_for_answer

from . import factories as make
from .desk import Desk, paragraphs, signed
from .test_cut_off import assert_published_once
from .test_faults import started
from .test_schedule import events, is_live

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@contextmanager
def held_server(step: str, folder: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The production server and its port. Killed at the end, with its web process, which has no chance to tidy up."""
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    _python, *command, _site = production_command(port)
    server = started(*command, "tests.held_server:application", HOLD_AT=step, TMPDIR=str(folder))
    overdue = Timer(60, os.killpg, (server.pid, signal.SIGKILL))
    overdue.start()
    try:
        wait_for_answer(server, port)
        yield server, port
    finally:
        overdue.cancel()
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
        server.stdout.close()


def kill_at(step: str, folder: Path, desk: Desk, page: Page, **fields) -> None:
    """Press the button to publish, let the web process come to the step, and kill it there."""
    address = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    data = desk.filled(address, fields)
    data["action-publish"] = "yes"
    cookies = desk.client.cookies
    headers = {
        "Cookie": cookies.output(attrs=[], header="", sep=";"),
        "X-CSRFToken": cookies["csrftoken"].value,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    with held_server(step, folder) as (server, port):
        browser = HTTPConnection(HOST, port)
        browser.request("POST", address, data.urlencode(), headers)
        assert server.stdout.readline() == "held\n"
    with pytest.raises(ConnectionError):
        browser.getresponse()
    browser.close()


@pytest.fixture
def desk() -> Desk:
    client = Client()
    client.force_login(make.editor())
    return Desk(client)


@pytest.fixture
def page(db) -> Page:
    return make.article("Quay", topics=["Housing"], live=False)


@pytest.fixture
def fields() -> dict[str, object]:
    return {
        "title": "Quay wall",
        "topics": "Housing",
        "body": paragraphs("It holds."),
        "bylines": signed(make.PersonFactory()),
    }


@pytest.mark.parametrize("step", ["_count_topics_on", "count_editions", "line written"])
def test_editor_whose_server_is_killed_finds_the_draft_and_publishes_it_once(step, desk, page, fields, tmp_path):
    kill_at(step, tmp_path, desk, page, **fields)
    assert not is_live(page)
    assert events(page) == []
    assert not Edition.objects.filter(scope="topics/housing").exists()
    assert Revision.objects.filter(object_id=str(page.pk)).latest("pk").content["title"] == "Quay wall"
    assert desk.change(page, "publish", body=fields["body"]).status_code == 302
    assert_published_once(page)


@pytest.mark.parametrize("step", ["row saved", "request served"])
def test_editor_who_was_not_told_that_it_is_published_publishes_no_second_time(step, desk, page, fields, tmp_path):
    kill_at(step, tmp_path, desk, page, **fields)
    assert_published_once(page)
    assert desk.change(page, "publish", body=fields["body"]).status_code == 302
    assert events(page) == ["published", "changed"]
