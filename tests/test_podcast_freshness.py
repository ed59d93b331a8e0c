"""A podcast app asks often: 304 while nothing has changed, news of every change, every episode back to the first."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlencode, urlsplit

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from articles import endings
from articles.feeds import archives
from articles.feeds import series as feed_of_a_show
from articles.models import Edition, Ending, Masthead, Person, PodcastEpisodePage, Show

from . import factories as make
from . import podcasts
from .podcasts import FEED, NAMES, channel, items, texts

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    podcasts.paper()


def etag(client) -> str:
    return client.get(FEED).headers["ETag"]


def test_app_that_has_it_all_gets_304_for_few_queries(client, django_assert_max_num_queries):
    known = etag(client)
    with django_assert_max_num_queries(2):
        assert client.get(FEED, headers={"if-none-match": known}).status_code == 304


def new_episode(show: Show) -> None:
    make.episode("New", podcast=show)


def unpublished(show: Show) -> None:
    PodcastEpisodePage.objects.get(title="The bolt").unpublish()


def into_another_show(show: Show) -> None:
    story = PodcastEpisodePage.objects.get(title="The bolt")
    story.podcast = Show.objects.exclude(pk=show.pk).first()
    story.save_revision().publish()


def described_anew(show: Show) -> None:
    show.description = "Anew"
    show.save()


def other_hosts(show: Show) -> None:
    show.hosts.set([make.PersonFactory()])


def renamed_host(show: Show) -> None:
    host = Person.objects.get(slug="elias")
    host.name = "Elias T."
    host.save()


def described_artwork(show: Show) -> None:
    show.artwork.description = "Two bolts"
    show.artwork.save()


def deleted_artwork(show: Show) -> None:
    show.artwork.delete()


def deleted_host(show: Show) -> None:
    Person.objects.get(slug="elias").delete()


def other_portrait(show: Show) -> None:
    host = Person.objects.get(slug="elias")
    host.portrait = None
    host.save()


def renamed_paper(show: Show) -> None:
    paper = Masthead.objects.get(name="The Courier")
    paper.publisher = "Another"
    paper.save()


@pytest.mark.parametrize(
    "change",
    [
        new_episode,
        unpublished,
        into_another_show,
        described_anew,
        other_hosts,
        renamed_host,
        described_artwork,
        deleted_artwork,
        deleted_host,
        other_portrait,
        renamed_paper,
    ],
)
def test_apps_learn_of_every_change(client, change):
    before = client.get(FEED)
    change(Show.objects.get(slug="low-water"))
    after = client.get(FEED, headers={"if-none-match": before.headers["ETag"]})
    assert after.status_code == 200
    assert after.content != before.content


def test_episode_of_another_show_is_no_change(client):
    before = etag(client)
    make.episode("Elsewhere", podcast=Show.objects.exclude(slug="low-water").first())
    assert etag(client) == before


def test_withdrawn_episode_leaves_a_tombstone(client):
    story = PodcastEpisodePage.objects.get(title="The bolt")
    story.unpublish()
    (gone,) = channel(client).findall("at:deleted-entry", NAMES)
    assert gone.get("ref") == story.uid.urn


def test_renamed_show_is_found_under_its_old_address_and_keeps_its_id(client):
    show, known = Show.objects.get(slug="low-water"), etag(client)
    before = texts(channel(client), "podcast:guid")
    show.slug = "high-water"
    show.save()
    response = client.get(FEED, headers={"if-none-match": known})
    assert response.status_code == 301
    assert response.headers["Location"] == "/podcasts/high-water/feed.xml"
    assert texts(channel(client, response.headers["Location"]), "podcast:guid") == before


def deleted(show: Show) -> None:
    for episode in show.episodes.all():
        episode.delete()
    show.delete()


def retracted(show: Show) -> None:
    for episode in show.episodes.all():
        endings.end(episode, Ending.RETRACTED, notice="It was made up.")


def unpublished_whole(show: Show) -> None:
    for episode in show.episodes.all():
        episode.unpublish()


def retracted_but_going_on(show: Show) -> None:
    make.episode("Draft", podcast=show, live=False)
    retracted(show)


def closed(show: Show) -> None:
    PageViewRestriction.objects.create(page=make.section("City"), restriction_type=PageViewRestriction.LOGIN)


def closed_after_it_was_retracted(show: Show) -> None:
    retracted(show)
    closed(show)


@pytest.mark.parametrize(
    ("go", "status"),
    [
        (deleted, 410),
        (retracted, 410),
        (retracted_but_going_on, 404),
        (unpublished_whole, 404),
        (closed, 404),
        (closed_after_it_was_retracted, 404),
    ],
)
def test_feed_is_gone_with_its_show_even_to_who_has_it_all(client, go, status):
    assert client.get("/feeds/podcasts/low-water.rss").status_code == 404
    known = etag(client)
    go(Show.objects.get(slug="low-water"))
    for address in (FEED, "/podcasts/low-water/archive/2026-01.xml"):
        assert client.get(address, headers={"if-none-match": known}).status_code == status


def test_feed_of_a_show_that_is_gone_is_so_under_its_former_address(client):
    show = Show.objects.get(slug="low-water")
    show.slug = "high-water"
    show.save()
    archive = client.get("/podcasts/low-water/archive/2026-01.xml")
    assert (archive.status_code, archive.headers["Location"]) == (301, "/podcasts/high-water/archive/2026-01.xml")
    deleted(show)
    for slug in ("low-water", "high-water"):
        assert client.get(f"/podcasts/{slug}/feed.xml").status_code == 410


@pytest.mark.parametrize("renamed", [False, True])
def test_show_that_never_had_an_episode_to_hear_has_never_been(client, renamed):
    show = make.ShowFactory(slug="secret")
    make.episode("Draft", podcast=show, live=False)
    show.hosts.set(Person.objects.all())
    show.description = "Anew"
    show.slug = "more-secret" if renamed else "secret"
    show.save()
    deleted(show)
    for slug in ("secret", "more-secret"):
        assert client.get(f"/podcasts/{slug}/feed.xml").status_code == 404


def test_feed_holds_many_episodes_and_its_archive_the_first(client, monkeypatch):
    monkeypatch.setattr(feed_of_a_show, "LIVE", 3)
    monkeypatch.setattr(archives, "PER_PAGE", 2)
    show = Show.objects.get(slug="low-water")
    for number in range(3):
        make.episode(f"Old {number}", podcast=show, published_at=datetime(2025, 3, 1, number, tzinfo=UTC))
    assert len(items(client)) == 3
    path, found = FEED, []
    while path:
        page = channel(client, path)
        found += [item.findtext("title") for item in page.findall("item")]
        older = page.find("atom:link[@rel='prev-archive']", NAMES)
        path = None if older is None else urlsplit(older.get("href")).path
    assert {"The bolt", "Trailer", "Old 0", "Old 1", "Old 2"} == set(found)
    assert client.get("/podcasts/low-water/archive/2025-03-9.xml").status_code == 404


def test_hub_takes_the_feed_that_names_it(client, settings):
    settings.OUTGOING_ALLOWED_NETWORKS = ["127.0.0.0/8"]

    def ask(topic: str) -> int:
        asked = {"hub.mode": "subscribe", "hub.topic": topic, "hub.callback": "http://127.0.0.1/"}
        form = "application/x-www-form-urlencoded"
        return client.post("/websub/", urlencode(asked), content_type=form).status_code

    assert ask(f"http://testserver{FEED}") == 202
    assert ask("http://testserver/podcasts/nobody/feed.xml") == 400


def test_feed_costs_the_same_statements_however_many_episodes(client):
    show = Show.objects.get(slug="low-water")

    def cost() -> int:
        client.get(FEED)  # makes the sizes of pictures
        Edition.objects.filter(scope=show.feed_scope).update(number=F("number") + 1)
        with CaptureQueriesContext(connection) as queries:
            client.get(FEED)
        return len(queries)

    given = {"podcast": show, "by": list(Person.objects.all()), "lead_image": show.artwork, "audio_url": ""}
    sound = make.media()
    make.episode("One more", audio=sound, **given)
    few = cost()
    for number in range(3):
        make.episode(f"More {number}", audio=sound, **given)
    assert cost() == few
    assert len(items(client)) == 6
