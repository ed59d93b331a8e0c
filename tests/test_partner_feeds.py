"""A partner's feed: what an editor chose of the paper, to who has the address, as long as it lasts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles import endings
from articles.models import ArticlePage, Ending, PartnerFeed, Person, SectionPage, Story, Topic
from articles.topics import merge

from . import factories as make
from .feed_reader import TYPES, Feed, read
from .test_rss import body_of_every_block

pytestmark = pytest.mark.django_db

FREE = "CC BY 4.0"


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    ines = make.PersonFactory(name="Ines Falk", slug="ines-falk")
    free = make.ImageFactory(title="Free", licence=f" {FREE.lower()} ", credit="Maja Ferrow")
    bought = make.ImageFactory(title="Bought", licence="All rights reserved", credit="Agency")
    pictures = [("image", {"image": picture, "caption": picture.title}) for picture in (free, bought)]
    film = {"url": "https://vimeo.com/76979871", "title": "From the air", "poster": bought}
    make.article("Wall", topics=["Housing"], by=[ines], lead_image=free, body=body_of_every_block(), hours_ago=9)
    make.article(
        "Quay",
        topics=["Harbour"],
        lead_image=bought,
        body=[("paragraph", "<p>Words of it.</p>"), *pictures, ("embed", film)],
        hours_ago=8,
    )
    make.episode("Sound", audio=make.media(), audio_url="", by=[ines], hours_ago=2)
    make.article("Match", within=make.section("Sport"), topics=["Housing"], hours_ago=1)
    make.advertisement("Buy", topics=["Housing"])
    make.article("Draft", topics=["Housing"], live=False)


def partner(**fields) -> PartnerFeed:
    chosen = {part: fields.pop(part) for part in ("sections", "topics", "people") if part in fields}
    feed = PartnerFeed.objects.create(**{"name": "Morning Post", "licences": FREE, "everything": not chosen, **fields})
    for part, subjects in chosen.items():
        getattr(feed, part).set(subjects)
    return feed


def address(feed: PartnerFeed, form: str = "atom") -> str:
    return f"/{feed.feed_scope}.{form}"


def fetch(client: Client, feed: PartnerFeed, form: str = "atom") -> Feed:
    response = client.get(address(feed, form))
    assert response.status_code == 200
    assert response.headers["Content-Type"] == f"{TYPES[form]}; charset=utf-8"
    return read(response.content, form)


def titles(client: Client, feed: PartnerFeed) -> list[str]:
    return [entry.title for entry in fetch(client, feed).entries]


def test_every_format_says_the_same(client):
    feed = partner(advertisements=True)
    rss, atom, json = (fetch(client, feed, form) for form in TYPES)
    assert len(atom.entries) == 5
    assert atom.entries == json.entries
    assert rss.entries == [replace(entry, updated=None) for entry in atom.entries]
    assert [urlsplit(one.own).path for one in (rss, atom, json)] == [address(feed, form) for form in TYPES]


def test_stories_have_the_ids_and_addresses_of_the_public_feeds(client):
    public = read(client.get("/feeds/latest.atom").content, "atom").entries
    given = fetch(client, partner(licences="All rights reserved\n\ncc by  4.0\n")).entries
    assert [(entry.id, entry.url, entry.updated) for entry in given] == [(e.id, e.url, e.updated) for e in public]
    assert given[-2] == public[-2]  # whose pictures may leave, all of them


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["Match", "Sound", "Quay", "Wall"]),
        ({"sections": ["sport"]}, ["Match"]),
        ({"topics": ["housing"]}, ["Match", "Wall"]),
        ({"people": ["ines-falk"]}, ["Sound", "Wall"]),
        ({"sections": ["sport"], "topics": ["harbour"], "people": ["ines-falk"]}, ["Match", "Sound", "Quay", "Wall"]),
        ({"kinds": ["podcast"]}, ["Sound"]),
        ({"people": ["ines-falk"], "kinds": ["article"]}, ["Wall"]),
        ({"sections": ["sport"], "advertisements": True}, ["Match"]),
        ({"everything": False}, []),
    ],
)
def test_feed_holds_what_is_in_any_of_its_parts(client, fields, expected):
    models = {"sections": SectionPage, "topics": Topic, "people": Person}
    chosen = {part: model.objects.filter(slug__in=fields[part]) for part, model in models.items() if part in fields}
    assert titles(client, partner(**fields | chosen)) == expected


def test_feed_grows_smaller_when_a_part_of_it_is_deleted(client):
    feed = partner(topics=Topic.objects.filter(slug="harbour"))
    assert titles(client, feed) == ["Quay"]
    Topic.objects.filter(slug="harbour").delete()
    assert titles(client, feed) == []


def test_merged_topic_is_followed(client):
    feed = partner(topics=Topic.objects.filter(slug="harbour"))
    merge(Topic.objects.get(slug="harbour"), Topic.objects.get(slug="housing"))
    assert titles(client, feed) == ["Match", "Quay", "Wall"]


def test_private_section_is_in_no_feed(client):
    sport = SectionPage.objects.get(slug="sport")
    feeds = [partner(), partner(name="Other", sections=[sport])]
    PageViewRestriction.objects.create(page=sport, restriction_type=PageViewRestriction.LOGIN)
    assert [titles(client, feed) for feed in feeds] == [["Sound", "Quay", "Wall"], []]


def test_advertisement_says_so_first_wherever_it_has_words(client):
    for text in PartnerFeed.Text:
        feed = partner(name=text, advertisements=True, text=text)
        (advertisement,) = (entry for entry in fetch(client, feed).entries if "Buy" in entry.title)
        words = [advertisement.title, advertisement.summary]
        if text == PartnerFeed.Text.FULL:
            words.append(BeautifulSoup(advertisement.html, "html.parser").get_text().strip())
        assert [word for word in words if not word.startswith("Advertisement: ")] == []


def test_teaser_has_no_text_and_no_recording(client):
    feed = partner(text=PartnerFeed.Text.TEASER)
    for form in TYPES:
        response = client.get(address(feed, form))
        assert "Words of it" not in response.text
        entries = read(response.content, form).entries
        assert {(entry.html, entry.enclosure) for entry in entries} == {("", None)}
        assert all(entry.summary for entry in entries)


def pictures(html: str) -> int:
    return len(BeautifulSoup(html, "html.parser").find_all("img"))


def test_picture_leaves_only_under_a_licence_that_may(client):
    quay, wall = fetch(client, partner()).entries[-2:]
    assert wall.picture
    assert wall.credit == "Maja Ferrow"
    assert quay.picture is None
    assert pictures(quay.html) == 1
    assert "Free" in quay.html
    assert "Agency" not in quay.html
    assert "Bought" not in quay.html
    assert "Words of it" in quay.html
    assert "From the air" in quay.html


def test_feed_without_licences_has_no_pictures(client):
    feed = partner(licences=" \n")
    entries = fetch(client, feed).entries
    assert {entry.picture for entry in entries} == {None}
    assert sum(pictures(entry.html) for entry in entries) == 0
    assert "/media/images/" not in client.get(address(feed, "rss")).text


def test_picture_of_no_licence_leaves_under_none(client):
    story = ArticlePage.objects.get(title="Wall")
    story.lead_image.licence = ""
    story.lead_image.save()
    assert fetch(client, partner()).entries[-1].picture is None


def test_new_story_enters_after_the_delay_and_by_the_clock_alone(client):
    feed = partner(delay=90)
    assert titles(client, feed) == ["Sound", "Quay", "Wall"]
    etag = client.get(address(feed)).headers["ETag"]
    assert client.get(address(feed), headers={"if-none-match": etag}).status_code == 304
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        later = client.get(address(feed), headers={"if-none-match": etag})
        assert later.status_code == 200
        assert "Match" in later.text


def test_change_and_withdrawal_are_told_at_once_though_new_stories_are_late(client):
    feed = partner(delay=90)
    titles(client, feed)
    quay = ArticlePage.objects.get(title="Quay")
    quay.title = "Higher quay"
    quay.save_revision().publish()
    assert titles(client, feed) == ["Sound", "Higher quay", "Wall"]
    endings.end(quay, Ending.RETRACTED, notice="It was wrong.")
    told = fetch(client, feed)
    assert [entry.title for entry in told.entries] == ["Sound", "Wall"]
    assert told.deleted == {quay.uid.urn: "retracted"}


@pytest.mark.parametrize(("kinds", "told"), [([], True), (["article"], True), (["podcast"], False)])
def test_end_of_a_story_is_told_to_feeds_that_had_it(client, kinds, told):
    feed = partner(topics=Topic.objects.filter(slug="harbour"), kinds=kinds)
    endings.end(ArticlePage.objects.get(title="Quay"), Ending.RETRACTED, notice="It was wrong.")
    endings.end(ArticlePage.objects.get(title="Match"), Ending.RETRACTED, notice="It was wrong.")
    renamed = Topic.objects.get(slug="harbour")
    renamed.slug = "port"
    renamed.save()
    assert len(fetch(client, feed).deleted) == told


def test_end_of_an_advertisement_is_told_to_feeds_that_have_them(client):
    feeds = [partner(advertisements=True), partner(name="Other")]
    Story.objects.get(title="Buy").specific.unpublish()
    assert [len(fetch(client, feed).deleted) for feed in feeds] == [1, 0]


@pytest.mark.parametrize("known", ["ETag", "Last-Modified"])
def test_feed_that_an_editor_changed_is_sent_anew(client, time_machine, known):
    asked = {"ETag": "if-none-match", "Last-Modified": "if-modified-since"}[known]
    feed = partner()
    time_machine.move_to(timezone.now() + timedelta(minutes=1))
    has = {asked: client.get(address(feed)).headers[known]}
    assert client.get(address(feed), headers=has).status_code == 304
    time_machine.move_to(timezone.now() + timedelta(minutes=1))
    feed.text = PartnerFeed.Text.TEASER
    feed.save()
    assert client.get(address(feed), headers=has).status_code == 200
    assert {entry.html for entry in fetch(client, feed).entries} == {""}


def test_feed_is_kept_by_nobody_in_between_and_found_by_no_search(client):
    feed = partner()
    response = client.get(address(feed))
    unchanged = client.get(address(feed), headers={"if-none-match": response.headers["ETag"]})
    assert unchanged.status_code == 304
    for answer in (response, unchanged):
        assert "private" in answer.headers["Cache-Control"]
        assert "public" not in answer.headers["Cache-Control"]
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert "Link" not in answer.headers
    assert b"hub" not in response.content
    for path in ("/feeds/", "/sitemap.xml", "/robots.txt", "/llms.txt", "/"):
        assert "partners/" not in client.get(path).text


def test_address_that_is_none_is_404(client):
    feed = partner()
    for token in (feed.key, f"{feed.key}.x", feed.token[:-1], f"x{feed.token}", "nonsense"):
        assert client.get(f"/partners/{token}.rss").status_code == 404, token
    assert client.get(f"/partners/{feed.token}.html").status_code == 404


def test_renewed_feed_has_left_its_old_address(client):
    feed = partner()
    before = address(feed)
    feed.renew()
    assert [client.get(path).status_code for path in (before, address(feed))] == [404, 200]


def test_feed_that_has_ended_is_gone(client):
    feed = partner(active_until=timezone.now() + timedelta(hours=1))
    assert client.get(address(feed)).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        response = client.get(address(feed))
    assert response.status_code == 410
    assert "private" in response.headers["Cache-Control"]
    assert "Match" not in response.text


def test_fetches_are_counted_and_change_nothing_else(client):
    feed = partner()
    changed_at = PartnerFeed.objects.get(pk=feed.pk).changed_at
    for path in (address(feed), address(feed, "json"), f"/partners/{feed.key}.rss"):
        client.get(path)
    feed.refresh_from_db()
    assert (feed.uses, feed.changed_at) == (2, changed_at)
    assert abs(feed.used_at - timezone.now()) < timedelta(minutes=1)


def test_cost_of_a_feed_does_not_grow_with_its_stories(client):
    feed = partner(advertisements=True, delay=1)
    counts = []
    for number in range(2):
        client.get(address(feed))
        PartnerFeed.objects.get(pk=feed.pk).save()
        with CaptureQueriesContext(connection) as queries:
            client.get(address(feed))
        counts.append(len(queries))
        for more in range(4 - 4 * number):
            make.article(f"More {more}", topics=["Housing"], lead_image=make.ImageFactory(), hours_ago=20 + more)
    assert counts[0] == counts[1] < 30


# At the desk


@pytest.fixture
def desk(client) -> Client:
    client.force_login(make.editor())
    return client


def url(name: str, *args: int) -> str:
    return reverse(PartnerFeed.snippet_viewset.get_url_name(name), args=args)


def send(desk: Client, path: str, **fields) -> str:
    """Fill in the form at an address; what is shown next."""
    given = {"name": "Morning Post", "text": "full", "delay": "0", "licences": "", "topics": "", "active_until": ""}
    return desk.post(path, given | fields, follow=True).text


def test_editor_makes_a_feed_and_is_shown_its_addresses(desk):
    make.TopicFactory(name="Homes", canonical=Topic.objects.get(slug="housing"))
    person = Person.objects.get(slug="ines-falk")
    send(desk, url("add"), topics="Homes, Harbour", people=[person.pk], kinds=["article"], licences=FREE, delay="15")
    feed = PartnerFeed.objects.get()
    assert {topic.slug for topic in feed.topics.all()} == {"housing", "harbour"}
    assert (feed.kinds, feed.delay, [*feed.people.all()]) == (["article"], 15, [person])
    shown = desk.get(url("edit", feed.pk)).text
    for form in TYPES:
        assert f"http://testserver{address(feed, form)}" in shown
    assert "Housing" in shown
    send(desk, url("edit", feed.pk), topics="Harbour", text="teaser")
    feed.refresh_from_db()
    assert (feed.text, feed.kinds, [topic.slug for topic in feed.topics.all()]) == ("teaser", [], ["harbour"])


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Choose what is in it"),
        ({"everything": "on", "topics": "Housing"}, "either the whole paper or parts"),
        ({"topics": "Nowhere"}, "There is no topic “Nowhere”."),
        ({"everything": "on", "kinds": ["opera"]}, "opera is not one of the available choices"),
        ({"everything": "on", "delay": "-1"}, "greater than or equal to 0"),
        ({"everything": "on", "delay": "99999"}, "less than or equal to 10080"),
        ({"everything": "on", "active_until": "tomorrow"}, "Enter a valid date"),
        ({"everything": "on", "name": ""}, "This field is required"),
    ],
)
def test_form_says_what_is_missing_and_keeps_what_was_typed(desk, fields, said):
    shown = send(desk, url("add"), licences="As typed", **fields)
    assert said in BeautifulSoup(shown, "html.parser").get_text()
    assert "As typed" in shown
    assert not PartnerFeed.objects.exists()


def test_editor_renews_the_addresses_after_a_question(desk):
    feed = partner()
    before = address(feed)
    path = reverse("renew_partner_feed", args=[feed.pk])
    assert "lead nowhere" in desk.get(path).text
    assert desk.get(before).status_code == 200
    shown = desk.post(path, follow=True).text
    feed.refresh_from_db()
    assert f"http://testserver{address(feed)}" in shown
    assert [desk.get(at).status_code for at in (before, address(feed))] == [404, 200]


def test_list_says_when_a_feed_was_fetched_last(desk):
    feed = partner()
    feed.note_use(datetime(2026, 3, 4, 5, 6, tzinfo=timezone.get_default_timezone()))
    shown = desk.get(url("list")).text
    assert "Morning Post" in shown
    assert "2026" in shown
