"""A subscriber asks often: 304 while nothing has changed, and news of every change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage, Edition, Person, SectionPage, Topic
from articles.release import release

from . import factories as make

pytestmark = pytest.mark.django_db

FEEDS = ["latest", "sections/city", "topics/housing", "people/ines-falk", "kinds/articles"]


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    make.article("Wall sinks", topics=["Housing"], by=[make.PersonFactory(slug="ines-falk")])


def etag(client, path: str = "latest") -> str:
    return client.get(f"/feeds/{path}.rss").headers["ETag"]


def test_subscriber_who_has_it_all_gets_304_for_few_queries(client, django_assert_max_num_queries):
    known = etag(client)
    with django_assert_max_num_queries(2):
        response = client.get("/feeds/latest.rss", headers={"if-none-match": known})
    assert response.status_code == 304
    assert response.content == b""


def unpublish(story: ArticlePage) -> Iterable[str]:
    story.unpublish()
    return ["latest", "sections/city", "topics/housing", "people/ines-falk", "kinds/articles"]


def retag(story: ArticlePage) -> Iterable[str]:
    story.topics.set([make.TopicFactory(name="Flooding")])
    story.save_revision().publish()
    return ["latest", "topics/housing"]


def retitle(story: ArticlePage) -> Iterable[str]:
    story.title = "Retitled"
    story.save_revision().publish()
    return ["latest", "sections/city", "topics/housing"]


def sign_anew(story: ArticlePage) -> Iterable[str]:
    story.bylines = []
    story.save_revision().publish()
    return ["latest", "people/ines-falk"]


def move(story: ArticlePage) -> Iterable[str]:
    story.move(make.section("Sport"), pos="last-child")
    return ["latest", "sections/city", "topics/housing"]


def delete(story: ArticlePage) -> Iterable[str]:
    story.delete()
    return ["latest", "sections/city", "topics/housing", "people/ines-falk"]


def close_section(story: ArticlePage) -> Iterable[str]:
    PageViewRestriction.objects.create(page=story.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    return ["latest", "topics/housing", "people/ines-falk", "kinds/articles"]


@pytest.mark.parametrize("change", [unpublish, retag, retitle, sign_anew, move, delete, close_section])
def test_subscribers_learn_of_every_change(client, change):
    before = {path: etag(client, path) for path in FEEDS}
    for path in change(ArticlePage.objects.get(title="Wall sinks")):
        response = client.get(f"/feeds/{path}.rss", headers={"if-none-match": before[path]})
        assert response.status_code != 304, path


def test_draft_edit_is_no_change(client):
    before = etag(client)
    story = ArticlePage.objects.get(title="Wall sinks")
    story.title = "Not yet"
    story.save_revision()
    assert etag(client) == before


def test_feed_of_a_topic_in_another_script_answers_304(client):
    make.article("Marhaba", topics=["مرحبا"])
    path = client.get("/feeds/").content.decode()
    assert "%D9%85" in path
    asked = "/feeds/topics/مرحبا.rss"
    tag = client.get(asked).headers["ETag"]
    assert tag.isascii()
    assert client.get(asked, headers={"if-none-match": tag}).status_code == 304


def test_head_answers_like_get_without_a_body(client):
    head, get = client.head("/feeds/latest.rss"), client.get("/feeds/latest.rss")
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["ETag"] == get.headers["ETag"]


def rename_topic() -> str:
    topic = Topic.objects.get(slug="housing")
    topic.slug = "homes"
    topic.save()
    return "topics/housing"


def rename_section() -> str:
    section = make.section("City")
    section.slug = "town"
    section.save()
    return "sections/city"


def rename_person() -> str:
    person = Person.objects.get(slug="ines-falk")
    person.slug = "ines"
    person.save()
    return "people/ines-falk"


@pytest.mark.parametrize("rename", [rename_topic, rename_section, rename_person])
def test_subscriber_who_has_it_all_is_sent_on_after_a_new_name(client, rename):
    before = {path: etag(client, path) for path in FEEDS}
    path = rename()
    response = client.get(f"/feeds/{path}.rss", headers={"if-none-match": before[path]})
    assert response.status_code == 301
    assert "ETag" not in response.headers


def test_feed_of_a_deleted_topic_is_gone_even_for_who_has_it_all(client):
    before = etag(client, "topics/housing")
    Topic.objects.get(slug="housing").delete()
    assert client.get("/feeds/topics/housing.rss", headers={"if-none-match": before}).status_code == 410


@pytest.mark.parametrize("renamed", [False, True])
def test_topic_that_never_had_a_story_to_read_has_never_been(client, renamed):
    topic = make.TopicFactory(name="Secret")
    make.article("Draft", live=False, topics=["Secret"])
    make.article("Private", within=closed_section(), topics=["Secret"])
    topic.name, topic.slug = ("More secret", "more-secret") if renamed else ("Secret", "secret")
    topic.save()
    topic.delete()
    for slug in ("secret", "more-secret"):
        assert client.get(f"/feeds/topics/{slug}.rss").status_code == 404


def closed_section() -> SectionPage:
    section = make.section("Closed")
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    return section


def test_answer_of_no_change_may_be_kept_like_the_feed(client):
    whole = client.get("/feeds/latest.rss")
    short = client.get("/feeds/latest.rss", headers={"if-none-match": f'"other", {whole.headers["ETag"]}'})
    assert short.status_code == 304
    for name in ("ETag", "Cache-Control", "Vary"):
        assert short.headers[name] == whole.headers[name]


def test_new_release_is_news_and_writes_every_text_anew(client, monkeypatch):
    before = client.get("/feeds/latest.json")
    monkeypatch.setattr("articles.editions.release", lambda: "the next")
    monkeypatch.setattr("articles.feeds.texts.release", lambda: "the next")
    monkeypatch.setattr("articles.feeds.texts.html", lambda *shown: "<p>Written anew.</p>")
    after = client.get("/feeds/latest.json", headers={"if-none-match": before.headers["ETag"]})
    assert after.json()["items"][0]["content_html"] == "<p>Written anew.</p>"


def test_releases_differ_in_code_templates_or_packages(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    names = ("requirements.lock", "articles/rss.py", "templates/feeds/content.html")
    told = []
    for name in names:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        for text in ("a", "b"):
            file.write_text(text)
            told.append(release.__wrapped__())
    assert len(set(told)) == len(told)
    (tmp_path / "articles" / "rss.pyc").write_text("a")
    assert release.__wrapped__() == told[-1]


@pytest.mark.parametrize("named", ["nonsense", "", '"other"', "*"])
def test_date_counts_only_where_no_validator_is_named(client, time_machine, named):
    time_machine.move_to(datetime.now(UTC) + timedelta(seconds=5))
    date = client.get("/feeds/latest.rss").headers["Last-Modified"]
    assert client.get("/feeds/latest.rss", headers={"if-modified-since": date}).status_code == 304
    asked = {"if-modified-since": date, "if-none-match": named}
    assert client.get("/feeds/latest.rss", headers=asked).status_code == 200


def test_answer_in_the_second_of_a_change_has_no_date(client, time_machine):
    """Whoever had it would ask for changes since then, and not hear of a second change in that second."""
    changed_at = datetime(2030, 1, 1, 12, 0, 0, 400_000, tzinfo=UTC)
    Edition.objects.update(changed_at=changed_at)
    time_machine.move_to(changed_at + timedelta(milliseconds=300), tick=False)
    assert "Last-Modified" not in client.get("/feeds/latest.rss").headers
    time_machine.move_to(changed_at + timedelta(seconds=1), tick=False)
    date = client.get("/feeds/latest.rss").headers["Last-Modified"]
    assert date == "Tue, 01 Jan 2030 12:00:01 GMT"
    assert client.get("/feeds/latest.rss", headers={"if-modified-since": date}).status_code == 304
    earlier = "Tue, 01 Jan 2030 12:00:00 GMT"
    assert client.get("/feeds/latest.rss", headers={"if-modified-since": earlier}).status_code == 200
