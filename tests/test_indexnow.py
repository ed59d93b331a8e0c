"""Search engines are told of what is public, once there is a key."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import indexnow, outbox, outgoing
from articles.models import OutboxCursor, Story

from . import factories as make

pytestmark = pytest.mark.django_db
KEY = "a-key-of-ours"


@pytest.fixture
def told(settings, monkeypatch) -> list[dict]:
    """What is sent, which is taken."""
    sent: list[dict] = []
    settings.INDEXNOW_KEY = KEY
    monkeypatch.setattr(
        outgoing,
        "send",
        lambda _method, _url, body, _headers: sent.append(json.loads(body)) or outgoing.Answer(202, b""),
    )
    monkeypatch.setattr(outbox, "consumers", {"indexnow": indexnow.tell})
    return sent


def follow() -> None:
    while outbox.run():
        pass


def test_what_is_published_and_withdrawn_is_told(told):
    story = make.article("Wall")
    follow()
    told_of = {"host": "testserver", "key": KEY, "keyLocation": f"http://testserver/{KEY}.txt"}
    assert told == [told_of | {"urlList": ["http://testserver/city/wall/"]}]
    story.unpublish()
    follow()
    assert len(told) == 2


def test_drafts_scheduled_stories_and_advertisements_are_not_told(told):
    make.article("Draft", live=False)
    make.article("Later", go_live_at=timezone.now() + timedelta(days=1))
    make.advertisement()
    follow()
    assert told == []


def test_what_was_withdrawn_before_the_worker_came_is_told_as_gone_only(told):
    make.article("Wall").unpublish()
    follow()
    assert len(told) == 1


def test_what_ran_out_before_the_worker_came_is_not_told(told):
    story = make.article("Wall")
    Story.objects.filter(pk=story.pk).update(expire_at=timezone.now())
    follow()
    assert told == []


def test_nothing_is_told_without_a_key(told, settings):
    settings.INDEXNOW_KEY = ""
    make.article()
    follow()
    assert told == []


def test_refusal_is_tried_again(told, monkeypatch):
    monkeypatch.setattr(outgoing, "send", lambda *request: outgoing.Answer(429, b"slowly"))
    make.article()
    follow()
    assert "429" in OutboxCursor.objects.get(consumer="indexnow").error


def test_key_is_shown_to_who_asks_for_it(client, settings):
    assert client.get(f"/{KEY}.txt").status_code == 404
    settings.INDEXNOW_KEY = KEY
    assert client.get(f"/{KEY}.txt").content.decode() == KEY
    assert client.get("/another-key.txt").status_code == 404
