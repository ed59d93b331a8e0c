"""RSS, Atom and JSON Feed say the same; each as its standard wants it."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import brotli
import feedparser
import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from django.contrib.staticfiles import finders
from django.core.cache import caches
from django.utils import timezone
from jsonschema import Draft7Validator, FormatChecker
from PIL import Image

from articles import endings
from articles.models import ArticlePage, Ending, Masthead, PodcastEpisodePage, Topic

from . import factories as make
from .feed_reader import NAMES, TYPES, read
from .npm import packaged
from .test_rss import NASTY_STORED, body_of_every_block

pytestmark = pytest.mark.django_db

SCOPES = [
    "latest",
    "sections/city",
    "sections/city/topics/housing",
    "topics/housing",
    "topics/sea-shore",
    "people/ines-falk",
    "people/empty",
    "kinds/articles",
    "kinds/videos",
    "kinds/podcasts",
]


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    ines, teo = make.PersonFactory(name="Ines Falk", slug="ines-falk"), make.PersonFactory(name="Teo & Lundgren")
    make.article(
        NASTY_STORED,
        slug="nasty",
        topics=["Housing", "Sea & shore"],
        by=[ines, teo],
        lead_image=make.ImageFactory(credit="Maja <Ferrow>"),
        body=body_of_every_block(),
        updated_at=timezone.now() - timedelta(minutes=5),
        hours_ago=5,
    )
    make.video("Film here", film=make.media("video", "film.mp4"), provider_url="", topics=["Housing"], hours_ago=4)
    make.episode("Sound", audio=make.media(), audio_url="", by=[ines], hours_ago=2)
    make.article("Sport", within=make.section("Sport"), topics=["Housing"], hours_ago=1)
    make.advertisement("Buy", topics=["Housing"], by=[ines])
    make.PersonFactory(name="Empty", slug="empty")


def get(client, path: str, form: str):
    response = client.get(f"/feeds/{path}.{form}")
    assert response.status_code == 200, (path, form)
    assert response.headers["Content-Type"] == f"{TYPES[form]}; charset=utf-8"
    return read(response.content, form)


@pytest.mark.parametrize("path", SCOPES)
def test_every_format_says_the_same(client, path):
    rss, atom, feed = (get(client, path, form) for form in TYPES)
    assert atom.entries == feed.entries
    assert rss.entries == [replace(entry, updated=None) for entry in atom.entries]
    assert rss.title == atom.title == feed.title
    assert rss.home == atom.home == feed.home
    assert [urlsplit(one.own).path for one in (rss, atom, feed)] == [f"/feeds/{path}.{form}" for form in TYPES]


def test_topic_within_a_section_has_only_what_is_in_both(client):
    assert len(get(client, "topics/housing", "atom").entries) == 3
    titles = [entry.title for entry in get(client, "sections/city/topics/housing", "atom").entries]
    assert titles[0] == "Film here"
    assert "Sport" not in titles
    assert len(titles) == 2


@pytest.mark.parametrize("path", ["sections/city/topics/none", "sections/none/topics/housing", "sections/city/topics"])
@pytest.mark.parametrize("form", TYPES)
def test_feed_of_nothing_is_404(client, path, form):
    assert client.get(f"/feeds/{path}.{form}").status_code == 404


@pytest.mark.parametrize("path", SCOPES)
def test_atom_is_as_its_standard_wants_it(client, path):
    text = client.get(f"/feeds/{path}.atom").content
    assert not feedparser.parse(text).bozo
    feed = ElementTree.fromstring(text)
    for element in (feed, *feed.findall("a:entry", NAMES)):
        assert element.findtext("a:id", namespaces=NAMES).startswith("urn:uuid:")
        assert element.findtext("a:title", namespaces=NAMES)
        assert datetime.fromisoformat(element.findtext("a:updated", namespaces=NAMES)) <= datetime.now(UTC)
    assert feed.findtext("a:author/a:name", namespaces=NAMES)
    ids = [entry.findtext("a:id", namespaces=NAMES) for entry in feed.findall("a:entry", NAMES)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", SCOPES)
def test_json_feed_is_as_its_standard_wants_it(client, path):
    text = client.get(f"/feeds/{path}.json").content
    feed = json.loads(text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"http://testserver/feeds/{path}.json"
    assert len(text) < 100_000
    for item in feed["items"]:
        assert item["id"]
        assert item.get("content_html") or item.get("content_text")
        for url in (item["url"], item.get("image", "http://x"), *(a["url"] for a in item.get("attachments", []))):
            assert urlsplit(url).netloc
        assert {"name", "url"} >= {key for author in item.get("authors", []) for key in author}


@pytest.mark.parametrize("path", [*SCOPES, "latest/archive/2025-03"])
def test_schema_of_json_feed_takes_every_feed(client, path):
    schema = json.loads(packaged("jsonfeed-schema/schema-v1.1.json").read_text())
    make.article("Old", published_at=datetime(2025, 3, 31, tzinfo=UTC))
    Draft7Validator(schema, format_checker=FormatChecker()).validate(client.get(f"/feeds/{path}.json").json())


def test_feed_says_whose_it_is_and_shows_their_sign(client):
    Masthead.objects.update_or_create(
        site=make.home().get_site(), defaults={"publisher": "Courier & Sons", "contact_email": "desk@courier.example"}
    )
    channel = ElementTree.fromstring(client.get("/feeds/topics/housing.rss").content).find("channel")
    feed = client.get("/feeds/latest.json").json()
    assert channel.findtext("managingEditor") == "desk@courier.example (Courier & Sons)"
    image = {child.tag: child.text for child in channel.find("image")}
    assert image == {
        "url": feed["favicon"],
        "title": "Newsroom: Housing",
        "link": channel.findtext("link"),
        "width": "144",
        "height": "144",
    }
    atom = ElementTree.fromstring(client.get("/feeds/latest.atom").content)
    assert atom.findtext("a:icon", namespaces=NAMES) == feed["favicon"]
    assert atom.findtext("a:author/a:uri", namespaces=NAMES) == "http://testserver/"
    publisher = {"name": "Courier & Sons", "url": "http://testserver/", "avatar": feed["icon"]}
    assert feed["authors"] == [publisher]
    for url, edge in ((feed["icon"], 512), (feed["favicon"], 144)):
        with Image.open(finders.find(url.partition("/static/")[2])) as icon:
            assert (icon.format, icon.size) == ("PNG", (edge, edge))


def test_whole_text_begins_with_the_picture_and_its_credit(client):
    entry = next(entry for entry in get(client, "latest", "atom").entries if entry.credit)
    picture = BeautifulSoup(entry.html, "html.parser").find()
    assert picture.name == "figure"
    assert picture.img["src"] == entry.picture
    assert "Maja <Ferrow>" in picture.figcaption.text


def test_recording_leads_to_its_page(client):
    entry = next(entry for entry in get(client, "latest", "json").entries if entry.title == "Film here")
    assert BeautifulSoup(entry.html, "html.parser").find("a", string="Watch the film")["href"] == entry.url


def test_id_of_a_feed_and_its_stories_survive_another_name(client):
    def ids(path: str) -> list[str]:
        feed = ElementTree.fromstring(client.get(f"/feeds/{path}.atom").content)
        return [element.text for element in feed.iter(f"{{{NAMES['a']}}}id")]

    before = ids("topics/housing")
    topic = Topic.objects.get(slug="housing")
    topic.name, topic.slug = "Homes", "homes"
    topic.save()
    moved = client.get("/feeds/topics/housing.atom")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/feeds/topics/homes.atom")
    assert ids("topics/homes") == before


def test_feed_has_the_name_that_the_paper_has_now(client):
    paper = Masthead.objects.first() or Masthead.for_site(make.home().get_site())
    known = client.get("/feeds/latest.json").headers["ETag"]
    paper.name = "The Evening Gull"
    paper.save()
    response = client.get("/feeds/latest.json", headers={"if-none-match": known})
    assert response.json()["title"] == "The Evening Gull"


def test_credit_that_was_mended_is_mended_in_feeds(client):
    known = client.get("/feeds/latest.json").headers["ETag"]
    image = ArticlePage.objects.get(slug="nasty").lead_image
    image.credit = "Somebody else"
    image.save()
    response = client.get("/feeds/latest.json", headers={"if-none-match": known})
    assert b"Somebody else" in response.content


@pytest.mark.parametrize(("form", "type_"), [("rss", "text/xml"), ("atom", "text/xml"), ("json", "application/json")])
def test_browser_gets_a_feed_as_what_it_can_show(client, form, type_):
    response = client.get(f"/feeds/latest.{form}", headers={"sec-fetch-dest": "document"})
    assert response.headers["Content-Type"] == f"{type_}; charset=utf-8"
    assert "Sec-Fetch-Dest" in response.headers["Vary"]
    if type_ == "text/xml":
        assert b'<?xml-stylesheet href="/static/css/feed.css" type="text/css"?>' in response.content[:200]


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip", "gzip"), ("gzip, deflate, br", "br"), ("br;q=0, gzip;q=0.5", "gzip"), ("identity", None), ("", None)],
)
def test_feed_is_compressed_as_the_client_takes_it(client, accepted, encoding):
    plain = client.get("/feeds/latest.rss")
    response = client.get("/feeds/latest.rss", headers={"accept-encoding": accepted})
    assert response.headers.get("Content-Encoding") == encoding
    decode = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}[encoding]
    assert decode(response.content) == plain.content
    assert "Accept-Encoding" in response.headers["Vary"]
    assert response.headers["ETag"] == plain.headers["ETag"]


def test_whatever_else_is_asked_a_feed_is_kept_once(client):
    for number in range(5):
        client.get(f"/feeds/latest.rss?x={number}")
    assert len(caches["editions"]._cache) == 1


def test_address_of_very_many_parts_costs_little(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        assert client.get(f"/feeds/{'topics/housing/' * 200}topics/housing.rss").status_code == 404


@pytest.mark.parametrize("form", TYPES)
def test_feed_of_a_deleted_topic_is_gone_for_good(client, form):
    Topic.objects.get(slug="sea-shore").delete()
    assert client.get(f"/feeds/topics/sea-shore.{form}").status_code == 410
    assert client.get(f"/feeds/sections/city/topics/sea-shore.{form}").status_code == 410
    assert client.get(f"/feeds/topics/never.{form}").status_code == 404


def test_rights_of_all_that_has_no_head_are_told(client):
    assert client.get("/.well-known/tdmrep.json").json() == [{"location": "/*", "tdm-reservation": 1}]


# What has left


@pytest.mark.parametrize("reason", [Ending.MISTAKE, Ending.EXPIRED])
def test_story_that_ended_leaves_a_tombstone_without_a_word_of_it(client, reason):
    story = ArticlePage.objects.get(slug="nasty")
    endings.end(story, reason)
    for form in TYPES:
        for path in ("latest", "topics/housing", "people/ines-falk", "sections/city/topics/housing"):
            response = client.get(f"/feeds/{path}.{form}")
            feed = read(response.content, form)
            assert feed.deleted == {story.feed_id: reason}
            assert story.feed_id not in [entry.id for entry in feed.entries]
            assert b"alert(1)" not in response.content
        assert get(client, "kinds/videos", form).deleted == {}


def test_story_that_returns_has_no_tombstone(client):
    story = ArticlePage.objects.get(slug="nasty")
    story.unpublish()
    assert get(client, "latest", "atom").deleted == {story.feed_id: ""}
    story = ArticlePage.objects.get(slug="nasty")
    story.save_revision().publish()
    feed = get(client, "latest", "atom")
    assert feed.deleted == {}
    assert story.feed_id in [entry.id for entry in feed.entries]


def test_date_of_a_feed_does_not_go_back_when_its_newest_story_leaves(client):
    def updated() -> datetime:
        feed = ElementTree.fromstring(client.get("/feeds/kinds/podcasts.atom").content)
        return datetime.fromisoformat(feed.findtext("a:updated", namespaces=NAMES))

    before = updated()
    PodcastEpisodePage.objects.get().unpublish()
    assert updated() > before


def test_tombstone_of_a_deleted_story_says_so(client):
    story = ArticlePage.objects.get(slug="nasty")
    story.delete()
    assert get(client, "latest", "json").deleted == {story.feed_id: Ending.DELETED}


def test_feed_of_a_renamed_topic_without_stories_may_come_back(client):
    topic = Topic.objects.get(slug="sea-shore")
    topic.slug = "coast"
    topic.save()
    ArticlePage.objects.get(slug="nasty").unpublish()
    assert client.get("/feeds/topics/sea-shore.rss").status_code == 404
    assert client.get("/feeds/topics/coast.rss").status_code == 404
