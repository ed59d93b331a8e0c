"""A feed reader that subscribes hears of news within seconds, and nobody else can make us ask for anything."""

from __future__ import annotations

import hashlib
import hmac
import socket
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlencode

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles import outbox, outgoing
from articles.feeds.delivery import WRITERS
from articles.management.commands.run_schedule import NEWS_PAUSE, keep_on
from articles.models import ArticlePage, FeedSubscription, OutboxCursor, SubscriptionRequest, Topic
from articles.websub.courier import MOST_DELIVERIES, SHARE_OF_A_HOST, Courier

from . import factories as make
from .subscriber import Reader

pytestmark = pytest.mark.django_db
FEED = "http://testserver/feeds/latest.atom"


@pytest.fixture
def reader(settings) -> Iterator[Reader]:
    settings.OUTGOING_ALLOWED_NETWORKS = ["127.0.0.0/8"]
    with Reader() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def courier() -> Iterator[Courier]:
    courier = Courier()
    yield courier
    courier.close()


def work(courier: Courier) -> None:
    """What a worker does until nothing is left."""
    while outbox.run():
        pass
    while courier.run() or courier.under_way:
        time.sleep(0.005)


def ask(client, reader: Reader | None = None, **asked: str):
    form = {"mode": "subscribe", "topic": FEED, "callback": reader.callback if reader else "", "secret": "s3cret"}
    body = urlencode({f"hub.{key}": value for key, value in (form | asked).items()})
    return client.post("/websub/", body, content_type="application/x-www-form-urlencoded")


@pytest.fixture
def subscribed(client, reader, courier) -> FeedSubscription:
    make.article("Before")
    work(courier)
    assert ask(client, reader).status_code == 202
    work(courier)
    return FeedSubscription.objects.get()


def test_subscriber_is_asked_whether_it_meant_it(client, reader, courier):
    make.article()
    assert ask(client, reader, lease_seconds="1000").status_code == 202
    assert not FeedSubscription.objects.exists()
    work(courier)
    (asked,) = reader.asked
    assert asked.pop("hub.challenge")
    assert asked == {"who": "me", "hub.mode": "subscribe", "hub.topic": FEED, "hub.lease_seconds": "1000"}
    lease = FeedSubscription.objects.get().ends_at - timezone.now()
    assert timedelta(seconds=990) < lease <= timedelta(seconds=1000)
    assert not SubscriptionRequest.objects.exists()


def test_callback_that_does_not_repeat_the_challenge_is_not_subscribed(client, reader, courier):
    reader.echoes = False
    ask(client, reader)
    work(courier)
    assert len(reader.asked) == 1
    assert not FeedSubscription.objects.exists()
    assert not SubscriptionRequest.objects.exists()


def test_news_is_sent_whole_signed_and_once(client, reader, courier, subscribed):
    assert reader.sent == []
    make.article("News")
    make.article("More news")
    work(courier)
    work(courier)
    ((headers, body),) = reader.sent
    assert body == client.get("/feeds/latest.atom").content
    assert b"More news" in body
    assert headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert headers["Link"] == f'<http://testserver/websub/>; rel="hub", <{FEED}>; rel="self"'
    assert headers["X-Hub-Signature"] == f"sha256={hmac.new(b's3cret', body, hashlib.sha256).hexdigest()}"


def test_withdrawal_is_news_and_what_is_not_in_the_feed_is_none(client, reader, courier, subscribed):
    make.advertisement()
    make.article("Draft", live=False)
    work(courier)
    assert reader.sent == []
    ArticlePage.objects.get(title="Before").unpublish()
    work(courier)
    ((_headers, body),) = reader.sent
    assert b"deleted-entry" in body
    assert b"Before" not in body


def test_topic_within_a_section_has_news_only_where_both_have(client, reader, courier):
    make.article("One", topics=["Housing"])
    ask(client, reader, topic="http://testserver/feeds/sections/city/topics/housing.json")
    work(courier)
    make.article("Elsewhere", topics=["Housing"], within=make.section("Sport"))
    make.article("Of something else", topics=["Ships"])
    work(courier)
    assert reader.sent == []
    make.article("Here", topics=["Housing", "Ships"])
    work(courier)
    assert len(reader.sent) == 1


@pytest.mark.parametrize("status", [500, 302, 404])
def test_subscriber_that_fails_is_told_later(reader, courier, subscribed, status, time_machine):
    reader.status, reader.headers = status, {"Location": "http://127.0.0.1:9/"}
    make.article("News")
    work(courier)
    assert len(reader.sent) == 1
    assert FeedSubscription.objects.get().attempts == 1
    reader.status = 200
    time_machine.move_to(timezone.now() + timedelta(minutes=2))
    work(courier)
    assert len(reader.sent) == 2
    assert FeedSubscription.objects.get().wanted_at is None


def test_subscriber_that_never_answers_is_given_up_until_there_is_more_news(reader, courier, subscribed):
    reader.status = 500
    make.article("News")
    for _attempt in range(MOST_DELIVERIES + 2):
        FeedSubscription.objects.update(next_try_at=timezone.now())
        work(courier)
    assert len(reader.sent) == MOST_DELIVERIES
    reader.status = 200
    make.article("More news")
    FeedSubscription.objects.update(next_try_at=timezone.now())
    work(courier)
    assert len(reader.sent) == MOST_DELIVERIES + 1


def test_410_ends_a_subscription(reader, courier, subscribed):
    reader.status = 410
    make.article("News")
    work(courier)
    assert not FeedSubscription.objects.exists()


def test_lease_ends(reader, courier, subscribed):
    FeedSubscription.objects.update(ends_at=timezone.now())
    make.article("News")
    work(courier)
    assert reader.sent == []
    assert not FeedSubscription.objects.exists()


def test_subscriber_leaves_once_it_confirms(client, reader, courier, subscribed):
    reader.echoes = False
    ask(client, reader, mode="unsubscribe")
    work(courier)
    assert FeedSubscription.objects.exists()
    reader.echoes = True
    ask(client, reader, mode="unsubscribe")
    work(courier)
    assert not FeedSubscription.objects.exists()


def test_renewal_counts_only_when_confirmed(client, reader, courier, subscribed):
    reader.echoes = False
    ask(client, reader, secret="other")
    work(courier)
    assert FeedSubscription.objects.get().secret == "s3cret"
    reader.echoes = True
    ask(client, reader, secret="other")
    work(courier)
    assert FeedSubscription.objects.get().secret == "other"


def test_subscription_to_a_feed_that_is_gone_ends(client, reader, courier):
    story = make.article("One", topics=["Housing"])
    ask(client, reader, topic="http://testserver/feeds/topics/housing.json")
    work(courier)
    assert FeedSubscription.objects.exists()
    story.unpublish()
    work(courier)
    assert reader.sent == []
    assert not FeedSubscription.objects.exists()


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"mode": "publish"}, "hub.mode"),
        ({"topic": ""}, "hub.topic"),
        ({"topic": "http://elsewhere.example/feeds/latest.atom"}, "hub.topic"),
        ({"topic": "http://testserver/feeds/latest.atom?x=1"}, "hub.topic"),
        ({"topic": "http://testserver/city/"}, "hub.topic"),
        ({"topic": "http://["}, "hub.topic"),
        ({"topic": "http://testserver/feeds/%6catest.atom"}, "hub.topic"),
        ({"topic": "http://testserver/feeds/latest/archive/2026-01.atom"}, "hub.topic"),
        ({"topic": "http://testserver/feeds/topics/none.atom"}, "no such feed"),
        ({"callback": ""}, "hub.callback"),
        ({"callback": "ftp://reader.example/"}, "hub.callback"),
        ({"callback": "https://reader.example/#part"}, "hub.callback"),
        ({"callback": "https://me:pass@reader.example/"}, "hub.callback"),
        ({"callback": "https://reader.example:25/"}, "port"),
        ({"callback": "https://reader.example:99999/"}, "hub.callback"),
        ({"callback": "https://reader.example/\r\nX: y"}, "hub.callback"),
        ({"callback": f"https://reader.example/{'x' * 1000}"}, "hub.callback"),
        ({"callback": "http://127.0.0.1/"}, "private"),
        ({"callback": "http://[::1]/"}, "private"),
        ({"callback": "http://[::ffff:10.0.0.1]/"}, "private"),
        ({"callback": "http://169.254.169.254/latest/meta-data/"}, "private"),
        ({"secret": "x" * 200}, "hub.secret"),
        ({"lease_seconds": "-1"}, "hub.lease_seconds"),
        ({"lease_seconds": "soon"}, "hub.lease_seconds"),
    ],
)
def test_what_is_no_request_is_refused_with_a_reason(client, asked, says):
    make.article()
    response = ask(client, None, **({"callback": "https://reader.example/"} | asked))
    assert response.status_code == 400
    assert says in response.content.decode()
    assert not SubscriptionRequest.objects.exists()


def test_what_nobody_knows_is_ignored(client):
    make.article()
    assert ask(client, None, callback="https://reader.example/", colour="blue").status_code == 202


def test_callback_whose_name_has_become_private_ends_its_subscription(reader, courier, subscribed, settings):
    settings.OUTGOING_ALLOWED_NETWORKS = []
    make.article("News")
    work(courier)
    assert reader.sent == []
    assert not FeedSubscription.objects.exists()


def test_name_that_is_not_found_just_now_ends_no_subscription(reader, courier, subscribed, monkeypatch):
    def stumble(*args, **kwargs):
        raise socket.gaierror(socket.EAI_AGAIN, "Try again")

    make.article("News")
    with monkeypatch.context() as broken:
        broken.setattr(outgoing.socket, "getaddrinfo", stumble)
        work(courier)
    assert FeedSubscription.objects.get().attempts == 1


def test_hub_of_others_that_is_down_holds_up_no_subscriber_of_ours(reader, courier, subscribed, settings):
    settings.WEBSUB_HUBS = ["http://127.0.0.1:1025/"]
    make.article("News")
    work(courier)
    assert len(reader.sent) == 1
    assert OutboxCursor.objects.get(consumer="other_hubs").error


def test_row_that_is_under_way_is_not_taken_again(reader, subscribed, courier, monkeypatch):
    monkeypatch.setattr("articles.websub.courier.IN_HAND", timedelta(0))
    make.article("News")
    while outbox.run():
        pass
    assert courier._deliver() == 1
    assert courier._deliver() == 0
    work(courier)
    assert len(reader.sent) == 1


def test_host_has_its_share_of_what_is_under_way(reader, subscribed, courier):
    for number in range(6):
        FeedSubscription.objects.create(
            feed=FEED,
            callback=f"{reader.callback}&{number}",
            host="127.0.0.1",
            scopes=["latest"],
            ends_at=timezone.now() + timedelta(days=1),
        )
    make.article("News")
    while outbox.run():
        pass
    assert courier._deliver() == SHARE_OF_A_HOST
    work(courier)
    assert len(reader.sent) == 7


def test_feed_that_cannot_be_built_keeps_no_other_from_subscribers(client, reader, subscribed, courier, monkeypatch):
    ask(client, reader, topic="http://testserver/feeds/latest.json")
    work(courier)
    monkeypatch.setitem(WRITERS, "json", (lambda document: 1 / 0, "application/feed+json"))
    make.article("News")
    work(courier)
    assert len(reader.sent) == 1
    assert "ZeroDivisionError" in FeedSubscription.objects.get(feed__endswith="json").error


def test_subscriber_of_a_feed_that_moved_is_told_so(client, reader, courier):
    make.article("One", topics=["Housing"])
    url = "http://testserver/feeds/topics/housing.json"
    ask(client, reader, topic=url)
    work(courier)
    topic = Topic.objects.get()
    topic.slug = "homes"
    topic.save()
    work(courier)
    assert reader.asked[-1] | {"hub.mode": "denied", "hub.topic": url} == reader.asked[-1]
    assert not FeedSubscription.objects.exists()


def test_feed_in_another_script_can_be_subscribed_to(client, reader, courier):
    make.article("One", topics=["مرحبا" * 18])
    address = reverse("feed", args=[Topic.objects.get().feed_scope, "atom"])
    assert ask(client, reader, topic=f"http://testserver{address}").status_code == 202
    work(courier)
    make.article("Two", topics=["مرحبا" * 18])
    work(courier)
    ((headers, _body),) = reader.sent
    assert f'<http://testserver{address}>; rel="self"' in headers["Link"]


def test_one_host_cannot_fill_the_queue(client, monkeypatch):
    make.article()
    monkeypatch.setattr("articles.websub.hub.MOST_WAITING_AT_A_HOST", 2)
    assert ask(client, None, callback="HTTPS://reader.example?0").status_code == 202
    assert ask(client, None, callback="https://reader.example/1").status_code == 202
    assert ask(client, None, callback="https://reader.example:8443/3").status_code == 429
    assert ask(client, None, callback="https://reader.example/1").status_code == 202
    assert ask(client, None, callback="https://other.example/3").status_code == 202


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_feeds_name_the_hub_and_themselves(client, form, settings):
    settings.WEBSUB_HUBS = ["https://hub.example/"]
    make.article()
    url = f"http://testserver/feeds/latest.{form}"
    response = client.get(url)
    for hub in ("http://testserver/websub/", "https://hub.example/"):
        assert f'<{hub}>; rel="hub"' in response.headers["Link"]
        assert hub.encode() in response.content
    assert response.headers["Link"].count('rel="self"') == 1
    assert f'<{url}>; rel="self"' in response.headers["Link"]
    assert client.head(url).headers["Link"] == response.headers["Link"]


def test_hubs_of_others_are_told(settings, monkeypatch):
    told = []
    settings.WEBSUB_HUBS = ["https://hub.example/"]
    monkeypatch.setattr(outgoing, "send", lambda *request: told.append(request) or outgoing.Answer(204, b""))
    make.article(topics=["Housing"])
    while outbox.run():
        pass
    ((method, url, body, _headers),) = told
    assert (method, url) == ("POST", "https://hub.example/")
    asked = parse_qs(body.decode())
    assert asked["hub.mode"] == ["publish"]
    assert "http://testserver/feeds/topics/housing.rss" in asked["hub.url"]


def test_hubs_of_others_hear_of_no_feed_that_strangers_cannot_read(settings, monkeypatch):
    told = []
    settings.WEBSUB_HUBS = ["https://hub.example/"]
    monkeypatch.setattr(outgoing, "send", lambda *request: told.append(request) or outgoing.Answer(204, b""))
    story = make.article(topics=["Housing"])
    PageViewRestriction.objects.create(page=story.section, restriction_type=PageViewRestriction.LOGIN)
    while outbox.run():
        pass
    feeds = {feed for _method, _url, body, _headers in told for feed in parse_qs(body.decode())["hub.url"]}
    assert "http://testserver/feeds/latest.rss" in feeds
    assert [feed for feed in feeds if "city" in feed or "housing" in feed] == []


def test_page_about_the_hub_is_for_people(client):
    assert b"WebSub" in client.get("/websub/").content
    assert client.put("/websub/").status_code == 405


@pytest.mark.django_db(transaction=True)
def test_news_arrives_within_two_seconds_of_publishing(client, reader):
    stopped = threading.Event()
    make.article("Before")
    works = (outbox.run, Courier().run)
    workers = [threading.Thread(target=keep_on, args=(each, NEWS_PAUSE, stopped)) for each in works]
    for worker in workers:
        worker.start()
    try:
        ask(client, reader)
        _until(FeedSubscription.objects.exists, 5)
        began = time.monotonic()
        make.article("News")
        _until(lambda: reader.sent, 5)
        assert time.monotonic() - began < 2
        assert b"News" in reader.sent[0][1]
    finally:
        stopped.set()
        for worker in workers:
            worker.join()
        connection.close()


def _until(true, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def test_administrator_sees_who_is_told_and_can_end_it(client, reader, subscribed):
    client.force_login(make.editor())
    assert "127.0.0.1" in client.get(reverse("subscriptions")).text
    client.post(reverse("subscription_end", args=[subscribed.pk]))
    assert "Nobody has asked yet" in client.get(reverse("subscriptions")).text


def test_who_is_told_is_not_for_everyone(client, reader, subscribed):
    user = make.UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("subscriptions")).status_code == 302
    assert client.post(reverse("subscription_end", args=[subscribed.pk])).status_code in {302, 403}
    assert FeedSubscription.objects.exists()


def test_news_that_comes_while_news_is_under_way_is_sent_too(reader, courier, subscribed):
    make.article("News")
    while outbox.run():
        pass
    assert courier.run() == 1
    make.article("More news")
    work(courier)
    assert len(reader.sent) == 2
    assert b"More news" in reader.sent[1][1]
