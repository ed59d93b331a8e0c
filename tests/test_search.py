"""What readers find, in what order, and what they do not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection

from articles.models import Story
from articles.search import SearchForm

from . import factories as make

pytestmark = pytest.mark.django_db

TALK = "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ines Falk>The archivist kept a barometer.\n"


def body(text: str) -> list[tuple[str, str]]:
    return [("paragraph", f"<p>{text}</p>")]


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    city, sport = make.section("City"), make.section("Sport")
    march = datetime(2026, 3, 14, 23, 30, tzinfo=UTC)
    make.article("Ferries return", body=body("The harbour ferry sails again."), within=city, published_at=march)
    make.article("Harbour wall sinks", body=body("A surveyor measured it."), within=city, hours_ago=900)
    make.article("Rowing at the café", body=body("Two crews, one harbour bar."), within=sport, hours_ago=3)
    make.article("Running shoes tested", body=body("They were worn out."), within=sport, hours_ago=2)
    make.article("Shoes for running late", body=body("Nothing."), within=sport, hours_ago=1)
    make.article("Unsigned", by=[make.PersonFactory(name="Maja Ferrow")], topics=["Zeppelins"], hours_ago=4)
    make.video("How it sinks", captions=TALK, hours_ago=6)
    make.episode("Low Water", captions=TALK, hours_ago=7)
    make.advertisement("Sail with Sundline on the harbour", sponsor=make.SponsorFactory(name="Sundline"))
    make.article("Harbour draft", live=False)
    make.article("Harbour tomorrow", go_live_at=datetime(2999, 1, 1, tzinfo=UTC))


def found(**asked: str) -> list[str]:
    return [story.title for story in SearchForm(asked).results()]


def test_headline_counts_more_than_body():
    assert set(found(q="harbour")[:2]) == {"Harbour wall sinks", "Sail with Sundline on the harbour"}


def test_newest_first_when_asked():
    titles = found(q="harbour", sort="date")
    assert titles == ["Rowing at the café", "Sail with Sundline on the harbour", "Harbour wall sinks", "Ferries return"]


@pytest.mark.parametrize("query", ["draft", "tomorrow"])
def test_what_is_not_public_is_not_found(query):
    assert found(q=query) == []


@pytest.mark.parametrize("query", ["cafe", "café", "CAFÉ", "cafe\u0301"])
def test_accents_do_not_matter(query):
    assert found(q=query) == ["Rowing at the café"]


@pytest.mark.parametrize("query", ["ferry", "ferries", "sailing ferry"])
def test_other_forms_of_a_word_are_found(query):
    assert found(q=query) == ["Ferries return"]


def test_all_words_must_match():
    assert found(q="harbour surveyor") == ["Harbour wall sinks"]
    assert found(q="harbour zeppelin") == []


@pytest.mark.parametrize("query", ['"running shoes"', "“running shoes”", '"running shoes', 'worn "running shoes"'])
def test_quoted_words_match_as_a_phrase(query):
    assert found(q=query) == ["Running shoes tested"]


def test_words_without_quotes_match_in_any_order():
    assert set(found(q="running shoes")) == {"Running shoes tested", "Shoes for running late"}


def test_a_time_of_day_is_no_filter():
    make.article("The 17:00 ferry")
    assert found(q="17:00 ferry") == ["The 17:00 ferry"]


@pytest.mark.parametrize("query", ["barometer", "archivists"])
def test_what_is_said_in_film_and_podcast_is_found(query):
    assert set(found(q=query)) == {"How it sinks", "Low Water"}


@pytest.mark.parametrize("query", ["Maja Ferrow", "ferrow", "zeppelin"])
def test_stories_are_found_by_byline_and_topic(query):
    assert found(q=query) == ["Unsigned"]


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"kind": "sponsored"}, {"Sail with Sundline on the harbour"}),
        ({"section": "sport"}, {"Rowing at the café"}),
        ({"before": "2026-03-14"}, {"Ferries return"}),
        ({"after": "2026-03-14", "before": "2026-03-14"}, {"Ferries return"}),
        ({"before": "2026-03-13"}, set()),
        ({"kind": "article", "section": "city", "after": "2026-03-15"}, {"Harbour wall sinks"}),
    ],
)
def test_filters_narrow_the_search(asked, titles):
    assert set(found(q="harbour", **asked)) == titles


@pytest.mark.parametrize(
    "asked",
    [{"kind": "nonsense"}, {"section": "nowhere"}, {"after": "yesterday"}, {"before": "2026-02-30"}, {"sort": "x"}],
)
def test_a_filter_that_makes_no_sense_is_ignored(asked):
    assert set(found(q="harbour", **asked)) == set(found(q="harbour"))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_first_and_last_day_of_the_calendar_are_dates(zone, settings):
    settings.TIME_ZONE = zone
    assert len(found(q="harbour", after="0001-01-01", before="9999-12-31")) == 4


@pytest.mark.parametrize("query", ["", "  ", "\t"])
def test_nothing_asked_is_no_search(query):
    assert SearchForm({"q": query}).results() is None


@pytest.mark.parametrize("query", ['"', "-", '"" -', "&&", "🚢", "the of and"])
def test_query_without_a_word_finds_nothing(query):
    assert found(q=query) == []


def test_withdrawn_story_is_no_longer_found():
    story = make.article("Xylophone")
    assert found(q="xylophone") == ["Xylophone"]
    story.unpublish()
    assert found(q="xylophone") == []


def test_result_says_that_it_is_an_advertisement_before_its_headline(client):
    soup = BeautifulSoup(client.get("/search/", {"q": "sundline"}).content, "html.parser")
    (card,) = soup.select("article.card")
    text = card.get_text(" ", strip=True)
    assert text.startswith("Advertisement")
    assert "Sundline" in text


def test_page_keeps_what_was_asked_and_says_how_many(client):
    soup = BeautifulSoup(client.get("/search/", {"q": "shoes", "section": "sport"}).content, "html.parser")
    assert soup.select_one("main input[name=q]")["value"] == "shoes"
    assert soup.select_one("main option[value=sport]").has_attr("selected")
    assert "2 stories found" in soup.main.get_text(" ", strip=True)


def test_page_says_so_when_nothing_matches(client):
    soup = BeautifulSoup(client.get("/search/", {"q": "nonesuch"}).content, "html.parser")
    assert "Nothing matches" in soup.main.get_text()


def test_too_long_a_query_is_told_to_the_reader(client):
    soup = BeautifulSoup(client.get("/search/", {"q": "a" * 500}).content, "html.parser")
    assert "200" in soup.main.get_text()


def test_story_is_saved_though_its_row_of_the_index_cannot_be_written(monkeypatch):
    def fail(story: Story) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    monkeypatch.setattr("modelsearch.index.insert_or_update_object", fail)
    assert Story.objects.get(pk=make.article("Wall").pk).live
