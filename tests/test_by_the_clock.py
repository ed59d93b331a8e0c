"""What begins or runs out by the clock alone is news to who asks for it, though no worker has been by."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.http import parse_http_date

from articles import schedule
from articles.feeds import delivery, rss
from articles.models import Edition, PartnerFeed, Person, Show, Story

from . import factories as make

pytestmark = pytest.mark.django_db

ADDRESSES = [
    *(f"/feeds/{scope}" for scope in ("latest.rss", "topics/housing.atom", "people/ines.json", "kinds/podcasts.rss")),
    *("/podcasts/low-water/feed.xml", "/api/v2/stories/", "/api/v2/stories/?topic=housing", "/news-sitemap.xml"),
    *("/sitemap-{month}.xml", "/partners/{token}.rss"),
]


@pytest.fixture(scope="module", autouse=True)
def paper(rows_of_the_module) -> None:
    PartnerFeed.objects.create(name="Morning Post", everything=True)
    make.PersonFactory(slug="ines")
    make.ShowFactory(slug="low-water")
    story("Before")


def story(title: str, **fields) -> Story:
    ines, show = Person.objects.get(slug="ines"), Show.objects.get(slug="low-water")
    return make.episode(title, topics=["Housing"], by=[ines], podcast=show, **fields)


@pytest.fixture(params=ADDRESSES)
def address(request) -> str:
    token = PartnerFeed.objects.get().token
    return request.param.format(month=f"{timezone.now():%Y-%m}", token=token)


def asked_again(client, address: str, before):
    return client.get(address, headers={"if-none-match": before.headers["ETag"]})


def asked_again_by_date(client, address: str, before):
    return client.get(address, headers={"if-modified-since": before.headers["Last-Modified"]})


def test_story_that_runs_out_is_news(client, address, time_machine):
    story("Sold", expire_at=timezone.now() + timedelta(minutes=5))
    before = client.get(address)
    assert "/city/sold/" in before.text
    assert asked_again(client, address, before).status_code == 304
    time_machine.move_to(timezone.now() + timedelta(minutes=5))
    after = asked_again(client, address, before)
    assert after.status_code == 200
    assert "/city/sold/" not in after.text
    assert after.headers["ETag"] != before.headers["ETag"]
    assert asked_again(client, address, after).status_code == 304


def test_story_that_is_dated_ahead_is_news_at_its_time(client, address, time_machine):
    story("Ahead", published_at=timezone.now() + timedelta(minutes=5))
    before = client.get(address)
    assert "/city/ahead/" not in before.text
    assert asked_again(client, address, before).status_code == 304
    time_machine.move_to(timezone.now() + timedelta(minutes=5))
    after = asked_again(client, address, before)
    assert "/city/ahead/" in after.text
    assert asked_again(client, address, after).status_code == 304


def test_nobody_keeps_an_answer_for_longer_than_it_holds(client, time_machine):
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    story("Sold", expire_at=now + timedelta(seconds=70))
    feed = client.get("/feeds/latest.rss")
    for seconds, kept in ((0, 60), (65.5, 4), (69.5, 0)):
        time_machine.move_to(now + timedelta(seconds=seconds), tick=False)
        for answer in (client.get("/feeds/latest.rss"), asked_again(client, "/feeds/latest.rss", feed)):
            assert f"max-age={kept}" in answer.headers["Cache-Control"].split(", ")
        assert answer.status_code == 304


@pytest.mark.parametrize("ask", [asked_again, asked_again_by_date])
@pytest.mark.parametrize("form", ["rss", "json"])
def test_what_a_text_leads_to_begins_and_runs_out_by_the_clock(client, form, ask, time_machine):
    now = timezone.now()
    sport = make.section("Sport")
    sold = make.article("Sold", within=sport, expire_at=now + timedelta(minutes=5))
    ahead = make.article("Ahead", within=sport, published_at=now + timedelta(minutes=10))
    links = "".join(f'<a linktype="page" id="{page.pk}">{page.title}</a>' for page in (sold, ahead))
    wall = make.article("Wall", body=[("paragraph", f"<p>{links}</p>")])
    addresses = (f"/feeds/sections/city.{form}", f"{wall.url.rstrip('/')}.md", f"/api/v2/stories/{wall.uid}/")
    time_machine.move_to(now + timedelta(minutes=1))
    before = {address: client.get(address) for address in addresses}
    for minutes, shown in ((6, set()), (11, {"ahead"})):
        time_machine.move_to(now + timedelta(minutes=minutes))
        for address in addresses:
            after = ask(client, address, before[address])
            assert after.status_code == 200
            assert {slug for slug in ("sold", "ahead") if f"/sport/{slug}/" in after.text} == shown
            assert ask(client, address, after).status_code == 304
            before[address] = after


def test_each_turn_is_news_and_costs_no_more_than_any(client, time_machine, django_assert_max_num_queries):
    for minutes in (5, 10):
        story(f"Story {minutes}", expire_at=timezone.now() + timedelta(minutes=minutes))
    tags, left = set(), []
    for _turn in range(3):
        feed = client.get("/feeds/latest.json")
        with django_assert_max_num_queries(2):
            assert asked_again(client, "/feeds/latest.json", feed).status_code == 304
        tags.add(feed.headers["ETag"])
        left.append(len(feed.json()["items"]))
        time_machine.move_to(timezone.now() + timedelta(minutes=5))
    assert left == [3, 2, 1]
    assert len(tags) == 3


def test_date_is_when_an_edition_or_the_clock_last_changed_what_is_there(client, time_machine):
    now, dates = timezone.now().replace(microsecond=0), []
    story("Sold", published_at=now, expire_at=now + timedelta(minutes=5))
    story("Ahead", published_at=now + timedelta(minutes=7))
    for minutes, edition, changed in ((4, 3, 3), (6, 3, 5), (8, 3, 7), (10, 9, 9)):
        Edition.objects.update(changed_at=now + timedelta(minutes=edition))
        time_machine.move_to(now + timedelta(minutes=minutes))
        for date in dates:
            assert client.get("/feeds/latest.rss", headers={"if-modified-since": date}).status_code == 200
        dates.append(client.get("/feeds/latest.rss").headers["Last-Modified"])
        assert parse_http_date(dates[-1]) == now.timestamp() + changed * 60 + 1
        assert client.get("/feeds/latest.rss", headers={"if-modified-since": dates[-1]}).status_code == 304


def test_who_knows_only_dates_is_told_of_each_turn(client, address, time_machine):
    now = timezone.now()
    story("Sold", expire_at=now + timedelta(minutes=5))
    story("Ahead", published_at=now + timedelta(minutes=10))
    date = ""
    for minutes, shown in ((1, {"sold"}), (6, set()), (11, {"ahead"})):
        time_machine.move_to(now + timedelta(minutes=minutes))
        asked = client.get(address, headers={"if-modified-since": date})
        assert {slug for slug in ("sold", "ahead") if f"/city/{slug}/" in asked.text} == shown
        date = asked.headers["Last-Modified"]
        assert client.get(address, headers={"if-modified-since": date}).status_code == 304


def test_who_knows_only_dates_costs_a_look_at_what_was_built(client, time_machine, django_assert_max_num_queries):
    story("Sold", expire_at=timezone.now() + timedelta(days=1500))
    time_machine.move_to(timezone.now() + timedelta(seconds=5))
    date = client.get("/feeds/latest.rss").headers["Last-Modified"]
    with django_assert_max_num_queries(2):
        assert client.get("/feeds/latest.rss", headers={"if-modified-since": date}).status_code == 304


def test_answer_that_was_overtaken_while_it_was_built_has_no_date(client, monkeypatch, time_machine):
    """Or who has that would not hear of what came between, in the same second."""
    now = timezone.now().replace(microsecond=0) + timedelta(minutes=1)
    Edition.objects.update(changed_at=now + timedelta(seconds=0.2))
    time_machine.move_to(now + timedelta(seconds=0.3), tick=False)
    write = rss.rss

    def write_slowly(document) -> str:
        time_machine.move_to(now + timedelta(seconds=1.1), tick=False)
        return write(document)

    monkeypatch.setitem(delivery.WRITERS, "rss", (write_slowly, rss.TYPE))
    assert "Last-Modified" not in client.get("/feeds/latest.rss").headers
    assert "Last-Modified" in client.get("/feeds/latest.rss").headers


def test_sweep_is_one_more_edition(client, time_machine):
    story("Sold", expire_at=timezone.now() + timedelta(minutes=5))
    time_machine.move_to(timezone.now() + timedelta(minutes=5))
    before = client.get("/feeds/latest.rss")
    assert schedule.run() == 1
    assert asked_again(client, "/feeds/latest.rss", before).status_code == 200


@pytest.mark.parametrize("end", ["f", "-", "-1", "-x", "-gzip", "-ffffffffffffff", "-fffffffffffffff"])
@pytest.mark.parametrize("runs_out", [False, True])
def test_validator_that_we_never_gave_is_none(client, runs_out, end):
    if runs_out:
        story("Sold", expire_at=timezone.now() + timedelta(minutes=5))
    tag = client.get("/feeds/latest.rss").headers["ETag"]
    digest, _moment = tag[:-1].split("-")
    for never_given in (f'{tag[:-1]}{end}"', f'{digest}{end}"', f'{digest}"'):
        assert client.get("/feeds/latest.rss", headers={"if-none-match": never_given}).status_code == 200
    again = client.get("/feeds/latest.rss", headers={"if-none-match": f'"other", {tag.removeprefix("W/")}'})
    assert again.status_code == 304
    assert again.headers["ETag"] == tag
