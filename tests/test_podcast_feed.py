"""What podcast apps get of a show: its feed, its artwork, its sound, and the words and chapters of its episodes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from urllib.parse import urlencode, urlsplit
from uuid import UUID
from xml.etree.ElementTree import Element

import feedparser
import pytest
from defusedxml import ElementTree
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image
from wagtail.models import PageViewRestriction

from articles.feeds import archives
from articles.feeds import series as feed_of_a_show
from articles.models import Byline, Edition, Masthead, NewsImage, Person, PodcastEpisodePage, Show
from articles.models.show import guid_of
from articles.podcast_categories import CATEGORIES, choices

from . import factories as make

pytestmark = pytest.mark.django_db
FEED = "/podcasts/low-water/feed.xml"
NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
SOUND = bytes(range(256)) * 8
VTT = """WEBVTT

00:00:00.000 --> 00:00:12.000
<v Elias Thorne>How did you find the bolt?

00:01:05.500 --> 00:01:09.000
<v Ines Falk>It lay in the wrong box, zweihundert.
"""
CHAPTERS = [("chapter", {"start": "1:05", "title": "The bolt"}), ("chapter", {"start": "0:00", "title": "The door"})]


def artwork(edge: int = 1400) -> NewsImage:
    return make.ImageFactory(file=make.picture_file(size=(edge, edge)), description="A bolt")


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    section = make.section("City")
    Masthead.objects.update_or_create(
        site=section.get_site(),
        defaults={"name": "The Courier", "publisher": "Courier Press", "contact_email": "desk@courier.example"},
    )
    elias = make.PersonFactory(name="Elias Thorne", slug="elias", portrait=make.ImageFactory())
    ines = make.PersonFactory(name="Ines Falk", slug="ines")
    show = make.ShowFactory(
        title="Low Water",
        slug="low-water",
        description="The story behind one story & more.",
        artwork=artwork(),
        category="Society & Culture > Documentary",
        funding_url="https://courier.example/support",
        funding_text="Support us",
    )
    show.hosts.set([elias])
    make.episode(
        "The bolt",
        podcast=show,
        season=2,
        episode=7,
        audio=make.media(content=SOUND),
        audio_url="",
        by=[ines],
        topics=["Housing"],
        captions=VTT,
        chapters=CHAPTERS,
        lead_image=make.ImageFactory(file=make.picture_file(size=(2000, 1500))),
        body=[("paragraph", '<p>Notes with <a href="/city/">a link</a>.</p>')],
        hours_ago=2,
    )
    make.episode("Trailer", podcast=show, episode_type="trailer", explicit=True, hours_ago=3)
    make.episode("Of another show", hours_ago=1)


def channel(client, path: str = FEED) -> Element:
    response = client.get(path)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content).find("channel")


def items(client) -> dict[str, Element]:
    return {item.findtext("title"): item for item in channel(client).findall("item")}


def texts(element: Element, *names: str) -> dict[str, str | None]:
    return {name: element.findtext(name, namespaces=NAMES) for name in names}


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
    for cue in story.transcript:
        assert f'data-seek="{cue.start}"' in page
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


# Freshness


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


def test_feed_of_a_show_that_is_gone_is_404_even_to_who_has_it_all(client):
    show = make.ShowFactory(slug="gone")
    known = client.get(show.feed_url).headers.get("ETag", '"none"')
    show.delete()
    assert client.get("/podcasts/gone/feed.xml", headers={"if-none-match": known}).status_code == 404
    assert client.get("/feeds/podcasts/low-water.rss").status_code == 404


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


def test_pages_lead_to_the_feed(client):
    link = f'<link rel="alternate" type="application/rss+xml" title="Low Water" href="{FEED}">'
    page = client.get("/podcasts/low-water/").text
    assert link in page
    assert f">http://testserver{FEED}</a>" in page
    assert f'data-copy="{FEED}"' in page
    assert link in client.get(PodcastEpisodePage.objects.get(title="The bolt").get_url()).text
    assert f'href="{FEED}"' in client.get("/feeds/").text


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


def test_categories_are_nineteen_and_each_is_offered_once():
    offered = [value for _group, values in choices() for value, _name in values]
    assert len(CATEGORIES) == 19
    assert len(offered) == len(set(offered)) == 19 + sum(map(len, CATEGORIES.values()))
    assert {"News > Politics", "Society & Culture > Documentary", "True Crime"} < set(offered)
