"""schema.org data says of every kind of page what search engines require and recommend, and nothing untrue."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import Site

from articles import renditions
from articles.models import Correction, Masthead, Show, StandardPage
from articles.structured_data import as_json

from . import factories as make

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
NASTY = "</script><script>alert(1)</script>\u2028 & \u0001 🚢 \u202eمرحبا"
CHAPTERS = [("chapter", {"start": "0:00", "title": "Why"}), ("chapter", {"start": "0:30", "title": "How"})]

ARTICLE = {"headline", "image", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage", "url"}
ARTICLE |= {"articleSection", "keywords", "wordCount", "isAccessibleForFree", "inLanguage", "description"}
FILM = {"name", "thumbnailUrl", "uploadDate", "description", "duration", "hasPart", "transcript", "expires"}
TABLE = {
    "/city/news/": ("NewsArticle", ARTICLE | {"correction"}),
    "/city/opinion/": ("OpinionNewsArticle", ARTICLE),
    "/city/analysis/": ("AnalysisNewsArticle", ARTICLE),
    "/city/explainer/": ("BackgroundNewsArticle", ARTICLE),
    "/city/review/": ("ReviewNewsArticle", ARTICLE),
    "/city/feature/": ("ReportageNewsArticle", ARTICLE),
    "/city/film/": ("VideoObject", FILM | {"contentUrl"}),
    "/city/elsewhere/": ("VideoObject", FILM | {"embedUrl"}),
    "/city/episode/": (
        "PodcastEpisode",
        {"url", "name", "datePublished", "timeRequired", "associatedMedia", "partOfSeries", "description", "image"}
        | {"episodeNumber", "partOfSeason", "hasPart"},
    ),
    "/city/sail/": ("AdvertiserContentArticle", (ARTICLE - {"keywords"}) | {"sponsor"}),
    "/": (
        "NewsMediaOrganization",
        {"name", "url", "legalName", "logo", "description", "sameAs", "email", "correctionsPolicy", "ethicsPolicy"},
    ),
    "/city/": ("CollectionPage", {"name", "description", "url", "mainEntity"}),
    "/topics/housing/": ("CollectionPage", {"name", "url", "mainEntity"}),
    "/people/ines-falk/": ("ProfilePage", {"mainEntity", "url"}),
    "/podcasts/low-water/": ("PodcastSeries", {"name", "url", "webFeed", "description", "image", "author"}),
}
"""What each page's data is, and the properties that are required or recommended of it."""
WITHIN = {
    "AudioObject": {"contentUrl", "encodingFormat", "contentSize", "transcript"},
    "BreadcrumbList": {"itemListElement"},
    "Clip": {"name", "startOffset", "endOffset", "url"},
    "CollectionPage": {"name", "url", "mainEntity"},
    "CorrectionComment": {"text", "datePublished", "correctedWork"},
    "EntryPoint": {"urlTemplate"},
    "ImageObject": {"contentUrl", "width", "height", "caption", "creditText", "copyrightNotice", "acquireLicensePage"},
    "ItemList": {"numberOfItems", "itemListElement"},
    "ListItem": {"position"},
    "NewsMediaOrganization": {"name", "url"},
    "Organization": {"name", "url"},
    "Person": {"name", "url"},
    "PodcastSeason": {"seasonNumber"},
    "PodcastSeries": {"name", "url", "webFeed"},
    "SearchAction": {"target", "query-input"},
    "WebSite": {"name", "url", "publisher"},
}
"""The same of all that stands within it, and beside it."""
DATES = {"datePublished", "dateModified", "uploadDate", "expires"}
ADDRESSES = {"url", "item", "contentUrl", "embedUrl", "webFeed", "mainEntityOfPage", "acquireLicensePage", "sameAs"}


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    picture = make.ImageFactory(credit="Maja Ferrow", licence="CC BY 4.0", credit_url="https://maja.example/")
    renditions.usable(picture, (*renditions.SHARE, *renditions.SHAPES))
    ines = make.PersonFactory(
        name="Ines Falk",
        slug="ines-falk",
        job_title="Reporter",
        biography="Writes on water.",
        portrait=picture,
        profile_url="https://social.example/ines",
    )
    now = timezone.now()
    whole = {"topics": ["Housing"], "by": [ines], "lead_image": picture, "updated_at": now}
    make.section("City", introduction="The city.")
    text = [("paragraph", "<p>One two <b>three</b>.</p>"), ("key_points", {"points": ["four", "five"]})]
    correction = Correction(text="It was Tuesday.", made_at=now)
    make.article("News", body=text, corrections=[correction], **whole)
    for genre in ("opinion", "analysis", "explainer", "review", "feature"):
        make.article(genre.title(), genre=genre, body=text, **whole)
    over = {"expire_at": now + timedelta(days=9)}
    film = make.media("video", "film.mp4")
    make.video("Film", film=film, provider_url="", chapters=CHAPTERS, **over, **whole)
    make.video("Elsewhere", chapters=CHAPTERS, **over, **whole)
    show = make.ShowFactory(title="Low Water", slug="low-water", artwork=picture)
    show.hosts.add(ines)
    make.episode("Episode", podcast=show, season=2, episode=7, chapters=CHAPTERS, captions=make.VTT, **whole)
    make.advertisement("Sail", body=text, lead_image=picture, sponsor=make.SponsorFactory(name="Sundline"))
    make.article("Bare")
    make.video("Bare film", provider_url="", captions="", duration=None)
    make.article(NASTY[:40], slug="nasty", kicker=NASTY[-20:], standfirst=NASTY * 3, body=[("paragraph", "<p>x</p>")])
    pages = [
        StandardPage(title=title, slug=title.lower(), live=title != "Draft") for title in ("Fixes", "Ethics", "Draft")
    ]
    for page in pages:
        make.home().add_child(instance=page)
    Masthead.objects.update_or_create(
        site=Site.objects.get(),
        defaults={
            "publisher": "Courier Society",
            "tagline": "News of the city",
            "logo": picture,
            "contact_email": "desk@example.org",
            "social_profiles": "https://social.example/courier",
            **dict(zip(("corrections_policy", "ethics_policy", "ownership_funding"), pages, strict=True)),
        },
    )


def things(client, path: str) -> list[dict[str, Any]]:
    page = BeautifulSoup(client.get(path).content, "html.parser")
    found = [json.loads(script.string) for script in page.find_all("script", type="application/ld+json")]
    assert {thing["@context"] for thing in found} == {"https://schema.org"}
    return found


def story(client, path: str) -> dict[str, Any]:
    return things(client, path)[0]


@pytest.mark.parametrize("path", TABLE)
def test_page_says_all_that_is_required_and_recommended(client, path):
    type_, properties = TABLE[path]
    found = story(client, path)
    assert found["@type"] == type_
    assert properties - found.keys() == set()
    assert list(empty(found)) == []


@pytest.mark.parametrize("path", TABLE)
def test_all_that_stands_within_it_is_as_complete(client, path):
    first, *others = things(client, path)
    for thing in (*inner(first), *(part for other in others for part in (other, *inner(other)))):
        if "@type" in thing:
            assert WITHIN[thing["@type"]] - thing.keys() == set(), thing


@pytest.mark.parametrize("path", TABLE)
def test_dates_have_a_zone_and_addresses_are_whole(client, path):
    for whole in things(client, path):
        for thing in (whole, *inner(whole)):
            for name in DATES & thing.keys():
                assert datetime.fromisoformat(thing[name]).tzinfo, name
            for name in ADDRESSES & thing.keys():
                values = thing[name] if isinstance(thing[name], list) else [thing[name]]
                assert all(isinstance(value, dict) or urlsplit(value).netloc for value in values), name


def inner(value: Any) -> Iterator[dict[str, Any]]:
    """The things within a thing, however deep."""
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(part, dict):
            yield part
        yield from inner(part)


def empty(value: Any, at: str = "") -> Any:
    """Where a value is empty."""
    if value in (None, "", [], {}):
        yield at
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from empty(part, f"{at}/{key}")


@pytest.mark.parametrize("path", ["/city/bare/", "/city/bare-film/", "/city/nasty/"])
def test_story_without_anything_says_nothing_empty(client, path):
    for thing in things(client, path):
        assert list(empty(thing)) == []
    assert story(client, path)["author"][0]["@type"] == "NewsMediaOrganization"
    (drawn,) = story(client, path)["image"]
    assert client.get(drawn.removeprefix(HOST)).headers["Content-Type"] == "image/png"


def test_picture_has_its_credit_and_every_shape(client):
    pictures = story(client, "/city/news/")["image"]
    assert [picture["width"] / picture["height"] for picture in pictures] == [
        pytest.approx(1200 / 630, 0.01),
        pytest.approx(16 / 9, 0.01),
        pytest.approx(4 / 3, 0.01),
        pytest.approx(1, 0.01),
    ]
    assert {picture["creditText"] for picture in pictures} == {"Maja Ferrow"}
    assert {client.get(picture["contentUrl"].removeprefix(HOST)).status_code for picture in pictures} == {200}


def test_shapes_are_never_made_while_a_reader_waits(client):
    make.article("Fresh", lead_image=make.ImageFactory())
    assert len(story(client, "/city/fresh/")["image"]) == 1


def test_words_are_counted(client):
    assert story(client, "/city/news/")["wordCount"] == 5


def test_correction_says_what_it_corrects(client):
    news = story(client, "/city/news/")
    (correction,) = news["correction"]
    assert correction["@type"] == "CorrectionComment"
    assert correction["text"] == "It was Tuesday."
    assert correction["correctedWork"] == {"@id": news["@id"]}
    assert correction["datePublished"]


@pytest.mark.parametrize("path", ["/city/film/", "/city/elsewhere/", "/city/episode/"])
def test_chapters_are_clips_that_end_where_the_next_begins(client, path):
    recording = story(client, path)
    first, last = recording["hasPart"]
    assert (first["name"], first["startOffset"], first["endOffset"], last["startOffset"]) == ("Why", 0, 30, 30)
    assert last["endOffset"] == (754 if "episode" in path else 95)
    assert last["url"] == f"{HOST}{path}?t=30#t=30"


def test_episode_belongs_to_its_show(client):
    episode = story(client, "/city/episode/")
    assert episode["partOfSeries"]["name"] == "Low Water"
    assert episode["partOfSeries"]["url"] == f"{HOST}{Show.objects.get().get_absolute_url()}"
    assert episode["partOfSeries"]["webFeed"] == f"{HOST}/podcasts/low-water/feed.xml"
    assert episode["associatedMedia"]["contentUrl"] == "https://audio.example/one.mp3"
    assert episode["timeRequired"] == "PT12M34S"


def test_advertisement_is_by_its_sponsor_and_no_news(client):
    paid = story(client, "/city/sail/")
    assert paid["@type"] == "AdvertiserContentArticle"
    assert paid["sponsor"]["name"] == paid["author"][0]["name"] == "Sundline"


def test_way_to_a_page_is_told_from_the_front_page_down(client):
    for path, names in {
        "/city/news/": ["Newsroom", "City", "News"],
        "/city/": ["Newsroom", "City"],
        "/topics/housing/": ["Newsroom", "Housing"],
    }.items():
        (trail,) = (thing for thing in things(client, path) if thing["@type"] == "BreadcrumbList")
        steps = trail["itemListElement"]
        assert [step["name"] for step in steps] == names
        assert [step["position"] for step in steps] == [*range(1, len(names) + 1)]
        assert [client.get(step["item"].removeprefix(HOST)).status_code for step in steps] == [200] * len(names)


def test_paper_names_its_public_policies_only(client):
    paper, site = things(client, "/")
    assert paper["correctionsPolicy"] == f"{HOST}/fixes/"
    assert paper["ethicsPolicy"] == f"{HOST}/ethics/"
    assert "ownershipFundingInfo" not in paper
    assert site["@type"] == "WebSite"
    assert site["publisher"]["@id"] == paper["@id"] == story(client, "/city/news/")["publisher"]["@id"]


def test_list_tells_what_it_shows_in_its_order(client):
    page = BeautifulSoup(client.get("/topics/housing/").content, "html.parser")
    shown = [HOST + link["href"] for link in page.select("article.card .card-headline a")]
    items = story(client, "/topics/housing/")["mainEntity"]["itemListElement"]
    assert [item["url"] for item in items] == shown
    assert len(shown) > 3


def test_person_is_told_as_on_the_page(client):
    person = story(client, "/people/ines-falk/")["mainEntity"]
    assert (person["name"], person["jobTitle"]) == ("Ines Falk", "Reporter")
    assert person["description"] == "Writes on water."
    assert person["sameAs"] == ["https://social.example/ines"]
    assert client.get(person["image"].removeprefix(HOST)).status_code == 200


def test_no_text_breaks_out_of_its_script(client):
    page = BeautifulSoup(client.get("/city/nasty/").content, "html.parser")
    assert not [
        script for script in page.find_all("script") if "alert(1)" in script.get_text() and not script.get("type")
    ]
    assert story(client, "/city/nasty/")["headline"] == page.h1.get_text()


def test_json_is_ascii_where_html_reads_and_whole_where_json_does():
    text = as_json({"name": NASTY * 250})
    assert not {"<", ">", "&", "\u2028", "\u0001"} & set(text)
    assert json.loads(text)["name"] == NASTY * 250
