"""What podcast apps get of a show: its feed, its artwork, its sound, and the words and chapters of its episodes."""

from __future__ import annotations

import json
from datetime import timedelta
from importlib import import_module
from io import BytesIO
from urllib.parse import urlsplit
from uuid import UUID

import feedparser
import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from django.apps import apps
from django.utils import timezone
from PIL import Image
from wagtail.models import PageViewRestriction

from articles.models import Byline, PodcastEpisodePage, Show
from articles.models.show import guid_of
from articles.podcast_categories import CATEGORIES, choices

from . import factories as make
from . import podcasts
from .podcasts import CHAPTERS, FEED, NAMES, SOUND, VTT, channel, items, texts

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    podcasts.paper()


def test_feed_is_rss_that_any_reader_reads(client):
    response = client.get(FEED)
    assert response.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    parsed = feedparser.parse(response.content)
    assert not parsed.bozo
    assert [entry.title for entry in parsed.entries] == ["The bolt", "Trailer"]
    (own,) = channel(client).findall("atom:link[@rel='self']", NAMES)
    assert own.get("href") == f"http://testserver{FEED}"
    assert own.get("type") == "application/rss+xml"


def test_show_says_what_apple_and_podcasting_2_want(client):
    feed = channel(client)
    told = {
        "title": "Low Water",
        "link": "http://testserver/podcasts/low-water/",
        "description": "The story behind one story & more.",
        "language": "en",
        "copyright": "© Courier Press",
        "itunes:author": "Courier Press",
        "itunes:explicit": "false",
        "itunes:type": "episodic",
        "itunes:owner/itunes:name": "Courier Press",
        "itunes:owner/itunes:email": "desk@courier.example",
        "itunes:complete": None,
        "itunes:block": None,
        "itunes:new-feed-url": None,
        "podcast:guid": str(guid_of(f"http://testserver{FEED}")),
        "podcast:medium": "podcast",
        "podcast:locked": "yes",
        "podcast:block": None,
        "podcast:funding": "Support us",
        "podcast:person": "Elias Thorne",
    }
    assert texts(feed, *told) == told
    (outer,) = feed.findall("itunes:category", NAMES)
    (inner,) = outer.findall("itunes:category", NAMES)
    assert (outer.get("text"), inner.get("text")) == ("Society & Culture", "Documentary")
    assert inner.get("text") in CATEGORIES[outer.get("text")]
    (host,) = feed.findall("podcast:person", NAMES)
    assert (host.get("group"), host.get("role")) == ("Cast", "Host")
    assert host.get("href") == "http://testserver/people/elias/"
    assert opened(client, host.get("img")).size == (320, 320)


def test_rare_wishes_of_a_show_are_told(client):
    Show.objects.filter(slug="low-water").update(
        type="serial",
        explicit=True,
        complete=True,
        block=True,
        locked=False,
        language="nb",
        author="The desk",
        owner_name="Elias",
        owner_email="elias@courier.example",
        copyright="CC BY 4.0",
        new_feed_url="https://elsewhere.example/feed",
    )
    told = {
        "language": "nb",
        "copyright": "CC BY 4.0",
        "itunes:author": "The desk",
        "itunes:explicit": "true",
        "itunes:type": "serial",
        "itunes:owner/itunes:name": "Elias",
        "itunes:owner/itunes:email": "elias@courier.example",
        "itunes:complete": "Yes",
        "itunes:block": "Yes",
        "itunes:new-feed-url": "https://elsewhere.example/feed",
        "podcast:locked": "no",
        "podcast:block": "yes",
        "item/itunes:explicit": "true",
    }
    assert texts(channel(client), *told) == told


def test_episode_says_what_apple_and_podcasting_2_want(client):
    story = PodcastEpisodePage.objects.get(title="The bolt")
    item = items(client)["The bolt"]
    told = {
        "title": "The bolt",
        "description": "What The bolt is about.",
        "link": "http://testserver/city/the-bolt/",
        "guid": story.uid.urn,
        "itunes:title": "The bolt",
        "itunes:duration": "754",
        "itunes:explicit": "false",
        "itunes:episodeType": "full",
        "itunes:season": "2",
        "itunes:episode": "7",
        "podcast:season": "2",
        "podcast:episode": "7",
    }
    assert texts(item, *told) == told
    assert item.find("guid").get("isPermaLink") == "false"
    assert item.findtext("pubDate")
    notes = item.findtext("content:encoded", namespaces=NAMES)
    assert '<a href="http://testserver/city/">a link</a>' in notes
    people = [(person.text, person.get("role")) for person in item.findall("podcast:person", NAMES)]
    assert people == [("Ines Falk", "Reporter"), ("Elias Thorne", "Host")]
    transcript = item.find("podcast:transcript", NAMES)
    assert (transcript.get("type"), transcript.get("language")) == ("text/vtt", "en")
    assert item.find("podcast:chapters", NAMES).get("type") == "application/json+chapters"


def test_trailer_is_one_and_may_be_for_adults_though_the_show_is_not(client):
    told = {
        "itunes:episodeType": "trailer",
        "itunes:explicit": "true",
        "itunes:season": None,
        "itunes:episode": None,
        "itunes:image": None,
        "podcast:transcript": None,
        "podcast:chapters": None,
        "podcast:person": None,
    }
    assert texts(items(client)["Trailer"], *told) == told


def test_who_hosts_one_episode_stands_for_the_hosts_of_the_show(client):
    guest = make.PersonFactory(name="Guest")
    story = make.episode("Guest hosts", podcast=Show.objects.get(slug="low-water"), by=[guest])
    Byline.objects.filter(story=story.pk).update(role=Byline.Role.HOST)
    people = [person.text for person in items(client)["Guest hosts"].findall("podcast:person", NAMES)]
    assert people == ["Guest"]


def opened(client, url: str) -> Image.Image:
    response = client.get(urlsplit(url).path)
    assert response.status_code == 200
    return Image.open(BytesIO(b"".join(response.streaming_content)))


@pytest.mark.parametrize(("path", "edge"), [("itunes:image", 1400), ("item/itunes:image", 1500)])
def test_artwork_is_a_square_jpeg_in_rgb_of_the_size_that_apple_wants(client, path, edge):
    url = channel(client).find(path, NAMES).get("href")
    assert url.endswith(".jpg")
    assert client.head(urlsplit(url).path).status_code == 200
    picture = opened(client, url)
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (edge, edge))


def test_artwork_larger_than_apple_takes_is_made_smaller(client):
    image = make.ImageFactory(file=make.picture_file(size=(3200, 3100)))
    Show.objects.filter(slug="low-water").update(artwork=image)
    picture = channel(client).find("podcast:image", NAMES)
    assert int(picture.get("width")) == 3000
    assert opened(client, picture.get("href")).size == (3000, 3000)


def test_sound_has_its_true_length_and_comes_in_parts(client):
    (enclosure,) = items(client)["The bolt"].findall("enclosure")
    assert enclosure.attrib.keys() == {"url", "length", "type"}
    assert (enclosure.get("length"), enclosure.get("type")) == (str(len(SOUND)), "audio/mpeg")
    path = urlsplit(enclosure.get("url")).path
    head = client.head(path, headers={"range": "bytes=0-1"})
    assert (head.status_code, head.headers["Content-Length"]) == (200, str(len(SOUND)))
    assert head.headers["Accept-Ranges"] == "bytes"
    part = client.get(path, headers={"range": "bytes=100-199"})
    assert part.status_code == 206
    assert b"".join(part.streaming_content) == SOUND[100:200]
    continued = client.get(path, headers={"range": "bytes=-9", "if-range": head.headers["Last-Modified"]})
    assert (continued.status_code, b"".join(continued.streaming_content)) == (206, SOUND[-9:])


def lost(show: Show) -> None:
    sound = make.media()
    make.episode("Unheard", podcast=show, audio=sound, audio_url="")
    sound.file.storage.delete(sound.file.name)


def empty(show: Show) -> None:
    make.episode("Unheard", podcast=show, audio=make.media(content=b""), audio_url="")


def of_unknown_length(show: Show) -> None:
    story = make.episode("Unheard", podcast=show)
    PodcastEpisodePage.objects.filter(pk=story.pk).update(audio_bytes=None)


def silent(show: Show) -> None:
    make.episode("Unheard", podcast=show, audio_url="")


def no_sound(show: Show) -> None:
    make.episode("Unheard", podcast=show, audio=make.media(name="sound.txt"), audio_url="")


@pytest.mark.parametrize("publish", [lost, empty, of_unknown_length, silent, no_sound])
def test_episode_that_no_app_can_fetch_is_left_out(client, publish):
    publish(Show.objects.get(slug="low-water"))
    assert list(items(client)) == ["The bolt", "Trailer"]


def test_words_and_chapters_have_the_same_times_everywhere(client):
    story = PodcastEpisodePage.objects.get(title="The bolt")
    item, page = items(client)["The bolt"], client.get(story.get_url()).text
    transcript = client.get(urlsplit(item.find("podcast:transcript", NAMES).get("url")).path)
    assert transcript.headers["Content-Type"].startswith("text/vtt")
    assert transcript.text == VTT
    response = client.get(urlsplit(item.find("podcast:chapters", NAMES).get("url")).path)
    assert response.headers["Content-Type"] == "application/json+chapters"
    told = response.json()
    assert told["version"] == "1.2.0"
    assert told["chapters"] == [{"startTime": 0, "title": "The door"}, {"startTime": 65, "title": "The bolt"}]
    for answer in (transcript, response):
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    for chapter in told["chapters"]:
        assert f'data-seek="{chapter["startTime"]}"' in page
        assert chapter["title"] in page
    soup = BeautifulSoup(page, "html.parser")
    assert [link["data-seek"] for link in soup.select("nav.chapters a")] == ["0", "65"]
    clips = json.loads(soup.find("script", type="application/ld+json").string)["hasPart"]
    assert [(clip["startOffset"], clip["endOffset"]) for clip in clips] == [(0, 65), (65, story.duration)]
    assert [cue.moment for cue in story.transcript] == ["0", "65.5"]
    for cue in story.transcript:
        assert f'#t={cue.moment}" data-seek="{cue.moment}"' in page
        assert cue.text in page
    assert story.get_url() in client.get("/search/?q=zweihundert").text


def test_recording_without_chapters_has_no_address_of_them(client):
    story = PodcastEpisodePage.objects.get(title="Trailer")
    assert client.get(story.chapters_url).status_code == 404
    assert client.get(story.captions_url).status_code == 404


def draft(show: Show) -> PodcastEpisodePage:
    return make.episode("Secret", podcast=show, captions=VTT, chapters=CHAPTERS, live=False)


def scheduled(show: Show) -> PodcastEpisodePage:
    later = timezone.now() + timedelta(hours=1)
    return make.episode("Secret", podcast=show, captions=VTT, chapters=CHAPTERS, go_live_at=later)


def expired(show: Show) -> PodcastEpisodePage:
    over = timezone.now() - timedelta(minutes=1)
    return make.episode("Secret", podcast=show, captions=VTT, chapters=CHAPTERS, expire_at=over, hours_ago=4)


def private(show: Show) -> PodcastEpisodePage:
    closed = make.section("Closed")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    return make.episode("Secret", podcast=show, captions=VTT, chapters=CHAPTERS, within=closed)


@pytest.mark.parametrize("make_it", [draft, scheduled, expired, private])
def test_nothing_of_an_episode_that_is_not_public_leaves(client, make_it):
    story = make_it(Show.objects.get(slug="low-water"))
    assert "Secret" not in client.get(FEED).text
    assert client.get(story.captions_url).status_code == 404
    assert client.get(story.chapters_url).status_code == 404


NASTY = "a\x01\x0b\ufffe ]]> <script>alert(1)</script> & 🚢 مرحبا \u202e \u2028 é"


@pytest.mark.parametrize("text", [NASTY, "🚢" * 2000, "]]>" * 20, "&amp;&#0;&bogus;"])
def test_any_text_leaves_the_feed_well_formed(client, text):
    show = make.ShowFactory(
        title=text[:110],
        slug="nasty",
        description=text[:4000],
        author=text[:110],
        owner_name=text[:110],
        copyright=text[:190],
        funding_url="https://courier.example/?a=1&b=<",
        funding_text=text[:120],
        artwork=make.ImageFactory(file=make.picture_file(size=(1400, 1400)), description=text[:250]),
    )
    show.hosts.set([make.PersonFactory(name=text[:110])])
    chapters = [("chapter", {"start": "0:00", "title": text[:110]})]
    story = make.episode(text[:200], slug="nasty", podcast=show, standfirst=text[:250], chapters=chapters)
    response = client.get(show.feed_url)
    assert not feedparser.parse(response.content).bozo
    assert "<script" not in response.text.replace("&lt;script", "")
    description = ElementTree.fromstring(response.content).findtext("channel/description")
    assert 0 < len(description.encode()) <= 4000
    assert client.get(story.chapters_url).json()["chapters"][0]["title"] == text[:110]


def test_pages_lead_to_the_feed(client):
    link = f'<link rel="alternate" type="application/rss+xml" title="Low Water" href="{FEED}">'
    page = client.get("/podcasts/low-water/").text
    assert link in page
    assert f">http://testserver{FEED}</a>" in page
    assert f'data-copy="{FEED}"' in page
    assert link in client.get(PodcastEpisodePage.objects.get(title="The bolt").get_url()).text
    assert f'href="{FEED}"' in client.get("/feeds/").text


# The id, and the categories


@pytest.mark.parametrize(
    ("feed", "guid"),
    [
        ("https://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
        ("http://podnews.net/rss/", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
    ],
)
def test_id_is_made_as_the_standard_makes_it(feed, guid):
    assert guid_of(feed) == UUID(guid)


def test_show_that_was_there_before_feeds_were_gets_the_id_of_its_feed():
    Show.objects.filter(slug="low-water").update(guid=None)
    import_module("articles.migrations.0015_podcast_feeds").give_ids(apps, None)
    assert Show.objects.get(slug="low-water").guid == guid_of(f"http://testserver{FEED}")


def test_categories_are_nineteen_and_each_is_offered_once():
    offered = [value for _group, values in choices() for value, _name in values]
    assert len(CATEGORIES) == 19
    assert len(offered) == len(set(offered)) == 19 + sum(map(len, CATEGORIES.values()))
    assert {"News > Politics", "Society & Culture > Documentary", "True Crime"} < set(offered)
