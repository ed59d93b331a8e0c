"""The API: public stories as JSON Feed has them, by what is asked of them, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.db import models
from django.test import Client, RequestFactory
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from wagtail.models import PageViewRestriction

from articles import endings
from articles.api import parameters
from articles.api.stories import PerAddress
from articles.feeds.item import items_of
from articles.models import ArticlePage, Ending, Person, Story, Topic

from . import factories as make
from .test_rss import body_of_every_block

pytestmark = pytest.mark.django_db

STORIES = "/api/v2/stories/"


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    ines = make.PersonFactory(name="Ines Falk", slug="ines-falk")
    make.article("Oldest", topics=["Trams"], hours_ago=60)
    make.article(
        "Wall",
        topics=["Housing"],
        by=[ines],
        lead_image=make.ImageFactory(),
        body=body_of_every_block(),
        hours_ago=5,
    )
    make.video("Film", film=make.media("video", "film.mp4"), provider_url="", topics=["Housing", "Trams"], hours_ago=4)
    make.episode("Sound", audio=make.media(), audio_url="", by=[ines], hours_ago=2)
    make.article("Match", within=make.section("Sport"), topics=["Housing"], hours_ago=1)
    make.advertisement("Buy", topics=["Housing"], by=[ines])
    make.article("Draft", topics=["Secret"], live=False)


def ask(client: Client, query: str = "", status: int = 200) -> dict:
    response = client.get(f"{STORIES}{query}")
    assert response.status_code == status, response.text
    return response.json()


def titles(client: Client, query: str = "") -> list[str]:
    return [story["title"] for story in ask(client, query)["items"]]


def pages(client: Client, query: str) -> Iterator[dict]:
    """Every page of a list, by the addresses that the pages give."""
    address = f"{STORIES}{query}"
    while address:
        page = client.get(address).json()
        yield page
        address = page["meta"]["next"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Match", "Sound", "Film", "Wall", "Oldest"]),
        ("?topic=housing", ["Match", "Film", "Wall"]),
        ("?topic=housing&topic=trams", ["Match", "Film", "Wall", "Oldest"]),
        ("?section=sport", ["Match"]),
        ("?section=city&topic=housing", ["Film", "Wall"]),
        ("?person=ines-falk", ["Sound", "Wall"]),
        ("?kind=video&kind=podcast", ["Sound", "Film"]),
        ("?kind=article&person=ines-falk", ["Wall"]),
        ("?kind=sponsored", ["Advertisement: Buy"]),
        ("?kind=sponsored&section=sport", []),
        ("?limit=2", ["Match", "Sound"]),
    ],
)
def test_list_holds_what_is_asked_for_newest_first(client, query, expected):
    assert titles(client, query) == expected


def test_list_is_of_a_stretch_of_time(client):
    ago = {hours: quote((timezone.now() - timedelta(hours=hours)).isoformat()) for hours in (3, 6)}
    assert titles(client, f"?published_after={ago[6]}&published_before={ago[3]}") == ["Film", "Wall"]
    film = Story.objects.get(title="Film").published_at
    assert titles(client, f"?published_after={quote(film.isoformat())}&topic=trams") == ["Film"]
    assert titles(client, f"?published_before={quote(film.isoformat())}&topic=trams") == ["Oldest"]
    assert titles(client, f"?published_after={timezone.now() + timedelta(days=2):%Y-%m-%d}") == []


def test_synonym_of_a_topic_is_that_topic(client):
    make.TopicFactory(name="Homes", canonical=Topic.objects.get(slug="housing"))
    assert titles(client, "?topic=homes") == ["Match", "Film", "Wall"]


def test_what_has_another_address_now_is_known_by_those_it_had(client):
    for thing in (Topic.objects.get(slug="housing"), make.section("Sport"), Person.objects.get(slug="ines-falk")):
        thing.slug += "-now"
        thing.save()
    assert titles(client, "?topic=housing") == titles(client, "?topic=housing-now") == ["Match", "Film", "Wall"]
    assert titles(client, "?section=sport") == ["Match"]
    assert titles(client, "?person=ines-falk") == ["Sound", "Wall"]


@pytest.mark.parametrize("limit", [1, 2, 5])
@pytest.mark.parametrize("query", ["", "&topic=housing&topic=trams", "&section=city"])
def test_pages_hold_each_story_once(client, limit, query):
    seen = [story["title"] for page in pages(client, f"?limit={limit}{query}") for story in page["items"]]
    assert seen == titles(client, f"?limit=100{query}")


def test_last_page_leads_nowhere(client):
    assert ask(client, "?limit=5")["meta"] == {"next": None}
    assert ask(client, "?limit=4")["meta"]["next"].startswith(f"http://testserver{STORIES}?limit=4&before=")


def test_page_ends_where_the_stretch_of_time_does(client):
    day = quote((timezone.now() - timedelta(hours=6)).isoformat())
    assert [len(page["items"]) for page in pages(client, f"?limit=2&published_after={day}")] == [2, 2]


@pytest.mark.parametrize("kind", ["article", "video", "podcast"])
def test_story_is_as_json_feed_has_it(client, kind):
    in_feed = client.get(f"/feeds/kinds/{kind}s.json").json()["items"]
    assert ask(client, f"?kind={kind}")["items"] == in_feed
    uid = in_feed[0]["id"].removeprefix("urn:uuid:")
    assert ask(client, f"{uid}/") == in_feed[0]


def test_advertisement_says_so_first(client):
    (story,) = ask(client, "?kind=sponsored")["items"]
    assert story["title"] == "Advertisement: Buy"
    assert story["summary"].startswith("Advertisement: ")
    assert story["_newsroom"]["kind"] == "sponsored"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?colour=red", "colour"),
        ("?colour=red", "published_before"),
        ("?offset=20", "offset"),
        ("?topic=none", "none"),
        ("?topic=secret", "secret"),
        ("?topic=", "topic"),
        ("?topic=" + "&topic=".join("abcdefghijk"), "10"),
        ("?section=none", "none"),
        ("?section=city&section=sport", "section"),
        ("?person=none", "none"),
        ("?kind=opera", "podcast"),
        ("?kind=sponsored&kind=article", "other kinds"),
        ("?kind=sponsored&topic=housing", "no topic"),
        ("?published_after=yesterday", "yesterday"),
        ("?published_after=2026-02-30", "2026-02-30"),
        ("?published_after=0001-01-01", "0001"),
        ("?limit=0", "100"),
        ("?limit=101", "100"),
        ("?limit=%C2%B2", "100"),
        ("?before=2026", "meta.next"),
    ],
)
def test_what_nobody_can_mean_is_a_bad_request_that_says_why(client, query, said):
    assert said in ask(client, query, status=400)["message"]


def test_topic_of_drafts_is_as_unknown_as_one_that_is_not_there(client):
    topic = Topic.objects.get(slug="secret")
    topic.slug = "top-secret"
    topic.save()
    for slug in ("secret", "top-secret", "nobody"):
        assert ask(client, f"?topic={slug}", status=400) == {"message": f"There is no topic “{slug}”."}


def test_story_is_found_only_while_it_is_public(client):
    draft, wall = Story.objects.get(title="Draft"), ArticlePage.objects.get(title="Wall")
    assert ask(client, f"{draft.uid}/", status=404)["message"]
    assert ask(client, f"{wall.uid}/")["title"] == "Wall"
    endings.end(wall, Ending.RETRACTED, notice="It was wrong.")
    assert ask(client, f"{wall.uid}/", status=410)["message"]
    assert titles(client, "?topic=housing") == ["Match", "Film"]


def test_story_that_strangers_may_not_read_is_not_found(client):
    match = Story.objects.get(title="Match")
    PageViewRestriction.objects.create(page=match.section, restriction_type=PageViewRestriction.LOGIN)
    assert ask(client, f"{match.uid}/", status=404)["message"]


def test_who_has_the_newest_is_told_so_until_it_changes(client):
    wall = ArticlePage.objects.get(title="Wall")
    asked = {path: client.get(path).headers["ETag"] for path in (f"{STORIES}?topic=housing", f"{STORIES}{wall.uid}/")}
    for path, etag in asked.items():
        assert client.get(path, headers={"if-none-match": etag}).status_code == 304
        assert "no-cache" in client.get(path).headers["Cache-Control"]  # so that a cache in front asks, too
    wall.title = "Higher wall"
    wall.save_revision().publish()
    for path, etag in asked.items():
        assert "Higher wall" in client.get(path, headers={"if-none-match": etag}).text


def test_list_that_is_kept_is_not_answered_to_another_question(client):
    for query in ("?limit=1", "?limit=2", "?limit=1&topic=trams"):
        assert titles(client, query) == titles(client, query)
    assert titles(client, "?limit=1") != titles(client, "?limit=1&topic=trams")


@pytest.mark.parametrize("path", [STORIES, f"{STORIES}?colour=red", "/api/openapi.json"])
def test_any_page_may_read_it(client, path):
    assert client.get(path, headers={"origin": "https://partner.example"})["Access-Control-Allow-Origin"] == "*"


def test_browser_that_asks_first_is_told_what_it_may(client):
    response = client.options(STORIES, headers={"origin": "https://partner.example"})
    assert (response.status_code, response.content) == (204, b"")
    assert "If-None-Match" in response.headers["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_api_is_only_read(client, method):
    response = getattr(client, method)(STORIES)
    assert response.status_code == 405
    assert response.json()["message"]


def test_nobody_needs_to_accept_json(client):
    for accepted in ("text/html", "application/feed+json", "nonsense"):
        assert client.get(STORIES, headers={"accept": accepted}).headers["Content-Type"].startswith("application/json")


def test_one_address_may_ask_so_often(client, monkeypatch):
    monkeypatch.setitem(PerAddress.THROTTLE_RATES, "stories", "2/min")
    cache.clear()
    assert [client.get(STORIES).status_code for _ in range(3)] == [200, 200, 429]
    refused = client.get(STORIES)
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert refused.json()["message"]
    assert client.get(STORIES, REMOTE_ADDR="198.51.100.7").status_code == 200
    assert client.get("/feeds/latest.json").status_code == 200


@pytest.mark.parametrize("path", ["/api/v2/pages/", "/api/v2/images/", "/api/v2/documents/", "/api/v3/", "/api/"])
def test_nothing_else_of_wagtails_api_is_public(client, path):
    assert client.get(path).status_code == 404


def test_item_of_every_kind_needs_nothing_that_was_not_fetched(client):
    stories = list(Story.objects.published().for_feeds().fetch_mode(models.FETCH_RAISE))
    assert all(item.title for item in items_of(stories, RequestFactory().get("/")))


def test_description_is_openapi_and_the_answers_are_as_it_says(client):
    described = client.get("/api/openapi.json").json()
    OpenAPIV31SpecValidator(described).validate()
    assert {p["name"] for p in described["paths"][STORIES]["get"]["parameters"]} == set(parameters.PARAMETERS)
    answers = {
        "Stories": [ask(client), ask(client, "?limit=1"), ask(client, "?kind=sponsored")],
        "Story": ask(client)["items"],
        "Problem": [ask(client, "?limit=0", status=400)],
    }
    for name, examples in answers.items():
        schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
        for example in examples:
            Draft202012Validator(schema).validate(example)


def test_page_of_feeds_leads_to_the_api(client):
    page = client.get("/feeds/").text
    assert f'href="{STORIES}"' in page
    assert 'href="/api/openapi.json"' in page


ANYTHING = st.one_of(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30),
    st.integers(),
    st.datetimes().map(lambda moment: moment.isoformat()),
    st.dates().map(str),
    st.from_regex(r"\A[0-9a-z]{1,12}-[0-9a-z]{1,12}\Z"),
    st.sampled_from(["housing", "city", "ines-falk", "video", "sponsored", 3]),
)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from([*parameters.PARAMETERS, "x"]), st.lists(ANYTHING, max_size=3), max_size=4))
def test_no_question_is_an_error(query):
    response = Client(raise_request_exception=False).get(STORIES, query)
    assert response.status_code in (200, 400), response.text
    assert json.loads(response.content)
