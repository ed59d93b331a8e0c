"""Every line of the publication log reaches every consumer, whatever fails."""

from __future__ import annotations

from datetime import timedelta
from urllib.error import URLError

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles import outbox
from articles import renditions as sizes
from articles.admin.outbox import cursors
from articles.models import DeadLetter, NewsRendition, OutboxCursor, Publication, Story

from . import factories as make

pytestmark = pytest.mark.django_db


def later(time_machine, **delta: int) -> None:
    time_machine.move_to(timezone.now() + timedelta(**delta))


def follow() -> None:
    """Until there is nothing to take."""
    while outbox.run():
        pass


@pytest.fixture
def seen(monkeypatch) -> list[int]:
    """The lines that reach a consumer, which is the only one."""
    lines: list[int] = []
    monkeypatch.setattr(outbox, "consumers", {"watch": outbox.one_by_one(lambda line: lines.append(line.pk))})
    return lines


def numbers() -> list[int]:
    return list(Publication.objects.order_by("pk").values_list("pk", flat=True))


def test_each_line_is_seen_once_and_in_order(seen):
    for number in range(3):
        make.article(f"Story {number}")
    follow()
    follow()
    assert seen == numbers()
    make.article("Later")
    follow()
    assert seen == numbers()


def test_failing_consumer_sees_its_line_again_and_holds_up_no_other(seen, monkeypatch, time_machine):
    make.article("One")
    make.article("Two")
    tried = []

    def stumble(line: Publication) -> None:
        tried.append(line.pk)
        if len(tried) == 1:
            raise RuntimeError("Not today.")

    outbox.consumers["stumble"] = outbox.one_by_one(stumble)
    follow()
    first, second = numbers()
    assert seen == [first, second]
    assert tried == [first]
    assert OutboxCursor.objects.get(consumer="stumble").error == "RuntimeError: Not today."
    later(time_machine, minutes=2)
    follow()
    assert tried == [first, first, second]
    assert OutboxCursor.objects.get(consumer="stumble").attempts == 0


def give_up_on_first_line(broken: list[bool], time_machine) -> tuple[int, int]:
    make.article("One")
    make.article("Two")
    first, second = numbers()

    def refuse(line: Publication) -> None:
        if broken and line.pk == first:
            raise RuntimeError("Never.")

    outbox.consumers["refuse"] = outbox.one_by_one(refuse)
    for _attempt in range(outbox.MOST_ATTEMPTS):
        outbox.run()
        later(time_machine, hours=2)
    return first, second


def test_line_that_always_fails_becomes_a_dead_letter_and_the_consumer_goes_on(seen, time_machine):
    first, second = give_up_on_first_line([True], time_machine)
    letter = DeadLetter.objects.get()
    assert (letter.consumer, letter.publication_id, letter.error) == ("refuse", first, "RuntimeError: Never.")
    follow()
    assert OutboxCursor.objects.get(consumer="refuse").last_line == second


def test_dead_letter_is_delivered_when_someone_asks_for_it(seen, time_machine):
    broken = [True]
    give_up_on_first_line(broken, time_machine)
    DeadLetter.objects.update(again=True)
    follow()
    assert not DeadLetter.objects.get().again, "it failed again, and waits to be asked for"
    broken.clear()
    follow()
    assert DeadLetter.objects.exists()
    DeadLetter.objects.update(again=True)
    follow()
    assert not DeadLetter.objects.exists()


def test_what_a_consumer_wrote_before_it_failed_is_undone(seen):
    page = make.article()

    def write_and_fail(line: Publication) -> None:
        Story.objects.filter(pk=page.pk).update(kicker="Half done")
        raise RuntimeError

    outbox.consumers["fail"] = outbox.one_by_one(write_and_fail)
    outbox.run()
    assert Story.objects.get(pk=page.pk).kicker == ""


# Pictures


def test_pictures_are_ready_before_readers_ask():
    image = make.ImageFactory()
    make.article(lead_image=image)
    follow()
    assert set(NewsRendition.objects.values_list("filter_spec", flat=True)) >= {*sizes.CARD, *sizes.LEAD, *sizes.SHARE}


def test_no_picture_is_made_of_a_story_that_is_not_public():
    page = make.article(lead_image=make.ImageFactory())
    Story.objects.get(pk=page.pk).unpublish()
    NewsRendition.objects.all().delete()
    follow()
    assert not NewsRendition.objects.exists()


# A cache in front


@pytest.fixture
def cache_in_front(settings, monkeypatch) -> list[str]:
    """Asked to forget these addresses."""
    settings.WAGTAILFRONTENDCACHE = {
        "default": {
            "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
            "LOCATION": "http://cache.example",
        }
    }
    asked: list[str] = []
    monkeypatch.setattr(
        "wagtail.contrib.frontend_cache.backends.http.urlopen", lambda request: asked.append(request.selector)
    )
    return asked


def test_cache_forgets_the_story_and_the_lists_it_is_in(cache_in_front):
    make.article("Wall", slug="wall", topics=["Housing"], by=[make.PersonFactory(slug="ines-falk")])
    follow()
    assert {"/", "/city/wall/", "/city/", "/topics/housing/", "/people/ines-falk/"} <= set(cache_in_front)
    assert {"/city/wall.md", "/llms.txt", "/news-sitemap.xml"} <= set(cache_in_front)
    assert {"/feeds/latest.rss", "/feeds/topics/housing.rss", "/sitemap.xml", "/corrections/"} <= set(cache_in_front)


def test_cache_forgets_former_addresses_and_topics(cache_in_front):
    page = make.article("Wall", slug="wall", topics=["Housing"])
    follow()
    cache_in_front.clear()
    page.slug = "harbour-wall"
    page.topics.set([make.TopicFactory(name="Flooding")])
    page.save_revision().publish()
    follow()
    assert {"/city/wall/", "/city/harbour-wall/", "/topics/housing/", "/topics/flooding/"} <= set(cache_in_front)


def test_cache_that_does_not_answer_is_asked_again(cache_in_front, monkeypatch, time_machine):
    """Wagtail's own purge writes a line to its log and forgets."""

    def refuse(request) -> None:
        raise URLError("refused")

    make.article("Wall", slug="wall")
    with monkeypatch.context() as broken:
        broken.setattr("wagtail.contrib.frontend_cache.backends.http.urlopen", refuse)
        follow()
    assert "PurgeError" in OutboxCursor.objects.get(consumer="purge").error
    later(time_machine, minutes=2)
    follow()
    assert "/city/wall/" in cache_in_front


def test_without_a_cache_in_front_nobody_is_asked(monkeypatch):
    monkeypatch.setattr("articles.consumers.purge_urls_from_cache_task", None)
    make.article()
    follow()
    assert OutboxCursor.objects.get(consumer="purge").last_line == numbers()[-1]
    assert timezone.now() >= OutboxCursor.objects.get(consumer="purge").next_try_at


# The report


def test_report_shows_who_is_behind_and_sends_a_dead_letter_again(client, seen, time_machine):
    broken = [True]
    give_up_on_first_line(broken, time_machine)
    client.force_login(make.editor())
    shown = client.get(reverse("outbox")).text
    assert "RuntimeError: Never." in shown
    assert "Up to date" in shown
    client.post(reverse("outbox_again", args=[DeadLetter.objects.get().pk]))
    assert "Will be tried again" in client.get(reverse("outbox")).text
    broken.clear()
    follow()
    assert not DeadLetter.objects.exists()


def test_report_counts_the_lines_left():
    make.article("One")
    follow()
    make.article("Two")
    assert {cursor.consumer: cursor.left for cursor in cursors()} == dict.fromkeys(outbox.consumers, 1)


def test_outbox_is_not_for_everyone(client):
    user = make.UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("outbox")).status_code == 302
    letter = DeadLetter.objects.create(
        consumer="purge", error="", publication=Publication.objects.get(story_uid=make.article().uid)
    )
    client.post(reverse("outbox_again", args=[letter.pk]))
    assert not DeadLetter.objects.get().again
